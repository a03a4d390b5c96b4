import { intersect, isWholeColumns, isWholeRows } from '../../book/a1.ts';
import { invalidArgument, itemNotFound, notImplemented } from '../api-error.ts';
import { areaOf, rangeAt, type ReferenceTo } from '../reference.ts';
import type { ModelHost, WireClass } from '../wire-class.ts';
import { mergesInside, wrongSize } from './cells.ts';
import { visibleRuns } from './hidden.ts';

type Range = ReferenceTo<'Range'>;

const CLEARED = { All: 'All', Contents: 'Contents', Formats: 'Formats' } as const;

/** The methods that change something, select, or look for cells of a kind. */
export const rangeActions: NonNullable<WireClass<'Range'>['methods']> = {
  Calculate: () => null,
  Clear: (self, args, host) => {
    const wanted = args.has(0) ? args.text(0) : 'All';
    const what = CLEARED[wanted as keyof typeof CLEARED] as 'All' | 'Contents' | 'Formats' | undefined;
    if (!what) throw notImplemented(`Range.clear("${wanted}")`);
    host.book.clear(self.sheetId, areaOf(self), what, 'addin');
  },
  Delete: (self, args, host) => {
    const area = areaOf(self);
    if (isWholeRows(area)) host.book.deleteRows(self.sheetId, area.row, area.rows, 'addin');
    else if (isWholeColumns(area)) host.book.deleteColumns(self.sheetId, area.column, area.columns, 'addin');
    else throw notImplemented(`Range.delete("${args.text(0)}") of less than whole rows or columns`);
  },
  // The cells move away and the range that comes back is the empty space, as in Excel.
  Insert: (self, args, host) => {
    const area = areaOf(self);
    if (isWholeRows(area)) host.book.insertRows(self.sheetId, area.row, area.rows, 'addin');
    else if (isWholeColumns(area)) host.book.insertColumns(self.sheetId, area.column, area.columns, 'addin');
    else throw notImplemented(`Range.insert("${args.text(0)}") of less than whole rows or columns`);
    return rangeAt(self.sheetId, area);
  },
  Merge: (self, args, host) => {
    const area = areaOf(self);
    if (!args.flag(0, false)) return host.book.merge(self.sheetId, area, 'addin');
    for (let offset = 0; offset < area.rows; offset += 1) {
      host.book.merge(self.sheetId, { ...area, row: area.row + offset, rows: 1 }, 'addin');
    }
  },
  Unmerge: (self, _args, host) => host.book.unmerge(self.sheetId, areaOf(self), 'addin'),
  Select: (self, _args, host) => {
    if (host.book.activeSheetId() !== self.sheetId) host.book.activate(self.sheetId, 'addin');
    host.book.select(self.sheetId, [areaOf(self)], 'addin');
  },
  GetMergedAreasOrNullObject: (self, _args, host) => {
    const merges = mergesInside(self, host);
    return merges.length === 0 ? null : areas(self, merges);
  },
  GetSpecialCells: (self, args, host) => {
    const found = specialCells(self, args.text(0), host);
    if (!found) throw itemNotFound();
    return found;
  },
  GetSpecialCellsOrNullObject: (self, args, host) => specialCells(self, args.text(0), host),
  GetSpillParent: (self, _args, host) => {
    const parent = spillParent(self, host);
    if (!parent) throw itemNotFound();
    return parent;
  },
  GetSpillParentOrNullObject: spillParentOrNull,
  GetSpillingToRange: (self, _args, host) => {
    const spill = spillingTo(self, host);
    if (!spill) throw itemNotFound();
    return spill;
  },
  GetSpillingToRangeOrNullObject: (self, _args, host) => spillingTo(self, host),
  GetTables: (self, args) => ({
    wire: 'TableScopedCollection',
    ranges: [self],
    fullyContained: args.flag(0, false),
  }),
  GetVisibleView: (self) => ({ wire: 'RangeView', range: self, index: 0 }),
  /** Sent by the client before it splits a large assignment into blocks of rows. */
  _ValidateArraySize: (self, args) => {
    const { rows, columns } = areaOf(self);
    if (args.integer(0) !== rows || args.integer(1) !== columns) throw wrongSize();
  },
};

function areas(self: Range, found: { row: number; column: number; rows: number; columns: number }[]) {
  return {
    wire: 'RangeAreas',
    sheetId: self.sheetId,
    ranges: found.map((area) => rangeAt(self.sheetId, area)),
  };
}

/** Visible cells, or those with a formula; within the used area when the range is larger than that. */
function specialCells(self: Range, type: string, host: ModelHost) {
  if (type === 'Formulas') return cellsWithFormulas(self, host);
  if (type !== 'Visible') throw notImplemented(`Range.getSpecialCells("${type}")`);
  const { book } = host;
  const whole = areaOf(self);
  const used = book.usedArea(self.sheetId, false);
  const area = isWholeColumns(whole) || isWholeRows(whole) ? used && intersect(whole, used) : whole;
  if (!area) return null;
  const rows = visibleRuns(area.row, area.rows, (row) => book.isRowHidden(self.sheetId, row));
  const columns = visibleRuns(area.column, area.columns, (column) =>
    book.isColumnHidden(self.sheetId, column),
  );
  const found = rows.flatMap(([row, height]) =>
    columns.map(([column, width]) => ({ row, column, rows: height, columns: width })),
  );
  return found.length === 0 ? null : areas(self, found);
}

/** Excel takes a single cell for the whole sheet; here that is refused. */
function cellsWithFormulas(self: Range, host: ModelHost) {
  const { book } = host;
  const whole = areaOf(self);
  if (whole.rows === 1 && whole.columns === 1) throw notImplemented('Range.getSpecialCells of one cell');
  const used = book.usedArea(self.sheetId, false);
  const area = used && intersect(whole, used);
  if (!area) return null;
  const formulas = book.formulas(self.sheetId, area);
  const found = Array.from({ length: area.columns }, (_, column) =>
    visibleRuns(0, area.rows, (row) => !String(formulas[row]?.[column] ?? '').startsWith('=')).map(
      ([row, rows]) => ({ row: area.row + row, column: area.column + column, rows, columns: 1 }),
    ),
  ).flat();
  return found.length === 0 ? null : areas(self, found);
}

function oneCell(self: Range) {
  const area = areaOf(self);
  if (area.rows !== 1 || area.columns !== 1) throw invalidArgument();
  return area;
}

function spillParentOrNull(self: Range, _args: unknown, host: ModelHost): Range | null {
  return spillParent(self, host);
}

function spillParent(self: Range, host: ModelHost): Range | null {
  const { row, column } = oneCell(self);
  const spill = host.book.spillArea(self.sheetId, row, column);
  return spill && rangeAt(self.sheetId, { ...spill, rows: 1, columns: 1 });
}

/** Null unless the cell is the one whose formula spills. */
function spillingTo(self: Range, host: ModelHost): Range | null {
  const { row, column } = oneCell(self);
  const spill = host.book.spillArea(self.sheetId, row, column);
  return spill && spill.row === row && spill.column === column ? rangeAt(self.sheetId, spill) : null;
}
