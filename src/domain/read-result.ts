import type { ColumnMapping, PayoutField, ResultColumn } from './fields.ts';
import type { LeftOutRow } from './plan.ts';
import type { Problem } from './problem.ts';
import type { CellPosition, CellValue, SheetTable } from './sheet-table.ts';

/** A sheet line that is meant as a payout, its cells not judged yet. */
export interface RawRow {
  /** Index into `SheetTable.values`. */
  index: number;
  rowIndex: number;
  hidden: boolean;
  /** The table's own array of this row; `fieldValue` and `fieldCell` look into it, so that nothing is copied. */
  cells: readonly CellValue[];
}

export interface ReadResult {
  table: SheetTable;
  /** The mapping with every column that cannot be read set to null. */
  mapping: ColumnMapping;
  resultColumns: Record<ResultColumn, number | null>;
  rows: RawRow[];
  leftOut: LeftOutRow[];
  problems: Problem[];
}

/** The value of a field; an unmapped field reads as an empty cell. */
export function fieldValue(read: ReadResult, row: RawRow, field: PayoutField): CellValue {
  const column = read.mapping[field];
  return column === null ? '' : (row.cells[column] ?? '');
}

/** Where the field of a row stands on the sheet; null when no column is mapped. */
export function fieldCell(read: ReadResult, rowIndex: number, field: PayoutField): CellPosition | null {
  const column = read.mapping[field];
  return column === null ? null : { rowIndex, columnIndex: read.table.firstColumnIndex + column };
}

/** The sheet's column of each field, for rules that know rows but no table. */
export type FieldColumns = Readonly<Record<PayoutField, number | null>>;

export function fieldColumns(read: ReadResult): FieldColumns {
  return Object.fromEntries(
    Object.entries(read.mapping).map(([field, column]) => [
      field,
      column === null ? null : read.table.firstColumnIndex + column,
    ]),
  ) as FieldColumns;
}
