import { GRID_COLUMNS, GRID_ROWS } from '../../book/a1.ts';
import type { SheetInfo } from '../../book/book.ts';
import { invalidArgument, itemAlreadyExists } from '../api-error.ts';
import { WORKBOOK_TARGET, type EventName } from '../events.ts';
import { rangeAt, type Reference, type ReferenceTo } from '../reference.ts';
import type { ModelHost, WireClass } from '../wire-class.ts';
import { locate, rangeByAddress, rangeOn } from './addresses.ts';
import { collection, isSameName } from './collection.ts';

const SHEET_EVENTS: readonly EventName[] = [
  'DataChanged',
  'SelectionChanged',
  'Activated',
  'Deactivated',
  'FormatChanged',
  'RowHiddenChanged',
  'RowSorted',
];

const VISIBILITIES = ['Visible', 'Hidden', 'VeryHidden'] as const;

export const worksheetClass: WireClass<'Worksheet'> = {
  identity: (self) => ({ Id: self.sheetId }),
  eventTarget: (self) => self.sheetId,
  events: SHEET_EVENTS,
  properties: {
    Id: { get: (self, host) => host.sheet(self.sheetId).id },
    Name: { get: (self, host) => host.sheet(self.sheetId).name, set: rename },
    Position: { get: (self, host) => position(self, host) },
    Visibility: {
      get: (self, host) => host.sheet(self.sheetId).visibility,
      set: (self, value, host) => {
        const visibility = VISIBILITIES.find((known) => known === value);
        if (!visibility) throw invalidArgument();
        host.book.setSheetVisibility(self.sheetId, visibility);
      },
    },
  },
  navigations: {
    AutoFilter: (self) => ({ wire: 'AutoFilter', sheetId: self.sheetId, tableId: null }),
    Names: (self) => ({ wire: 'NamedItemCollection', sheetId: self.sheetId }),
    Protection: (self) => ({ wire: 'WorksheetProtection', sheetId: self.sheetId }),
    Tables: (self) => ({ wire: 'TableCollection', sheetId: self.sheetId }),
  },
  methods: {
    Activate: (self, _args, host) => host.book.activate(self.sheetId, 'addin'),
    Calculate: () => null,
    Delete: (self, _args, host) => host.book.deleteSheet(self.sheetId),
    GetCell: (self, args) =>
      rangeOn(self.sheetId, { row: args.integer(0), column: args.integer(1), rows: 1, columns: 1 }),
    GetRange: (self, args, host) =>
      args.has(0) ? rangeByAddress(args.text(0), self.sheetId, host) : rangeAt(self.sheetId, wholeSheet()),
    GetRangeByIndexes: (self, args) =>
      rangeOn(self.sheetId, {
        row: args.integer(0),
        column: args.integer(1),
        rows: args.integer(2),
        columns: args.integer(3),
      }),
    GetRanges: (self, args, host) => {
      const { sheetId, areas } = args.has(0)
        ? locate(args.text(0), self.sheetId, host)
        : { sheetId: self.sheetId, areas: [wholeSheet()] };
      return { wire: 'RangeAreas', sheetId, ranges: areas.map((area) => rangeAt(sheetId, area)) };
    },
    GetUsedRange: (self, args, host) =>
      usedRange(self, args.flag(0, false), host) ??
      rangeAt(self.sheetId, { row: 0, column: 0, rows: 1, columns: 1 }),
    GetUsedRangeOrNullObject: (self, args, host) => usedRange(self, args.flag(0, false), host),
    GetNextOrNullObject: (self, args, host) => neighbour(self, 1, args.flag(0, false), host),
    GetPreviousOrNullObject: (self, args, host) => neighbour(self, -1, args.flag(0, false), host),
  },
};

export const worksheetCollectionClass: WireClass<'WorksheetCollection'> = withSheetMembers(
  collection<'WorksheetCollection'>({
    items: (_self, host) => host.book.sheets().map((sheet) => reference(sheet)),
    find: (_self, key, host) => {
      const sheet = host.book
        .sheets()
        .find((candidate) => candidate.id === key || isSameName(candidate.name, key));
      return sheet ? reference(sheet) : null;
    },
  }),
);

function withSheetMembers(base: WireClass<'WorksheetCollection'>): WireClass<'WorksheetCollection'> {
  return {
    ...base,
    eventTarget: () => WORKBOOK_TARGET,
    events: [...SHEET_EVENTS, 'Added', 'Deleted'],
    methods: {
      ...base.methods,
      Add: (_self, args, host) =>
        reference(host.book.addSheet(args.has(0) ? checkedName(args.raw(0), host) : undefined)),
      GetActiveWorksheet: (_self, _args, host) => reference(host.sheet(host.book.activeSheetId())),
    },
  };
}

function reference(sheet: SheetInfo): ReferenceTo<'Worksheet'> {
  return { wire: 'Worksheet', sheetId: sheet.id };
}

function wholeSheet() {
  return { row: 0, column: 0, rows: GRID_ROWS, columns: GRID_COLUMNS };
}

function usedRange(self: ReferenceTo<'Worksheet'>, valuesOnly: boolean, host: ModelHost) {
  const area = host.book.usedArea(host.sheet(self.sheetId).id, valuesOnly);
  return area && rangeAt(self.sheetId, area);
}

function position(self: ReferenceTo<'Worksheet'>, host: ModelHost): number {
  return host.book.sheets().findIndex((sheet) => sheet.id === host.sheet(self.sheetId).id);
}

function neighbour(
  self: ReferenceTo<'Worksheet'>,
  step: 1 | -1,
  visibleOnly: boolean,
  host: ModelHost,
): Reference | null {
  const sheets = host.book.sheets();
  for (let index = position(self, host) + step; sheets[index]; index += step) {
    const sheet = sheets[index];
    if (sheet && (!visibleOnly || sheet.visibility === 'Visible')) return reference(sheet);
  }
  return null;
}

function rename(self: ReferenceTo<'Worksheet'>, value: unknown, host: ModelHost): void {
  const sheet = host.sheet(self.sheetId);
  if (value !== sheet.name) host.book.renameSheet(sheet.id, checkedName(value, host, sheet.id));
}

/** Excel's rules for a sheet's name: 1 to 31 characters, none of `\ / ? * [ ] :`, no other sheet of that name. */
function checkedName(value: unknown, host: ModelHost, except?: string): string {
  if (typeof value !== 'string' || value === '' || value.length > 31 || /[\\/?*[\]:]/.test(value)) {
    throw invalidArgument();
  }
  const isTaken = host.book.sheets().some((sheet) => sheet.id !== except && isSameName(sheet.name, value));
  if (isTaken) throw itemAlreadyExists();
  return value;
}
