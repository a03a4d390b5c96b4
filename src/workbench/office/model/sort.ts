import { invalidArgument, notImplemented } from '../api-error.ts';
import { isRecord } from '../arguments.ts';
import type { Area } from '../../book/book.ts';
import { areaOf } from '../reference.ts';
import type { ModelHost, WireClass } from '../wire-class.ts';
import { bodyArea } from './table-areas.ts';

/** `range.sort.apply(fields, matchCase, hasHeaders, orientation)`, rows only. */
export const rangeSortClass: WireClass<'RangeSort'> = {
  methods: {
    Apply: (self, args, host) => {
      if (args.has(3) && args.text(3) !== 'Rows') throw notImplemented('RangeSort.apply by columns');
      const { row, rows, ...columns } = areaOf(self.range);
      const header = args.flag(2, false) ? 1 : 0;
      if (args.flag(1, false)) throw notImplemented('RangeSort.apply with matchCase');
      if (rows - header < 1) return;
      sortRows(
        self.range.sheetId,
        { ...columns, row: row + header, rows: rows - header },
        args.list(0),
        host,
      );
    },
  },
};

export const tableSortClass: WireClass<'TableSort'> = {
  methods: {
    Apply: (self, args, host) => {
      if (args.flag(1, false)) throw notImplemented('TableSort.apply with matchCase');
      const table = host.table(self.tableId);
      const body = bodyArea(table);
      if (body) sortRows(table.sheetId, body, args.list(0), host);
    },
  },
};

/** By several columns: the least important first, since the book's sort keeps the order of equals. */
function sortRows(sheetId: string, area: Area, fields: unknown[], host: ModelHost): void {
  const parsed = fields.map((field) => {
    if (!isRecord(field) || typeof field['key'] !== 'number') throw invalidArgument();
    if (field['sortOn'] !== undefined && field['sortOn'] !== 'Value')
      throw notImplemented('SortField.sortOn');
    if (field['key'] < 0 || field['key'] >= area.columns) throw invalidArgument();
    return { column: area.column + field['key'], ascending: field['ascending'] !== false };
  });
  for (const { column, ascending } of parsed.reverse()) {
    host.book.sort(sheetId, area, column, ascending, 'addin');
  }
}
