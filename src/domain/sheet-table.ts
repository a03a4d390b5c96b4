import type { SubmissionSource } from './source.ts';
import type { FormKind } from './table-form.ts';

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
  /** Two when the texts of two rows made up `header`; `rowIndex` is the last of them. One when left out. */
  headerRowCount?: 1 | 2;
  /** The table goes on after blank rows, or would if somebody inserted one: it is to be read so again. */
  spansBlankRows?: boolean;
  /** Data rows when the user's own selection bounds the table, which no blank cell tells then. */
  selectedRowCount?: number;
  /** The defined name that the table was found by. */
  definedName?: string;
  /** What the table is read for, which decides what its result columns are called; payouts when left out. */
  form?: FormKind;
}

/** Cells that are merged into one, counted from 0 on the sheet; only the first of them holds a value. */
export interface MergedArea {
  rowIndex: number;
  columnIndex: number;
  rowCount: number;
  columnCount: number;
}

/** A table that could be checked, found without reading it all: plain data to list, and to read when it is chosen. */
export interface TableCandidate {
  kind: 'table' | 'name' | 'region';
  /** What to call it: its name, else where it stands. */
  label: string;
  /** Absolute address in A1 form, sheet name included. */
  address: string;
  sheetId: string;
  sheetName: string;
  /** The sheet is hidden, so that its cells cannot be shown until somebody unhides it. */
  hiddenSheet: boolean;
  /** Its first cell, header included, and its size. */
  rowIndex: number;
  columnIndex: number;
  rowCount: number;
  columnCount: number;
  /** Enough to read it, wherever it has moved since. */
  reference: TableReference;
}

/** A table as it was read in one look: plain data, nothing of Office.js. */
export interface SheetTable {
  reference: TableReference;
  source: SubmissionSource;
  /** How the table was found, for the pane to say. */
  foundBy: 'table' | 'name' | 'region' | 'selection';
  /** Absolute address in A1 form, sheet name included, for the pane to show. */
  address: string;
  /** 0-based row of the header, the last one when it has two; data rows follow it. */
  headerRowIndex: number;
  /** Rows that make up the header, one when left out; with two, `header` holds their texts joined by a space. */
  headerRowCount?: 1 | 2;
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
  /** Merged cells that touch the table, header included; none when left out. An Excel table cannot hold any. */
  mergedAreas?: MergedArea[];
  /** A sentence for the user when what was taken is not the only possibility; null or left out when it is. */
  ambiguity?: string | null;
  /** How many columns right of the table are empty beside its rows, counted up to 6. */
  freeColumnsRight: number;
}
