import type { Area } from '../../book/book.ts';
import { ApiError, invalidArgument, itemNotFound, notImplemented } from '../api-error.ts';
import { rangeAt, type ReferenceTo } from '../reference.ts';
import type { ModelHost, WireClass } from '../wire-class.ts';
import { readCells, writeCells } from './cells.ts';
import { collection } from './collection.ts';
import { bodyArea } from './table-areas.ts';

export const tableRowClass: WireClass<'TableRow'> = {
  properties: {
    Index: { get: (self) => self.index },
    Values: {
      get: (self, host) => readCells(rowOf(self, host), (...at) => host.book.values(...at)),
      set: (self, value, host) => writeCells(rowOf(self, host), value, host),
    },
  },
  methods: {
    /** Deletes the sheet's row, so nothing else may stand in it. */
    Delete: (self, _args, host) => {
      const { sheetId, area } = host.table(self.tableId);
      const { row } = placeOf(self, host);
      assertAlone(sheetId, area, row, 1, host);
      host.book.deleteRows(sheetId, row, 1, 'addin');
    },
    GetRange: rowMethod,
  },
};

const base = collection<'TableRowCollection'>({
  items: (self, host) =>
    Array.from({ length: bodyArea(host.table(self.tableId))?.rows ?? 0 }, (_row, index) => ({
      wire: 'TableRow',
      tableId: self.tableId,
      index,
    })),
});

export const tableRowCollectionClass: WireClass<'TableRowCollection'> = {
  ...base,
  methods: { ...base.methods, Add: add },
};

/** Office Add-ins documentation, co-authoring: rows added this way meet those of others in a conflict that people must solve. */
function conflict(): ApiError {
  return new ApiError('Conflict', 'Request could not be processed because of a conflict.');
}

/** `add(index, values)`: at the end when the index is left out or -1. Rows of the sheet are inserted for them. */
function add(
  self: ReferenceTo<'TableRowCollection'>,
  args: Parameters<NonNullable<NonNullable<WireClass<'TableRowCollection'>['methods']>[string]>>[1],
  host: ModelHost,
): ReferenceTo<'TableRow'> {
  if (host.events.sharedWithOthers) throw conflict();
  const table = host.table(self.tableId);
  const { sheetId, area } = table;
  const header = table.showHeaders ? 1 : 0;
  const bodyRows = bodyArea(table)?.rows ?? 0;
  const at = args.integer(0, -1);
  if (at > bodyRows) throw invalidArgument();
  const index = at < 0 ? bodyRows : at;
  const count = rowCount(args.raw(1), area.columns);
  const row = area.row + header + index;
  const isLast = row === area.row + area.rows;
  if (isLast && isEmpty(sheetId, { ...area, row, rows: count }, host)) {
    host.book.resizeTable(self.tableId, { ...area, rows: area.rows + count });
  } else {
    assertAlone(sheetId, area, row, count, host);
    host.book.insertRows(sheetId, row, count, 'addin');
    if (isLast) host.book.resizeTable(self.tableId, { ...area, rows: area.rows + count });
  }
  if (args.has(1)) writeCells(rangeAt(sheetId, { ...area, row, rows: count }), args.raw(1), host);
  return { wire: 'TableRow', tableId: self.tableId, index };
}

function rowCount(values: unknown, columns: number): number {
  if (values === null) return 1;
  if (!Array.isArray(values)) return 1;
  if (values.some((row) => !Array.isArray(row) || row.length !== columns)) throw invalidArgument();
  return values.length;
}

function isEmpty(sheetId: string, area: Area, host: ModelHost): boolean {
  return host.book.values(sheetId, area).every((row) => row.every((value) => value === ''));
}

/** Excel moves the cells of the table only; the book moves whole rows, so cells beside the table are refused. */
function assertAlone(sheetId: string, table: Area, row: number, rows: number, host: ModelHost): void {
  const used = host.book.usedArea(sheetId, true);
  if (!used) return;
  const left = { row, rows, column: 0, columns: table.column };
  const right = table.column + table.columns;
  const beside = { row, rows, column: right, columns: Math.max(0, used.column + used.columns - right) };
  const isAlone = [left, beside].every((area) => area.columns === 0 || isEmpty(sheetId, area, host));
  if (!isAlone) throw notImplemented('TableRowCollection.add with cells beside the table');
}

function rowOf(self: ReferenceTo<'TableRow'>, host: ModelHost): ReferenceTo<'Range'> {
  return rangeAt(host.table(self.tableId).sheetId, placeOf(self, host));
}

function rowMethod(self: ReferenceTo<'TableRow'>, _args: unknown, host: ModelHost): ReferenceTo<'Range'> {
  return rowOf(self, host);
}

function placeOf(self: ReferenceTo<'TableRow'>, host: ModelHost): Area {
  const body = bodyArea(host.table(self.tableId));
  if (!body || self.index < 0 || self.index >= body.rows) throw itemNotFound();
  return { ...body, row: body.row + self.index, rows: 1 };
}
