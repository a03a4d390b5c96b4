import { problemTexts } from '../words/index.ts';
import type { PayoutRow } from './payout-row.ts';
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
  if (unusual.length <= Math.max(mostToldOneByOne, rows.length * shareToldOneByOne)) {
    return open.map((row) => ({ row, message: toldAlone(row, medianCents) }));
  }
  const farthest = open.reduce<PayoutRow | null>(
    (best, row) => (best === null || distance(row, medianCents) > distance(best, medianCents) ? row : best),
    null,
  );
  if (farthest === null) return [];
  const message = problemTexts.distributions.manyUnusual(
    unusual.length,
    rows.length,
    Math.round(medianCents),
    farthest.amountCents,
    farthest.currency,
  );
  return [{ row: farthest, message }];
}

function toldAlone(row: PayoutRow, medianCents: number): string {
  const { amountCents, currency } = row;
  const times = Math.floor(distance(row, medianCents));
  const isMore = amountCents >= medianCents;
  return problemTexts.distributions.unusual(times, isMore, Math.round(medianCents), currency);
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
