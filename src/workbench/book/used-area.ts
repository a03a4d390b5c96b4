import { union } from './a1.ts';
import type { Area } from './book.ts';
import { CELL_TYPE, type EngineModel } from './engine.ts';

/** IronCalc lists cells by column and by row only; spilled results may lie beyond what was ever written. */
export function findUsedArea(
  model: EngineModel,
  index: number,
  extent: { rows: number; columns: number },
): Area | null {
  let lastColumn = extent.columns;
  for (let row = 1; row <= extent.rows; row += 1) {
    lastColumn = Math.max(lastColumn, model.getLastNonEmptyInRowBeforeColumn(index, row, 16_385) ?? 0);
  }
  let area: Area | null = null;
  for (let column = 1; column <= lastColumn; column += 1) {
    const rows = model.getRowsWithData(index, column).toSorted();
    const isFilled = (row: number): boolean =>
      model.getCellType(index, row, column) !== CELL_TYPE.number ||
      model.getCellContent(index, row, column) !== '';
    const first = rows.find(isFilled);
    const last = rows.findLast(isFilled);
    if (first === undefined || last === undefined) continue;
    const part = { row: first - 1, column: column - 1, rows: last - first + 1, columns: 1 };
    area = area ? union(area, part) : part;
  }
  return area;
}
