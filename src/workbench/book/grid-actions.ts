import type { Model } from '@ironcalc/wasm';
import { intersect, union } from './a1.ts';
import { BookError, type Area } from './book.ts';
import { asText } from './cell-input.ts';
import type { WorkbenchBook } from './ironcalc-book.ts';
import { sheetIdOf, type SheetPlace } from './sheets.ts';

export type Clipboard = Parameters<Model['pasteFromClipboard']>[2];

/** An area as IronCalc's grid gives it, from 1. */
export interface GridArea {
  sheet: number;
  row: number;
  column: number;
  width: number;
  height: number;
}

const PERSON = 'person';

/** A change of cells by IronCalc itself, behind the protection. */
export function changeCells(book: WorkbenchBook, place: SheetPlace, area: Area, call: () => void): void {
  const { core, writing } = book.parts;
  core.step(() => {
    core.assertUnlocked(place.key, [area]);
    core.expectFormulas();
    core.change(call);
    writing.grow(place, area);
    core.emit({ kind: 'cells', sheetId: sheetIdOf(place.key), area, source: PERSON });
  });
}

/** What is copied says of texts that look like something else that they are texts. */
export function copy(book: WorkbenchBook): ReturnType<Model['copyToClipboard']> {
  const { core, sheets, writing } = book.parts;
  const clipboard = core.fresh().copyToClipboard();
  const place = sheets.place(book.activeSheetId());
  for (const [row, line] of clipboard.data) {
    for (const [column, cell] of line) {
      if (cell.text !== '') cell.text = writing.engineCell(place, Number(row) - 1, Number(column) - 1).text;
    }
  }
  return clipboard;
}

export function paste(
  book: WorkbenchBook,
  source: SheetPlace,
  range: [number, number, number, number],
  data: Clipboard,
  cut: boolean,
): void {
  const { core, sheets, writing } = book.parts;
  const { sheetId, areas } = book.selection();
  const place = sheets.place(sheetId);
  const [row, column, lastRow, lastColumn] = range;
  const target = {
    ...(areas.at(-1) ?? { row: 0, column: 0 }),
    rows: lastRow - row + 1,
    columns: lastColumn - column + 1,
  };
  core.step(() => {
    core.assertUnlocked(place.key, [target]);
    const origin = { row: row - 1, column: column - 1, rows: target.rows, columns: target.columns };
    if (cut) core.assertUnlocked(source.key, [origin]);
    if (core.sheetState(place.key).merges.some((merge) => intersect(merge, target))) {
      throw new BookError('InvalidOperation', "We can't do that to a merged cell.");
    }
    for (const line of data.values()) {
      for (const cell of line.values()) {
        if (cell.style.num_fmt === '@' && cell.text !== '' && !/^['=]/.test(cell.text))
          cell.text = asText(cell.text).text;
      }
    }
    core.expectFormulas();
    core.change((model) => model.pasteFromClipboard(source.index, range, data, cut));
    writing.grow(place, target);
    core.emit({ kind: 'cells', sheetId, area: target, source: PERSON });
    if (cut) core.emit({ kind: 'cells', sheetId: sheetIdOf(source.key), area: origin, source: PERSON });
  });
  book.parts.selecting.notice(PERSON);
}

export function autoFill(
  book: WorkbenchBook,
  place: SheetPlace,
  from: GridArea,
  to: { row: number } | { column: number },
): void {
  const source = { row: from.row - 1, column: from.column - 1, rows: from.height, columns: from.width };
  const end =
    'row' in to ? { ...source, row: to.row - 1, rows: 1 } : { ...source, column: to.column - 1, columns: 1 };
  changeCells(book, place, union(source, end), () => {
    const { model } = book.parts.core;
    if ('row' in to) model.autoFillRows(from, to.row);
    else model.autoFillColumns(from, to.column);
  });
}

/** Whole rows or columns dragged elsewhere. Through a table, a merge or a filter the workbench refuses it. */
export function move(
  book: WorkbenchBook,
  place: SheetPlace,
  axis: 'rows' | 'columns',
  at: number,
  count: number,
  delta: number,
): void {
  const { core } = book.parts;
  const first = Math.min(at, at + delta);
  const size = count + Math.abs(delta);
  const band =
    axis === 'rows'
      ? { row: first, column: 0, rows: size, columns: 16_384 }
      : { row: 0, column: first, rows: 1_048_576, columns: size };
  core.step(() => {
    core.assertUnprotected(place.key);
    const { tables, merges, filter } = core.sheetState(place.key);
    const standing = [...tables.map(({ area }) => area), ...merges, ...(filter ? [filter.area] : [])];
    if (standing.some((area) => intersect(area, band))) {
      throw new BookError(
        'InvalidOperation',
        'Rows and columns of a table, a filter or a merged cell are not moved here.',
      );
    }
    core.change((model) => {
      if (axis === 'rows') model.moveRows(place.index, at + 1, count, delta);
      else model.moveColumns(place.index, at + 1, count, delta);
    });
    const [start, length] = axis === 'rows' ? (['row', 'rows'] as const) : (['column', 'columns'] as const);
    const moved = (area: Area): Area => {
      const inside = (from: number, many: number): boolean =>
        area[start] >= from && area[start] + area[length] <= from + many;
      if (inside(at, count)) return { ...area, [start]: area[start] + delta };
      const displaced = delta > 0 ? inside(at + count, delta) : inside(at + delta, -delta);
      return displaced ? { ...area, [start]: area[start] - Math.sign(delta) * count } : area;
    };
    core.moveTracked(sheetIdOf(place.key), moved);
    const { links, unlocked } = core.sheetState(place.key);
    core.setSheetState(place.key, {
      links: links.map((link) => ({ ...link, area: moved(link.area) })),
      unlocked: unlocked.map(moved),
    });
    core.emit({ kind: 'cells', sheetId: sheetIdOf(place.key), area: band, source: PERSON });
  });
}
