import type { CellPosition } from '../domain/index.ts';
import type { Extent } from './extent.ts';

/** Cells one below the other, with what belongs to each. */
export interface CellRun<T> {
  extent: Extent;
  items: T[];
}

/** Gathers cells into runs of neighbours in one column, from left to right; of two for one cell, the first counts. */
export function cellRuns<T extends { cell: CellPosition }>(items: readonly T[]): CellRun<T>[] {
  const sorted = items.toSorted(
    ({ cell: one }, { cell: other }) => one.columnIndex - other.columnIndex || one.rowIndex - other.rowIndex,
  );
  const runs: CellRun<T>[] = [];
  for (const item of sorted) {
    const { rowIndex, columnIndex } = item.cell;
    const last = runs.at(-1);
    const next = last === undefined ? -1 : last.extent.rowIndex + last.extent.rowCount;
    if (last?.extent.columnIndex === columnIndex && next === rowIndex) {
      last.items.push(item);
      last.extent.rowCount++;
    } else if (last?.extent.columnIndex !== columnIndex || next < rowIndex) {
      runs.push({ extent: { rowIndex, columnIndex, rowCount: 1, columnCount: 1 }, items: [item] });
    }
  }
  return runs;
}
