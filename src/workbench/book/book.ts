/**
 * What a workbook can do, whoever asks: the grid that a person works in, the Office.js face (`../office`), the
 * `.xlsx` reader and writer, and the tests. Rows and columns count from 0 here; IronCalc counts from 1.
 */

/** A rectangle of cells on one sheet; never empty. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** As Excel's API gives a value: `''` is an empty cell, an error is its text (`#N/A`), a date is its serial number. */
export type CellValue = string | number | boolean;

/** What a write gives for one cell: `null` leaves the cell as it is, `''` clears it, a string that begins with `=` is a formula. */
export type CellInput = CellValue | null;

export interface SheetInfo {
  /** Stable for the life of the sheet, in Excel's form: `{00000000-0001-0000-0000-000000000000}`. */
  id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  protected: boolean;
}

export interface TableInfo {
  id: string;
  name: string;
  sheetId: string;
  /** Header row and totals row included. */
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
}

export interface DefinedName {
  name: string;
  /** Absent for a name of the whole workbook. */
  sheetId?: string;
  formula: string;
}

export interface CellFormat {
  numberFormat: string;
  bold: boolean;
  italic: boolean;
  /** `#RRGGBB`, or null for automatic. */
  fontColor: string | null;
  fillColor: string | null;
  horizontalAlignment: 'General' | 'Left' | 'Center' | 'Right';
  wrapText: boolean;
  /** Cells are locked unless somebody unlocked them; it matters on a protected sheet only. */
  locked: boolean;
}

/** What a conditional format changes of a cell's look; null leaves it as the cell has it. */
export interface ConditionalLook {
  /** `#RRGGBB`. */
  fillColor: string | null;
  fontColor: string | null;
  bold: boolean | null;
  italic: boolean | null;
  underline: boolean | null;
  strikethrough: boolean | null;
}

/** A conditional format by a formula, Excel's kind `Custom`; the workbench has no other. */
export interface ConditionalFormatInfo {
  /** Stable for the life of the conditional format. */
  readonly id: string;
  /** At least one. */
  readonly areas: readonly Area[];
  /** `=…`, relative to the top left cell of all the areas. Null until one is set: such a format is never shown. */
  readonly formula: string | null;
  /** Where it holds, no later one of the list counts. */
  readonly stopIfTrue: boolean;
  readonly look: Readonly<ConditionalLook>;
}

/** Conditional formats: they never touch the formats of cells. A protected sheet refuses every change of them. */
export interface ConditionalFormats {
  /** The first one wins where several set the same. */
  list(sheetId: string): readonly ConditionalFormatInfo[];
  /** On top of the others. */
  add(sheetId: string, areas: readonly Area[], source: ChangeSource): ConditionalFormatInfo;
  /** Throws `ItemNotFound` for an unknown id, `InvalidArgument` for what is no formula. `priority` counts from 0. */
  change(
    sheetId: string,
    id: string,
    change: {
      formula?: string;
      stopIfTrue?: boolean;
      look?: Partial<ConditionalLook>;
      priority?: number;
    },
    source: ChangeSource,
  ): void;
  delete(sheetId: string, id: string, source: ChangeSource): void;
  /** Cuts the areas out of every conditional format; one that has no cell left is gone. */
  clear(sheetId: string, areas: readonly Area[], source: ChangeSource): void;
}

export interface Selection {
  sheetId: string;
  /** The last one is the active area; several when a person held Ctrl, none while a chart or a picture is selected. */
  areas: Area[];
}

/** Who caused a change: a person in the grid, the add-in through Office.js, or somebody who edits the same file elsewhere. */
export type ChangeSource = 'person' | 'addin' | 'coauthor';

export type BookChange =
  | { kind: 'cells'; sheetId: string; area: Area; source: ChangeSource }
  | {
      kind: 'rowsInserted' | 'rowsDeleted' | 'columnsInserted' | 'columnsDeleted';
      sheetId: string;
      area: Area;
      source: ChangeSource;
    }
  | { kind: 'rowsHidden'; sheetId: string; area: Area; hidden: boolean; source: ChangeSource }
  | { kind: 'sorted'; sheetId: string; area: Area; source: ChangeSource }
  | { kind: 'filtered'; sheetId: string; source: ChangeSource }
  | { kind: 'formats'; sheetId: string; area: Area; source: ChangeSource }
  | { kind: 'conditionalFormats'; sheetId: string; source: ChangeSource }
  | { kind: 'selection'; source: ChangeSource }
  | { kind: 'activated'; sheetId: string; source: ChangeSource }
  | { kind: 'sheets'; source: ChangeSource }
  | { kind: 'tables'; sheetId: string; source: ChangeSource };

/**
 * What Excel would refuse, refused: `code` is Office.js's own code, `message` Excel's own kind of sentence.
 * `AccessDenied`: the sheet is protected and a cell is locked. `InvalidArgument`: outside the grid, a wrong shape.
 * `ItemNotFound`, `ItemAlreadyExists`: names. `InvalidOperation`: a table over a table, a sort through merged cells.
 */
export class BookError extends Error {
  readonly code:
    'AccessDenied' | 'InvalidArgument' | 'ItemNotFound' | 'ItemAlreadyExists' | 'InvalidOperation';
  constructor(code: BookError['code'], message: string) {
    super(message);
    this.name = 'BookError';
    this.code = code;
  }
}

/**
 * An area that follows its cells: it shifts when rows or columns are inserted or deleted before it, grows when they
 * are inserted inside, and is `null` once all its cells were deleted. Kept references of Office.js stand on it.
 */
export interface TrackedArea {
  sheetId: string;
  area: Area | null;
}

export interface Book {
  name: string;
  /** True while the workbook uses the 1904 date system. */
  date1904: boolean;
  /** True for a file that was opened to be looked at only: every change of it is `AccessDenied`, undo too. */
  readOnly: boolean;

  sheets(): SheetInfo[];
  addSheet(name?: string): SheetInfo;
  renameSheet(sheetId: string, name: string): void;
  deleteSheet(sheetId: string): void;
  setSheetVisibility(sheetId: string, visibility: SheetInfo['visibility']): void;
  activeSheetId(): string;
  activate(sheetId: string, source?: ChangeSource): void;

  /** The smallest area with content, or with content or format unless `valuesOnly`; null on an empty sheet. */
  usedArea(sheetId: string, valuesOnly: boolean): Area | null;
  /** The block of non-empty cells around an area, bounded by blank rows and columns (Ctrl+A, `getSurroundingRegion`). */
  surroundingArea(sheetId: string, area: Area): Area;

  values(sheetId: string, area: Area): CellValue[][];
  /** A formula as `=…`, else the value. */
  formulas(sheetId: string, area: Area): CellValue[][];
  /** As the cell shows it. */
  texts(sheetId: string, area: Area): string[][];
  numberFormats(sheetId: string, area: Area): string[][];
  /** The format of the area's first cell. */
  format(sheetId: string, area: Area): CellFormat;

  /** One undo step. Checks protection first and writes nothing when one cell is locked. The shape must match the area. */
  write(sheetId: string, area: Area, cells: CellInput[][], source: ChangeSource): void;
  setNumberFormats(sheetId: string, area: Area, formats: (string | null)[][], source: ChangeSource): void;
  setFormat(sheetId: string, area: Area, format: Partial<CellFormat>, source: ChangeSource): void;
  clear(sheetId: string, area: Area, what: 'All' | 'Contents' | 'Formats', source: ChangeSource): void;
  hyperlink(
    sheetId: string,
    area: Area,
  ): { address: string; textToDisplay?: string; screenTip?: string } | null;
  setHyperlink(
    sheetId: string,
    area: Area,
    link: { address: string; textToDisplay?: string; screenTip?: string } | null,
    source: ChangeSource,
  ): void;
  columnWidth(sheetId: string, column: number): number;
  setColumnWidth(sheetId: string, column: number, columns: number, width: number): void;

  insertRows(sheetId: string, row: number, count: number, source: ChangeSource): void;
  deleteRows(sheetId: string, row: number, count: number, source: ChangeSource): void;
  insertColumns(sheetId: string, column: number, count: number, source: ChangeSource): void;
  deleteColumns(sheetId: string, column: number, count: number, source: ChangeSource): void;
  isRowHidden(sheetId: string, row: number): boolean;
  isColumnHidden(sheetId: string, column: number): boolean;
  setRowsHidden(sheetId: string, row: number, count: number, hidden: boolean, source: ChangeSource): void;
  setColumnsHidden(
    sheetId: string,
    column: number,
    count: number,
    hidden: boolean,
    source: ChangeSource,
  ): void;

  tables(): TableInfo[];
  /** Throws `InvalidOperation` when it overlaps a table; fills empty header cells with `Column1` and so on. */
  addTable(sheetId: string, area: Area, hasHeaders: boolean, name?: string): TableInfo;
  renameTable(tableId: string, name: string): void;
  resizeTable(tableId: string, area: Area): void;
  setTableTotals(tableId: string, show: boolean): void;
  setTableStyle(tableId: string, style: string): void;
  /** Keeps the cells. */
  convertTableToRange(tableId: string): void;
  /** At `index` of the table's columns, or at its end; shifts what stands right of the table within its rows. */
  addTableColumn(
    tableId: string,
    index: number | null,
    cells: CellInput[] | null,
    source: ChangeSource,
  ): Area;
  /** With what stands in it; shifts back what stands right of it within the table's rows. */
  deleteTableColumn(tableId: string, index: number, source: ChangeSource): void;

  /** Sorts whole rows of the area by one column; totals row and header must not be in it. Formulas keep pointing as in Excel. */
  sort(sheetId: string, area: Area, column: number, ascending: boolean, source: ChangeSource): void;
  /** Hides the rows of the area (its first row is the header) whose text in `column` is not among `keep`. */
  filter(sheetId: string, area: Area, column: number, keep: string[], source: ChangeSource): void;
  clearFilter(sheetId: string, source: ChangeSource): void;
  isFiltered(sheetId: string): boolean;

  merges(sheetId: string): Area[];
  merge(sheetId: string, area: Area, source: ChangeSource): void;
  unmerge(sheetId: string, area: Area, source: ChangeSource): void;

  protect(sheetId: string): void;
  unprotect(sheetId: string): void;

  /** The spilled area that the cell belongs to, anchor included, or null. */
  spillArea(sheetId: string, row: number, column: number): Area | null;
  /** Whether every cell belongs to a spill, or none (false), or some (null). */
  hasSpill(sheetId: string, area: Area): boolean | null;

  readonly conditionalFormats: ConditionalFormats;

  names(): DefinedName[];
  addName(name: string, formula: string, sheetId?: string): DefinedName;
  deleteName(name: string, sheetId?: string): void;

  selection(): Selection;
  /** Without an area: a chart or a picture of that sheet, which is no cell. */
  select(sheetId: string, areas: Area[], source: ChangeSource): void;

  undo(): void;
  redo(): void;

  /** Many steps become one for undo. A step that fails is taken back alone, those before it stay. */
  asOneUndo<T>(work: () => T): T;

  /** Many writes as one: no recalculation and no repaint until `work` has returned. */
  quietly<T>(work: () => T): T;

  track(sheetId: string, area: Area): TrackedArea;
  untrack(tracked: TrackedArea): void;

  /** Document settings of Office.js (`Office.context.document.settings`, `workbook.settings`), saved in the `.xlsx`. */
  readonly settings: Map<string, unknown>;

  /** True while a person is typing in a cell: Office.js calls then fail with InvalidOperationInCellEditMode. */
  isEditing(): boolean;

  onChange(listener: (change: BookChange) => void): () => void;
}
