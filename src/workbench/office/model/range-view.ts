import { formatAddress } from '../../book/a1.ts';
import { areaOf, rangeAt, type ReferenceTo } from '../reference.ts';
import type { ModelHost, WireClass } from '../wire-class.ts';
import { readCells, valueType } from './cells.ts';
import { collection } from './collection.ts';

type View = ReferenceTo<'RangeView'>;

/** The visible rows of a range (`getVisibleView`). It reads only: writing through a view fails in Excel too. */
export const rangeViewClass: WireClass<'RangeView'> = {
  properties: {
    CellAddresses: {
      get: (self, host) => {
        const { row, column, columns } = areaOf(self.range);
        const sheetName = host.sheet(self.range.sheetId).name;
        return visibleOffsets(self, host).map((offset) =>
          Array.from({ length: columns }, (_cell, index) =>
            formatAddress({ row: row + offset, column: column + index, rows: 1, columns: 1 }, sheetName),
          ),
        );
      },
    },
    ColumnCount: { get: (self) => areaOf(self.range).columns },
    Formulas: {
      get: (self, host) =>
        visible(
          self,
          host,
          readCells(self.range, (...at) => host.book.formulas(...at)),
        ),
    },
    Index: { get: (self) => self.index },
    NumberFormat: {
      get: (self, host) =>
        visible(
          self,
          host,
          readCells(self.range, (...at) => host.book.numberFormats(...at)),
        ),
    },
    RowCount: { get: (self, host) => visibleOffsets(self, host).length },
    Text: {
      get: (self, host) =>
        visible(
          self,
          host,
          readCells(self.range, (...at) => host.book.texts(...at)),
        ),
    },
    ValueTypes: {
      get: (self, host) => values(self, host)?.map((row) => row.map((value) => valueType(value))) ?? null,
    },
    Values: { get: values },
  },
  navigations: { Rows: (self) => ({ wire: 'RangeViewCollection', range: self.range }) },
  methods: { GetRange: (self) => self.range },
};

export const rangeViewCollectionClass: WireClass<'RangeViewCollection'> = collection({
  items: (self, host) => {
    const { row, ...rest } = areaOf(self.range);
    const whole: View = { wire: 'RangeView', range: self.range, index: 0 };
    return visibleOffsets(whole, host).map((offset, index) => ({
      wire: 'RangeView',
      range: rangeAt(self.range.sheetId, { ...rest, row: row + offset, rows: 1 }),
      index,
    }));
  },
});

function values(self: View, host: ModelHost) {
  return visible(
    self,
    host,
    readCells(self.range, (...at) => host.book.values(...at)),
  );
}

function visible<T>(self: View, host: ModelHost, rows: T[][] | null): T[][] | null {
  return rows && visibleOffsets(self, host).map((offset) => rows[offset] ?? []);
}

function visibleOffsets(self: View, host: ModelHost): number[] {
  const { row, rows } = areaOf(self.range);
  return Array.from({ length: rows }, (_row, offset) => offset).filter(
    (offset) => !host.book.isRowHidden(self.range.sheetId, row + offset),
  );
}
