import type { ClassTable } from './class-table.ts';
import type { KeptReferences } from './kept-references.ts';
import { camelCase, type QueryInfo } from './protocol.ts';
import type { Reference } from './reference.ts';
import type { ModelHost } from './wire-class.ts';

/** Answers loads: which members of an object, of the objects below it, and of a collection's items. */
export class QueryReader {
  private readonly table: ClassTable;
  private readonly kept: KeptReferences;

  constructor(table: ClassTable, kept: KeptReferences) {
    this.table = table;
    this.kept = kept;
  }

  /** What the client needs to find the object again. */
  identity(target: Reference, host: ModelHost): Record<string, unknown> {
    const id = this.kept.idOf(target);
    return {
      ...this.table.of(target).identity?.(target, host),
      ...(id === null ? {} : { _ReferenceId: id }),
    };
  }

  /** The loaded members in PascalCase; `keepItems` also keeps the ranges of a loaded collection. */
  read(target: Reference, query: QueryInfo, host: ModelHost, keepItems: boolean): Record<string, unknown> {
    const items = this.table.of(target).items;
    return items
      ? this.readCollection(target, query, host, keepItems)
      : this.readObject(target, query, host, keepItems);
  }

  private readCollection(target: Reference, query: QueryInfo, host: ModelHost, keepItems: boolean) {
    const select = query.Select ?? [];
    const own = select.filter((name) => this.table.property(target, name) !== null);
    const ofItems = select.filter((name) => !own.includes(name));
    const answer = this.identity(target, host);
    for (const name of own) answer[this.table.nameOf(target, name)] = this.table.get(target, name, host);
    if (own.length > 0 && ofItems.length === 0 && !query.Expand?.length) return answer;
    const skip = query.Skip ?? 0;
    const items = this.table.of(target).items?.(target, host) ?? [];
    const chosen = items.slice(skip, query.Top === undefined ? undefined : skip + query.Top);
    answer['_Items'] = chosen.map((item, index) => {
      if (keepItems && item.wire === 'Range') this.kept.keep(item);
      const read = this.read(item, { Select: ofItems, Expand: query.Expand ?? [] }, host, keepItems);
      const isFoundById = read['Id'] !== undefined || read['_Id'] !== undefined;
      return isFoundById || skip === 0 ? read : { ...read, _Index: skip + index };
    });
    return answer;
  }

  private readObject(target: Reference, query: QueryInfo, host: ModelHost, keepItems: boolean) {
    const answer = this.identity(target, host);
    const below = new Map<string, string[]>();
    const descend = (path: string) => {
      const [head = '', ...rest] = path.split('/');
      const name = this.table.nameOf(target, head);
      const paths = below.get(name) ?? [];
      if (rest.length > 0) paths.push(rest.join('/'));
      below.set(name, paths);
    };
    const select = query.Select?.length || query.Expand?.length ? (query.Select ?? []) : ['*'];
    for (const name of select) {
      if (name === '*') Object.assign(answer, this.readScalars(target, host));
      else if (name === '_ReferenceId') continue;
      else if (name.includes('/') || this.table.isNavigation(target, name)) descend(name);
      else answer[this.table.nameOf(target, name)] = this.table.get(target, name, host);
    }
    query.Expand?.forEach(descend);
    for (const [name, paths] of below) {
      const child = this.table.navigate(target, name, host);
      answer[name] = child === null ? null : this.read(child, { Select: paths }, host, keepItems);
    }
    return answer;
  }

  private readScalars(target: Reference, host: ModelHost): Record<string, unknown> {
    const properties = this.table.of(target).properties ?? {};
    return Object.fromEntries(
      Object.keys(properties).map((name) => [name, this.table.get(target, name, host)]),
    );
  }
}

/** The same answer as the add-in sees it: camelCase, and `items` for a collection. */
export function asPlainJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asPlainJson);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name === '_Items' || !name.startsWith('_'));
  return Object.fromEntries(
    entries.map(([name, member]) => [name === '_Items' ? 'items' : camelCase(name), asPlainJson(member)]),
  );
}
