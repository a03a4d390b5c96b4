import type { CellInput, CellValue } from '../book/book.ts';

/**
 * What a test or a measurement may do to the workbench, as `window.workbench` of its page. All of it acts as a person
 * would, through the same book: a protected sheet refuses a write with `AccessDenied`, the pane hears of every change.
 *
 * Addresses are Excel's: `Payouts!B2:C9`, `'My Sheet'!A:C`, several areas as `B2:B4,D2:D4`; without a sheet name they
 * mean the active sheet. Rows count from 1, columns of an area from 0.
 *
 * For the keyboard: call `focusGrid()`, or click the element with `data-testid="grid"`, and type. What is typed goes
 * into the active cell; Enter and Tab end the entry, Escape drops it.
 */
export interface WorkbenchApi {
  /** The first workbook is open, the grid is drawn, and the pane's page has loaded in its frame. */
  readonly ready: Promise<void>;

  /**
   * Opens another workbook in place of this one and loads the pane anew. `source` is a URL of an `.xlsx`, or its bytes
   * in base64; empty text is an empty workbook. Rejects when it cannot be fetched or read, and keeps what was open.
   */
  open(source: string, name: string): Promise<void>;
  /** Opens the pane once more beside the first, as in another window on the same workbook; resolves when its page has loaded. */
  openSecondPane(): Promise<void>;
  /** The workbook as the bytes of an `.xlsx` in base64. */
  save(): Promise<string>;

  /** The last area becomes the active one, the grid shows it. */
  select(address: string): void;
  /** Of the first cell of the active area, with its sheet: `Payouts!B2`. */
  activeCell(): string;
  /** Gives the keyboard to the grid. */
  focusGrid(): void;

  /** Whole columns and rows are cut to the used part of the sheet. */
  read(address: string): CellValue[][];
  texts(address: string): string[][];
  formulas(address: string): CellValue[][];
  /** Writes at the first cell of the address in the shape of `cells`: null leaves a cell, `''` empties it. */
  write(address: string, cells: CellInput[][]): void;

  /** Sorts all rows of the area, which has no header and no totals row, by its column `column`. */
  sort(address: string, column: number, ascending: boolean): void;
  /** The area begins with its header row; rows whose text in `column` is not among `keep` are hidden. */
  filter(address: string, column: number, keep: string[]): void;
  /** On the active sheet. */
  clearFilter(): void;

  insertRows(sheetName: string, row: number, count: number): void;
  deleteRows(sheetName: string, row: number, count: number): void;
  hideRows(sheetName: string, row: number, count: number): void;
  unhideRows(sheetName: string, row: number, count: number): void;
  merge(address: string): void;

  /** Cuts the area and pastes it with its first cell at `to`, over what stands there. */
  cut(address: string, to: string): void;
  /** Drags the whole column of the sheet, counted from 0, so many columns right; only where no table or filter stands. */
  moveColumn(sheetName: string, column: number, delta: number): void;

  sheets(): string[];
  addSheet(name: string): void;
  hideSheet(name: string): void;
  unhideSheet(name: string): void;
  renameSheet(from: string, to: string): void;
  protect(sheetName: string): void;
  unprotect(sheetName: string): void;

  /** Every table of the workbook, header and totals rows included in its address. */
  tables(): { name: string; address: string }[];
  addTable(address: string, name?: string): void;
  convertToRange(tableName: string): void;
  /** For the whole workbook; `refersTo` is an address with its sheet: `Payouts!$B$2:$C$9`. */
  addName(name: string, refersTo: string): void;

  /** Those that touch the address, the one that wins first: `fill` is `#RRGGBB`, null for one that sets none. */
  conditionalFormats(address: string): { formula: string; fill: string | null; address: string }[];

  undo(): void;
  redo(): void;

  /** The workbook takes no change any more, whoever makes it: `AccessDenied`. */
  setReadOnly(readOnly: boolean): void;
  /** As while a person types in a cell: Office.js calls fail with `InvalidOperationInCellEditMode`. */
  setEditing(editing: boolean): void;
  /** Added to every Office.js request from now on. */
  setLatency(latencyMs: number): void;
  /** Office.js requests so far, without those that only release references. */
  requests(): number;
  resetRequests(): void;

  /** Faults to order for the pane's next Office.js requests; orders queue up. */
  readonly faults: WorkbenchFaults;
}

export interface WorkbenchFaults {
  /** Nothing of the request is done. `code` is Office.js's own, of a request or of an action: `GeneralException`. */
  failNext(code: string): void;
  /** The request is never answered; `executed` says whether it has its effect all the same. */
  hangNext(executed?: boolean): void;
  /** The first `actions` actions keep their effect. */
  failAfterActions(actions: number, code: string): void;
}
