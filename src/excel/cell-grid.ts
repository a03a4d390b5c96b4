import type { CellValue } from '../domain/index.ts';
import { contains, type Extent } from './extent.ts';

/** Cells as they were read, and where on the sheet they stand. Everything outside counts as blank. */
export interface CellGrid {
  extent: Extent;
  values: readonly (readonly CellValue[])[];
}

/** The row after the last of an extent. */
export function bottomOf({ rowIndex, rowCount }: Extent): number {
  return rowIndex + rowCount;
}

/** The column after the last of an extent. */
export function rightOf({ columnIndex, columnCount }: Extent): number {
  return columnIndex + columnCount;
}

/** An extent from its first row and column to those after its last. */
export function extentFrom(top: number, left: number, bottom: number, right: number): Extent {
  return { rowIndex: top, columnIndex: left, rowCount: bottom - top, columnCount: right - left };
}

export function cellAt({ extent, values }: CellGrid, row: number, column: number): CellValue {
  return values[row - extent.rowIndex]?.[column - extent.columnIndex] ?? '';
}

export function rowCells(grid: CellGrid, row: number, { columnIndex, columnCount }: Extent): CellValue[] {
  return Array.from({ length: columnCount }, (_, offset) => cellAt(grid, row, columnIndex + offset));
}

export function isRowBlank({ extent, values }: CellGrid, row: number, left: number, right: number): boolean {
  const cells = values[row - extent.rowIndex];
  if (cells === undefined) return true;
  const end = Math.min(right - extent.columnIndex, cells.length);
  for (let at = Math.max(0, left - extent.columnIndex); at < end; at++) if (cells[at] !== '') return false;
  return true;
}

export function isColumnBlank(
  { extent, values }: CellGrid,
  column: number,
  top: number,
  bottom: number,
): boolean {
  const at = column - extent.columnIndex;
  if (at < 0 || at >= extent.columnCount) return true;
  const end = Math.min(bottom - extent.rowIndex, values.length);
  for (let row = Math.max(0, top - extent.rowIndex); row < end; row++)
    if (values[row]?.[at] !== '') return false;
  return true;
}

/** Without its blank edges; null when all of it is blank. */
export function withoutBlankEdges(grid: CellGrid, extent: Extent): Extent | null {
  let { rowIndex: top, columnIndex: left } = extent;
  let [bottom, right] = [bottomOf(extent), rightOf(extent)];
  while (top < bottom && isRowBlank(grid, top, left, right)) top++;
  if (top === bottom) return null;
  while (isRowBlank(grid, bottom - 1, left, right)) bottom--;
  while (isColumnBlank(grid, left, top, bottom)) left++;
  while (isColumnBlank(grid, right - 1, top, bottom)) right--;
  return extentFrom(top, left, bottom, right);
}

/** The block of filled cells around an extent, as Excel's own "current region": it grows until blank cells surround it. */
export function blockAround(grid: CellGrid, start: Extent): Extent {
  let { rowIndex: top, columnIndex: left } = start;
  let [bottom, right] = [bottomOf(start), rightOf(start)];
  const { extent } = grid;
  for (let hasGrown = true; hasGrown;) {
    hasGrown = false;
    while (top > extent.rowIndex && !isRowBlank(grid, top - 1, left - 1, right + 1))
      [top, hasGrown] = [top - 1, true];
    while (bottom < bottomOf(extent) && !isRowBlank(grid, bottom, left - 1, right + 1)) {
      [bottom, hasGrown] = [bottom + 1, true];
    }
    while (left > extent.columnIndex && !isColumnBlank(grid, left - 1, top - 1, bottom + 1)) {
      [left, hasGrown] = [left - 1, true];
    }
    while (right < rightOf(extent) && !isColumnBlank(grid, right, top - 1, bottom + 1)) {
      [right, hasGrown] = [right + 1, true];
    }
  }
  return extentFrom(top, left, bottom, right);
}

/** All blocks of filled cells within an extent, in reading order. */
export function findBlocks(grid: CellGrid, within: Extent): Extent[] {
  const blocks: Extent[] = [];
  for (let row = within.rowIndex; row < bottomOf(within); row++) {
    if (isRowBlank(grid, row, within.columnIndex, rightOf(within))) continue;
    const passed = blocks.filter((block) => block.rowIndex <= row && row < bottomOf(block));
    for (let column = within.columnIndex; column < rightOf(within); column++) {
      if (cellAt(grid, row, column) === '') continue;
      const cell = extentFrom(row, column, row + 1, column + 1);
      const known = passed.find((block) => contains(block, cell));
      const block = known ?? blockAround(grid, cell);
      if (known === undefined) {
        blocks.push(block);
        passed.push(block);
      }
      column = rightOf(block) - 1;
    }
  }
  return blocks;
}
