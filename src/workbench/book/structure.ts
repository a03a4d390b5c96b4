import { assertInGrid, contains, GRID_COLUMNS, GRID_ROWS, intersect } from './a1.ts';
import { BookError, type Area, type ChangeSource } from './book.ts';
import type { Core } from './core.ts';
import type { EngineModel } from './engine.ts';
import { movingExactly, type MovingParts } from './exact-moves.ts';
import { sheetIdOf, type SheetPlace, type Sheets } from './sheets.ts';
import type { Shift } from './shift.ts';
import type { TableState } from './state.ts';

/** Rows and columns: inserted, deleted, hidden. */
export class Structure {
  readonly #core: Core;
  readonly #sheets: Sheets;
  readonly #parts: MovingParts;

  constructor(parts: MovingParts, sheets: Sheets) {
    this.#core = parts.core;
    this.#sheets = sheets;
    this.#parts = parts;
  }

  insert(place: SheetPlace, axis: Shift['axis'], at: number, count: number, source: ChangeSource): void {
    const band = bandOf(axis, at, count);
    this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      this.#move(place, { axis, at, count }, (model) => {
        if (axis === 'rows') model.insertRows(place.index, at + 1, count);
        else model.insertColumns(place.index, at + 1, count);
      });
      const kind = axis === 'rows' ? 'rowsInserted' : 'columnsInserted';
      this.#core.emit({ kind, sheetId: sheetIdOf(place.key), area: band, source });
    });
  }

  delete(place: SheetPlace, axis: Shift['axis'], at: number, count: number, source: ChangeSource): void {
    const band = bandOf(axis, at, count);
    this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      const { tables } = this.#core.sheetState(place.key);
      const needsRow = axis === 'rows' && tables.some((table) => wouldLoseItsData(table, band));
      if (needsRow) this.insert(place, 'rows', at, 1, source);
      const first = needsRow ? at + 1 : at;
      this.#move(place, { axis, at: first, count: -count }, (model) => {
        if (axis === 'rows') model.deleteRows(place.index, first + 1, count);
        else model.deleteColumns(place.index, first + 1, count);
      });
      const kind = axis === 'rows' ? 'rowsDeleted' : 'columnsDeleted';
      this.#core.emit({ kind, sheetId: sheetIdOf(place.key), area: band, source });
    });
  }

  /** Moves the cells behind, and everything that stands on them. */
  #move(place: SheetPlace, shift: Shift, move: (model: EngineModel) => void): void {
    const { axis, at, count } = shift;
    const first = at + Math.max(0, -count);
    const behind =
      axis === 'rows'
        ? { row: first, column: 0, rows: GRID_ROWS - first, columns: GRID_COLUMNS }
        : { row: 0, column: first, rows: GRID_ROWS, columns: GRID_COLUMNS - first };
    const by = axis === 'rows' ? { rows: count, columns: 0 } : { rows: 0, columns: count };
    movingExactly(this.#parts, place, behind, by, () => {
      this.#core.change(move);
      this.#core.shift(place.key, sheetIdOf(place.key), shift);
    });
  }

  isHidden(place: SheetPlace, axis: Shift['axis'], at: number): boolean {
    const { model } = this.#core;
    const size =
      axis === 'rows' ? model.getRowHeight(place.index, at + 1) : model.getColumnWidth(place.index, at + 1);
    return size === 0;
  }

  setRowsHidden(place: SheetPlace, row: number, count: number, hidden: boolean, source: ChangeSource): void {
    const band = bandOf('rows', row, count);
    this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      this.hideRows(place, row, count, hidden);
      this.#core.emit({ kind: 'rowsHidden', sheetId: sheetIdOf(place.key), area: band, hidden, source });
    });
  }

  /** Inside a step, without a word to the listeners. */
  hideRows(place: SheetPlace, row: number, count: number, hidden: boolean): void {
    this.#sheets.keepingSelection(() =>
      this.#core.change((model) => model.setRowsHidden(place.index, row + 1, row + count, hidden)),
    );
  }

  setColumnsHidden(
    place: SheetPlace,
    column: number,
    count: number,
    hidden: boolean,
    source: ChangeSource,
  ): void {
    const area = bandOf('columns', column, count);
    this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      this.#sheets.keepingSelection(() =>
        this.#core.change((model) => model.setColumnsHidden(place.index, column + 1, column + count, hidden)),
      );
      this.#core.emit({ kind: 'formats', sheetId: sheetIdOf(place.key), area, source });
    });
  }
}

/**
 * Whether the table keeps its header only: Excel then leaves it one blank data row. Throws `InvalidOperation` when its
 * header row, but not all of it, would go.
 */
function wouldLoseItsData(table: TableState, band: Area): boolean {
  if (!table.showHeaders || !intersect(band, table.area) || contains(band, table.area)) return false;
  if (intersect(band, { ...table.area, rows: 1 })) {
    throw new BookError('InvalidOperation', `The header row of the table ${table.name} can't be deleted.`);
  }
  const rows = table.area.rows - 1 - (table.showTotals ? 1 : 0);
  return rows > 0 && contains(band, { ...table.area, row: table.area.row + 1, rows });
}

export function bandOf(axis: Shift['axis'], at: number, count: number): Area {
  const band =
    axis === 'rows'
      ? { row: at, column: 0, rows: count, columns: GRID_COLUMNS }
      : { row: 0, column: at, rows: GRID_ROWS, columns: count };
  assertInGrid(band);
  return band;
}
