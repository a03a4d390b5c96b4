import {
  asReadBack,
  resultKinds,
  type CellValue,
  type ResultCell,
  type ResultColumn,
  type SheetTable,
  type WriteBackReport,
} from '../domain/index.ts';
import { addressOf, extentProperties } from './extent.ts';
import { readColumns } from './read-columns.ts';
import type { PlacedResultColumns } from './result-columns.ts';
import { witnessKey } from './witness.ts';
import type { ExcelSession } from './with-excel.ts';
import { knownOffsets, offsetsThere } from './write-runs.ts';
import type { WriteTarget } from './write-target.ts';

/** What the sheet holds after writing, in a request of its own: the results, and what tells the rows apart. */
export interface ReadBack {
  sheetName: string;
  /** Of the header, counted from 0 on the sheet. */
  rowIndex: number;
  columnIndex: number;
  header: CellValue[];
  rowCount: number;
  /** By column of the header, then by row; columns that were not asked for are missing. */
  columns: CellValue[][];
}

/** Reads the results again by row, wherever inserted rows and moved columns have carried them meanwhile. */
export async function readBack(
  session: ExcelSession,
  target: WriteTarget,
  columns: PlacedResultColumns,
  responseBytes: number,
): Promise<ReadBack> {
  const { witness, table } = target;
  const { range, header } = columns;
  const { worksheet } = target.place.sheet;
  worksheet.load('name');
  range.load(extentProperties);
  const headerRow = range.getRow(0);
  headerRow.load('values');
  // They are nearly always where they were written, so they are asked for with the header that tells.
  const asked = [...new Set([...witness, ...offsetsThere(columns.offsets)])];
  let cells = await readColumns(session, range, asked, 1, table.values, responseBytes / 2);
  const [texts = []] = headerRow.values as CellValue[][];
  const rowCount = range.rowCount - 1;
  const now = [
    ...new Set([
      ...witness.map((column) => columnNow(column, header, texts)),
      ...offsetsThere(knownOffsets({ header: texts, reference: table.reference })),
    ]),
  ];
  if (rowCount !== table.values.length || now.join() !== asked.join()) {
    const rows = Array.from({ length: rowCount }, (_, row) => table.values[row] ?? table.values[0] ?? []);
    cells = await readColumns(session, range, now, 1, rows, responseBytes / 2);
  }
  const read: CellValue[][] = [];
  for (const [nth, column] of now.entries()) read[column] = cells[nth] ?? [];
  const { rowIndex, columnIndex } = range;
  return { sheetName: worksheet.name, rowIndex, columnIndex, header: texts, rowCount, columns: read };
}

/** Where a column stands now; where it stood, when its header is a new one or one of two rows: its cells will tell. */
function columnNow(column: number, header: readonly CellValue[], fresh: readonly CellValue[]): number {
  const text = header[column] ?? '';
  const at = fresh[column] === text ? column : fresh.indexOf(text);
  return at >= 0 ? at : column;
}

/**
 * Compares what the sheet holds now with what the plan says, row by row: the row at its place, or wherever it has moved
 * since, known by its own cells and by what was written beside it. An id of the plan that stands in another row now, and
 * did not when the plan was made, is wrong there: Ctrl+Z brings back what was taken away, between any two requests.
 */
export function compareReadBack(
  cells: readonly ResultCell[],
  { table, witness }: Pick<WriteTarget, 'table' | 'witness'>,
  fresh: ReadBack,
): WriteBackReport {
  const byRow = new Map<number, ResultCell[]>();
  for (const cell of cells) {
    if (cell.value === null) continue;
    const ofRow = byRow.get(cell.rowOffset);
    if (ofRow === undefined) byRow.set(cell.rowOffset, [cell]);
    else ofRow.push(cell);
  }
  const offsets = knownOffsets({ header: fresh.header, reference: table.reference });
  const columns = witness.map((column) => columnNow(column, table.header, fresh.header));
  const keyAt = (row: number) => witnessKey(columns.map((column) => fresh.columns[column]?.[row]));
  const wrongAt = (row: number, ofRow: readonly ResultCell[]) =>
    ofRow.filter(({ column, value }) => !isHeld(value, fresh.columns[offsets[column]]?.[row]));
  let places: Map<string, number[]> | null = null;
  const bearers = new Set<number>();
  const report: WriteBackReport = { verified: 0, expected: 0, mismatches: [] };
  for (const [rowOffset, ofRow] of byRow) {
    const hasIds = ofRow.some(isId);
    if (hasIds) report.expected += 1;
    const planned = table.values[rowOffset];
    const isHere = witness.every(
      (column, nth) => planned?.[column] === fresh.columns[columns[nth] ?? -1]?.[rowOffset],
    );
    let wrong = isHere ? wrongAt(rowOffset, ofRow) : ofRow;
    let row = rowOffset;
    if (wrong.length > 0) {
      places ??= placesOf(fresh.rowCount, keyAt);
      const key = witnessKey(witness.map((column) => planned?.[column]));
      const others = places.get(key) ?? [];
      const moved =
        others.find((other) => wrongAt(other, ofRow).length === 0) ?? (isHere ? undefined : others[0]);
      if (moved !== undefined) {
        row = moved;
        wrong = wrongAt(moved, ofRow);
      }
    }
    if (hasIds) bearers.add(row);
    if (hasIds && !wrong.some(isId)) report.verified += 1;
    for (const { column } of wrong) report.mismatches.push(cellAddress(fresh, row, offsets[column]));
  }
  for (const { row, offset } of strayIds(cells, table, fresh, bearers)) {
    report.mismatches.push(cellAddress(fresh, row, offset));
  }
  return report;
}

/** Cells with ids of the plan in rows that are to bear none of them, but for those that the plan has seen and left. */
function strayIds(
  cells: readonly ResultCell[],
  table: SheetTable,
  fresh: ReadBack,
  bearers: ReadonlySet<number>,
): { row: number; offset: number }[] {
  const ids = new Set(cells.filter(isId).map(({ value }) => String(value)));
  const [now, before] = [knownOffsets({ ...table, header: fresh.header }), knownOffsets(table)];
  const columns = (Object.keys(now) as ResultColumn[]).filter((column) => resultKinds[column] === 'id');
  return columns.flatMap((column) => {
    const offset = now[column];
    return (fresh.columns[offset] ?? []).flatMap((held, row) => {
      const isStray = ids.has(String(held)) && !bearers.has(row);
      return isStray && table.values[row]?.[before[column]] !== held ? [{ row, offset }] : [];
    });
  });
}

/** Not the blank in place of an id that goes. */
function isId({ column, value }: ResultCell): boolean {
  return resultKinds[column] === 'id' && value !== '';
}

function placesOf(rowCount: number, keyAt: (row: number) => string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let row = 0; row < rowCount; row++) {
    const key = keyAt(row);
    const rows = places.get(key);
    if (rows === undefined) places.set(key, [row]);
    else rows.push(row);
  }
  return places;
}

function isHeld(written: ResultCell['value'], held: CellValue | undefined): boolean {
  return held === written || (typeof written === 'string' && held === asReadBack(written));
}

function cellAddress(fresh: ReadBack, rowOffset: number, columnOffset: number): string {
  return addressOf(fresh.sheetName, {
    rowIndex: fresh.rowIndex + 1 + rowOffset,
    columnIndex: fresh.columnIndex + Math.max(0, columnOffset),
    rowCount: 1,
    columnCount: 1,
  });
}
