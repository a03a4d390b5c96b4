import { contains, intersect, isWholeColumns, isWholeRows } from '../../book/a1.ts';
import type { Area, CellInput, CellValue } from '../../book/book.ts';
import { invalidArgument } from '../api-error.ts';
import { areaOf, type ReferenceTo } from '../reference.ts';
import type { ModelHost } from '../wire-class.ts';

/** Above this many cells Excel on the web answers null for values, formulas, texts and formats. */
const MOST_CELLS = 5_000_000;

/** One value for so many cells is written cell by cell here; Excel has no such limit. */
const MOST_FILLED_CELLS = 1_000_000;

const ERROR_TEXT = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR!|CIRC!|N\/IMPL!)$/;

/** Whole rows or columns, or too many cells: Excel then has no cell-level answers. */
export function isUnbounded(area: Area): boolean {
  return isWholeColumns(area) || isWholeRows(area) || area.rows * area.columns > MOST_CELLS;
}

/** A block read from the book, or null for an unbounded range. */
export function readCells<T>(
  range: ReferenceTo<'Range'>,
  read: (sheetId: string, area: Area) => T[][],
): T[][] | null {
  const area = areaOf(range);
  return isUnbounded(area) ? null : read(range.sheetId, area);
}

export function valueType(value: CellValue): string {
  if (value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return ERROR_TEXT.test(value) ? 'Error' : 'String';
}

/**
 * Brings an assigned value into the shape of the area: one value fills every cell, a block must match.
 * Throws `InvalidArgument` for another shape.
 */
export function asBlock(value: unknown, area: Area): unknown[][] {
  const single = Array.isArray(value) ? onlyCell(value) : { value };
  if (single && !(area.rows === 1 && area.columns === 1 && Array.isArray(single.value))) {
    if (isUnbounded(area) || area.rows * area.columns > MOST_FILLED_CELLS) throw invalidArgument();
    return Array.from({ length: area.rows }, () => new Array<unknown>(area.columns).fill(single.value));
  }
  const rows = value as unknown[];
  const fits =
    rows.length === area.rows && rows.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits) throw wrongSize();
  return rows as unknown[][];
}

/** `[[value]]` fills any range, as a plain value does. */
function onlyCell(rows: unknown[]): { value: unknown } | null {
  const [first] = rows;
  return rows.length === 1 && Array.isArray(first) && first.length === 1
    ? { value: first[0] as unknown }
    : null;
}

export function wrongSize(): Error {
  return invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
}

/**
 * Assigns values or formulas. What a string becomes (a formula, a number, text in a cell of format `@`) is the book's
 * to decide, as for a person who types it. Of a merged block only the first cell takes its value, as in Excel.
 */
export function writeCells(range: ReferenceTo<'Range'>, value: unknown, host: ModelHost): void {
  const area = areaOf(range);
  const block = asBlock(value, area).map((row) => row.map(cellInput));
  const cells = host.slipsUnderFilter ? slipped(block, range, host) : block;
  leaveMergedCells(cells, area, host.book.merges(range.sheetId));
  host.book.write(range.sheetId, area, cells, 'addin');
}

/** The block as it lands when it falls into the visible rows of a filtered sheet alone. */
function slipped(block: CellInput[][], range: ReferenceTo<'Range'>, host: ModelHost): CellInput[][] {
  const { row } = areaOf(range);
  const isHidden = block.map((_line, offset) => host.book.isRowHidden(range.sheetId, row + offset));
  if (!host.book.isFiltered(range.sheetId) || !isHidden.includes(true) || !isHidden.includes(false)) {
    return block;
  }
  let next = 0;
  return block.map((line, offset) =>
    isHidden[offset] ? line.map(() => null) : (block[next++] ?? line.map(() => null)),
  );
}

/** Throws `InvalidArgument` for what no cell can hold. */
export function cellInput(value: unknown): CellInput {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw invalidArgument();
}

function leaveMergedCells(cells: CellInput[][], area: Area, merges: readonly Area[]): void {
  for (const merge of merges) {
    const common = intersect(merge, area);
    if (!common) continue;
    for (let row = common.row; row < common.row + common.rows; row += 1) {
      for (let column = common.column; column < common.column + common.columns; column += 1) {
        const isAnchor = row === merge.row && column === merge.column;
        const line = cells[row - area.row];
        if (!isAnchor && line) line[column - area.column] = null;
      }
    }
  }
}

export function writeNumberFormats(range: ReferenceTo<'Range'>, value: unknown, host: ModelHost): void {
  const area = areaOf(range);
  const single = Array.isArray(value) ? onlyCell(value)?.value : value;
  if (typeof single === 'string') {
    host.book.setFormat(range.sheetId, area, { numberFormat: single }, 'addin');
    return;
  }
  const formats = asBlock(value, area).map((row) =>
    row.map((format) => {
      if (format !== null && typeof format !== 'string') throw invalidArgument();
      return format;
    }),
  );
  host.book.setNumberFormats(range.sheetId, area, formats, 'addin');
}

/** The merged blocks that lie wholly inside the area: what Excel answers, which misses those that begin outside. */
export function mergesInside(range: ReferenceTo<'Range'>, host: ModelHost): Area[] {
  const area = areaOf(range);
  return host.book.merges(range.sheetId).filter((merge) => contains(area, merge));
}
