import { sheetSays } from '../words/index.ts';

/**
 * What can go wrong between the pane and Excel. `code` is stable, `message` is a sentence for the user that says what
 * to do; `officeCode` is Office.js's own code where Excel said no.
 */
export class ExcelError extends Error {
  readonly code: string;
  readonly officeCode: string | null;

  constructor(code: string, message: string, officeCode: string | null = null, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
    this.officeCode = officeCode;
  }
}

/** Excel did not answer in time. What was asked may still happen, so the caller must look before it asks again. */
export class ExcelTimeoutError extends ExcelError {
  readonly timeoutMs: number;

  constructor(timeoutMs: number) {
    super('excel-timeout', sheetSays.noAnswer(Math.max(1, Math.round(timeoutMs / 1000))));
    this.timeoutMs = timeoutMs;
  }
}

/** While a cell is being edited, Excel takes no calls from add-ins. */
export class CellEditModeError extends ExcelError {
  constructor(officeCode: string, cause?: unknown) {
    super('cell-edit-mode', sheetSays.editing, officeCode, cause);
  }
}

/** The cells are locked; the sheet is never unprotected on the user's behalf. */
export class SheetProtectedError extends ExcelError {
  constructor(officeCode: string | null = null, cause?: unknown) {
    super('sheet-protected', sheetSays.isProtected, officeCode, cause);
  }
}

/** The table that was read before is not in the workbook any more. */
export class TableGoneError extends ExcelError {
  /** Null where the whole sheet is gone, so that its name is not known. */
  constructor(sheetName: string | null) {
    super('table-gone', sheetName === null ? sheetSays.checkedSheetGone : sheetSays.tableGone(sheetName));
  }
}

/** The sheet differs from the table that the write-back was planned for; nothing was written. */
export class SheetChangedError extends ExcelError {
  constructor() {
    super('sheet-changed', sheetSays.changed);
  }
}

/** Other content stands where the result columns would go; nothing was written. */
export class ResultColumnsBlockedError extends ExcelError {
  readonly neededColumns: number;
  readonly freeColumns: number;

  constructor(neededColumns: number, freeColumns: number) {
    super('result-columns-blocked', sheetSays.noRoom(neededColumns, freeColumns));
    this.neededColumns = neededColumns;
    this.freeColumns = freeColumns;
  }
}

/** A column of the user's own bears the name of a result column, or holds the user's formulas; nothing was written. */
export class ResultColumnTakenError extends ExcelError {
  constructor(headerText: string) {
    super('result-column-taken', sheetSays.nameTaken(headerText));
  }
}

/** The selection does not lead to one table: `no-table`, `several-tables`, `selection-unusable` or `table-without-header`. */
export class SelectionError extends ExcelError {}
