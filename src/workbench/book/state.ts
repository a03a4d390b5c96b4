import { contains, intersect } from './a1.ts';
import type { Area, ConditionalFormatInfo } from './book.ts';
import { shiftArea, type Shift } from './shift.ts';

export interface TableState {
  id: string;
  name: string;
  area: Area;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
}

export interface LinkState {
  area: Area;
  address: string;
  textToDisplay?: string;
  screenTip?: string;
}

export interface FilterState {
  /** Header row included, totals row not. */
  area: Area;
  /** Per column of the area, counted from its first: the texts that stay visible. */
  criteria: ReadonlyMap<number, readonly string[]>;
  /** The rows that the filter hid: only these come back when it is cleared. */
  hidden: readonly Area[];
}

/** What a sheet has beyond IronCalc's cells. Never changed in place, so that undo can keep the earlier one. */
export interface SheetState {
  tables: readonly TableState[];
  merges: readonly Area[];
  /** Every cell is locked but these. */
  unlocked: readonly Area[];
  links: readonly LinkState[];
  /** The first one wins. Core moves them when rows or columns come and go, because their formulas need the engine. */
  conditionalFormats: readonly ConditionalFormatInfo[];
  /** Names whose cells on this sheet were deleted, with IronCalc's index of the sheet that a name belongs to. */
  lostNames: readonly { name: string; scope: number | undefined }[];
  filter: FilterState | null;
  /** No cell outside was ever written or formatted, spilled results aside: a bound for searches. */
  extent: { rows: number; columns: number };
  formatExtent: { rows: number; columns: number };
  /** True once a number was written that 15 digits do not hold: IronCalc shows the content of a cell with 15. */
  longNumbers: boolean;
}

export const EMPTY_SHEET: SheetState = {
  tables: [],
  merges: [],
  unlocked: [],
  links: [],
  conditionalFormats: [],
  lostNames: [],
  filter: null,
  extent: { rows: 0, columns: 0 },
  formatExtent: { rows: 0, columns: 0 },
  longNumbers: false,
};

/** By IronCalc's own number of the sheet, which stays the same when sheets are moved or renamed. */
export type BookState = ReadonlyMap<number, SheetState>;

export function grown(extent: SheetState['extent'], area: Area): SheetState['extent'] {
  const rows = Math.max(extent.rows, area.row + area.rows);
  const columns = Math.max(extent.columns, area.column + area.columns);
  return rows === extent.rows && columns === extent.columns ? extent : { rows, columns };
}

/** The state after rows or columns were inserted or deleted. */
export function shiftState(state: SheetState, shift: Shift): SheetState {
  return {
    ...state,
    tables: shiftEach(state.tables, shift, true),
    merges: shiftAreas(state.merges, shift).filter((area) => area.rows > 1 || area.columns > 1),
    unlocked: shiftAreas(state.unlocked, shift),
    links: shiftEach(state.links, shift, false),
    filter: shiftFilter(state.filter, shift),
    extent: shiftExtent(state.extent, shift),
    formatExtent: shiftExtent(state.formatExtent, shift),
  };
}

/** Whether every cell of the area lies in one of the others, which may touch and overlap. */
export function isCovered(area: Area, by: readonly Area[]): boolean {
  if (by.some((other) => contains(other, area))) return true;
  let rest = [area];
  for (const other of by) rest = rest.flatMap((part) => subtract(part, other));
  return rest.length === 0;
}

/** Up to four areas: what is left of one when the other is cut out. */
export function subtract(area: Area, hole: Area): Area[] {
  const common = intersect(area, hole);
  if (!common) return [area];
  const below = common.row + common.rows;
  const right = common.column + common.columns;
  const parts: Area[] = [
    { ...area, rows: common.row - area.row },
    { ...area, row: below, rows: area.row + area.rows - below },
    { ...common, column: area.column, columns: common.column - area.column },
    { ...common, column: right, columns: area.column + area.columns - right },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}

function shiftAreas(areas: readonly Area[], shift: Shift): Area[] {
  return areas.map((area) => shiftArea(area, shift)).filter((area) => area !== null);
}

function shiftEach<T extends { area: Area }>(items: readonly T[], shift: Shift, tables: boolean): T[] {
  return items.flatMap((item) => {
    const area = shiftArea(item.area, shift);
    if (!area) return [];
    return [tables ? withoutLostTotals({ ...item, area }, item.area, shift) : { ...item, area }];
  });
}

/** A table whose totals row was deleted has none any more. */
function withoutLostTotals<T extends { area: Area }>(item: T, before: Area, shift: Shift): T {
  const lastRow = before.row + before.rows - 1;
  const lost =
    shift.axis === 'rows' && shift.count < 0 && lastRow >= shift.at && lastRow < shift.at - shift.count;
  return lost && 'showTotals' in item ? { ...item, showTotals: false } : item;
}

function shiftFilter(filter: FilterState | null, shift: Shift): FilterState | null {
  if (!filter) return null;
  const area = shiftArea(filter.area, shift);
  if (!area) return null;
  const criteria = new Map<number, readonly string[]>();
  for (const [column, keep] of filter.criteria) {
    const cell = { row: filter.area.row, column: filter.area.column + column, rows: 1, columns: 1 };
    const moved = shift.axis === 'columns' ? shiftArea(cell, shift) : cell;
    if (moved) criteria.set(moved.column - area.column, keep);
  }
  return { area, criteria, hidden: shiftAreas(filter.hidden, shift) };
}

function shiftExtent(extent: SheetState['extent'], shift: Shift): SheetState['extent'] {
  if (shift.count < 0 || shift.at >= extent[shift.axis]) return extent;
  return { ...extent, [shift.axis]: extent[shift.axis] + shift.count };
}
