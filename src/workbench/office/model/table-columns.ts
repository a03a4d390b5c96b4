import type { Area, CellInput, TableInfo } from '../../book/book.ts';
import { invalidArgument, itemNotFound, notImplemented } from '../api-error.ts';
import { rangeAt, type ReferenceTo } from '../reference.ts';
import type { ModelHost, WireClass } from '../wire-class.ts';
import { asBlock, cellInput, readCells, writeCells } from './cells.ts';
import { collection, isSameName } from './collection.ts';
import { bodyArea, columnOf, headerArea, totalsArea } from './table-areas.ts';

type Column = ReferenceTo<'TableColumn'>;

/** A column is found by its place from left; its id, as given here, is that place counted from 1. */
export const tableColumnClass: WireClass<'TableColumn'> = {
  properties: {
    Id: { get: (self) => self.index + 1 },
    Index: { get: (self) => self.index },
    Name: {
      get: (self, host) => columnName(host.table(self.tableId), self.index, host),
      set: (self, value, host) => {
        if (typeof value !== 'string' || value === '') throw invalidArgument();
        writeCells(partOf(self, headerArea, host), [[value]], host);
      },
    },
    Values: {
      get: (self, host) => readCells(partOf(self, whole, host), (...at) => host.book.values(...at)),
      set: (self, value, host) => writeCells(partOf(self, whole, host), value, host),
    },
  },
  navigations: { Filter: (self) => ({ wire: 'Filter', tableId: self.tableId, index: self.index }) },
  methods: {
    Delete: (self, _args, host) => {
      const { columns } = host.table(self.tableId).area;
      if (self.index >= columns) throw itemNotFound();
      if (columns === 1) throw notImplemented('TableColumn.delete of the only column');
      host.book.deleteTableColumn(self.tableId, self.index, 'addin');
      return null;
    },
    GetDataBodyRange: (self, _args, host) => partOf(self, bodyArea, host),
    GetHeaderRowRange: (self, _args, host) => partOf(self, headerArea, host),
    GetRange: (self, _args, host) => partOf(self, whole, host),
    GetTotalRowRange: (self, _args, host) => partOf(self, totalsArea, host),
  },
};

const base = collection<'TableColumnCollection'>({
  items: (self, host) =>
    Array.from({ length: host.table(self.tableId).area.columns }, (_column, index) => ({
      wire: 'TableColumn',
      tableId: self.tableId,
      index,
    })),
  find: (self, key, host) => {
    const table = host.table(self.tableId);
    const indexes = Array.from({ length: table.area.columns }, (_column, index) => index);
    const index =
      typeof key === 'number'
        ? indexes.find((candidate) => candidate + 1 === key)
        : indexes.find((candidate) => isSameName(columnName(table, candidate, host), key));
    return index === undefined ? null : { wire: 'TableColumn', tableId: self.tableId, index };
  },
});

export const tableColumnCollectionClass: WireClass<'TableColumnCollection'> = {
  ...base,
  methods: {
    ...base.methods,
    /** `add(index, values, name)`: the values include the header, and are one per row, or one for all. */
    Add: (self, args, host) => {
      const table = host.table(self.tableId);
      const at = args.integer(0, -1);
      if (at > table.area.columns) throw invalidArgument();
      const index = at < 0 ? table.area.columns : at;
      const cells = columnCells(args.raw(1), table);
      const area = host.book.addTableColumn(self.tableId, at < 0 ? null : at, cells, 'addin');
      if (args.has(2)) {
        const name = freeName(args.text(2), table, host);
        writeCells(rangeAt(table.sheetId, { ...area, row: table.area.row, rows: 1 }), [[name]], host);
      }
      return { wire: 'TableColumn', tableId: self.tableId, index };
    },
  },
};

/** Excel gives no name twice: the second of two columns gets a number. */
function freeName(wanted: string, { area, sheetId }: TableInfo, host: ModelHost): string {
  const [header = []] = host.book.texts(sheetId, { ...area, rows: 1 });
  const taken = new Set(header.map((text) => text.toLowerCase()));
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}${number}`;
  return name;
}

function columnCells(values: unknown, table: TableInfo): CellInput[] | null {
  if (values === null) return null;
  const rows = Array.isArray(values)
    ? values.map((row: unknown): unknown[] => (Array.isArray(row) ? row : [row]))
    : values;
  return asBlock(rows, { ...table.area, columns: 1 })
    .flat()
    .map(cellInput);
}

function columnName(table: TableInfo, index: number, host: ModelHost): string {
  const header = headerArea(table);
  if (!header) return `Column${index + 1}`;
  return host.book.texts(table.sheetId, columnOf(header, index))[0]?.[0] ?? '';
}

function whole(table: TableInfo): Area {
  return table.area;
}

function partOf(
  self: Column,
  part: (table: TableInfo) => Area | null,
  host: ModelHost,
): ReferenceTo<'Range'> {
  const table = host.table(self.tableId);
  const area = part(table);
  if (!area || self.index >= table.area.columns) throw itemNotFound();
  return rangeAt(table.sheetId, columnOf(area, self.index));
}
