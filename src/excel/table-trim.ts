import type { CellValue } from '../domain/index.ts';

/** Offsets within a block of cells: `top` and `left` are the first row and column kept, `bottom` and `right` one past the last. */
export interface Trim {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A title above a table is looked for in so many rows. */
const TITLE_ROWS_AT_MOST = 10;

/**
 * Where the table lies within its block: without blank edges, and without title lines, which are rows above the header
 * that hold a single text. Null when nothing is left.
 */
export function trimBlock(values: readonly (readonly CellValue[])[]): Trim | null {
  const counts = values.map((row) => row.reduce<number>((count, cell) => count + (cell === '' ? 0 : 1), 0));
  const firstFilled = counts.findIndex((count) => count > 0);
  if (firstFilled < 0) return null;
  const bottom = counts.findLastIndex((count) => count > 0) + 1;
  const headerAt = counts.findIndex(
    (count, row) => row >= firstFilled && row < firstFilled + TITLE_ROWS_AT_MOST && count >= 2,
  );
  const top = headerAt < 0 ? firstFilled : headerAt;
  const kept = values.slice(top, bottom);
  const width = values[0]?.length ?? 0;
  const isFilled = (column: number) => kept.some((row) => row[column] !== '');
  let left = 0;
  let right = width;
  while (left < right && !isFilled(left)) left++;
  while (right > left && !isFilled(right - 1)) right--;
  return left < right ? { top, bottom, left, right } : null;
}
