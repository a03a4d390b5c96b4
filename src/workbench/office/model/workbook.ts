import { invalidReference, ApiError } from '../api-error.ts';
import { rangeAt, type ReferenceTo } from '../reference.ts';
import { constant, type ModelHost, type WireClass } from '../wire-class.ts';

export const workbookClass: WireClass<'Workbook'> = {
  properties: {
    Name: { get: (_self, host) => host.book.name },
    ReadOnly: { get: (_self, host) => host.book.readOnly },
    CalculationEngineVersion: constant(191029),
  },
  navigations: {
    Application: () => ({ wire: 'Application' }),
    Functions: () => ({ wire: 'Functions' }),
    Names: () => ({ wire: 'NamedItemCollection', sheetId: null }),
    Settings: () => ({ wire: 'SettingCollection' }),
    Tables: () => ({ wire: 'TableCollection', sheetId: null }),
    Worksheets: () => ({ wire: 'WorksheetCollection' }),
    _Runtime: () => ({ wire: 'Runtime' }),
  },
  methods: {
    GetSelectedRange: (_self, _args, host) => selectedRange(host),
    GetSelectedRanges: (_self, _args, host) => {
      const { sheetId, areas } = host.book.selection();
      if (areas.length === 0) throw invalidSelection();
      return { wire: 'RangeAreas', sheetId, ranges: areas.map((area) => rangeAt(sheetId, area)) };
    },
    GetActiveCell: (_self, _args, host) => {
      const { sheetId, areas } = host.book.selection();
      const active = areas.at(-1);
      if (!active) throw invalidSelection();
      return rangeAt(sheetId, { ...active, rows: 1, columns: 1 });
    },
    _GetRangeForEventByReferenceId: (_self, args, host) => {
      const range = host.events.rangeOf(args.text(0));
      if (!range) throw invalidReference();
      return range;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_self, args, host) => host.events.rangeOf(args.text(0)),
  },
};

/** One area only: Excel refuses to call several areas a range. */
function selectedRange(host: ModelHost): ReferenceTo<'Range'> {
  const { sheetId, areas } = host.book.selection();
  const [area] = areas;
  if (!area || areas.length > 1) throw invalidSelection();
  return rangeAt(sheetId, area);
}

function invalidSelection(): ApiError {
  return new ApiError('InvalidSelection', 'The current selection is invalid for this action.');
}
