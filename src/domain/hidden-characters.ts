/** Characters that a sheet does not show: what people cannot see they cannot mean. */

/** Soft hyphen, zero-width characters, direction marks, byte order mark and every other format character. */
const invisible = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Nothing that anybody sees: spaces of any width, line breaks, and characters that take no room. */
const nothing = /^[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f]*$/;

export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

export function isUnseen(text: string): boolean {
  const first = text.charCodeAt(0);
  // Most cells start with a letter or a digit, which is seen without a search.
  if (first > 0x20 && first < 0x7f) return false;
  return nothing.test(text);
}
