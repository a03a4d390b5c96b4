import { invalidArgument, notImplemented } from '../api-error.ts';
import type { Area } from '../../book/book.ts';
import { areaOf, type ReferenceTo } from '../reference.ts';
import type { ModelHost, WireClass } from '../wire-class.ts';
import { rangeArgument } from './addresses.ts';
import { filterArea } from './table-areas.ts';

/** The filter of a sheet or of a table; by a list of values only. */
export const autoFilterClass: WireClass<'AutoFilter'> = {
  properties: {
    Enabled: { get: (self, host) => self.tableId !== null || host.book.isFiltered(self.sheetId) },
    IsDataFiltered: { get: (self, host) => host.book.isFiltered(self.sheetId) },
  },
  methods: {
    Apply: (self, args, host) => {
      const range = rangeArgument(args, 0, self.sheetId, host);
      if (!args.has(1)) return;
      applyCriteria(range.sheetId, areaOf(range), args.integer(1), args.record(2), host);
    },
    ClearCriteria: clear,
    Remove: clear,
  },
};

/** `table.columns.getItem(…).filter`. */
export const filterClass: WireClass<'Filter'> = {
  methods: {
    Apply: (self, args, host) => {
      const table = host.table(self.tableId);
      applyCriteria(table.sheetId, filterArea(table), self.index, args.record(0), host);
    },
    ApplyValuesFilter: (self, args, host) => {
      const table = host.table(self.tableId);
      const criteria = { filterOn: 'Values', values: args.list(0) };
      applyCriteria(table.sheetId, filterArea(table), self.index, criteria, host);
    },
    Clear: (self, _args, host) => host.book.clearFilter(host.table(self.tableId).sheetId, 'addin'),
  },
};

function applyCriteria(
  sheetId: string,
  area: Area,
  columnIndex: number,
  criteria: Record<string, unknown>,
  host: ModelHost,
): void {
  const { filterOn, values } = criteria;
  if (filterOn !== 'Values') throw notImplemented(`AutoFilter.apply with filterOn ${String(filterOn)}`);
  if (!Array.isArray(values) || columnIndex < 0 || columnIndex >= area.columns) throw invalidArgument();
  const keep = values.map((value: unknown) => {
    if (typeof value !== 'string') throw notImplemented('AutoFilter.apply with dates');
    return value;
  });
  host.book.filter(sheetId, area, area.column + columnIndex, keep, 'addin');
}

function clear(self: ReferenceTo<'AutoFilter'>, _args: unknown, host: ModelHost): void {
  host.book.clearFilter(self.sheetId, 'addin');
}
