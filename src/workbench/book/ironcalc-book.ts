import { assertInGrid, contains, intersect } from './a1.ts';
import {
  BookError,
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
import { Core } from './core.ts';
import type { Engine } from './engine.ts';
import { createGridModel, type GridModel } from './grid-model.ts';
import { excelNumberFormat, Reading } from './reading.ts';
import { Selecting } from './selecting.ts';
import { sheetIdOf, Sheets, type SheetPlace } from './sheets.ts';
import { Structure } from './structure.ts';
import { Tables } from './tables.ts';
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
}

/** An empty workbook with one sheet, `Sheet1`. */
export function createBook(options: BookOptions): WorkbenchBook {
  return new IronCalcBook(options);
}

class IronCalcBook implements WorkbenchBook {
  name: string;
  readonly settings = new Map<string, unknown>();
  readonly parts: BookParts;
  #editing = false;

  constructor({ engine, name = 'Book1.xlsx', date1904 = false }: BookOptions) {
    this.name = name;
    const core = new Core(engine, name);
    core.date1904 = date1904;
    const sheets = new Sheets(core);
    const reading = new Reading(core);
    const writing = new Writing(core, sheets);
    const structure = new Structure(core, sheets);
    const tables = new Tables(core, sheets, reading, writing);
    const arranging = new Arranging(core, reading, writing, structure);
    const selecting = new Selecting(core, sheets);
    this.parts = { core, sheets, reading, writing, structure, tables, arranging, selecting };
  }

  get date1904(): boolean {
    return this.parts.core.date1904;
  }

  set date1904(date1904: boolean) {
    this.parts.core.date1904 = date1904;
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
    const { index, key } = this.#place(sheetId);
    const { model } = this.parts.core;
    const { style } = model.getCellStyle(index, area.row + 1, area.column + 1);
    const cell = { ...area, rows: 1, columns: 1 };
    return {
      numberFormat: excelNumberFormat(style.num_fmt),
      bold: Boolean(style.font.b),
      italic: Boolean(style.font.i),
      fontColor: model.resolveColor(style.font.color) || null,
      fillColor: model.resolveColor(style.fill.color) || null,
      horizontalAlignment: alignmentName(style.alignment?.horizontal),
      wrapText: style.alignment?.wrap_text ?? false,
      locked: !this.parts.core.sheetState(key).unlocked.some((unlocked) => contains(unlocked, cell)),
    };
  }

  write(sheetId: string, area: Area, cells: CellInput[][], source: ChangeSource): void {
    this.parts.writing.write(this.#place(sheetId), area, cells, source);
  }

  type(sheetId: string, row: number, column: number, text: string): void {
    const place = this.#place(sheetId);
    this.parts.core.step(() => {
      this.parts.writing.write(place, { row, column, rows: 1, columns: 1 }, [[text]], 'person');
      if (text !== '') this.parts.tables.growAfterTyping(place, row, column);
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

  hyperlink(
    sheetId: string,
    area: Area,
  ): { address: string; textToDisplay?: string; screenTip?: string } | null {
    const { links } = this.parts.core.sheetState(this.#place(sheetId).key);
    const link = links.findLast((candidate) => contains(candidate.area, { ...area, rows: 1, columns: 1 }));
    if (!link) return null;
    const { address, textToDisplay, screenTip } = link;
    return {
      address,
      ...(textToDisplay === undefined ? {} : { textToDisplay }),
      ...(screenTip === undefined ? {} : { screenTip }),
    };
  }

  setHyperlink(
    sheetId: string,
    area: Area,
    link: { address: string; textToDisplay?: string; screenTip?: string } | null,
    source: ChangeSource,
  ): void {
    assertInGrid(area);
    const place = this.#place(sheetId);
    const { core, writing } = this.parts;
    core.step(() => {
      core.assertUnprotected(place.key);
      const others = core.sheetState(place.key).links.filter((other) => !intersect(other.area, area));
      core.setSheetState(place.key, { links: link ? [...others, { area, ...link }] : others });
      if (link?.textToDisplay !== undefined) {
        const first = { ...area, rows: 1, columns: 1 };
        writing.write(place, first, [[`'${link.textToDisplay}`]], source);
      }
      core.emit({ kind: 'formats', sheetId, area, source });
    });
  }

  columnWidth(sheetId: string, column: number): number {
    return this.parts.core.model.getColumnWidth(this.#place(sheetId).index, column + 1);
  }

  setColumnWidth(sheetId: string, column: number, columns: number, width: number): void {
    const { index } = this.#place(sheetId);
    const { core } = this.parts;
    core.step(() => {
      core.change((model) => model.setColumnsWidth(index, column + 1, column + columns, width));
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
    this.parts.structure.insert(this.#place(sheetId), 'columns', column, count, source);
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
    const { index } = this.#place(sheetId);
    const model = this.parts.core.fresh();
    const structure = model.getCellArrayStructure(index, row + 1, column + 1);
    if (structure === 'SingleCell') return null;
    if ('DynamicAnchor' in structure) return spill(row, column, ...structure.DynamicAnchor);
    if ('ArrayAnchor' in structure) return spill(row, column, ...structure.ArrayAnchor);
    const [anchorRow, anchorColumn, width, height] =
      'DynamicChild' in structure ? structure.DynamicChild : structure.ArrayChild;
    return spill(anchorRow - 1, anchorColumn - 1, width, height);
  }

  names(): DefinedName[] {
    const places = this.parts.sheets.places();
    return this.parts.core.model.getDefinedNameList().map(({ name, scope, formula }) => {
      const place = scope === undefined || scope === null ? undefined : places[scope];
      const defined = { name, formula: formula.startsWith('=') ? formula : `=${formula}` };
      return place ? { ...defined, sheetId: sheetIdOf(place.key) } : defined;
    });
  }

  addName(name: string, formula: string, sheetId?: string): DefinedName {
    const scope = sheetId === undefined ? null : this.#place(sheetId).index;
    const { core } = this.parts;
    const taken = this.names().some(
      (other) => other.name.toLowerCase() === name.toLowerCase() && other.sheetId === sheetId,
    );
    if (taken) {
      throw new BookError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
    }
    core.step(() => core.change((model) => model.newDefinedName(name, scope, formula.replace(/^=/, ''))));
    const added = this.names().find((other) => other.name === name && other.sheetId === sheetId);
    if (!added) throw new BookError('InvalidArgument', `The name ${JSON.stringify(name)} is not valid.`);
    return added;
  }

  deleteName(name: string, sheetId?: string): void {
    const scope = sheetId === undefined ? null : this.#place(sheetId).index;
    const known = this.names().find(
      (other) => other.name.toLowerCase() === name.toLowerCase() && other.sheetId === sheetId,
    );
    if (!known) throw new BookError('ItemNotFound', "The requested resource doesn't exist.");
    const { core } = this.parts;
    core.step(() => core.change((model) => model.deleteDefinedName(known.name, scope)));
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

function spill(row: number, column: number, width: number, height: number): Area | null {
  return width === 1 && height === 1 ? null : { row, column, rows: height, columns: width };
}

function alignmentName(alignment: string | undefined): CellFormat['horizontalAlignment'] {
  if (alignment === 'left') return 'Left';
  if (alignment === 'right') return 'Right';
  return alignment === 'center' ? 'Center' : 'General';
}
