import { cellAt, extentFrom, isColumnBlank, rightOf, bottomOf } from './cell-grid.ts';
import { intersection, type Extent } from './extent.ts';
import type { SheetFacts } from './grow-table.ts';
import { headerText } from './header-texts.ts';
import { ownHeaders } from './own-headers.ts';

/**
 * Columns that somebody inserted between the data and the results. Right of the data, Ctrl+Z may also have taken away the
 * headers of columns that were made before, while cells below kept what was written: the results then stand after those.
 */
const BLANK_COLUMNS_AT_MOST = 3;

/**
 * The table with our result columns that stand beside it after a few blank columns: a column that was inserted before them
 * parts them from the data, and they would be made a second time. One that the table has already is another table's.
 */
export function withOwnColumns(facts: SheetFacts, table: Extent, headerRow: number): Extent {
  const { grid, obstacles, form } = facts;
  const text = (column: number) => headerText(cellAt(grid, headerRow, column));
  const own = ownHeaders(form);
  const missing = new Set(own);
  for (let column = table.columnIndex; column < rightOf(table); column++) missing.delete(text(column));
  let [left, right] = [table.columnIndex, rightOf(table)];
  const bottom = bottomOf(table);
  const isBlank = (column: number) => isColumnBlank(grid, column, headerRow, bottom);
  const isTaken = (column: number) => {
    const cell = extentFrom(headerRow, column, headerRow + 1, column + 1);
    return obstacles.some((obstacle) => intersection(obstacle, cell) !== null);
  };
  const next = (edge: number, step: 1 | -1): number | null => {
    const most = BLANK_COLUMNS_AT_MOST + (step === 1 ? own.size : 0);
    let column = edge;
    while (Math.abs(column - edge) < most && isBlank(column)) column += step;
    return column >= 0 && missing.delete(text(column)) && !isTaken(column) ? column : null;
  };
  for (let found = next(right, 1); found !== null; found = next(right, 1)) right = found + 1;
  for (let found = next(left - 1, -1); found !== null; found = next(left - 1, -1)) left = found;
  return extentFrom(table.rowIndex, left, bottom, right);
}
