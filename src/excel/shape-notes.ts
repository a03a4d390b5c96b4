import { sheetSays } from '../words/index.ts';
import { bottomOf } from './cell-grid.ts';
import { columnName, type Extent } from './extent.ts';

/** What the user is told when the table that was taken is not the only possibility, from extents as the sheet counts them. */
export const notes = {
  blankColumn: (column: number) => sheetSays.taken.blankColumn(columnName(column)),
  blankRow: (row: number) => sheetSays.taken.blankRow(row + 1),
  moreBelow: (table: Extent, below: Extent) => sheetSays.taken.moreBelow(bottomOf(table), below.rowIndex + 1),
  headerAgain: (below: Extent) => sheetSays.taken.headerAgain(below.rowIndex + 1),
  twoHeaderRows: (lastRow: number) => sheetSays.taken.twoHeaderRows(lastRow, lastRow + 1),
  noHeader: (row: number) => sheetSays.taken.noHeader(row + 1),
  nameEnds: (name: string, bottom: number) => sheetSays.taken.nameEnds(name, bottom),
  names: (taken: string, others: readonly string[]) => sheetSays.taken.names(taken, others),
  outside: (taken: string, others: readonly string[]) => sheetSays.taken.outside(taken, others),
  partly: (taken: string, outside: readonly string[]) => sheetSays.taken.partly(taken, outside),
  others: (taken: string, others: readonly string[]) => sheetSays.taken.others(taken, others),
};
