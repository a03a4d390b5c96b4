import { intersect } from '../../book/a1.ts';
import type { ConditionalFormatInfo, ConditionalLook } from '../../book/book.ts';
import { itemNotFound, notImplemented } from '../api-error.ts';
import { areaOf, rangeAt, type ReferenceTo } from '../reference.ts';
import { constant, type ModelHost, type Property, type WireClass } from '../wire-class.ts';
import { asColor, asCount, asFlag, asText } from './assigned.ts';
import { collection } from './collection.ts';

/** The conditional formats that touch the ranges, the one that wins first. Only the kind `Custom` is there. */
const base = collection<'ConditionalFormatCollection'>({
  items: (self, host) => touching(self, host).map(({ id }) => reference(self, id)),
  find: (self, key, host) => {
    const format = touching(self, host).find(({ id }) => id === key);
    return format ? reference(self, format.id) : null;
  },
});

export const conditionalFormatCollectionClass: WireClass<'ConditionalFormatCollection'> = {
  ...base,
  methods: {
    ...base.methods,
    Add: (self, args, host) => {
      const type = args.text(0);
      if (type !== 'Custom') throw notImplemented(`ConditionalFormatCollection.add("${type}")`);
      return reference(
        self,
        host.book.conditionalFormats.add(self.sheetId, self.ranges.map(areaOf), 'addin').id,
      );
    },
    ClearAll: (self, _args, host) =>
      host.book.conditionalFormats.clear(self.sheetId, self.ranges.map(areaOf), 'addin'),
  },
};

export const conditionalFormatClass: WireClass<'ConditionalFormat'> = {
  identity: (self) => ({ Id: self.formatId }),
  properties: {
    Id: { get: (self, host) => existing(self, host).id },
    Type: { get: (self, host) => existing(self, host) && 'Custom' },
    Priority: {
      get: (self, host) => listed(self, host).indexOf(existing(self, host)),
      set: (self, value, host) => change(self, { priority: asCount(value) }, host),
    },
    StopIfTrue: {
      get: (self, host) => existing(self, host).stopIfTrue,
      set: (self, value, host) => change(self, { stopIfTrue: asFlag(value) }, host),
    },
  },
  navigations: {
    Custom: (self) => ({ ...self, wire: 'CustomConditionalFormat' }),
    CustomOrNullObject: (self) => ({ ...self, wire: 'CustomConditionalFormat' }),
    CellValueOrNullObject: () => null,
    ColorScaleOrNullObject: () => null,
    DataBarOrNullObject: () => null,
    IconSetOrNullObject: () => null,
    PresetOrNullObject: () => null,
    TextComparisonOrNullObject: () => null,
    TopBottomOrNullObject: () => null,
  },
  methods: {
    ChangeRuleToCustom: (self, args, host) => change(self, { formula: args.text(0) }, host),
    Delete: (self, _args, host) => host.book.conditionalFormats.delete(self.sheetId, self.formatId, 'addin'),
    GetRange: (self, _args, host) => {
      const range = onlyRange(self, host);
      if (!range) throw itemNotFound();
      return range;
    },
    GetRangeOrNullObject: (self, _args, host) => onlyRange(self, host),
    GetRanges: (self, _args, host) => ({
      wire: 'RangeAreas',
      sheetId: self.sheetId,
      ranges: existing(self, host).areas.map((area) => rangeAt(self.sheetId, area)),
    }),
  },
};

export const customConditionalFormatClass: WireClass<'CustomConditionalFormat'> = {
  navigations: {
    Format: (self) => ({ ...self, wire: 'ConditionalRangeFormat' }),
    Rule: (self) => ({ ...self, wire: 'ConditionalFormatRule' }),
  },
};

const FORMULA: Property<'ConditionalFormatRule'> = {
  get: (self, host) => existing(self, host).formula ?? '',
  set: (self, value, host) => change(self, { formula: asText(value) }, host),
};

export const conditionalFormatRuleClass: WireClass<'ConditionalFormatRule'> = {
  properties: { Formula: FORMULA, FormulaLocal: FORMULA },
};

export const conditionalRangeFormatClass: WireClass<'ConditionalRangeFormat'> = {
  properties: { NumberFormat: constant(null) },
  navigations: {
    Fill: (self) => ({ ...self, wire: 'ConditionalRangeFill' }),
    Font: (self) => ({ ...self, wire: 'ConditionalRangeFont' }),
  },
};

export const conditionalRangeFillClass: WireClass<'ConditionalRangeFill'> = {
  properties: { Color: lookProperty('fillColor', asColor) },
  methods: { Clear: (self, _args, host) => change(self, { look: { fillColor: null } }, host) },
};

export const conditionalRangeFontClass: WireClass<'ConditionalRangeFont'> = {
  properties: {
    Bold: lookProperty('bold', asFlag),
    Color: lookProperty('fontColor', asColor),
    Italic: lookProperty('italic', asFlag),
    Strikethrough: lookProperty('strikethrough', asFlag),
    Underline: {
      get: (self, host) => {
        const { underline } = existing(self, host).look;
        return underline === null ? null : underline ? 'Single' : 'None';
      },
      set: (self, value, host) => {
        if (value !== 'Single' && value !== 'None')
          throw notImplemented(`ConditionalRangeFont.underline = ${String(value)}`);
        change(self, { look: { underline: value === 'Single' } }, host);
      },
    },
  },
  methods: {
    Clear: (self, _args, host) => {
      const look = { bold: null, fontColor: null, italic: null, strikethrough: null, underline: null };
      change(self, { look }, host);
    },
  },
};

interface FormatReference {
  readonly sheetId: string;
  readonly formatId: string;
}

function reference(
  { sheetId }: ReferenceTo<'ConditionalFormatCollection'>,
  formatId: string,
): ReferenceTo<'ConditionalFormat'> {
  return { wire: 'ConditionalFormat', sheetId, formatId };
}

function lookProperty<
  W extends 'ConditionalRangeFill' | 'ConditionalRangeFont',
  K extends keyof ConditionalLook,
>(key: K, parse: (value: unknown) => ConditionalLook[K]): Property<W> {
  return {
    get: (self, host) => existing(self, host).look[key],
    set: (self, value, host) => change(self, { look: { [key]: parse(value) } }, host),
  };
}

function listed({ sheetId }: FormatReference, host: ModelHost): readonly ConditionalFormatInfo[] {
  return host.book.conditionalFormats.list(host.sheet(sheetId).id);
}

function existing(self: FormatReference, host: ModelHost): ConditionalFormatInfo {
  const format = listed(self, host).find(({ id }) => id === self.formatId);
  if (!format) throw itemNotFound();
  return format;
}

function touching(
  self: ReferenceTo<'ConditionalFormatCollection'>,
  host: ModelHost,
): readonly ConditionalFormatInfo[] {
  const places = self.ranges.map(areaOf);
  return host.book.conditionalFormats
    .list(self.sheetId)
    .filter(({ areas }) => areas.some((area) => places.some((place) => intersect(area, place))));
}

function change(
  self: FormatReference,
  what: Parameters<ModelHost['book']['conditionalFormats']['change']>[2],
  host: ModelHost,
): void {
  host.book.conditionalFormats.change(self.sheetId, self.formatId, what, 'addin');
}

/** Null when it applies to several areas, where Excel refuses to speak of a range. */
function onlyRange(self: FormatReference, host: ModelHost): ReferenceTo<'Range'> | null {
  const [area, ...others] = existing(self, host).areas;
  return area && others.length === 0 ? rangeAt(self.sheetId, area) : null;
}
