/**
 * Text from outside on its way into a cell. Excel takes what `Range.values` is given as if somebody had typed it: a
 * text that starts with `=`, `+`, `-` or `@` becomes a formula, and one that looks like a number or a date becomes one.
 * An apostrophe in front makes it text in every case; Excel does not show the apostrophe and does not give it back when
 * the cell is read. So every text that does not start with a letter gets one, and `asReadBack` says what to expect.
 */

/** A cell takes 32,767 characters; a message that nobody reads to the end helps nobody. */
const longest = 250;

/** One line of at most 250 characters that can never become a formula, a number or a date. `''` clears the cell. */
export function harmlessText(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  const short = line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  if (short === '') return '';
  return isPlainWords(short) ? short : `'${short}`;
}

/** Starts with a letter, and is neither a truth value nor the name of a month, which may start a date. */
function isPlainWords(text: string): boolean {
  return (
    /^\p{L}/u.test(text) &&
    !/^(true|false|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s./-]*\d.*)$/i.test(text)
  );
}

/** What reading the cell gives after `written` was written to it. */
export function asReadBack(written: string): string {
  return written.startsWith("'") ? written.slice(1) : written;
}

/** A link that may stand behind a cell: `https` only, since other schemes could run something. */
export function harmlessLink(url: string | null): string | null {
  if (url === null || url.length > 2_000 || /[\s"<>]/.test(url)) return null;
  return /^https:\/\/[^/]/i.test(url) ? url : null;
}
