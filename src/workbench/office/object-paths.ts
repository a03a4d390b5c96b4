import { ApiError, invalidReference, notImplemented } from './api-error.ts';
import { Args, isRecord } from './arguments.ts';
import type { ClassTable } from './class-table.ts';
import type { KeptReferences } from './kept-references.ts';
import { located } from './located.ts';
import type { ArgumentInfo, ObjectPath, RequestBody } from './protocol.ts';
import { isReference, type Reference } from './reference.ts';
import type { ModelHost } from './wire-class.ts';

const INTERNAL_SERVICE = 'Microsoft.InternalService.AddinInternalService';

/**
 * Turns the object paths of one request into references, each at the first action that needs it and once per request:
 * so a path sees what the actions before it changed, and the same path is the same object.
 */
export class PathResolver {
  private readonly paths: RequestBody['ObjectPaths'];
  private readonly table: ClassTable;
  private readonly kept: KeptReferences;
  private readonly host: ModelHost;
  private readonly resolved = new Map<number, Reference | null>();

  constructor(paths: RequestBody['ObjectPaths'], table: ClassTable, kept: KeptReferences, host: ModelHost) {
    this.paths = paths;
    this.table = table;
    this.kept = kept;
    this.host = host;
  }

  /** Null is a null object; everything below a null object is one too. */
  resolve(id: number): Reference | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.paths[id];
    if (!path) throw new ApiError('InvalidObjectPath', `The object path ${id} is missing from the request.`);
    const target = this.evaluate(path);
    this.resolved.set(id, target);
    return target;
  }

  /** A method's result: a reference, null, or plain data. */
  call(target: Reference, name: string, info: ArgumentInfo | undefined): unknown {
    const args = this.arguments(info);
    if (name === '_KeepReference') {
      this.kept.keep(target);
      return null;
    }
    if (name === '_RemoveReference') {
      this.kept.remove(String(args[0]));
      return null;
    }
    if (name === '_RemoveAllReferences') {
      this.kept.removeAll();
      return null;
    }
    if (name === '_GetReferenceCount') return this.kept.count;
    return this.table.call(target, name, new Args(args), this.host);
  }

  arguments(info: ArgumentInfo | undefined): unknown[] {
    const beside = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => this.argument(value, beside[index]));
  }

  private argument(value: unknown, beside: unknown): unknown {
    if (typeof beside === 'number' && beside > 0) return this.resolve(beside);
    if (Array.isArray(value)) {
      // A block of values can have 100,000 rows of plain cells: it is copied only where something stands beside it.
      return Array.isArray(beside) ? value.map((item, index) => this.argument(item, beside[index])) : value;
    }
    if (!isRecord(value)) return value;
    if (typeof value['_ObjectPathId'] === 'number') return this.resolve(value['_ObjectPathId']);
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, this.argument(item, null)]));
  }

  private evaluate(path: ObjectPath): Reference | null {
    switch (path.ObjectPathType) {
      case 1:
        return { wire: 'Workbook' };
      case 2:
        if (path.Name !== INTERNAL_SERVICE) throw notImplemented(`new ${path.Name}`);
        return { wire: 'AddinInternalService' };
      case 3:
        return this.fromMethod(path, path.Name);
      case 4: {
        const parent = this.parent(path);
        return parent && located(parent, path.Name, () => this.table.navigate(parent, path.Name, this.host));
      }
      case 5:
        return this.fromMethod(path, 'GetItem');
      case 6:
        return this.kept.find(path.Name);
      case 7:
        return null;
      default:
        throw new ApiError('InvalidObjectPath', `Object paths of type ${path.ObjectPathType} are unknown.`);
    }
  }

  private fromMethod(path: ObjectPath, name: string): Reference | null {
    const parent = this.parent(path);
    if (parent === null) return null;
    const result = located(parent, name, () => this.call(parent, name, path.ArgumentInfo));
    if (result !== null && !isReference(result)) throw invalidReference();
    return result;
  }

  private parent(path: ObjectPath): Reference | null {
    if (path.ParentObjectPathId === undefined)
      throw new ApiError('InvalidObjectPath', 'The object path has no parent.');
    return this.resolve(path.ParentObjectPathId);
  }
}
