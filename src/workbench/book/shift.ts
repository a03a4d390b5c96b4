import { GRID_COLUMNS, GRID_ROWS } from './a1.ts';
import type { Area } from './book.ts';

/** Whole rows or columns inserted (`count` above 0) or deleted (below 0) at `at`. */
export interface Shift {
  axis: 'rows' | 'columns';
  at: number;
  count: number;
}

/**
 * Where an area is after a shift, as Excel moves a reference: it moves with its cells, grows when something is
 * inserted inside, shrinks when part of it is deleted, and is null when all of it is. Whole rows and columns stay whole.
 */
export function shiftArea(area: Area, shift: Shift): Area | null {
  const [start, size, limit] =
    shift.axis === 'rows' ? [area.row, area.rows, GRID_ROWS] : [area.column, area.columns, GRID_COLUMNS];
  if (start === 0 && size === limit) return area;
  const moved = shift.count > 0 ? insertInto(start, size, shift, limit) : deleteFrom(start, size, shift);
  if (!moved) return null;
  const [newStart, newSize] = moved;
  return shift.axis === 'rows'
    ? { ...area, row: newStart, rows: newSize }
    : { ...area, column: newStart, columns: newSize };
}

export function inverse(shift: Shift): Shift {
  return { ...shift, count: -shift.count };
}

function insertInto(start: number, size: number, shift: Shift, limit: number): [number, number] | null {
  const newStart = start >= shift.at ? start + shift.count : start;
  const newSize = start < shift.at && shift.at < start + size ? size + shift.count : size;
  return newStart < limit ? [newStart, Math.min(newSize, limit - newStart)] : null;
}

function deleteFrom(start: number, size: number, shift: Shift): [number, number] | null {
  const removedEnd = shift.at - shift.count;
  const keptBefore = Math.max(0, Math.min(start + size, shift.at) - start);
  const keptAfter = Math.max(0, start + size - Math.max(start, removedEnd));
  if (keptBefore + keptAfter === 0) return null;
  const newStart = start < shift.at ? start : Math.max(start, removedEnd) + shift.count;
  return [newStart, keptBefore + keptAfter];
}
