import { isWholeColumns, isWholeRows } from '../../book/a1.ts';
import { invalidArgument, notImplemented } from '../api-error.ts';
import { isRecord } from '../arguments.ts';
import { areaOf, type ReferenceTo } from '../reference.ts';
import { constant, type ModelHost, type WireClass } from '../wire-class.ts';
import { fullAddress } from './addresses.ts';
import { asFlag } from './assigned.ts';
import { isUnbounded, readCells, valueType, writeCells, writeNumberFormats } from './cells.ts';
import { columnsHidden, rowsHidden } from './hidden.ts';
import { rangeActions } from './range-actions.ts';
import { rangeGeometry } from './range-geometry.ts';
import { rangeProperties } from './range-properties.ts';

/** Excel answers -1 for more cells than fit 31 bits. */
const MOST_COUNTED_CELLS = 2_147_483_647;

export const rangeClass: WireClass<'Range'> = {
  properties: {
    Address: { get: fullAddress },
    AddressLocal: { get: fullAddress },
    CellCount: {
      get: (self) => {
        const { rows, columns } = areaOf(self);
        return rows * columns > MOST_COUNTED_CELLS ? -1 : rows * columns;
      },
    },
    ColumnCount: { get: (self) => areaOf(self).columns },
    ColumnIndex: { get: (self) => areaOf(self).column },
    RowCount: { get: (self) => areaOf(self).rows },
    RowIndex: { get: (self) => areaOf(self).row },
    IsEntireColumn: { get: (self) => isWholeColumns(areaOf(self)) },
    IsEntireRow: { get: (self) => isWholeRows(areaOf(self)) },
    Values: { get: (self, host) => readCells(self, (...at) => host.book.values(...at)), set: writeCells },
    Formulas: { get: formulas, set: writeCells },
    FormulasLocal: { get: formulas, set: writeCells },
    Text: { get: (self, host) => readCells(self, (...at) => host.book.texts(...at)) },
    NumberFormat: { get: numberFormats, set: writeNumberFormats },
    NumberFormatLocal: { get: numberFormats, set: writeNumberFormats },
    ValueTypes: {
      get: (self, host) =>
        readCells(self, (...at) =>
          host.book.values(...at).map((row) => row.map((value) => valueType(value))),
        ),
    },
    Hidden: {
      get: (self, host) => {
        const [rows, columns] = [rowsHidden(self, host), columnsHidden(self, host)];
        if (rows === true || columns === true) return true;
        return rows === false && columns === false ? false : null;
      },
    },
    RowHidden: {
      get: (self, host) => rowsHidden(self, host),
      set: (self, value, host) => {
        const { row, rows } = areaOf(self);
        host.book.setRowsHidden(self.sheetId, row, rows, asFlag(value), 'addin');
      },
    },
    ColumnHidden: {
      get: (self, host) => columnsHidden(self, host),
      set: (self, value, host) => {
        const { column, columns } = areaOf(self);
        host.book.setColumnsHidden(self.sheetId, column, columns, asFlag(value), 'addin');
      },
    },
    HasSpill: { get: hasSpill },
    Hyperlink: { get: (self, host) => host.book.hyperlink(self.sheetId, areaOf(self)), set: setHyperlink },
    Style: constant('Normal'),
  },
  navigations: {
    ConditionalFormats: (self) => ({
      wire: 'ConditionalFormatCollection',
      sheetId: self.sheetId,
      ranges: [self],
    }),
    Format: (self) => ({ wire: 'RangeFormat', ranges: [self] }),
    Sort: (self) => ({ wire: 'RangeSort', range: self }),
    Worksheet: (self) => ({ wire: 'Worksheet', sheetId: self.sheetId }),
  },
  methods: { ...rangeGeometry, ...rangeActions, ...rangeProperties },
};

function formulas(self: ReferenceTo<'Range'>, host: ModelHost) {
  return readCells(self, (...at) => host.book.formulas(...at));
}

function numberFormats(self: ReferenceTo<'Range'>, host: ModelHost) {
  return readCells(self, (...at) => host.book.numberFormats(...at));
}

/** True when every cell belongs to a spill, false when none does, else null. */
function hasSpill(self: ReferenceTo<'Range'>, host: ModelHost): boolean | null {
  const area = areaOf(self);
  return isUnbounded(area) ? null : host.book.hasSpill(self.sheetId, area);
}

function setHyperlink(self: ReferenceTo<'Range'>, value: unknown, host: ModelHost): void {
  if (value === null || value === '') {
    host.book.setHyperlink(self.sheetId, areaOf(self), null, 'addin');
    return;
  }
  if (!isRecord(value)) throw invalidArgument();
  if (value['documentReference']) throw notImplemented('Range.hyperlink with a documentReference');
  const { address, textToDisplay, screenTip } = value;
  if (typeof address !== 'string') throw invalidArgument();
  const link = {
    address,
    ...(typeof textToDisplay === 'string' ? { textToDisplay } : {}),
    ...(typeof screenTip === 'string' ? { screenTip } : {}),
  };
  host.book.setHyperlink(self.sheetId, areaOf(self), link, 'addin');
}
