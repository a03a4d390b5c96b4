import type { PayoutRow } from './payout-row.ts';
import { formatCents, type Cents } from '../contract/index.ts';
import type { DistributionGroup } from './plan.ts';

const fewestPayments = 4;
const factor = 10;
/** Where more than these lie far from the median, a distribution varies by its nature, and one warning says so. */
const mostToldOneByOne = 3;
const shareToldOneByOne = 0.1;

export interface UnusualAmount {
  row: PayoutRow;
  message: string;
}

/**
 * Payments of ten times the median of their distribution and more, or a tenth and less: a slip of the decimal point is
 * the error that this finds. Few payments have no usual amount, and two currencies no common one. A fund whose
 * investors differ widely would be warned of at every row and teach people not to read, so there the two ends alone
 * are named in one warning; it is never left out, because the slip may be among them.
 */
export function unusualAmounts({ rows, totals }: DistributionGroup): UnusualAmount[] {
  if (rows.length < fewestPayments || totals.length > 1) return [];
  const medianCents = medianOf(rows);
  const unusual = rows.filter(
    ({ amountCents }) => amountCents >= medianCents * factor || amountCents * factor <= medianCents,
  );
  const open = unusual.filter(({ staged }) => staged === null);
  const median = formatCents(Math.round(medianCents) as Cents, rows[0]?.currency ?? 'USD');
  if (unusual.length <= Math.max(mostToldOneByOne, rows.length * shareToldOneByOne)) {
    return open.map((row) => ({ row, message: toldAlone(row, medianCents, median) }));
  }
  const farthest = open.reduce<PayoutRow | null>(
    (best, row) => (best === null || distance(row, medianCents) > distance(best, medianCents) ? row : best),
    null,
  );
  if (farthest === null) return [];
  const message =
    `${unusual.length} of the ${rows.length} payments of this distribution lie a factor of ten or more from its median of ${median}; ` +
    `this one with ${formatCents(farthest.amountCents, farthest.currency)} lies farthest. Look for a misplaced decimal point, or confirm them.`;
  return [{ row: farthest, message }];
}

function toldAlone(row: PayoutRow, medianCents: number, median: string): string {
  const more = row.amountCents >= medianCents;
  const times = Math.floor(distance(row, medianCents));
  return `The amount is ${times} times ${more ? 'as much as' : 'less than'} the median of its distribution, ${median}. Look for a misplaced decimal point, or confirm it.`;
}

/** How many times more or less; at least 1. */
function distance(row: PayoutRow, medianCents: number): number {
  const ratio = row.amountCents / medianCents;
  return ratio >= 1 ? ratio : 1 / ratio;
}

/** Between the middle two of an even number it is their mean, so it need not be whole. */
function medianOf(rows: readonly PayoutRow[]): number {
  const amounts = new Float64Array(rows.length);
  rows.forEach(({ amountCents }, index) => (amounts[index] = amountCents));
  amounts.sort();
  const middle = amounts.length >> 1;
  const upper = amounts[middle] ?? 0;
  return amounts.length % 2 === 1 ? upper : ((amounts[middle - 1] ?? 0) + upper) / 2;
}
