import { assertInGrid } from './a1.ts';
import {
  type BookError,
  type Area,
  type Book,
  type BookChange,
  type CellFormat,
  type CellInput,
  type CellValue,
  type ChangeSource,
  type DefinedName,
  type Selection,
  type SheetInfo,
  type TableInfo,
  type TrackedArea,
} from './book.ts';
import { Arranging } from './arranging.ts';
import { fillCalculatedColumns } from './calculated-columns.ts';
import { ConditionalFormatting } from './conditional-formats.ts';
import { Core } from './core.ts';
import type { Engine } from './engine.ts';
import { createGridModel, type GridModel } from './grid-model.ts';
import { Links, type Hyperlink } from './links.ts';
import { Names } from './names.ts';
import { Reading } from './reading.ts';
import { Selecting } from './selecting.ts';
import { sheetIdOf, Sheets, type SheetPlace } from './sheets.ts';
import { Structure } from './structure.ts';
import { Tables } from './tables.ts';
import type { WebExtension } from './web-extension.ts';
import { Writing } from './writing.ts';

export interface BookOptions {
  engine: Engine;
  /** The file name, as the title bar shows it. */
  name?: string;
  date1904?: boolean;
}

/** A book, and what only the workbench's own rooms need of it. */
export interface WorkbenchBook extends Book {
  readonly parts: BookParts;
  /** What IronCalc's grid is given instead of a model: everything a person does in it passes through the book. */
  gridModel(options?: { onRefused?: (error: BookError) => void }): GridModel;
  canUndo(): boolean;
  canRedo(): boolean;
  /** As a person types: in one cell, with tables that grow when the cell touches them. */
  type(sheetId: string, row: number, column: number, text: string): void;
  setEditing(editing: boolean): void;
  /** The add-in that the settings are of, where the file or whoever opened it said; kept when the book is saved. */
  webExtension: WebExtension | null;
}

/** The parts that a book is made of; for the grid, the `.xlsx` reader and the `.xlsx` writer. */
export interface BookParts {
  core: Core;
  sheets: Sheets;
  reading: Reading;
  writing: Writing;
  structure: Structure;
  tables: Tables;
  arranging: Arranging;
  selecting: Selecting;
  names: Names;
  links: Links;
  conditionalFormats: ConditionalFormatting;
}

/** An empty workbook with one sheet, `Sheet1`. */
export function createBook(options: BookOptions): WorkbenchBook {
  return new IronCalcBook(options);
}

class IronCalcBook implements WorkbenchBook {
  name: string;
  readonly settings = new Map<string, unknown>();
  webExtension: WebExtension | null = null;
  readonly parts: BookParts;
  #editing = false;

  constructor({ engine, name = 'Book1.xlsx', date1904 = false }: BookOptions) {
    this.name = name;
    const core = new Core(engine, name);
    core.date1904 = date1904;
    const sheets = new Sheets(core);
    const reading = new Reading(core);
    const writing = new Writing(core, sheets, reading);
    const structure = new Structure({ core, reading, writing }, sheets);
    const tables = new Tables(core, sheets, reading, writing);
    const arranging = new Arranging(core, reading, writing, structure);
    const selecting = new Selecting(core, sheets);
    const names = new Names(core, sheets);
    const links = new Links(core, writing);
    const conditionalFormats = new ConditionalFormatting(core, sheets);
    this.parts = {
      core,
      sheets,
      reading,
      writing,
      structure,
      tables,
      arranging,
      selecting,
      names,
      links,
      conditionalFormats,
    };
  }

  get date1904(): boolean {
    return this.parts.core.date1904;
  }

  set date1904(date1904: boolean) {
    this.parts.core.date1904 = date1904;
  }

  get readOnly(): boolean {
    return this.parts.core.readOnly;
  }

  set readOnly(readOnly: boolean) {
    this.parts.core.readOnly = readOnly;
  }

  gridModel(options: { onRefused?: (error: BookError) => void } = {}): GridModel {
    return createGridModel(this, options.onRefused ?? (() => undefined));
  }

  sheets(): SheetInfo[] {
    return this.parts.sheets.list();
  }

  addSheet(name?: string): SheetInfo {
    return this.parts.sheets.add(name, 'addin');
  }

  renameSheet(sheetId: string, name: string): void {
    this.parts.sheets.rename(sheetId, name, 'addin');
  }

  deleteSheet(sheetId: string): void {
    this.parts.sheets.delete(sheetId, 'addin');
  }

  setSheetVisibility(sheetId: string, visibility: SheetInfo['visibility']): void {
    this.parts.sheets.setVisibility(sheetId, visibility, 'addin');
  }

  activeSheetId(): string {
    return this.parts.sheets.activeId();
  }

  activate(sheetId: string, source: ChangeSource = 'addin'): void {
    this.parts.selecting.activate(sheetId, source);
    this.parts.selecting.notice(source);
  }

  usedArea(sheetId: string, valuesOnly: boolean): Area | null {
    return this.parts.reading.usedArea(this.#place(sheetId), valuesOnly);
  }

  surroundingArea(sheetId: string, area: Area): Area {
    assertInGrid(area);
    return this.parts.reading.surroundingArea(this.#place(sheetId), area);
  }

  values(sheetId: string, area: Area): CellValue[][] {
    assertInGrid(area);
    return this.parts.reading.values(this.#place(sheetId), area);
  }

  formulas(sheetId: string, area: Area): CellValue[][] {
    assertInGrid(area);
    return this.parts.reading.formulas(this.#place(sheetId), area);
  }

  texts(sheetId: string, area: Area): string[][] {
    assertInGrid(area);
    return this.parts.reading.texts(this.#place(sheetId), area);
  }

  numberFormats(sheetId: string, area: Area): string[][] {
    assertInGrid(area);
    return this.parts.reading.numberFormats(this.#place(sheetId), area);
  }

  format(sheetId: string, area: Area): CellFormat {
    assertInGrid(area);
    return this.parts.reading.format(this.#place(sheetId), area);
  }

  write(sheetId: string, area: Area, cells: CellInput[][], source: ChangeSource): void {
    const place = this.#place(sheetId);
    this.parts.core.step(() => {
      this.parts.writing.write(place, area, cells, source);
      fillCalculatedColumns(this.parts, place, area, cells, source);
    });
  }

  type(sheetId: string, row: number, column: number, text: string): void {
    const place = this.#place(sheetId);
    this.parts.core.step(() => {
      const cell = { row, column, rows: 1, columns: 1 };
      this.parts.writing.write(place, cell, [[text]], 'person');
      if (text !== '') this.parts.tables.growAfterTyping(place, row, column);
      fillCalculatedColumns(this.parts, place, cell, [[text]], 'person');
    });
  }

  setNumberFormats(sheetId: string, area: Area, formats: (string | null)[][], source: ChangeSource): void {
    assertInGrid(area);
    this.parts.writing.setNumberFormats(this.#place(sheetId), area, formats, source);
  }

  setFormat(sheetId: string, area: Area, format: Partial<CellFormat>, source: ChangeSource): void {
    assertInGrid(area);
    this.parts.writing.setFormat(this.#place(sheetId), area, format, source);
  }

  clear(sheetId: string, area: Area, what: 'All' | 'Contents' | 'Formats', source: ChangeSource): void {
    this.parts.writing.clear(this.#place(sheetId), area, what, source);
  }

  hyperlink(sheetId: string, area: Area): Hyperlink | null {
    return this.parts.links.get(this.#place(sheetId), area);
  }

  setHyperlink(sheetId: string, area: Area, link: Hyperlink | null, source: ChangeSource): void {
    assertInGrid(area);
    this.parts.links.set(this.#place(sheetId), area, link, source);
  }

  columnWidth(sheetId: string, column: number): number {
    return this.parts.core.model.getColumnWidth(this.#place(sheetId).index, column + 1);
  }

  setColumnWidth(sheetId: string, column: number, columns: number, width: number): void {
    const { index } = this.#place(sheetId);
    const { core } = this.parts;
    core.step(() => {
      core.restyle((model) => model.setColumnsWidth(index, column + 1, column + columns, width));
      const area = { row: 0, column, rows: 1, columns };
      core.emit({ kind: 'formats', sheetId, area, source: 'addin' });
    });
  }

  insertRows(sheetId: string, row: number, count: number, source: ChangeSource): void {
    this.parts.structure.insert(this.#place(sheetId), 'rows', row, count, source);
  }

  deleteRows(sheetId: string, row: number, count: number, source: ChangeSource): void {
    this.parts.structure.delete(this.#place(sheetId), 'rows', row, count, source);
  }

  insertColumns(sheetId: string, column: number, count: number, source: ChangeSource): void {
    this.parts.core.step(() => {
      this.parts.structure.insert(this.#place(sheetId), 'columns', column, count, source);
      this.parts.tables.nameNewColumns(this.#place(sheetId), column, source);
    });
  }

  deleteColumns(sheetId: string, column: number, count: number, source: ChangeSource): void {
    this.parts.structure.delete(this.#place(sheetId), 'columns', column, count, source);
  }

  isRowHidden(sheetId: string, row: number): boolean {
    return this.parts.structure.isHidden(this.#place(sheetId), 'rows', row);
  }

  isColumnHidden(sheetId: string, column: number): boolean {
    return this.parts.structure.isHidden(this.#place(sheetId), 'columns', column);
  }

  setRowsHidden(sheetId: string, row: number, count: number, hidden: boolean, source: ChangeSource): void {
    this.parts.structure.setRowsHidden(this.#place(sheetId), row, count, hidden, source);
  }

  setColumnsHidden(
    sheetId: string,
    column: number,
    count: number,
    hidden: boolean,
    source: ChangeSource,
  ): void {
    this.parts.structure.setColumnsHidden(this.#place(sheetId), column, count, hidden, source);
  }

  tables(): TableInfo[] {
    return this.parts.tables.list();
  }

  addTable(sheetId: string, area: Area, hasHeaders: boolean, name?: string): TableInfo {
    return this.parts.tables.add(this.#place(sheetId), area, hasHeaders, name, 'addin');
  }

  renameTable(tableId: string, name: string): void {
    this.parts.tables.rename(tableId, name);
  }

  resizeTable(tableId: string, area: Area): void {
    this.parts.tables.resize(tableId, area);
  }

  setTableTotals(tableId: string, show: boolean): void {
    this.parts.tables.setTotals(tableId, show);
  }

  setTableStyle(tableId: string, style: string): void {
    this.parts.tables.change(tableId, { style });
  }

  convertTableToRange(tableId: string): void {
    this.parts.tables.convertToRange(tableId);
  }

  addTableColumn(
    tableId: string,
    index: number | null,
    cells: CellInput[] | null,
    source: ChangeSource,
  ): Area {
    return this.parts.tables.addColumn(tableId, index, cells, source);
  }

  deleteTableColumn(tableId: string, index: number, source: ChangeSource): void {
    this.parts.tables.deleteColumn(tableId, index, source);
  }

  sort(sheetId: string, area: Area, column: number, ascending: boolean, source: ChangeSource): void {
    assertInGrid(area);
    this.parts.arranging.sort(this.#place(sheetId), area, column, ascending, source);
  }

  filter(sheetId: string, area: Area, column: number, keep: string[], source: ChangeSource): void {
    assertInGrid(area);
    this.parts.arranging.filter(this.#place(sheetId), area, column, keep, source);
  }

  clearFilter(sheetId: string, source: ChangeSource): void {
    this.parts.arranging.clearFilter(this.#place(sheetId), source);
  }

  isFiltered(sheetId: string): boolean {
    const { filter } = this.parts.core.sheetState(this.#place(sheetId).key);
    return filter !== null && filter.criteria.size > 0;
  }

  merges(sheetId: string): Area[] {
    return this.parts.core.sheetState(this.#place(sheetId).key).merges.map((area) => ({ ...area }));
  }

  merge(sheetId: string, area: Area, source: ChangeSource): void {
    assertInGrid(area);
    this.parts.arranging.merge(this.#place(sheetId), area, source);
  }

  unmerge(sheetId: string, area: Area, source: ChangeSource): void {
    this.parts.arranging.unmerge(this.#place(sheetId), area, source);
  }

  protect(sheetId: string): void {
    this.parts.core.protectedSheets.add(this.#place(sheetId).key);
    this.parts.core.emit({ kind: 'sheets', source: 'addin' });
  }

  unprotect(sheetId: string): void {
    this.parts.core.protectedSheets.delete(this.#place(sheetId).key);
    this.parts.core.emit({ kind: 'sheets', source: 'addin' });
  }

  spillArea(sheetId: string, row: number, column: number): Area | null {
    return this.parts.reading.spillArea(this.#place(sheetId), row, column);
  }

  hasSpill(sheetId: string, area: Area): boolean | null {
    return this.parts.reading.hasSpill(this.#place(sheetId), area);
  }

  get conditionalFormats(): ConditionalFormatting {
    return this.parts.conditionalFormats;
  }

  names(): DefinedName[] {
    return this.parts.names.list();
  }

  addName(name: string, formula: string, sheetId?: string): DefinedName {
    return this.parts.names.add(name, formula, sheetId);
  }

  deleteName(name: string, sheetId?: string): void {
    this.parts.names.delete(name, sheetId);
  }

  selection(): Selection {
    return this.parts.selecting.get();
  }

  select(sheetId: string, areas: Area[], source: ChangeSource): void {
    this.parts.selecting.select(sheetId, areas, source);
  }

  undo(): void {
    this.parts.core.undo((sheetId) => this.#keyIfPresent(sheetId));
  }

  redo(): void {
    this.parts.core.redo((sheetId) => this.#keyIfPresent(sheetId));
  }

  canUndo(): boolean {
    return this.parts.core.canUndo();
  }

  canRedo(): boolean {
    return this.parts.core.canRedo();
  }

  asOneUndo<T>(work: () => T): T {
    return this.parts.core.asOneUndo(work);
  }

  quietly<T>(work: () => T): T {
    return this.parts.core.quietly(work);
  }

  track(sheetId: string, area: Area): TrackedArea {
    assertInGrid(area);
    this.#place(sheetId);
    return this.parts.core.track(sheetId, area);
  }

  untrack(tracked: TrackedArea): void {
    this.parts.core.untrack(tracked);
  }

  isEditing(): boolean {
    return this.#editing;
  }

  setEditing(editing: boolean): void {
    this.#editing = editing;
  }

  onChange(listener: (change: BookChange) => void): () => void {
    return this.parts.core.onChange(listener);
  }

  #place(sheetId: string): SheetPlace {
    return this.parts.sheets.place(sheetId);
  }

  #keyIfPresent(sheetId: string): number | undefined {
    return this.parts.sheets.places().find((place) => sheetIdOf(place.key) === sheetId)?.key;
  }
}
