import { asReadBack, formKindOf, type CellValue } from '../domain/index.ts';
import { locateTable } from './locate-table.ts';
import { responseBytesFor } from './read-block.ts';
import { readPlace } from './read-place.ts';
import type { ExcelSession } from './with-excel.ts';
import type { WriteTarget } from './write-target.ts';

/** A row that was written to though it is another one than planned, counted from 0 on the sheet, when it was written. */
export interface StrayRow {
  rowIndex: number;
  /** Cells that tell it, as they stood after the write; null where a formula makes the value. */
  keys: { columnIndex: number; headerText: string; value: CellValue | null }[];
  cells: StrayCell[];
}

interface StrayCell {
  columnIndex: number;
  headerText: string;
  written: CellValue;
  /** The formula or value that stood there before. */
  held: CellValue;
  /** The number format of before, when it was changed with the value. */
  format: string | null;
}

/** Cells that are put back in one request; what goes astray is a request's worth at most. */
const CELLS_AT_ONCE = 2_000;
/** Nobody disturbs two requests in a row so often; a bound all the same. */
const PASSES_AT_MOST = 12;
/** A request that Excel refuses in the middle is sent again: cells that are put back already stay so. */
const ATTEMPTS = 3;

/**
 * Puts back what stood in the cells: where they were written, or wherever their rows and columns have moved since. Each
 * request is asked what it was written over, as the write itself was, and is taken back in its turn when that was
 * something else. A cell that somebody else has changed is left alone.
 */
export async function takeBack(
  session: ExcelSession,
  target: WriteTarget,
  stray: readonly StrayRow[],
): Promise<void> {
  let pending = [...stray];
  let moved: StrayRow[] = [];
  for (let pass = 0; pass < PASSES_AT_MOST && pending.length + moved.length > 0; pass++) {
    if (pending.length === 0) {
      pending = await findAgain(session, target, moved);
      moved = [];
    }
    const wrong: StrayRow[] = [];
    for (const rows of inRequests(pending)) {
      const over = await putBack(session, target, rows);
      rows.forEach((row, nth) => {
        const result = judged(row, over[nth] ?? new Map<number, Look>());
        if (result.isElsewhere) moved.push(row);
        if (result.wrong !== null) wrong.push(result.wrong);
      });
    }
    pending = wrong;
  }
}

interface Look {
  value: CellValue;
  formula: CellValue;
  format: string;
}

/** Returns what each row's cells held, by column, when they were written over. */
async function putBack(
  session: ExcelSession,
  { place }: WriteTarget,
  rows: readonly StrayRow[],
): Promise<Map<number, Look>[]> {
  const { worksheet } = place.sheet;
  const rowIndices = rows.map(({ rowIndex }) => rowIndex);
  const columns = rows.flatMap(({ keys, cells }) =>
    [...keys, ...cells].map(({ columnIndex }) => columnIndex),
  );
  const [top, left] = [smallest(rowIndices), smallest(columns)];
  const height = 1 - smallest(rowIndices.map((row) => -row)) - top;
  const width = 1 - smallest(columns.map((column) => -column)) - left;
  for (let attempt = 1; ; attempt++) {
    const block = worksheet.getRangeByIndexes(top, left, height, width);
    block.load(['values', 'formulas', 'numberFormat']);
    for (const { rowIndex, cells } of rows) {
      for (const { columnIndex, held, format } of cells) {
        const cell = worksheet.getRangeByIndexes(rowIndex, columnIndex, 1, 1);
        if (format !== null) cell.numberFormat = [[format]];
        cell.formulas = [[asEntered(held)]];
      }
    }
    try {
      await session.sync();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      continue;
    }
    const [values, formulas] = [block.values as CellValue[][], block.formulas as CellValue[][]];
    const formats = block.numberFormat as string[][];
    return rows.map(({ rowIndex, keys, cells }) => {
      const at = rowIndex - top;
      const look = (column: number): Look => ({
        value: values[at]?.[column - left] ?? '',
        formula: formulas[at]?.[column - left] ?? '',
        format: formats[at]?.[column - left] ?? '',
      });
      return new Map([...keys, ...cells].map(({ columnIndex }) => [columnIndex, look(columnIndex)]));
    });
  }
}

/** Whether the row was where it was looked for, and what was written over wrongly. */
function judged(
  row: StrayRow,
  over: ReadonlyMap<number, Look>,
): { isElsewhere: boolean; wrong: StrayRow | null } {
  const isElsewhere = row.keys.some(
    ({ columnIndex, value }) => value !== null && over.get(columnIndex)?.value !== value,
  );
  const cells = row.cells.flatMap((cell): StrayCell[] => {
    const look = over.get(cell.columnIndex);
    if (look === undefined || look.formula === cell.held) return [];
    if (!isElsewhere && holds(look, cell.written)) return [];
    const format = cell.format === null ? null : look.format;
    return [{ ...cell, written: cell.held, held: look.formula, format }];
  });
  if (cells.length === 0) return { isElsewhere, wrong: null };
  const written = new Map(row.cells.map(({ columnIndex, held }) => [columnIndex, held]));
  const keys = row.keys.map((key) => {
    const held = written.get(key.columnIndex);
    if (held !== undefined) return { ...key, value: isFormula(held) ? null : held };
    return { ...key, value: over.get(key.columnIndex)?.value ?? null };
  });
  return { isElsewhere, wrong: { rowIndex: row.rowIndex, keys, cells } };
}

/** Where the rows stand now, known by what tells them and by what was written; those that nobody finds are left out. */
async function findAgain(
  session: ExcelSession,
  { table, place: old }: WriteTarget,
  rows: readonly StrayRow[],
): Promise<StrayRow[]> {
  const responseBytes = responseBytesFor(table);
  const place = await locateTable(session, table.reference, responseBytes);
  const { table: fresh } = await readPlace(session, place, [], responseBytes, formKindOf(table.reference));
  if (place.sheet.id !== old.sheet.id) return [];
  const taken = new Set<number>();
  return rows.flatMap((row): StrayRow[] => {
    const columnOf = (text: string) => fresh.header.findIndex((other) => String(other) === text);
    const keys = row.keys.map((key) => ({ ...key, at: columnOf(key.headerText) }));
    const cells = row.cells.map((cell) => ({ ...cell, at: columnOf(cell.headerText) }));
    let best = { index: -1, count: 0 };
    fresh.values.forEach((line, index) => {
      if (taken.has(index)) return;
      if (keys.some(({ at, value }) => at >= 0 && value !== null && line[at] !== value)) return;
      const count = cells.filter(({ at, written }) => line[at] === readBack(written)).length;
      if (count > best.count) best = { index, count };
    });
    if (best.index < 0) return [];
    taken.add(best.index);
    const isThere = ({ at }: { at: number }) => at >= 0;
    const placed = <T extends { at: number }>({ at, ...rest }: T) => ({
      ...rest,
      columnIndex: fresh.firstColumnIndex + at,
    });
    return [
      {
        rowIndex: fresh.headerRowIndex + 1 + best.index,
        keys: keys.filter(isThere).map(placed),
        cells: cells
          .filter(({ at, written }) => fresh.values[best.index]?.[at] === readBack(written))
          .map(placed),
      },
    ];
  });
}

function* inRequests(rows: readonly StrayRow[]): Generator<StrayRow[]> {
  let some: StrayRow[] = [];
  let count = 0;
  for (const row of rows) {
    if (some.length > 0 && count + row.cells.length > CELLS_AT_ONCE) {
      yield some;
      [some, count] = [[], 0];
    }
    some.push(row);
    count += row.cells.length;
  }
  if (some.length > 0) yield some;
}

function holds({ value, formula }: Look, written: CellValue): boolean {
  return value === readBack(written) || formula === written;
}

function readBack(written: CellValue): CellValue {
  return typeof written === 'string' ? asReadBack(written) : written;
}

function isFormula(held: CellValue): boolean {
  return typeof held === 'string' && held.startsWith('=');
}

/** Excel gives a formula with its sign of equality; what begins with another sign was text, and would become one. */
function asEntered(held: CellValue): CellValue {
  return typeof held === 'string' && /^[+\-@]/.test(held) ? `'${held}` : held;
}

/** `Math.min` of thousands, which do not fit into a call. */
function smallest(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY);
}
