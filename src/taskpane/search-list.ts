import { formatCents } from '../contract/index.ts';
import {
  cellAddress,
  problemCodes,
  type PayoutRow,
  type Problem,
  type ProblemCode,
} from '../domain/index.ts';

/** From here on a list has a search: what is shorter is read at a glance. */
export const searchFrom = 12;

/**
 * What of `items` holds every word that was typed, in any order and case; everything for an empty search. Amounts are
 * found with and without their currency sign and the commas between thousands.
 */
export function searchList<T>(items: readonly T[], textOf: (item: T) => string, typed: string): readonly T[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter((item) => {
    const text = plain(textOf(item));
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/[$€£]/g, '');
}

/** Cell, kind and words of a problem. */
export function problemText({ cell, code, message }: Problem): string {
  const title = code in problemCodes ? problemCodes[code as ProblemCode].title : code;
  return `${cell === null ? '' : cellAddress(cell)} ${title} ${message}`;
}

/** Payee, entity, amount, sheet row and the ids of who is notified. */
export function paymentText(row: PayoutRow): string {
  const amount = formatCents(row.amountCents, row.currency);
  return `${row.payeeName ?? ''} ${row.entity} ${amount} ${row.currency} ${row.rowIndex + 1} ${row.contacts.join(' ')}`;
}
