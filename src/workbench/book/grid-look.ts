import type { ExtendedCellStyle } from '@ironcalc/wasm';
import { intersect } from './a1.ts';
import type { Area, ConditionalLook } from './book.ts';
import type { WorkbenchBook } from './ironcalc-book.ts';
import { sheetIdOf } from './sheets.ts';
import type { TableState } from './state.ts';

const HEADER_FILL = '#4472C4';
const FILTERED_HEADER_FILL = '#2F5597';
const BAND_FILL = '#DDEBF7';
const SELECTED_FILL = '#E2F0D9';
const LINK_COLOUR = '#0563C1';

/**
 * How a cell looks in the grid beyond its own style: tables have a coloured header, bands and a bold totals row, links
 * are blue, conditional formats are applied where they hold, areas selected with Ctrl are tinted. Only the grid sees this; the cell's own format stays what it is.
 */
export function decorate(
  book: WorkbenchBook,
  sheet: number,
  row: number,
  column: number,
  styled: ExtendedCellStyle,
): ExtendedCellStyle {
  const { core, sheets } = book.parts;
  const key = sheets.keyOf(sheet);
  const state = core.sheetState(key);
  const cell = { row: row - 1, column: column - 1, rows: 1, columns: 1 };
  const table = state.tables.find(({ area }) => intersect(area, cell));
  let { style } = styled;
  if (table)
    style = tableStyle(
      style,
      table,
      cell,
      state.filter !== null && intersect(state.filter.area, cell) !== null,
    );
  if (state.links.some(({ area }) => intersect(area, cell))) {
    style = { ...style, font: { ...style.font, u: true, color: LINK_COLOUR } };
  }
  if (state.merges.some((merge) => intersect(merge, cell))) {
    style = { ...style, fill: style.fill.color ? style.fill : { color: '#FFFFFF' } };
  }
  const look = book.parts.conditionalFormats.lookAt(sheets.place(sheetIdOf(key)), row - 1, column - 1);
  if (look) style = withLook(style, look);
  const { sheetId, areas } = book.selection();
  const isEarlier = areas.length > 1 && areas.slice(0, -1).some((area) => intersect(area, cell));
  if (isEarlier && sheets.place(sheetId).index === sheet)
    style = { ...style, fill: { color: SELECTED_FILL } };
  return style === styled.style ? styled : { ...styled, style };
}

function withLook(style: ExtendedCellStyle['style'], look: ConditionalLook): ExtendedCellStyle['style'] {
  const { fillColor, fontColor, bold, italic, underline, strikethrough } = look;
  const font = {
    ...style.font,
    ...(fontColor === null ? {} : { color: fontColor }),
    ...(bold === null ? {} : { b: bold }),
    ...(italic === null ? {} : { i: italic }),
    ...(underline === null ? {} : { u: underline }),
    ...(strikethrough === null ? {} : { strike: strikethrough }),
  };
  return { ...style, font, fill: fillColor === null ? style.fill : { color: fillColor } };
}

/** The header of a column that a filter stands on shows a funnel behind its text. */
export function markFiltered(
  book: WorkbenchBook,
  sheet: number,
  row: number,
  column: number,
  text: string,
): string {
  const { filter } = book.parts.core.sheetState(book.parts.sheets.keyOf(sheet));
  const isHeader = filter !== null && filter.area.row === row - 1;
  return isHeader && filter.criteria.has(column - 1 - filter.area.column) ? `${text} ▼` : text;
}

function tableStyle(
  style: ExtendedCellStyle['style'],
  { area, showHeaders, showTotals }: TableState,
  cell: Area,
  isFiltered: boolean,
): ExtendedCellStyle['style'] {
  if (showHeaders && cell.row === area.row) {
    const color = isFiltered ? FILTERED_HEADER_FILL : HEADER_FILL;
    return { ...style, fill: { color }, font: { ...style.font, b: true, color: '#FFFFFF' } };
  }
  if (showTotals && cell.row === area.row + area.rows - 1)
    return { ...style, font: { ...style.font, b: true } };
  const isBand = (cell.row - area.row) % 2 === 1;
  return style.fill.color || !isBand ? style : { ...style, fill: { color: BAND_FILL } };
}
