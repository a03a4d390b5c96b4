import { contains, intersect, sameArea } from './a1.ts';
import { BookError, type Area, type CellValue, type ChangeSource } from './book.ts';
import { decimalText } from './cell-input.ts';
import type { Core } from './core.ts';
import { moveRelative } from './formula-references.ts';
import type { Reading } from './reading.ts';
import { sheetIdOf, type SheetPlace } from './sheets.ts';
import type { Structure } from './structure.ts';
import type { FilterState, LinkState } from './state.ts';
import type { EngineCell } from './rectangles.ts';
import type { Writing } from './writing.ts';

interface Move {
  from: number;
  to: number;
}

/** Sort, filter and merge, none of which IronCalc has. */
export class Arranging {
  readonly #core: Core;
  readonly #reading: Reading;
  readonly #writing: Writing;
  readonly #structure: Structure;

  constructor(core: Core, reading: Reading, writing: Writing, structure: Structure) {
    this.#core = core;
    this.#reading = reading;
    this.#writing = writing;
    this.#structure = structure;
  }

  /**
   * Sorts rows of the area by a column of the sheet: numbers, then texts without regard to case, then FALSE and TRUE,
   * then errors, and blanks last in either direction; equal rows keep their order. Formats, links and formulas move
   * along, and a formula's relative references move with it. Hidden rows stay where they are, as in Excel.
   */
  sort(place: SheetPlace, area: Area, column: number, ascending: boolean, source: ChangeSource): void {
    this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      const part = this.#sortable(place, area, column);
      if (!part) return;
      const values = this.#reading.values(place, part);
      const rows = values.map((_, offset) => part.row + offset);
      const visible = rows.filter((row) => !this.#structure.isHidden(place, 'rows', row));
      const keyOf = (row: number): CellValue => values[row - part.row]?.[column - part.column] ?? '';
      const sorted = visible.toSorted((first, second) =>
        compareCells(keyOf(first), keyOf(second), ascending),
      );
      const moves = visible.map((target, position) => ({ from: sorted[position] ?? target, to: target }));
      const cells = this.#movedRows(
        place,
        part,
        moves.filter(({ from, to }) => from !== to),
        values,
      );
      if (cells.length === 0) return;
      this.#writing.put(place, part, cells);
      this.#moveLinks(place, part, new Map(moves.map(({ from, to }) => [from, to])));
      this.#core.emit({ kind: 'sorted', sheetId: sheetIdOf(place.key), area: part, source });
    });
  }

  filter(place: SheetPlace, area: Area, column: number, keep: readonly string[], source: ChangeSource): void {
    this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      const before = this.#core.sheetState(place.key).filter;
      const filtered = this.#withoutTotals(place, area);
      const criteria = new Map(before && sameArea(before.area, filtered) ? before.criteria : []);
      criteria.set(column - filtered.column, keep);
      if (before) this.#show(place, before);
      const hidden = this.#rowsToHide(place, filtered, criteria);
      for (const run of hidden) this.#structure.hideRows(place, run.row, run.rows, true);
      this.#core.setSheetState(place.key, { filter: { area: filtered, criteria, hidden } });
      this.#core.emit({ kind: 'filtered', sheetId: sheetIdOf(place.key), source });
    });
  }

  clearFilter(place: SheetPlace, source: ChangeSource): void {
    const { filter } = this.#core.sheetState(place.key);
    if (!filter) return;
    this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      this.#show(place, filter);
      this.#core.setSheetState(place.key, { filter: null });
      this.#core.emit({ kind: 'filtered', sheetId: sheetIdOf(place.key), source });
    });
  }

  merge(place: SheetPlace, area: Area, source: ChangeSource): void {
    if (area.rows === 1 && area.columns === 1) return;
    this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      const { merges, tables } = this.#core.sheetState(place.key);
      if (tables.some((table) => intersect(table.area, area))) {
        throw new BookError('InvalidOperation', "Cells in a table can't be merged.");
      }
      const value = this.#reading.formulas(place, { ...area, rows: 1, columns: 1 })[0]?.[0] ?? '';
      const rest = [
        { ...area, column: area.column + 1, columns: area.columns - 1, rows: 1 },
        { ...area, row: area.row + 1, rows: area.rows - 1 },
      ].filter((part) => part.rows > 0 && part.columns > 0);
      for (const part of rest) this.#writing.clear(place, part, 'Contents', source);
      const others = merges.filter((other) => !intersect(other, area));
      this.#core.setSheetState(place.key, { merges: [...others, area] });
      if (value === '') this.#writing.grow(place, area);
      this.#core.emit({ kind: 'formats', sheetId: sheetIdOf(place.key), area, source });
    });
  }

  unmerge(place: SheetPlace, area: Area, source: ChangeSource): void {
    this.#core.step(() => {
      this.#core.assertUnprotected(place.key);
      const { merges } = this.#core.sheetState(place.key);
      const kept = merges.filter((merge) => !intersect(merge, area));
      if (kept.length === merges.length) return;
      this.#core.setSheetState(place.key, { merges: kept });
      this.#core.emit({ kind: 'formats', sheetId: sheetIdOf(place.key), area, source });
    });
  }

  #sortable(place: SheetPlace, area: Area, column: number): Area | null {
    if (column < area.column || column >= area.column + area.columns) {
      throw new BookError('InvalidArgument', 'The sort column lies outside the range.');
    }
    const used = this.#reading.usedArea(place, true);
    const rows = used ? Math.min(area.rows, used.row + used.rows - area.row) : 0;
    if (!used || rows <= 0) return null;
    const columns = Math.max(
      Math.min(area.columns, used.column + used.columns - area.column),
      column - area.column + 1,
    );
    const part = { ...area, rows, columns };
    if (this.#core.sheetState(place.key).merges.some((merge) => intersect(merge, part))) {
      throw new BookError('InvalidOperation', 'To do this, all the merged cells need to be the same size.');
    }
    const model = this.#core.fresh();
    for (let row = part.row + 1; row <= part.row + part.rows; row += 1) {
      for (let each = part.column + 1; each <= part.column + part.columns; each += 1) {
        const structure = model.getCellArrayStructure(place.index, row, each);
        const alone =
          structure === 'SingleCell' || ('DynamicAnchor' in structure && isOneCell(structure.DynamicAnchor));
        if (!alone) throw new BookError('InvalidOperation', "You can't change part of an array.");
      }
    }
    return part;
  }

  /** The cells of the rows that move, at their new rows. */
  #movedRows(place: SheetPlace, part: Area, moves: readonly Move[], values: CellValue[][]): EngineCell[] {
    const before = new Map(
      moves.map(({ from }) => {
        const line = (values[from - part.row] ?? []).map((value, offset) => {
          const cell = this.#writing.engineCell(place, from, part.column + offset);
          const isExact = typeof value === 'number' && !cell.text.startsWith('=');
          const text = isExact ? decimalText(value) : cell.text;
          return { ...cell, text, look: JSON.stringify(cell.style) };
        });
        return [from, line] as const;
      }),
    );
    return moves.flatMap(({ from, to }) =>
      (before.get(from) ?? []).map(({ look, ...cell }, offset): EngineCell => {
        const text = cell.text.startsWith('=')
          ? moveRelative(this.#core.engine, cell.text, { rows: to - from, columns: 0 })
          : cell.text;
        return { ...cell, row: to, text, restyled: look !== before.get(to)?.[offset]?.look };
      }),
    );
  }

  #moveLinks(place: SheetPlace, part: Area, moves: Map<number, number>): void {
    const { links } = this.#core.sheetState(place.key);
    if (!links.some((link) => contains(part, link.area))) return;
    const moved = links.map((link): LinkState => {
      const row = contains(part, link.area) && link.area.rows === 1 ? moves.get(link.area.row) : undefined;
      return row === undefined ? link : { ...link, area: { ...link.area, row } };
    });
    this.#core.setSheetState(place.key, { links: moved });
  }

  #withoutTotals(place: SheetPlace, area: Area): Area {
    const { tables } = this.#core.sheetState(place.key);
    const table = tables.find((candidate) => candidate.showTotals && sameArea(candidate.area, area));
    return table ? { ...area, rows: area.rows - 1 } : area;
  }

  #show(place: SheetPlace, filter: FilterState): void {
    for (const run of filter.hidden) this.#structure.hideRows(place, run.row, run.rows, false);
  }

  /** Runs of rows; those that somebody hid by hand are left out, so that clearing the filter leaves them hidden. */
  #rowsToHide(place: SheetPlace, area: Area, criteria: FilterState['criteria']): Area[] {
    const data = { ...area, row: area.row + 1, rows: area.rows - 1 };
    if (data.rows === 0) return [];
    const kept = [...criteria].map(([column, texts]) => [column, new Set(texts.map(folded))] as const);
    const runs: Area[] = [];
    this.#reading.texts(place, data).forEach((line, offset) => {
      const row = data.row + offset;
      const stays = kept.every(([column, texts]) => texts.has(folded(line[column] ?? '')));
      if (stays || this.#structure.isHidden(place, 'rows', row)) return;
      const last = runs.at(-1);
      if (last && last.row + last.rows === row) last.rows += 1;
      else runs.push({ row, column: area.column, rows: 1, columns: area.columns });
    });
    return runs;
  }
}

function isOneCell([width, height]: [number, number]): boolean {
  return width === 1 && height === 1;
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}

const COLLATOR = new Intl.Collator('en', { sensitivity: 'accent', numeric: false });

function compareCells(first: CellValue, second: CellValue, ascending: boolean): number {
  if (first === '' || second === '') return Number(first === '') - Number(second === '');
  const order = rank(first) - rank(second) || compareAlike(first, second);
  return ascending ? order : -order;
}

function rank(value: CellValue): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'boolean') return 2;
  return /^#[A-Z/0!?]+[!?A]$/.test(value) ? 3 : 1;
}

function compareAlike(first: CellValue, second: CellValue): number {
  if (typeof first === 'string' && typeof second === 'string') {
    return rank(first) === 3 ? 0 : COLLATOR.compare(first, second);
  }
  return Number(first) - Number(second);
}
