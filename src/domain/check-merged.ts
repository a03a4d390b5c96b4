import { problemTexts } from '../words/index.ts';
import { cellAddress } from './cell-address.ts';
import type { TableField } from './fields.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './problem-codes.ts';
import type { ReadResult } from './read-result.ts';
import type { MergedArea } from './sheet-table.ts';
import { resultColumnNames } from './table-form.ts';

/**
 * Merged cells that touch what is read or written of a row: one problem each, at the first cell of the area.
 * Those of titles, headers and totals, and of columns that mean nothing here, do no harm.
 */
export function mergedProblems<F extends TableField>(read: ReadResult<F>): Problem[] {
  const areas = read.table.mergedAreas ?? [];
  if (areas.length === 0) return [];
  const meantRows = new Set(read.rows.map(({ rowIndex }) => rowIndex));
  return areas.flatMap((area) => {
    const touches = rowsOf(read, area).some((rowIndex) => meantRows.has(rowIndex));
    const field = touches ? touchedField(read, area) : null;
    if (field === null) return [];
    const first = { rowIndex: area.rowIndex, columnIndex: area.columnIndex };
    const last = {
      rowIndex: area.rowIndex + area.rowCount - 1,
      columnIndex: area.columnIndex + area.columnCount - 1,
    };
    const message = problemTexts.cells.merged(`${cellAddress(first)}:${cellAddress(last)}`);
    return [problemAt('cell-merged', message, first, field === 'result' ? null : field)];
  });
}

/** The sheet rows of an area as far as the table has them: an area can span a whole column of the sheet. */
function rowsOf<F extends TableField>({ table }: ReadResult<F>, area: MergedArea): number[] {
  const first = Math.max(area.rowIndex, table.headerRowIndex + 1);
  const end = Math.min(area.rowIndex + area.rowCount, table.headerRowIndex + 1 + table.values.length);
  return Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset);
}

function touchedField<F extends TableField>(read: ReadResult<F>, area: MergedArea): F | 'result' | null {
  const touches = (column: number | null): boolean => {
    if (column === null) return false;
    const offset = read.table.firstColumnIndex + column - area.columnIndex;
    return offset >= 0 && offset < area.columnCount;
  };
  const field = read.form.fields.find((candidate) => touches(read.mapping[candidate]));
  if (field !== undefined) return field;
  return resultColumnNames.some((column) => touches(read.resultColumns[column])) ? 'result' : null;
}
