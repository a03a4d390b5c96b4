import { withoutInvisible } from '../hidden-characters.ts';
import { splitLegalForm } from './legal-forms.ts';

/**
 * `same`: character for character. `forgiven`: they differ only in case, accents, punctuation, spacing, "&" for "and", "The",
 * the order of words, or in a legal form that one of them leaves out or spells in another way. `differs`: anything else.
 */
export type NameComparison = 'same' | 'forgiven' | 'differs';

/**
 * Compares a name in a sheet with a legal name. Forgives what people write in different ways and nothing that tells two
 * parties apart: two forms that contradict each other (a fund's LLC and its LP), a number, a generation, an initial, or a
 * letter of another alphabet that only looks the same.
 */
export function compareNames(one: string, other: string): NameComparison {
  if (one === other) return 'same';
  const [left, right] = [splitLegalForm(words(one)), splitLegalForm(words(other))];
  if (left.name.length === 0 || right.name.length === 0) return 'differs';
  if (!agree(left.forms, right.forms)) return 'differs';
  return sameWords(left.name, right.name) ? 'forgiven' : 'differs';
}

/** Letters that Unicode does not take apart into a letter and an accent. */
const unaccented: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** The words in small letters, without accents and punctuation; letters that stand alone side by side are one word. */
function words(name: string): string[] {
  const letters = withoutInvisible(name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => unaccented[letter] ?? letter)
    .replace(/[&+]/g, ' and ')
    .replace(/['’ʼ`´]/g, '')
    .replace(/(?<=(?:^|[^\p{L}\p{N}])\p{L})\.(?=\p{L}(?:[^\p{L}\p{N}]|$))/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const all = letters === '' ? [] : letters.split(' ');
  return all.filter((word, index) => !(word === 'the' && (index === 0 || index === all.length - 1)));
}

/** Whether the forms do not contradict each other: all of one's are among the other's. */
function agree(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const within = (few: ReadonlySet<string>, many: ReadonlySet<string>) =>
    [...few].every((form) => many.has(form));
  return within(some, others) || within(others, some);
}

/**
 * The same words in any order, or the same letters in one order however they are spaced. Numbers keep their order: series 1
 * of fund 2 is not series 2 of fund 1.
 */
function sameWords(some: readonly string[], others: readonly string[]): boolean {
  if (numbers(some) !== numbers(others)) return false;
  return some.join('') === others.join('') || some.toSorted().join(' ') === others.toSorted().join(' ');
}

/** Arabic and Roman numbers among the words, in their order. */
function numbers(name: readonly string[]): string {
  return name.filter((word) => /\d/.test(word) || /^[ivx]+$/.test(word)).join(' ');
}
