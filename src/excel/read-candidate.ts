import type { SheetTable, TableCandidate } from '../domain/index.ts';
import { rereadTable } from './reread-table.ts';
import type { ExcelOptions } from './with-excel.ts';

/** Reads a table that the user chose from the list. Throws as `rereadTable` does. */
export function readCandidate(candidate: TableCandidate, options: ExcelOptions = {}): Promise<SheetTable> {
  const { sheetId, sheetName, tableId, rowIndex, columnIndex, header, label } = candidate;
  const tableName = tableId === null ? null : label;
  return rereadTable({ sheetId, sheetName, tableId, tableName, rowIndex, columnIndex, header }, options);
}
