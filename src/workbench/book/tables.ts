import { assertInGrid, columnName, intersect, union } from './a1.ts';
import { BookError, type Area, type CellInput, type ChangeSource, type TableInfo } from './book.ts';
import type { Core } from './core.ts';
import { moveLeft, moveRight } from './move-sideways.ts';
import type { Reading } from './reading.ts';
import { sheetIdOf, type SheetPlace, type Sheets } from './sheets.ts';
import type { TableState } from './state.ts';
import type { Writing } from './writing.ts';

export interface TablePlace {
  place: SheetPlace;
  table: TableState;
}

/** Excel tables, which IronCalc does not have: areas with a name, a header row and perhaps a totals row. */
export class Tables {
  readonly #core: Core;
  readonly #sheets: Sheets;
  readonly #reading: Reading;
  readonly #writing: Writing;
  #lastId = 0;

  constructor(core: Core, sheets: Sheets, reading: Reading, writing: Writing) {
    this.#core = core;
    this.#sheets = sheets;
    this.#reading = reading;
    this.#writing = writing;
  }

  list(): TableInfo[] {
    return this.#sheets
      .places()
      .flatMap((place) => this.#core.sheetState(place.key).tables.map((table) => tableInfo(place, table)));
  }

  find(tableId: string): TablePlace {
    for (const place of this.#sheets.places()) {
      const table = this.#core.sheetState(place.key).tables.find((candidate) => candidate.id === tableId);
      if (table) return { place, table };
    }
    throw new BookError('ItemNotFound', "The requested resource doesn't exist.");
  }

  add(
    place: SheetPlace,
    area: Area,
    hasHeaders: boolean,
    name: string | undefined,
    source: ChangeSource,
  ): TableInfo {
    assertInGrid(area);
    return this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      this.#assertFree(place, area, null);
      if (name !== undefined) this.#assertFreeName(name, null);
      const headed = hasHeaders ? area : this.#withHeaderAbove(place, area, source);
      const whole = headed.rows === 1 ? { ...headed, rows: 2 } : headed;
      this.#nameColumns(place, whole, source);
      const table: TableState = {
        id: this.#nextId(),
        name: name ?? this.#freeName(),
        area: whole,
        showHeaders: true,
        showTotals: false,
        style: 'TableStyleMedium2',
      };
      this.#set(place, [...this.#core.sheetState(place.key).tables, table]);
      this.#writing.grow(place, whole);
      this.#core.emit({ kind: 'tables', sheetId: sheetIdOf(place.key), source });
      return tableInfo(place, table);
    });
  }

  /** As it was saved: nothing is written into the cells. */
  restore(place: SheetPlace, table: Omit<TableState, 'id'>): void {
    this.#core.step(() => {
      this.#assertFreeName(table.name, null);
      this.#set(place, [...this.#core.sheetState(place.key).tables, { ...table, id: this.#nextId() }]);
    });
  }

  rename(tableId: string, name: string): void {
    this.#assertFreeName(name, tableId);
    this.change(tableId, { name });
  }

  resize(tableId: string, area: Area): void {
    assertInGrid(area);
    const { place, table } = this.find(tableId);
    const headerMoved = table.showHeaders && area.row !== table.area.row;
    if (headerMoved || !intersect(area, table.area) || area.rows < 2) {
      throw new BookError(
        'InvalidArgument',
        'The header must remain in the same row, and the tables must overlap.',
      );
    }
    this.#core.step(() => {
      this.#assertFree(place, area, tableId);
      this.change(tableId, { area });
      if (table.showHeaders) this.#nameColumns(place, area, 'addin');
      this.#writing.grow(place, area);
    });
  }

  /** Adds a row below the data, with a label and the sum of the last column as Excel does, or takes it away. */
  setTotals(tableId: string, show: boolean): void {
    const { place, table } = this.find(tableId);
    if (table.showTotals === show) return;
    this.#core.step(() => {
      const { area } = table;
      if (show) {
        const row = { ...area, row: area.row + area.rows, rows: 1 };
        this.#assertFree(place, row, tableId);
        this.#assertBlank(place, row);
        const last = columnName(area.column + area.columns - 1);
        const sum = `=SUBTOTAL(109,${last}${area.row + (table.showHeaders ? 2 : 1)}:${last}${area.row + area.rows})`;
        const cells: CellInput[] = new Array<CellInput>(area.columns).fill(null);
        cells[0] = area.columns > 1 ? 'Total' : sum;
        if (area.columns > 1) cells[area.columns - 1] = sum;
        this.#writing.write(place, row, [cells], 'addin');
        this.change(tableId, { area: { ...area, rows: area.rows + 1 }, showTotals: true });
      } else {
        this.#writing.clear(place, { ...area, row: area.row + area.rows - 1, rows: 1 }, 'Contents', 'addin');
        this.change(tableId, { area: { ...area, rows: area.rows - 1 }, showTotals: false });
      }
    });
  }

  change(tableId: string, change: Partial<Omit<TableState, 'id'>>): void {
    const { place } = this.find(tableId);
    this.#core.step(() => {
      const { tables } = this.#core.sheetState(place.key);
      this.#set(
        place,
        tables.map((table) => (table.id === tableId ? { ...table, ...change } : table)),
      );
      this.#core.emit({ kind: 'tables', sheetId: sheetIdOf(place.key), source: 'addin' });
    });
  }

  convertToRange(tableId: string): void {
    const { place, table } = this.find(tableId);
    this.#core.step(() => {
      const { tables, filter } = this.#core.sheetState(place.key);
      this.#set(
        place,
        tables.filter((other) => other !== table),
      );
      if (filter && intersect(filter.area, table.area)) this.#core.setSheetState(place.key, { filter: null });
      this.#core.emit({ kind: 'tables', sheetId: sheetIdOf(place.key), source: 'addin' });
    });
  }

  /**
   * A column at `index`, or at the end. What stands in the way inside the table's rows moves one column right; formulas
   * that moved keep their meaning, formulas elsewhere that pointed at moved cells are not rewritten.
   */
  addColumn(tableId: string, index: number | null, cells: CellInput[] | null, source: ChangeSource): Area {
    const { place, table } = this.find(tableId);
    const { area } = table;
    const offset = index === null || index < 0 ? area.columns : index;
    if (offset > area.columns || (cells && cells.length !== area.rows)) {
      throw new BookError(
        'InvalidArgument',
        'The argument is invalid or missing or has an incorrect format.',
      );
    }
    return this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      const column: Area = { ...area, column: area.column + offset, columns: 1 };
      moveRight(this.#parts, { place, column, source });
      this.change(tableId, { area: { ...area, columns: area.columns + 1 } });
      if (cells)
        this.#writing.write(
          place,
          column,
          cells.map((cell) => [cell]),
          source,
        );
      this.#nameColumns(place, { ...area, columns: area.columns + 1 }, source);
      this.#writing.grow(place, column);
      return column;
    });
  }

  /** Takes a column away, with what stands in it; what stands right of it in the table's rows moves one column left. */
  deleteColumn(tableId: string, index: number, source: ChangeSource): void {
    const { place, table } = this.find(tableId);
    const { area } = table;
    this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      this.change(tableId, { area: { ...area, columns: area.columns - 1 } });
      moveLeft(this.#parts, { place, column: { ...area, column: area.column + index, columns: 1 }, source });
    });
  }

  get #parts() {
    return { core: this.#core, sheets: this.#sheets, reading: this.#reading, writing: this.#writing };
  }

  /** Excel takes what a person types directly below or right of a table into it. */
  growAfterTyping(place: SheetPlace, row: number, column: number): void {
    for (const table of this.#core.sheetState(place.key).tables) {
      const { area } = table;
      const below = !table.showTotals && row === area.row + area.rows;
      const right = column === area.column + area.columns;
      const inColumns = column >= area.column && column < area.column + area.columns;
      const inRows = row >= area.row && row < area.row + area.rows;
      if (!((below && inColumns) || (right && inRows))) continue;
      const next = union(area, { row, column, rows: 1, columns: 1 });
      if (this.#isTaken(place, next, table.id)) continue;
      this.change(table.id, { area: next });
      if (right && table.showHeaders) this.#nameColumns(place, next, 'person');
    }
  }

  /** Columns that were inserted through tables: each gets a name there at once. */
  nameNewColumns(place: SheetPlace, column: number, source: ChangeSource): void {
    for (const { area, showHeaders } of this.#core.sheetState(place.key).tables) {
      if (showHeaders && column >= area.column && column < area.column + area.columns)
        this.#nameColumns(place, area, source);
    }
  }

  #withHeaderAbove(place: SheetPlace, area: Area, source: ChangeSource): Area {
    this.#core.change((model) => model.insertRows(place.index, area.row + 1, 1));
    this.#core.shift(place.key, sheetIdOf(place.key), { axis: 'rows', at: area.row, count: 1 });
    const band = { row: area.row, column: 0, rows: 1, columns: 16_384 };
    this.#core.emit({ kind: 'rowsInserted', sheetId: sheetIdOf(place.key), area: band, source });
    return { ...area, rows: area.rows + 1 };
  }

  /** Header cells are texts, none empty and none twice. */
  #nameColumns(place: SheetPlace, area: Area, source: ChangeSource): void {
    const header = { ...area, rows: 1 };
    const values = this.#reading.values(place, header)[0] ?? [];
    const texts = this.#reading.texts(place, header)[0] ?? [];
    const taken = new Set<string>();
    const cells = texts.map((text, index): CellInput => {
      const name = freeColumnName(text, index, taken);
      taken.add(name.toLowerCase());
      return name === text && typeof values[index] === 'string' ? null : `'${name}`;
    });
    if (cells.some((cell) => cell !== null)) this.#writing.write(place, header, [cells], source);
  }

  #assertFree(place: SheetPlace, area: Area, exceptId: string | null): void {
    if (this.#isTaken(place, area, exceptId)) {
      throw new BookError('InvalidOperation', "A table can't overlap another table.");
    }
    if (this.#core.sheetState(place.key).merges.some((merge) => intersect(merge, area))) {
      throw new BookError('InvalidOperation', "A table can't overlap a range that contains merged cells.");
    }
  }

  #isTaken(place: SheetPlace, area: Area, exceptId: string | null): boolean {
    const { tables } = this.#core.sheetState(place.key);
    return tables.some((table) => table.id !== exceptId && intersect(table.area, area));
  }

  #assertBlank(place: SheetPlace, area: Area): void {
    if (this.#reading.texts(place, area).some((line) => line.some((text) => text !== ''))) {
      throw new BookError(
        'InvalidOperation',
        'The cells below the table are not empty: there is no place for a totals row.',
      );
    }
  }

  #assertFreeName(name: string, exceptId: string | null): void {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name)) {
      throw new BookError('InvalidArgument', `The table name ${JSON.stringify(name)} is not valid.`);
    }
    if (
      this.list().some((table) => table.id !== exceptId && table.name.toLowerCase() === name.toLowerCase())
    ) {
      throw new BookError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
    }
  }

  #freeName(): string {
    const taken = new Set(this.list().map((table) => table.name.toLowerCase()));
    let number = 1;
    while (taken.has(`table${number}`)) number += 1;
    return `Table${number}`;
  }

  #nextId(): string {
    this.#lastId += 1;
    return `{00000000-000C-0000-FFFF-FFFF${this.#lastId.toString(16).padStart(8, '0').toUpperCase()}}`;
  }

  #set(place: SheetPlace, tables: TableState[]): void {
    this.#core.setSheetState(place.key, { tables });
  }
}

function tableInfo(
  place: SheetPlace,
  { id, name, area, showHeaders, showTotals, style }: TableState,
): TableInfo {
  return { id, name, sheetId: sheetIdOf(place.key), area: { ...area }, showHeaders, showTotals, style };
}

function freeColumnName(text: string, index: number, taken: ReadonlySet<string>): string {
  const wanted = text === '' ? `Column${index + 1}` : text;
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}${number}`;
  return name;
}
