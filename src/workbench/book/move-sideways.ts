import { intersect, sameArea } from './a1.ts';
import { BookError, type Area, type ChangeSource } from './book.ts';
import type { Core } from './core.ts';
import { movingExactly } from './exact-moves.ts';
import type { Reading } from './reading.ts';
import { selectRange, sheetIdOf, type SheetPlace, type Sheets } from './sheets.ts';
import type { Writing } from './writing.ts';

interface Parts {
  core: Core;
  sheets: Sheets;
  reading: Reading;
  writing: Writing;
}

interface TableColumnArea {
  place: SheetPlace;
  column: Area;
  source: ChangeSource;
}

/**
 * Makes room for a table's new column: what stands in its rows, from that column on, moves one column right. Throws
 * `InvalidOperation` when that would tear another table apart.
 */
export function moveRight(parts: Parts, at: TableColumnArea): void {
  moveBeside(parts, at, at.column.column, 1);
}

/**
 * Closes the gap of a table's column, whose cells are cleared: what stands right of it in its rows moves one column left.
 * Throws `InvalidOperation` when that would tear another table apart.
 */
export function moveLeft(parts: Parts, at: TableColumnArea): void {
  parts.writing.clear(at.place, at.column, 'All', at.source);
  moveBeside(parts, at, at.column.column + 1, -1);
}

/** Moves what stands in the column's rows, from the column `first` on, by one column. */
function moveBeside(
  parts: Parts,
  { place, column, source }: TableColumnArea,
  first: number,
  by: 1 | -1,
): void {
  const { core, sheets, reading, writing } = parts;
  const used = reading.usedArea(place, true);
  const right = used ? used.column + used.columns : 0;
  if (right <= first) return;
  const block = { ...column, column: first, columns: right - first };
  const others = core.sheetState(place.key).tables.filter((table) => intersect(table.area, block));
  if (
    others.some(
      (table) => table.area.row < column.row || table.area.row + table.area.rows > column.row + column.rows,
    )
  ) {
    throw new BookError('InvalidOperation', 'This operation would shift cells in a table on your worksheet.');
  }
  const target = { ...block, column: block.column + by, columns: 1, rows: 1 };
  movingExactly(parts, place, block, { rows: 0, columns: by }, () =>
    sheets.withSelection(place.index, block, () => {
      const { model } = core;
      const { data, range } = model.copyToClipboard();
      selectRange(model, target);
      core.change(() => model.pasteFromClipboard(place.index, range, data, true));
    }),
  );
  const moves = (area: Area): Area => {
    const common = intersect(area, block);
    return common && sameArea(common, area) ? { ...area, column: area.column + by } : area;
  };
  core.moveTracked(sheetIdOf(place.key), moves);
  const { tables, links, merges, unlocked, conditionalFormats } = core.sheetState(place.key);
  core.setSheetState(place.key, {
    tables: tables.map((table) => ({ ...table, area: moves(table.area) })),
    links: links.map((link) => ({ ...link, area: moves(link.area) })),
    merges: merges.map(moves),
    unlocked: unlocked.map(moves),
    conditionalFormats: conditionalFormats.map((rule) => ({ ...rule, areas: rule.areas.map(moves) })),
  });
  const moved = { ...block, column: Math.min(first, first + by), columns: block.columns + 1 };
  writing.grow(place, moved);
  core.emit({ kind: 'cells', sheetId: sheetIdOf(place.key), area: moved, source });
}
