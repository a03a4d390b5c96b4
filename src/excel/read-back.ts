import {
  asReadBack,
  type CellValue,
  type ResultCell,
  type SheetTable,
  type WriteBackReport,
} from '../domain/index.ts';
import { addressOf } from './extent.ts';
import { displacedRows } from './same-table.ts';
import { knownOffsets } from './write-runs.ts';

/** Compares what the sheet holds now with what the plan says, cell by cell. */
export function compareReadBack(
  cells: readonly ResultCell[],
  planned: SheetTable,
  fresh: SheetTable,
): WriteBackReport {
  const offsets = knownOffsets(fresh);
  const displaced = displacedRows(planned, fresh);
  const expectedRows = new Set<number>();
  const wrongRows = new Set<number>();
  const mismatches: string[] = [];
  for (const { rowOffset, column, value } of cells) {
    if (value === null) continue;
    const isId = column === 'distributionId' || column === 'paymentId';
    if (isId) expectedRows.add(rowOffset);
    const columnOffset = offsets[column];
    const held = fresh.values[rowOffset]?.[columnOffset];
    if (isHeld(value, held) && !(isId && displaced.has(rowOffset))) continue;
    if (isId) wrongRows.add(rowOffset);
    mismatches.push(cellAddress(fresh, rowOffset, columnOffset));
  }
  return { verified: expectedRows.size - wrongRows.size, expected: expectedRows.size, mismatches };
}

function isHeld(written: string | number, held: CellValue | undefined): boolean {
  return held === written || (typeof written === 'string' && held === asReadBack(written));
}

function cellAddress(table: SheetTable, rowOffset: number, columnOffset: number): string {
  return addressOf(table.reference.sheetName, {
    rowIndex: table.headerRowIndex + 1 + rowOffset,
    columnIndex: table.firstColumnIndex + Math.max(0, columnOffset),
    rowCount: 1,
    columnCount: 1,
  });
}
