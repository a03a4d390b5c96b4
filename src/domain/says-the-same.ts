/** Reads back what stands in the Message column, in whatever language of the catalogue it was written. */
import { cellWords, languages, type CellWords, type Language } from '../words/index.ts';

const kinds = Object.keys(cellWords) as CellWords[];

/** Whether a Message cell tells that the row was changed since it was staged. */
export function tellsDrift(message: string): boolean {
  return languages.some((language) => message.includes(cellWords.drift[language]));
}

/**
 * Whether two texts of a Message cell say the same, in whatever languages and regions: in one language the words and
 * digits are the same, in two the kinds of text and the digits.
 */
export function saysTheSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [languageOf(one), languageOf(other)];
  if (first === null || second === null) return false;
  // A cell takes so much of a text, which is more of it in the one language than in the other.
  const isAlike = [one, other].some((text) => text.endsWith('…')) ? beginAlike : Object.is;
  if (first === second) return isAlike(wordsOf(one), wordsOf(other));
  return isAlike(kindsOf(one, first), kindsOf(other, second)) && isAlike(digitsOf(one), digitsOf(other));
}

function beginAlike(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function languageOf(message: string): Language | null {
  return languages.find((language) => kindsOf(message, language) !== '') ?? null;
}

function kindsOf(message: string, language: Language): string {
  return kinds.filter((kind) => message.includes(cellWords[kind][language])).join(' ');
}

/** Regions of one language write amounts with other marks, and dollars as `$`, `US$` or `$US`. */
function wordsOf(message: string): string {
  return message.replace(/US(?=\$)|(?<=\$\s?)US/g, '').replace(/[\p{P}\p{S}\p{Z}]+/gu, '');
}

/** Amounts differ by language in their marks and signs alone, and days stand in cells as YYYY-MM-DD. */
function digitsOf(message: string): string {
  return message.replace(/\D+/g, '');
}
