import { groupKeys } from './content-key.ts';
import { currencyTotals } from './currency-totals.ts';
import { groupRules } from './group-rules.ts';
import type { PayoutRow } from './payout-row.ts';
import type { DistributionGroup } from './plan.ts';
import type { Problem } from './problem.ts';
import type { FieldColumns } from './read-result.ts';
import { finish, forEachPaced, pauseIfDue, unpaced, type Pace, type Steps } from './steps.ts';

export interface GroupedPayments {
  groups: DistributionGroup[];
  problems: Problem[];
}

/**
 * Puts rows together to distributions, one per vehicle, date, name and external reference, in sheet order. With
 * `selectedRows` (indexes into `SheetTable.values`) only the distributions that the selection touches are kept, each of
 * them whole. Without `columns` the problems name no cell.
 */
export function groupPayments(
  rows: PayoutRow[],
  selectedRows: number[] | null,
  columns: FieldColumns | null = null,
): GroupedPayments {
  return finish(groupSteps(rows, selectedRows, columns, unpaced));
}

/** `groupPayments`, row by row and distribution by distribution. */
export function* groupSteps(
  rows: PayoutRow[],
  selectedRows: number[] | null,
  columns: FieldColumns | null,
  pace: Pace,
): Steps<GroupedPayments> {
  const byKey = new Map<string, PayoutRow[]>();
  const keyOf = groupKeys();
  yield* forEachPaced(rows, pace, (row) => {
    const key = keyOf(row);
    const members = byKey.get(key);
    if (members === undefined) byKey.set(key, [row]);
    else members.push(row);
  });
  const selected = selectedRows === null ? null : new Set(selectedRows);
  const all: DistributionGroup[] = [];
  for (const [key, members] of byKey) {
    all.push(groupOf(key, members, selected));
    yield* pauseIfDue(pace);
  }
  const groups =
    selected === null ? all : all.filter((group) => group.rowsOutsideSelection < group.rows.length);
  return { groups, problems: yield* groupRules(all, new Set(groups), columns, pace) };
}

function groupOf(key: string, rows: PayoutRow[], selected: ReadonlySet<number> | null): DistributionGroup {
  return {
    key,
    rows,
    totals: currencyTotals(rows),
    hiddenTotals: currencyTotals(rows.filter((row) => row.hidden)),
    rowsOutsideSelection: selected === null ? 0 : rows.filter((row) => !selected.has(row.index)).length,
  };
}
