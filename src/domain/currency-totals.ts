import { sumCents, type Cents } from '../contract/index.ts';
import type { PayoutRow } from './payout-row.ts';
import type { CurrencyTotal } from './plan.ts';

/** Count and exact sum per currency, in order of appearance. Throws a RangeError when a sum leaves the safe integers. */
export function currencyTotals(rows: Iterable<Pick<PayoutRow, 'currency' | 'amountCents'>>): CurrencyTotal[] {
  const amounts = new Map<string, Cents[]>();
  for (const row of rows) {
    const list = amounts.get(row.currency);
    if (list === undefined) amounts.set(row.currency, [row.amountCents]);
    else list.push(row.amountCents);
  }
  return [...amounts].map(([currency, list]) => ({
    currency,
    amountCents: sumCents(list),
    count: list.length,
  }));
}
