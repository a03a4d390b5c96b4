import { assertInGrid, sameArea } from './a1.ts';
import type { Area, ChangeSource, Selection } from './book.ts';
import type { Core } from './core.ts';
import { selectRange, type Sheets } from './sheets.ts';

/** The selection: IronCalc's own range, and beside it the areas that were selected before with Ctrl. */
export class Selecting {
  readonly #core: Core;
  readonly #sheets: Sheets;
  /** The areas before the last, valid while IronCalc's range is still `last`. */
  #several: { sheetId: string; earlier: Area[]; last: Area } | null = null;
  /** The sheet on which a chart or a picture is selected instead of cells. */
  #objectOn: string | null = null;
  #known = '';
  /** While true, what is selected next joins what is selected: a person holds Ctrl. */
  #adding = false;
  /** The space for cells in pixels, until the grid says what it is. */
  readonly #window = { width: 800, height: 500 };

  constructor(core: Core, sheets: Sheets) {
    this.#core = core;
    this.#sheets = sheets;
  }

  get(): Selection {
    const sheetId = this.#sheets.activeId();
    if (this.#objectOn === sheetId) return { sheetId, areas: [] };
    const range = this.#range();
    const several = this.#several;
    if (several && several.sheetId === sheetId && sameArea(several.last, range)) {
      return { sheetId, areas: [...several.earlier, range].map((area) => ({ ...area })) };
    }
    return { sheetId, areas: [range] };
  }

  select(sheetId: string, areas: Area[], source: ChangeSource): void {
    areas.forEach(assertInGrid);
    const last = areas.at(-1);
    this.activate(sheetId, source);
    this.#objectOn = last ? null : sheetId;
    if (!last) return this.notice(source);
    selectRange(this.#core.model, last);
    this.#scrollTo(last);
    this.#several = areas.length > 1 ? { sheetId, earlier: areas.slice(0, -1), last } : null;
    this.notice(source);
  }

  activate(sheetId: string, source: ChangeSource): void {
    const { index } = this.#sheets.place(sheetId);
    if (this.#core.model.getSelectedSheet() === index) return;
    this.#core.model.setSelectedSheet(index);
    this.#core.emit({ kind: 'activated', sheetId, source });
  }

  /** The grid is about to select a new area while Ctrl is held, or no longer. */
  setAdding(adding: boolean): void {
    this.#adding = adding;
  }

  /** The grid selected something: a click or an arrow key, or with `extends` a drag of the same area. */
  gridSelected(before: Selection, extendsLast: boolean): void {
    this.#objectOn = null;
    const range = this.#range();
    if (extendsLast && before.areas.length > 1 && this.#sheets.activeId() === before.sheetId) {
      this.#several = { sheetId: before.sheetId, earlier: before.areas.slice(0, -1), last: range };
    } else if (this.#adding && this.#sheets.activeId() === before.sheetId) {
      this.#several = { sheetId: before.sheetId, earlier: before.areas, last: range };
    } else if (!extendsLast) {
      this.#several = null;
    }
    this.notice('person');
  }

  /** Tells the listeners when the selection is another than they last heard of. */
  notice(source: ChangeSource): void {
    const now = JSON.stringify(this.get());
    if (now === this.#known) return;
    this.#known = now;
    this.#core.emit({ kind: 'selection', source });
  }

  setWindow(size: { width?: number; height?: number }): void {
    Object.assign(this.#window, size);
  }

  #range(): Area {
    const [row, column, lastRow, lastColumn] = this.#core.model.getSelectedView().range;
    return {
      row: Math.min(row, lastRow) - 1,
      column: Math.min(column, lastColumn) - 1,
      rows: Math.abs(lastRow - row) + 1,
      columns: Math.abs(lastColumn - column) + 1,
    };
  }

  /**
   * IronCalc scrolls for a person's keys only. Its first visible row and column count from behind the frozen ones,
   * which are always visible.
   */
  #scrollTo(area: Area): void {
    const { model } = this.#core;
    const { sheet, top_row: top, left_column: left } = model.getSelectedView();
    const newTop = firstVisible(
      area.row + 1,
      top,
      model.getFrozenRowsCount(sheet),
      this.#window.height,
      (row) => model.getRowHeight(sheet, row),
    );
    const newLeft = firstVisible(
      area.column + 1,
      left,
      model.getFrozenColumnsCount(sheet),
      this.#window.width,
      (column) => model.getColumnWidth(sheet, column),
    );
    if (newTop !== top || newLeft !== left) model.setTopLeftVisibleCell(newTop, newLeft);
  }
}

/** The first visible row (or column) that shows `wanted`: as it is if that will do, else with some rows above it. */
function firstVisible(
  wanted: number,
  first: number,
  frozen: number,
  space: number,
  sizeOf: (index: number) => number,
): number {
  if (wanted <= frozen) return first;
  let room = space;
  for (let index = 1; index <= frozen; index += 1) room -= sizeOf(index);
  if (wanted >= first + frozen) {
    let used = sizeOf(wanted);
    for (let index = wanted - 1; used <= room && index >= first + frozen; index -= 1) used += sizeOf(index);
    if (used <= room) return first;
  }
  let start = wanted;
  let used = sizeOf(wanted);
  while (start - 1 > frozen && used + sizeOf(start - 1) <= room / 3) {
    start -= 1;
    used += sizeOf(start);
  }
  return Math.max(1, start - frozen);
}
