import type { Book } from '../book/book.ts';

/**
 * Document settings as the client sends and takes them: pairs of a key and a JSON text. The book holds the values
 * themselves, so that `workbook.settings` and `Office.context.document.settings` are one store.
 */
export type SettingPairs = [key: string, json: string][];

export function settingPairs(book: Book): SettingPairs {
  return [...book.settings].map(([key, value]) => [key, JSON.stringify(value)]);
}

/** The same, as Office.js reads them in Excel when it refreshes its copy. */
export function namedSettings(book: Book): { Settings: { Name: string; Value: string }[] } {
  return { Settings: settingPairs(book).map(([Name, Value]) => ({ Name, Value })) };
}

/** Replaces all settings by what the client saved. */
export function saveSettingPairs(book: Book, pairs: SettingPairs): void {
  book.settings.clear();
  for (const [key, json] of pairs) book.settings.set(key, JSON.parse(json) as unknown);
}
