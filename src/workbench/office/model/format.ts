import type { CellFormat } from '../../book/book.ts';
import { invalidArgument, notImplemented } from '../api-error.ts';
import { areaOf, type ReferenceTo } from '../reference.ts';
import type { ModelHost, Property, WireClass } from '../wire-class.ts';
import { asColor, asFlag } from './assigned.ts';

type FormatWire = 'RangeFormat' | 'RangeFill' | 'RangeFont' | 'FormatProtection';
type Ranges = readonly ReferenceTo<'Range'>[];

/** A format is read cell by cell to see whether the range is mixed; beyond this it would take too long. */
const MOST_READ_CELLS = 20_000;

const ALIGNMENTS = ['General', 'Left', 'Center', 'Right'] as const;

export const rangeFormatClass: WireClass<'RangeFormat'> = {
  properties: {
    ColumnWidth: { get: columnWidth, set: setColumnWidth },
    HorizontalAlignment: formatProperty('horizontalAlignment', (value) => {
      const alignment = ALIGNMENTS.find((known) => known === value);
      if (!alignment) throw notImplemented(`RangeFormat.horizontalAlignment = ${String(value)}`);
      return alignment;
    }),
    WrapText: formatProperty('wrapText', asFlag),
  },
  navigations: {
    Fill: (self) => ({ wire: 'RangeFill', ranges: self.ranges }),
    Font: (self) => ({ wire: 'RangeFont', ranges: self.ranges }),
    Protection: (self) => ({ wire: 'FormatProtection', ranges: self.ranges }),
  },
  methods: { AutofitColumns: autofitColumns },
};

export const rangeFillClass: WireClass<'RangeFill'> = {
  properties: { Color: formatProperty('fillColor', asColor, '#FFFFFF') },
  methods: {
    Clear: (self, _args, host) => setFormat(self.ranges, { fillColor: null }, host),
  },
};

export const rangeFontClass: WireClass<'RangeFont'> = {
  properties: {
    Bold: formatProperty('bold', asFlag),
    Color: formatProperty('fontColor', asColor, '#000000'),
    Italic: formatProperty('italic', asFlag),
  },
};

export const formatProtectionClass: WireClass<'FormatProtection'> = {
  properties: { Locked: formatProperty('locked', asFlag) },
};

/** One format of all cells of the ranges; null when they differ, `automatic` where none is set. */
function formatProperty<K extends keyof CellFormat, W extends FormatWire>(
  key: K,
  parse: (value: unknown) => CellFormat[K],
  automatic: CellFormat[K] | null = null,
): Property<W> {
  return {
    get: (self, host) => {
      const first = cellFormats(self.ranges, host).next().value?.[key];
      for (const format of cellFormats(self.ranges, host)) if (format[key] !== first) return null;
      return first ?? automatic;
    },
    set: (self, value, host) => setFormat(self.ranges, { [key]: parse(value) }, host),
  };
}

function* cellFormats(ranges: Ranges, host: ModelHost): Generator<CellFormat, undefined> {
  for (const range of ranges) {
    const { row, column, rows, columns } = areaOf(range);
    if (rows * columns > MOST_READ_CELLS)
      throw notImplemented(`Range.format read from over ${MOST_READ_CELLS} cells`);
    for (let y = row; y < row + rows; y += 1) {
      for (let x = column; x < column + columns; x += 1) {
        yield host.book.format(range.sheetId, { row: y, column: x, rows: 1, columns: 1 });
      }
    }
  }
}

function setFormat(ranges: Ranges, format: Partial<CellFormat>, host: ModelHost): void {
  for (const range of ranges) host.book.setFormat(range.sheetId, areaOf(range), format, 'addin');
}

function columnWidth(self: ReferenceTo<'RangeFormat'>, host: ModelHost): number | null {
  const widths = self.ranges.flatMap((range) => {
    const { column, columns } = areaOf(range);
    return Array.from({ length: columns }, (_item, index) =>
      host.book.columnWidth(range.sheetId, column + index),
    );
  });
  return widths.every((width) => width === widths[0]) ? (widths[0] ?? null) : null;
}

function setColumnWidth(self: ReferenceTo<'RangeFormat'>, value: unknown, host: ModelHost): void {
  if (typeof value !== 'number' || !(value >= 0)) throw invalidArgument();
  for (const range of self.ranges) {
    const { column, columns } = areaOf(range);
    host.book.setColumnWidth(range.sheetId, column, columns, value);
  }
}

/** Wide enough for the longest text of the column, estimated from its characters: no fonts are measured here. */
function autofitColumns(self: ReferenceTo<'RangeFormat'>, _args: unknown, host: ModelHost): void {
  for (const range of self.ranges) {
    const area = areaOf(range);
    const used = host.book.usedArea(range.sheetId, true);
    if (!used) continue;
    const lastRow = Math.min(area.row + area.rows, used.row + used.rows);
    const lastColumn = Math.min(area.column + area.columns, used.column + used.columns);
    for (let column = area.column; column < lastColumn && area.row < lastRow; column += 1) {
      const rows = lastRow - area.row;
      const texts = host.book.texts(range.sheetId, { row: area.row, column, rows, columns: 1 }).flat();
      const characters = Math.max(0, ...texts.map((text) => text.length));
      if (characters > 0) host.book.setColumnWidth(range.sheetId, column, 1, 12 + 7 * characters);
    }
  }
}
