import { findResultColumns } from './header-match.ts';
import type { StagedResult } from './payout-row.ts';
import type { RawRow } from './read-result.ts';
import { readStaged } from './row-reader.ts';
import type { SheetTable } from './sheet-table.ts';

export interface StagedRow {
  /** Index into `SheetTable.values`. */
  index: number;
  rowIndex: number;
  staged: StagedResult;
}

/** The rows that bear ids. The ids alone decide: what else a row says, and where it stands, does not matter. */
export function stagedRows(table: SheetTable): StagedRow[] {
  const resultColumns = findResultColumns(table);
  if (resultColumns.distributionId === null && resultColumns.paymentId === null) return [];
  // A payout whose fields were emptied still bears its ids; only Excel's totals row never does.
  const count = table.values.length - (table.hasTotalsRow ? 1 : 0);
  return table.values.slice(0, count).flatMap((cells, index) => {
    const rowIndex = table.headerRowIndex + 1 + index;
    const row: RawRow = { index, rowIndex, hidden: table.hidden[index] === true, cells };
    const staged = readStaged({ table, resultColumns }, row, []);
    return staged === null ? [] : [{ index, rowIndex, staged }];
  });
}

/** The distributions whose ids stand in the table, each once, in sheet order. */
export function stagedDistributionIds(table: SheetTable): string[] {
  return [...new Set(stagedRows(table).map(({ staged }) => staged.distributionId))];
}
