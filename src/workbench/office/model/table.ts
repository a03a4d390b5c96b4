import { contains, intersect } from '../../book/a1.ts';
import type { Area, TableInfo } from '../../book/book.ts';
import { invalidArgument, itemAlreadyExists, itemNotFound, notImplemented } from '../api-error.ts';
import { WORKBOOK_TARGET } from '../events.ts';
import { areaOf, rangeAt, type ReferenceTo } from '../reference.ts';
import { constant, type ModelHost, type WireClass } from '../wire-class.ts';
import { rangeArgument } from './addresses.ts';
import { collection, isSameName } from './collection.ts';
import { bodyArea, headerArea, totalsArea } from './table-areas.ts';

type Table = ReferenceTo<'Table'>;

export const tableClass: WireClass<'Table'> = {
  identity: (self) => ({ Id: self.tableId }),
  eventTarget: (self) => self.tableId,
  events: ['DataChanged', 'SelectionChanged'],
  properties: {
    Id: { get: (self, host) => host.table(self.tableId).id },
    Name: {
      get: (self, host) => host.table(self.tableId).name,
      set: (self, value, host) => {
        if (typeof value !== 'string' || !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(value))
          throw invalidArgument();
        const isTaken = host.book
          .tables()
          .some((table) => table.id !== self.tableId && isSameName(table.name, value));
        if (isTaken) throw itemAlreadyExists();
        host.book.renameTable(self.tableId, value);
      },
    },
    ShowHeaders: { get: (self, host) => host.table(self.tableId).showHeaders },
    ShowTotals: {
      get: (self, host) => host.table(self.tableId).showTotals,
      set: (self, value, host) => {
        if (typeof value !== 'boolean') throw invalidArgument();
        host.book.setTableTotals(self.tableId, value);
      },
    },
    Style: {
      get: (self, host) => host.table(self.tableId).style,
      set: (self, value, host) => {
        if (typeof value !== 'string') throw invalidArgument();
        host.book.setTableStyle(self.tableId, value);
      },
    },
    ShowBandedRows: constant(true),
    ShowFilterButton: constant(true),
  },
  navigations: {
    AutoFilter: (self, host) => ({
      wire: 'AutoFilter',
      sheetId: host.table(self.tableId).sheetId,
      tableId: self.tableId,
    }),
    Columns: (self) => ({ wire: 'TableColumnCollection', tableId: self.tableId }),
    Rows: (self) => ({ wire: 'TableRowCollection', tableId: self.tableId }),
    Sort: (self) => ({ wire: 'TableSort', tableId: self.tableId }),
    Worksheet: (self, host) => ({ wire: 'Worksheet', sheetId: host.table(self.tableId).sheetId }),
  },
  methods: {
    ClearFilters: (self, _args, host) => host.book.clearFilter(host.table(self.tableId).sheetId, 'addin'),
    ConvertToRange: (self, _args, host) => {
      const { sheetId, area } = host.table(self.tableId);
      host.book.convertTableToRange(self.tableId);
      return rangeAt(sheetId, area);
    },
    GetDataBodyRange: (self, _args, host) => rangeOf(self, bodyArea, host),
    GetHeaderRowRange: (self, _args, host) => rangeOf(self, headerArea, host),
    GetRange: (self, _args, host) => rangeOf(self, (table) => table.area, host),
    GetTotalRowRange: (self, _args, host) => rangeOf(self, totalsArea, host),
    Resize: (self, args, host) => {
      const table = host.table(self.tableId);
      const range = rangeArgument(args, 0, table.sheetId, host);
      if (range.sheetId !== table.sheetId) throw invalidArgument();
      host.book.resizeTable(self.tableId, areaOf(range));
    },
  },
};

export const tableCollectionClass: WireClass<'TableCollection'> = withTableMembers(
  collection<'TableCollection'>({
    items: (self, host) => tablesOf(self.sheetId, host).map((table) => reference(table)),
    find: (self, key, host) => byKey(tablesOf(self.sheetId, host), key),
  }),
);

/** `range.getTables()`: the tables that touch the range, or lie wholly inside it. */
export const tableScopedCollectionClass: WireClass<'TableScopedCollection'> = collection({
  items: (self, host) => scoped(self, host).map((table) => reference(table)),
  find: (self, key, host) => byKey(scoped(self, host), key),
});

function withTableMembers(base: WireClass<'TableCollection'>): WireClass<'TableCollection'> {
  return {
    ...base,
    eventTarget: (self) => self.sheetId ?? WORKBOOK_TARGET,
    events: ['DataChanged', 'Added', 'Deleted'],
    methods: {
      ...base.methods,
      Add: (self, args, host) => {
        const range = rangeArgument(args, 0, self.sheetId, host);
        if (self.sheetId !== null && range.sheetId !== self.sheetId) throw invalidArgument();
        const hasHeaders = args.flag(1, true);
        if (!hasHeaders) throw notImplemented('TableCollection.add without headers');
        return reference(host.book.addTable(range.sheetId, areaOf(range), hasHeaders));
      },
    },
  };
}

function tablesOf(sheetId: string | null, host: ModelHost): TableInfo[] {
  return host.book.tables().filter((table) => sheetId === null || table.sheetId === sheetId);
}

function scoped(self: ReferenceTo<'TableScopedCollection'>, host: ModelHost): TableInfo[] {
  return host.book.tables().filter((table) =>
    self.ranges.some((range) => {
      if (range.sheetId !== table.sheetId) return false;
      const area = areaOf(range);
      return self.fullyContained ? contains(area, table.area) : intersect(area, table.area) !== null;
    }),
  );
}

/** The client writes ids as strings or numbers. */
function byKey(tables: TableInfo[], key: unknown): Table | null {
  const table = tables.find((candidate) => candidate.id === String(key) || isSameName(candidate.name, key));
  return table ? reference(table) : null;
}

function reference(table: TableInfo): Table {
  return { wire: 'Table', tableId: table.id };
}

function rangeOf(
  self: Table,
  part: (table: TableInfo) => Area | null,
  host: ModelHost,
): ReferenceTo<'Range'> {
  const table = host.table(self.tableId);
  const area = part(table);
  if (!area) throw itemNotFound();
  return rangeAt(table.sheetId, area);
}
