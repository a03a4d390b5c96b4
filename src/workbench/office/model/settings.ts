import { itemNotFound } from '../api-error.ts';
import type { ReferenceTo } from '../reference.ts';
import type { ModelHost, WireClass } from '../wire-class.ts';
import { collection } from './collection.ts';

/** `workbook.settings`: the same store as `Office.context.document.settings`. Keys are case-sensitive, as there. */
const base = collection<'SettingCollection'>({
  items: (_self, host) => [...host.book.settings.keys()].map((key) => ({ wire: 'Setting', key })),
  find: (_self, key, host) =>
    host.book.settings.has(String(key)) ? { wire: 'Setting', key: String(key) } : null,
});

export const settingCollectionClass: WireClass<'SettingCollection'> = {
  ...base,
  methods: {
    ...base.methods,
    Add: (_self, args, host) => {
      host.book.settings.set(args.text(0), args.raw(1));
      return { wire: 'Setting', key: args.text(0) };
    },
  },
};

export const settingClass: WireClass<'Setting'> = {
  identity: (self) => ({ _Id: self.key }),
  properties: {
    Key: { get: (self) => self.key },
    Value: {
      get: (self, host) => host.book.settings.get(existing(self, host)),
      set: (self, value, host) => host.book.settings.set(existing(self, host), value),
    },
    _Id: { get: (self) => self.key },
  },
  methods: { Delete: (self, _args, host) => void host.book.settings.delete(existing(self, host)) },
};

function existing(self: ReferenceTo<'Setting'>, host: ModelHost): string {
  if (!host.book.settings.has(self.key)) throw itemNotFound();
  return self.key;
}
