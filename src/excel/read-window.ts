import { bottomOf, extentFrom, rightOf } from './cell-grid.ts';
import { boundingExtent, intersection, type Extent } from './extent.ts';
import { SHEET_ROWS } from './extent.ts';

/** About what Excel answers at once, so that looking around a table costs no request more. */
const CELLS_TO_READ_ALONG = 120_000;
const ROWS_AROUND = 200;
const COLUMNS_AROUND = 20;

/**
 * The cells to read so that it can be seen what a table goes on in: all that the sheet holds, unless that is far more
 * than the table, such as a stray cell in its last row.
 */
export function readWindow(block: Extent, used: Extent): Extent {
  const cellCount = ({ rowCount, columnCount }: Extent) => rowCount * columnCount;
  const all = boundingExtent([used, block]);
  if (cellCount(all) <= 1.5 * cellCount(block) + CELLS_TO_READ_ALONG) return all;
  const around = extentFrom(
    Math.max(0, block.rowIndex - ROWS_AROUND),
    Math.max(0, block.columnIndex - COLUMNS_AROUND),
    Math.min(SHEET_ROWS, bottomOf(block) + ROWS_AROUND),
    rightOf(block) + COLUMNS_AROUND,
  );
  return boundingExtent([block, intersection(around, used) ?? block]);
}

/** As many rows from the top as can be looked through quickly, for a look at everything. */
export function firstRowsOf(used: Extent, cellsAtMost: number): Extent {
  const rowCount = Math.max(1, Math.floor(cellsAtMost / used.columnCount));
  return { ...used, rowCount: Math.min(used.rowCount, rowCount) };
}
