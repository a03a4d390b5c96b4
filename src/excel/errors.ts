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
    const seconds = Math.max(1, Math.round(timeoutMs / 1000));
    super(
      'excel-timeout',
      `Excel has not answered for ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. Wait until it responds, then try again.`,
    );
    this.timeoutMs = timeoutMs;
  }
}

/** While a cell is being edited, Excel takes no calls from add-ins. */
export class CellEditModeError extends ExcelError {
  constructor(officeCode: string, cause?: unknown) {
    super(
      'cell-edit-mode',
      'A cell is being edited. Press Enter or Esc in the sheet, then try again.',
      officeCode,
      cause,
    );
  }
}

/** The cells are locked; the sheet is never unprotected on the user's behalf. */
export class SheetProtectedError extends ExcelError {
  constructor(officeCode: string | null = null, cause?: unknown) {
    super(
      'sheet-protected',
      'The sheet is protected or read-only, so nothing can be written to it. Unprotect it, then try again.',
      officeCode,
      cause,
    );
  }
}

/** The table that was read before is not in the workbook any more. */
export class TableGoneError extends ExcelError {
  constructor(tableOrSheetName: string) {
    super(
      'table-gone',
      `The table on “${tableOrSheetName}” cannot be found any more. Select the payout table and check it again.`,
    );
  }
}

/** The sheet differs from the table that the write-back was planned for; nothing was written. */
export class SheetChangedError extends ExcelError {
  constructor() {
    super('sheet-changed', 'The sheet changed in the meantime, so nothing was written. Try again.');
  }
}

/** Other content stands where the result columns would go; nothing was written. */
export class ResultColumnsBlockedError extends ExcelError {
  readonly neededColumns: number;
  readonly freeColumns: number;

  constructor(neededColumns: number, freeColumns: number) {
    super(
      'result-columns-blocked',
      `The results need ${neededColumns} empty columns right of the table, and there ${freeColumns === 1 ? 'is' : 'are'} ${freeColumns}. ` +
        'Insert empty columns there, then try again.',
    );
    this.neededColumns = neededColumns;
    this.freeColumns = freeColumns;
  }
}

/** A column of the user's own bears the name of a result column, or holds the user's formulas; nothing was written. */
export class ResultColumnTakenError extends ExcelError {
  constructor(headerText: string) {
    super(
      'result-column-taken',
      `The column “${headerText}” holds content or formulas of its own, where results of that name would go. Rename it, then try again.`,
    );
  }
}

/** The selection does not lead to one table: `no-table`, `several-tables`, `selection-unusable` or `table-without-header`. */
export class SelectionError extends ExcelError {}
