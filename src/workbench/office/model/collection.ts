import { invalidArgument, itemNotFound } from '../api-error.ts';
import type { Args } from '../arguments.ts';
import type { Reference, ReferenceTo, WireName } from '../reference.ts';
import type { ModelHost, WireClass } from '../wire-class.ts';

interface CollectionParts<W extends WireName> {
  items: (self: ReferenceTo<W>, host: ModelHost) => Reference[];
  /** Finds an item by id or name; absent for a collection that is only counted through. */
  find?: (self: ReferenceTo<W>, key: unknown, host: ModelHost) => Reference | null;
}

/** The members that all collections share. */
export function collection<W extends WireName>({ items, find }: CollectionParts<W>): WireClass<W> {
  const at = (self: ReferenceTo<W>, index: number, host: ModelHost) => {
    const item = items(self, host).at(index);
    if (!item) throw itemNotFound();
    return item;
  };
  const methods: WireClass<W>['methods'] = {
    GetCount: (self, _args, host) => items(self, host).length,
    GetFirst: (self, _args, host) => at(self, 0, host),
    GetLast: (self, _args, host) => at(self, -1, host),
    GetItemAt: (self, args, host) => {
      const index = args.integer(0);
      if (index < 0 || index >= items(self, host).length) throw invalidArgument();
      return at(self, index, host);
    },
  };
  if (find) {
    methods['GetItem'] = (self, args, host) => {
      const item = find(self, keyOf(args), host);
      if (!item) throw itemNotFound();
      return item;
    };
    methods['GetItemOrNullObject'] = (self, args, host) => find(self, keyOf(args), host);
  }
  return { properties: { Count: { get: (self, host) => items(self, host).length } }, methods, items };
}

function keyOf(args: Args): unknown {
  if (!args.has(0)) throw invalidArgument();
  return args.raw(0);
}

/** Excel's names are the same in any case. */
export function isSameName(name: string, key: unknown): boolean {
  return name.toLowerCase() === String(key).toLowerCase();
}
