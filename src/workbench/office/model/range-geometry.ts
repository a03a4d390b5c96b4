import { contains, GRID_COLUMNS, GRID_ROWS, intersect, union } from '../../book/a1.ts';
import type { Area, CellValue } from '../../book/book.ts';
import { invalidArgument, itemNotFound } from '../api-error.ts';
import type { Args } from '../arguments.ts';
import { areaOf, rangeAt, type ReferenceTo } from '../reference.ts';
import type { ModelHost, WireClass } from '../wire-class.ts';
import { rangeArgument, rangeOn } from './addresses.ts';

type Range = ReferenceTo<'Range'>;

/** The methods that make another range out of one: around it, beside it, inside it. */
export const rangeGeometry: NonNullable<WireClass<'Range'>['methods']> = {
  GetAbsoluteResizedRange: (self, args) =>
    reshaped(self, (area) => ({ ...area, rows: args.integer(0), columns: args.integer(1) })),
  GetBoundingRect: (self, args, host) => {
    const other = sameSheet(self, args, host);
    return rangeAt(self.sheetId, union(areaOf(self), areaOf(other)));
  },
  // A cell may lie outside the range, as long as it is on the sheet.
  GetCell: (self, args) => inside(self, args.integer(0), args.integer(1), 1, 1),
  GetColumn: (self, args) => inside(self, 0, args.integer(0), areaOf(self).rows, 1),
  GetColumnsAfter: (self, args) => besideColumns(self, args.integer(0, 1)),
  GetColumnsBefore: (self, args) => besideColumns(self, -args.integer(0, 1)),
  GetEntireColumn: (self) => reshaped(self, (area) => ({ ...area, row: 0, rows: GRID_ROWS })),
  GetEntireRow: (self) => reshaped(self, (area) => ({ ...area, column: 0, columns: GRID_COLUMNS })),
  GetIntersection: (self, args, host) => {
    const common = intersection(self, args, host);
    if (!common) throw itemNotFound();
    return common;
  },
  GetIntersectionOrNullObject: intersection,
  GetLastCell: (self) => inside(self, areaOf(self).rows - 1, areaOf(self).columns - 1, 1, 1),
  GetLastColumn: (self) => inside(self, 0, areaOf(self).columns - 1, areaOf(self).rows, 1),
  GetLastRow: (self) => inside(self, areaOf(self).rows - 1, 0, 1, areaOf(self).columns),
  GetOffsetRange: (self, args) =>
    reshaped(self, (area) => ({
      ...area,
      row: area.row + args.integer(0),
      column: area.column + args.integer(1),
    })),
  GetResizedRange: (self, args) =>
    reshaped(self, (area) => ({
      ...area,
      rows: area.rows + args.integer(0),
      columns: area.columns + args.integer(1),
    })),
  GetRow: (self, args) => inside(self, args.integer(0), 0, 1, areaOf(self).columns),
  GetRowsAbove: (self, args) => besideRows(self, -args.integer(0, 1)),
  GetRowsBelow: (self, args) => besideRows(self, args.integer(0, 1)),
  GetSurroundingRegion: (self, _args, host) =>
    rangeAt(self.sheetId, host.book.surroundingArea(self.sheetId, areaOf(self))),
  GetUsedRange: (self, args, host) => {
    const { row, column } = areaOf(self);
    return (
      used(self, args.flag(0, false), host) ?? rangeAt(self.sheetId, { row, column, rows: 1, columns: 1 })
    );
  },
  GetUsedRangeOrNullObject: (self, args, host) => used(self, args.flag(0, false), host),
};

function reshaped(self: Range, change: (area: Area) => Area): Range {
  return rangeOn(self.sheetId, change(areaOf(self)));
}

function inside(self: Range, rowOffset: number, columnOffset: number, rows: number, columns: number): Range {
  const { row, column } = areaOf(self);
  return rangeOn(self.sheetId, { row: row + rowOffset, column: column + columnOffset, rows, columns });
}

/** A negative count means the other side, and none is refused. */
function besideColumns(self: Range, count: number): Range {
  if (count === 0) throw invalidArgument();
  const { columns } = areaOf(self);
  return inside(self, 0, count > 0 ? columns : count, areaOf(self).rows, Math.abs(count));
}

function besideRows(self: Range, count: number): Range {
  if (count === 0) throw invalidArgument();
  const { rows } = areaOf(self);
  return inside(self, count > 0 ? rows : count, 0, Math.abs(count), areaOf(self).columns);
}

function sameSheet(self: Range, args: Args, host: ModelHost): Range {
  const other = rangeArgument(args, 0, self.sheetId, host);
  if (other.sheetId !== self.sheetId) throw invalidArgument();
  return other;
}

function intersection(self: Range, args: Args, host: ModelHost): Range | null {
  const area = intersect(areaOf(self), areaOf(sameSheet(self, args, host)));
  return area && rangeAt(self.sheetId, area);
}

/** The smallest part of the range that holds all its cells with values; with formats too, what the sheet uses of it. */
function used(self: Range, valuesOnly: boolean, host: ModelHost): Range | null {
  const area = host.book.usedArea(self.sheetId, valuesOnly);
  const common = area && intersect(area, areaOf(self));
  if (!area || !common || !valuesOnly || contains(common, area))
    return common && rangeAt(self.sheetId, common);
  const values = host.book.values(self.sheetId, common);
  const isFilledRow = (cells: readonly CellValue[]) => cells.some((cell) => cell !== '');
  const top = values.findIndex(isFilledRow);
  if (top < 0) return null;
  const rows = values.findLastIndex(isFilledRow) - top + 1;
  const isFilledColumn = (column: number) => values.some((cells) => cells[column] !== '');
  const columns = Array.from({ length: common.columns }, (_cell, column) => column).filter(isFilledColumn);
  const left = columns[0] ?? 0;
  const width = (columns.at(-1) ?? 0) - left + 1;
  return rangeAt(self.sheetId, { row: common.row + top, column: common.column + left, rows, columns: width });
}
