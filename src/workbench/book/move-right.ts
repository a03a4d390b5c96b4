import { intersect, sameArea } from './a1.ts';
import { BookError, type Area, type ChangeSource } from './book.ts';
import type { Core } from './core.ts';
import type { Reading } from './reading.ts';
import { selectRange, sheetIdOf, type SheetPlace, type Sheets } from './sheets.ts';
import type { Writing } from './writing.ts';

/**
 * Makes room for a table's new column: what stands in its rows, from that column on, moves one column right. Throws
 * `InvalidOperation` when that would tear another table apart.
 */
export function moveRight(
  core: Core,
  sheets: Sheets,
  reading: Reading,
  writing: Writing,
  { place, column, source }: { place: SheetPlace; column: Area; source: ChangeSource },
): void {
  const used = reading.usedArea(place, true);
  const right = used ? used.column + used.columns : 0;
  if (right <= column.column) return;
  const block = { ...column, columns: right - column.column };
  const others = core.sheetState(place.key).tables.filter((table) => intersect(table.area, block));
  if (
    others.some(
      (table) => table.area.row < column.row || table.area.row + table.area.rows > column.row + column.rows,
    )
  ) {
    throw new BookError('InvalidOperation', 'This operation would shift cells in a table on your worksheet.');
  }
  const target = { ...block, column: block.column + 1, columns: 1, rows: 1 };
  sheets.withSelection(place.index, block, () => {
    const { model } = core;
    const { data, range } = model.copyToClipboard();
    selectRange(model, target);
    core.change(() => model.pasteFromClipboard(place.index, range, data, true));
  });
  const moves = (area: Area): Area => {
    const common = intersect(area, block);
    return common && sameArea(common, area) ? { ...area, column: area.column + 1 } : area;
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
  writing.grow(place, { ...block, columns: block.columns + 1 });
  const moved = { ...block, columns: block.columns + 1 };
  core.emit({ kind: 'cells', sheetId: sheetIdOf(place.key), area: moved, source });
}
