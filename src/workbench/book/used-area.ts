import { union } from './a1.ts';
import type { Area } from './book.ts';
import { CELL_TYPE, type EngineModel } from './engine.ts';

/**
 * The smallest area with content, among the cells that were ever written (`extent`); where `mayBeBeyond`, a formula may
 * have spilled further. IronCalc lists cells by column and by row only, in no order.
 */
export function findUsedArea(
  model: EngineModel,
  index: number,
  extent: { rows: number; columns: number },
  mayBeBeyond: boolean,
): Area | null {
  let lastColumn = extent.columns;
  for (let row = 1; mayBeBeyond && row <= extent.rows; row += 1) {
    lastColumn = Math.max(lastColumn, model.getLastNonEmptyInRowBeforeColumn(index, row, 16_385) ?? 0);
  }
  let area: Area | null = null;
  for (let column = 1; column <= lastColumn; column += 1) {
    const rows = model.getRowsWithData(index, column);
    const isFilled = (row: number): boolean =>
      model.getCellType(index, row, column) !== CELL_TYPE.number ||
      model.getCellContent(index, row, column) !== '';
    let [first, last] = [Number.POSITIVE_INFINITY, 0];
    for (const row of rows) {
      if (row < first && isFilled(row)) first = row;
      if (row > last && isFilled(row)) last = row;
    }
    if (last === 0) continue;
    const part = { row: first - 1, column: column - 1, rows: last - first + 1, columns: 1 };
    area = area ? union(area, part) : part;
  }
  return area;
}
