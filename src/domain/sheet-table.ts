import type { SubmissionSource } from './source.ts';

/** As Excel's API gives a value: `''` is an empty cell, an error is its text (`#N/A`), a date is its serial number. */
export type CellValue = string | number | boolean;

/** A cell of a sheet, rows and columns counted from 0. */
export interface CellPosition {
  rowIndex: number;
  columnIndex: number;
}

/** Enough to find the same table again after rows were sorted, inserted or deleted; never the selection. */
export interface TableReference {
  sheetId: string;
  sheetName: string;
  /** The Excel table's id; null for a plain region. */
  tableId: string | null;
  tableName: string | null;
  /** Header row and first column when it was read; for a plain region the search starts here. */
  rowIndex: number;
  columnIndex: number;
  /** The header texts when it was read, by which a plain region that moved is known again. */
  header: string[];
}

/** A payout table as it was read in one look: plain data, nothing of Office.js. */
export interface SheetTable {
  reference: TableReference;
  source: SubmissionSource;
  /** How the table was found, for the pane to say. */
  foundBy: 'table' | 'region' | 'selection';
  /** Absolute address in A1 form, sheet name included, for the pane to show. */
  address: string;
  /** 0-based row of the header; data rows follow it. */
  headerRowIndex: number;
  firstColumnIndex: number;
  header: CellValue[];
  /** One array per data row, as wide as `header`; totals row included when there is one. */
  values: CellValue[][];
  /** Excel's number formats, same shape as `values`. */
  numberFormats: string[][];
  /** One per data row: hidden by hand or by a filter. */
  hidden: boolean[];
  /** The Excel table's own totals row is the last of `values`. */
  hasTotalsRow: boolean;
  date1904: boolean;
  /** Data rows (indexes into `values`) that the user's selection touches; null when the selection does not narrow the table. */
  selectedRows: number[] | null;
  /** A protected sheet takes no results; known before anything is sent. */
  sheetProtected: boolean;
  /** How many columns right of the table are empty beside its rows, counted up to 6. */
  freeColumnsRight: number;
}
