import { cents, formatCents } from '../contract/index.ts';
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
  const differenceCents = totalCents - tieOut.amountCents;
  if (differenceCents === 0) return [];
  const text = (amount: number) => `${formatCents(cents(amount), currency)} ${currency}`;
  const direction = differenceCents > 0 ? 'more' : 'less';
  const unread =
    unreadRowCount === 0
      ? ''
      : ` ${unreadRowCount === 1 ? 'One row that has a problem is' : `${unreadRowCount} rows that have problems are`} not counted.`;
  const message =
    `The rows add up to ${text(totalCents)}, but ${address} says ${text(tieOut.amountCents)}: ` +
    `${text(Math.abs(differenceCents))} ${direction} in the table.${unread} Correct the table or the cell.`;
  return [problemAt('tie-out-differs', message, null, 'amount')];
}
