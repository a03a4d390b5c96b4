import { formatAddress, parseReference } from '../../book/a1.ts';
import type { DefinedName } from '../../book/book.ts';
import { itemAlreadyExists, itemNotFound } from '../api-error.ts';
import { isReference, areaOf, type ReferenceTo } from '../reference.ts';
import { constant, type ModelHost, type WireClass } from '../wire-class.ts';
import { rangeByAddress } from './addresses.ts';
import { collection, isSameName } from './collection.ts';

export const namedItemClass: WireClass<'NamedItem'> = {
  properties: {
    Name: { get: (self, host) => existing(self, host).name },
    Formula: { get: (self, host) => formulaOf(existing(self, host)) },
    Value: { get: (self, host) => contentOf(self, host).value },
    Type: { get: (self, host) => contentOf(self, host).type },
    Scope: { get: (self) => (self.sheetId === null ? 'Workbook' : 'Worksheet') },
    Visible: constant(true),
  },
  navigations: {
    Worksheet: (self) => {
      if (self.sheetId === null) throw itemNotFound();
      return { wire: 'Worksheet', sheetId: self.sheetId };
    },
    WorksheetOrNullObject: (self) =>
      self.sheetId === null ? null : { wire: 'Worksheet', sheetId: self.sheetId },
  },
  methods: {
    Delete: (self, _args, host) => {
      const { name, sheetId } = existing(self, host);
      host.book.deleteName(name, sheetId);
    },
    GetRange: (self, _args, host) => {
      const range = asRange(self, host);
      if (!range) throw itemNotFound();
      return range;
    },
    GetRangeOrNullObject: (self, _args, host) => asRange(self, host),
  },
};

const base = collection<'NamedItemCollection'>({
  items: (self, host) => namesOf(self, host).map((item) => reference(item)),
  find: (self, key, host) => {
    const item = namesOf(self, host).find((candidate) => isSameName(candidate.name, key));
    return item ? reference(item) : null;
  },
});

export const namedItemCollectionClass: WireClass<'NamedItemCollection'> = {
  ...base,
  methods: {
    ...base.methods,
    Add: (self, args, host) => {
      const name = args.text(0);
      if (namesOf(self, host).some((candidate) => isSameName(candidate.name, name)))
        throw itemAlreadyExists();
      const formula = isReference(args.raw(1)) ? absolute(args.reference(1, 'Range'), host) : args.text(1);
      return reference(host.book.addName(name, formula, self.sheetId ?? undefined));
    },
  },
};

function namesOf(self: ReferenceTo<'NamedItemCollection'>, host: ModelHost): DefinedName[] {
  return host.book.names().filter((name) => (name.sheetId ?? null) === self.sheetId);
}

function reference(item: DefinedName): ReferenceTo<'NamedItem'> {
  return { wire: 'NamedItem', name: item.name, sheetId: item.sheetId ?? null };
}

function existing(self: ReferenceTo<'NamedItem'>, host: ModelHost): DefinedName {
  const item = host.book
    .names()
    .find((name) => isSameName(name.name, self.name) && (name.sheetId ?? null) === self.sheetId);
  if (!item) throw itemNotFound();
  return item;
}

function formulaOf(item: DefinedName): string {
  return item.formula.startsWith('=') ? item.formula : `=${item.formula}`;
}

/** What the name stands for; the workbench has no names of constants, and a `LAMBDA` counts as a text. */
function contentOf(self: ReferenceTo<'NamedItem'>, host: ModelHost): { type: string; value: string } {
  const value = formulaOf(existing(self, host)).slice(1);
  if (value === '#REF!') return { type: 'Error', value };
  return { type: asRange(self, host) ? 'Range' : 'String', value };
}

/** Null for a name that is no address. */
function asRange(self: ReferenceTo<'NamedItem'>, host: ModelHost): ReferenceTo<'Range'> | null {
  const formula = formulaOf(existing(self, host));
  const [, reference = ''] = /^=(?:'(?:[^']|'')+'!|[^'"()*/+&!]+!)?([^!]+)$/.exec(formula) ?? [];
  return parseReference(reference) ? rangeByAddress(formula, self.sheetId, host) : null;
}

/** `=Sheet1!$A$1:$B$2`. */
function absolute(range: ReferenceTo<'Range'>, host: ModelHost): string {
  const reference = formatAddress(areaOf(range))
    .replace(/([A-Z]+)/g, '$$$1')
    .replace(/(\d+)/g, '$$$1');
  const sheet = formatAddress(areaOf(range), host.sheet(range.sheetId).name);
  return `=${sheet.slice(0, sheet.lastIndexOf('!') + 1)}${reference}`;
}
