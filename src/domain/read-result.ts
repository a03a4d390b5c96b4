import type { PayoutField, TableField } from './fields.ts';
import type { ResultPlaces } from './header-match.ts';
import type { LeftOutRow } from './plan.ts';
import type { Problem } from './problem.ts';
import type { CellPosition, CellValue, SheetTable } from './sheet-table.ts';
import type { FieldMapping, TableForm } from './table-form.ts';

/** A sheet line that is meant, its cells not judged yet. */
export interface RawRow {
  /** Index into `SheetTable.values`. */
  index: number;
  rowIndex: number;
  hidden: boolean;
  /** The table's own array of this row; `fieldValue` and `fieldCell` look into it, so that nothing is copied. */
  cells: readonly CellValue[];
}

export interface ReadResult<F extends TableField = PayoutField> {
  form: TableForm<F>;
  table: SheetTable;
  /** The mapping with every column that cannot be read set to null. */
  mapping: FieldMapping<F>;
  resultColumns: ResultPlaces;
  rows: RawRow[];
  leftOut: LeftOutRow[];
  problems: Problem[];
}

/** The value of a field; an unmapped field reads as an empty cell. */
export function fieldValue<F extends TableField>(read: ReadResult<F>, row: RawRow, field: F): CellValue {
  const column = read.mapping[field];
  return column === null ? '' : (row.cells[column] ?? '');
}

/** Where the field of a row stands on the sheet; null when no column is mapped. */
export function fieldCell<F extends TableField>(
  read: Pick<ReadResult<F>, 'mapping' | 'table'>,
  rowIndex: number,
  field: F,
): CellPosition | null {
  const column = read.mapping[field];
  return column === null ? null : { rowIndex, columnIndex: read.table.firstColumnIndex + column };
}

/** The sheet's column of each field, for rules that know rows but no table. */
export type FieldColumns<F extends TableField = PayoutField> = Readonly<FieldMapping<F>>;

export function fieldColumns<F extends TableField>(read: ReadResult<F>): FieldColumns<F> {
  return Object.fromEntries(
    read.form.fields.map((field) => {
      const column = read.mapping[field];
      return [field, column === null ? null : read.table.firstColumnIndex + column];
    }),
  ) as FieldColumns<F>;
}
