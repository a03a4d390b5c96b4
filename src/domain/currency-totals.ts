import { cents, type Cents } from '../contract/index.ts';
import type { PayoutRow } from './payout-row.ts';
import type { CurrencyTotal } from './plan.ts';

/** Count and exact sum per currency, in order of appearance. Throws a RangeError when a sum leaves the safe integers. */
export function currencyTotals(rows: Iterable<Pick<PayoutRow, 'currency' | 'amountCents'>>): CurrencyTotal[] {
  const totals: CurrencyTotal[] = [];
  for (const { currency, amountCents } of rows) take(totals, currency, amountCents, 1);
  return totals;
}

/** The same over totals of parts. */
export function addTotals(parts: Iterable<CurrencyTotal[]>): CurrencyTotal[] {
  const totals: CurrencyTotal[] = [];
  for (const part of parts)
    for (const { currency, amountCents, count } of part) take(totals, currency, amountCents, count);
  return totals;
}

function take(totals: CurrencyTotal[], currency: string, amountCents: Cents, count: number): void {
  // There is one currency nearly always, so a list is looked through faster than a map.
  const first = totals[0];
  const known = first?.currency === currency ? first : totals.find((total) => total.currency === currency);
  if (known === undefined) {
    totals.push({ currency, amountCents, count });
    return;
  }
  known.amountCents = cents(known.amountCents + amountCents);
  known.count += count;
}
