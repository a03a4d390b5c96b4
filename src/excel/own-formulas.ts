import { formKindOf, resultsOf, type ResultCell } from '../domain/index.ts';
import { ResultColumnTakenError } from './errors.ts';
import type { ExcelSession } from './with-excel.ts';
import { cellsToWrite, type ResultOffsets } from './write-runs.ts';
import type { WriteTarget } from './write-target.ts';

/**
 * Throws `ResultColumnTakenError` when a cell that is about to be written holds a formula, or when something spills into
 * its column, even if it shows nothing: both are the user's own. An Excel that cannot tell counts as having none.
 */
export async function assertNoFormulas(
  session: ExcelSession,
  target: WriteTarget,
  offsets: ResultOffsets,
  cells: readonly ResultCell[],
): Promise<void> {
  const { table, queueRange } = target;
  const names = resultsOf(formKindOf(table.reference));
  const rowsOf = new Map<ResultCell['column'], number[]>();
  for (const { column, rowOffset } of cellsToWrite(cells, table)) {
    if (offsets[column] < 0) continue;
    const rows = rowsOf.get(column);
    if (rows === undefined) rowsOf.set(column, [rowOffset]);
    else rows.push(rowOffset);
  }
  if (rowsOf.size === 0 || !canTell('1.9')) return;
  const whole = queueRange();
  const asked = [...rowsOf].map(([column, rows]) => ({
    column,
    rows,
    formulas: queueFormulas(whole, offsets[column], rows),
    hasSpill: queueHasSpill(rowsOfColumn(whole, offsets[column], rows)),
  }));
  whole.load('rowIndex');
  await session.sync();
  for (const { column, rows, formulas, hasSpill } of asked) {
    const written = new Set(rows.map((row) => whole.rowIndex + 1 + row));
    const isMet = formulas().some(({ rowIndex, rowCount }) =>
      Array.from({ length: rowCount }, (_, nth) => rowIndex + nth).some((row) => written.has(row)),
    );
    if (isMet || hasSpill()) throw new ResultColumnTakenError(names[column] ?? '');
  }
}

/** Whether something spills into any of these cells, also where it shows nothing. Before ExcelApi 1.12 nobody can tell. */
export function queueHasSpill(range: Excel.Range): () => boolean {
  if (!canTell('1.12')) return () => false;
  range.load('hasSpill');
  return () => (range.hasSpill as boolean | null) !== false;
}

function canTell(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/** The header is among the cells, because Excel takes a single one for the whole sheet. */
function queueFormulas(whole: Excel.Range, offset: number, rows: readonly number[]) {
  const found = whole
    .getCell(0, offset)
    .getResizedRange(1 + lastOf(rows), 0)
    .getSpecialCellsOrNullObject('Formulas');
  found.areas.load(['rowIndex', 'rowCount']);
  return () => (found.isNullObject ? [] : found.areas.items);
}

function rowsOfColumn(whole: Excel.Range, offset: number, rows: readonly number[]): Excel.Range {
  const first = firstOf(rows);
  return whole.getCell(1 + first, offset).getResizedRange(lastOf(rows) - first, 0);
}

function firstOf(rows: readonly number[]): number {
  return rows.reduce((first, row) => Math.min(first, row), Number.POSITIVE_INFINITY);
}

function lastOf(rows: readonly number[]): number {
  return rows.reduce((last, row) => Math.max(last, row), 0);
}
