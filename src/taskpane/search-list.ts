import { formatCents } from '../contract/index.ts';
import { cellAddress, type PayoutRow, type Problem } from '../domain/index.ts';
import { decimalMark } from '../words/index.ts';
import { ruleTitle } from './rule-words.ts';

/** From here on a list has a search: what is shorter is read at a glance. */
export const searchFrom = 12;

/**
 * What of `items` holds every word that was typed, in any order and case; everything for an empty search. Amounts are
 * found with and without their currency sign and what stands between thousands, as the user's region writes them.
 */
export function searchList<T>(items: readonly T[], textOf: (item: T) => string, typed: string): readonly T[] {
  const words = plain(asInternally(typed)).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter((item) => {
    const text = plain(textOf(item));
    return words.every((word) => text.includes(word));
  });
}

/** Texts are searched with a point before the cents and commas between thousands; `1.234,56` and `1 234,56` are the same. */
function asInternally(typed: string): string {
  const digits = typed.replace(/(?<=\d)['’\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  if (decimalMark() !== ',') return digits;
  return digits.replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, '').replace(/(?<=\d),(?=\d{1,2}(?!\d))/g, '.');
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/[$€£]/g, '');
}

/** Cell, kind and words of a problem. */
export function problemText({ cell, code, message }: Problem): string {
  return `${cell === null ? '' : cellAddress(cell)} ${ruleTitle(code)} ${message}`;
}

/** Payee, entity, amount, sheet row and the ids of who is notified. */
export function paymentText(row: PayoutRow): string {
  const amount = formatCents(row.amountCents, row.currency);
  return `${row.payeeName ?? ''} ${row.entity} ${amount} ${row.currency} ${row.rowIndex + 1} ${row.contacts.join(' ')}`;
}
