import { problemTexts } from '../words/index.ts';
import type { TieOut } from './check-settings.ts';
import type { DistributionGroup } from './plan.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './problem-codes.ts';

/**
 * Compares what the rows add up to with a cell that holds the approved total. Distributions that are staged already
 * count, since the cell was written for the whole table. Rows that cannot be read are said to be missing.
 */
export function tieOutProblems(
  tieOut: TieOut | null | undefined,
  groups: readonly DistributionGroup[],
  unreadRowCount: number,
): Problem[] {
  if (tieOut === null || tieOut === undefined) return [];
  const { currency, address } = tieOut;
  let totalCents = 0;
  for (const { totals } of groups) {
    for (const total of totals) if (total.currency === currency) totalCents += total.amountCents;
  }
  if (totalCents === tieOut.amountCents) return [];
  const message = problemTexts.table.tieOut(
    totalCents,
    tieOut.amountCents,
    currency,
    address,
    unreadRowCount,
  );
  return [problemAt('tie-out-differs', message, null, 'amount')];
}
