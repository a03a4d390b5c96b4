import type { CellValue } from '../domain/index.ts';
import type { ExcelSession } from './with-excel.ts';

/** A cell's share of an answer beside its text. */
const CELL_ENVELOPE_BYTES = 6;

/**
 * The cells of a few columns (offsets in the range), one array per column, from a row of the range on, as many as there
 * are `expected` rows. What is expected there says how many rows fit into one answer.
 */
export async function readColumns(
  session: ExcelSession,
  range: Excel.Range,
  columns: readonly number[],
  firstRow: number,
  expected: readonly (readonly CellValue[])[],
  responseBytes: number,
): Promise<CellValue[][]> {
  const read = columns.map((): CellValue[] => []);
  let start = 0;
  do {
    const count = rowsThatFit(expected, columns, start, responseBytes);
    const parts =
      count === 0 ? [] : columns.map((column) => queueColumn(range, column, firstRow + start, count));
    await session.sync();
    parts.forEach((part, nth) => {
      for (const [cell] of part.values as CellValue[][]) read[nth]?.push(cell ?? '');
    });
    start += count;
  } while (start < expected.length);
  return read;
}

function queueColumn(range: Excel.Range, column: number, row: number, count: number): Excel.Range {
  const part = range.getCell(row, column).getResizedRange(count - 1, 0);
  part.load('values');
  return part;
}

function rowsThatFit(
  expected: readonly (readonly CellValue[])[],
  columns: readonly number[],
  start: number,
  responseBytes: number,
): number {
  let bytes = 0;
  let row = start;
  for (; row < expected.length; row++) {
    bytes += cellBytes(expected[row] ?? [], columns);
    if (bytes > responseBytes && row > start) break;
  }
  return row - start;
}

/** At most: a character takes up to three bytes. */
export function cellBytes(row: readonly CellValue[], columns: readonly number[]): number {
  return columns.reduce((sum, column) => sum + String(row[column] ?? '').length * 3 + CELL_ENVELOPE_BYTES, 0);
}
