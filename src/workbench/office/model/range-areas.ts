import { invalidArgument } from '../api-error.ts';
import { areaOf, type ReferenceTo } from '../reference.ts';
import type { ModelHost, WireClass } from '../wire-class.ts';
import { fullAddress } from './addresses.ts';
import { collection } from './collection.ts';
import { isWholeColumns, isWholeRows } from '../../book/a1.ts';

/** Several ranges of one sheet: a selection with Ctrl, the visible cells of a filtered range. */
export const rangeAreasClass: WireClass<'RangeAreas'> = {
  properties: {
    Address: { get: addresses },
    AddressLocal: { get: addresses },
    AreaCount: { get: (self) => self.ranges.length },
    CellCount: {
      get: (self) =>
        self.ranges.reduce((count, range) => count + areaOf(range).rows * areaOf(range).columns, 0),
    },
    IsEntireColumn: { get: (self) => self.ranges.every((range) => isWholeColumns(areaOf(range))) },
    IsEntireRow: { get: (self) => self.ranges.every((range) => isWholeRows(areaOf(range))) },
  },
  navigations: {
    Areas: (self) => ({ wire: 'RangeCollection', ranges: self.ranges }),
    ConditionalFormats: (self) => ({
      wire: 'ConditionalFormatCollection',
      sheetId: self.sheetId,
      ranges: self.ranges,
    }),
    Format: (self) => ({ wire: 'RangeFormat', ranges: self.ranges }),
    Worksheet: (self) => ({ wire: 'Worksheet', sheetId: self.sheetId }),
  },
  methods: {
    Clear: (self, args, host) => {
      const what = args.has(0) ? args.text(0) : 'All';
      if (what !== 'All' && what !== 'Contents' && what !== 'Formats') throw invalidArgument();
      for (const range of self.ranges) host.book.clear(self.sheetId, areaOf(range), what, 'addin');
    },
    GetTables: (self, args) => ({
      wire: 'TableScopedCollection',
      ranges: self.ranges,
      fullyContained: args.flag(0, false),
    }),
    Select: (self, _args, host) => host.book.select(self.sheetId, self.ranges.map(areaOf), 'addin'),
  },
};

export const rangeCollectionClass: WireClass<'RangeCollection'> = collection({
  items: (self) => [...self.ranges],
});

function addresses(self: ReferenceTo<'RangeAreas'>, host: ModelHost): string {
  return self.ranges.map((range) => fullAddress(range, host)).join(',');
}
