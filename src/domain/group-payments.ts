import { groupKey } from './content-key.ts';
import { currencyTotals } from './currency-totals.ts';
import { groupRules } from './group-rules.ts';
import type { PayoutRow } from './payout-row.ts';
import type { DistributionGroup } from './plan.ts';
import type { Problem } from './problem.ts';
import type { FieldColumns } from './read-result.ts';

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
  const byKey = new Map<string, PayoutRow[]>();
  for (const row of rows) {
    const key = groupKey(row);
    const members = byKey.get(key);
    if (members === undefined) byKey.set(key, [row]);
    else members.push(row);
  }
  const selected = selectedRows === null ? null : new Set(selectedRows);
  const all = [...byKey].map(([key, members]) => groupOf(key, members, selected));
  const groups =
    selected === null ? all : all.filter((group) => group.rowsOutsideSelection < group.rows.length);
  return { groups, problems: groupRules(all, new Set(groups), columns) };
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
