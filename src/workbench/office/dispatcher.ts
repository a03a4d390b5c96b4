import type { Book } from '../book/book.ts';
import { ApiError, asApiError, itemNotFound, notImplemented } from './api-error.ts';
import { isRecord } from './arguments.ts';
import { ClassTable } from './class-table.ts';
import { EventRegistry } from './events.ts';
import { KeptReferences } from './kept-references.ts';
import { located } from './located.ts';
import { wireClasses } from './model/classes.ts';
import { PathResolver } from './object-paths.ts';
import { camelCase, type Action, type RequestBody, type ResponseBody } from './protocol.ts';
import { asPlainJson, QueryReader } from './query.ts';
import { isReference, type Reference } from './reference.ts';
import type { ModelHost } from './wire-class.ts';

/** A failure ordered by a test: the batch runs its first `afterActions` actions, which keep their effect, then fails. */
export interface OrderedFailure {
  afterActions: number;
  code: string;
}

/**
 * Executes batches of Office.js against a book. Actions run in order; the first that fails ends the batch, and what
 * ran before it stays done, as in Excel. One batch is one step for undo. Synchronous, because the book is.
 */
export class Dispatcher {
  readonly events: EventRegistry;
  private readonly table = new ClassTable(wireClasses);
  private readonly kept: KeptReferences;
  private readonly reader: QueryReader;
  private readonly host: ModelHost;

  constructor(book: Book) {
    this.events = new EventRegistry(book);
    this.kept = new KeptReferences(book);
    this.reader = new QueryReader(this.table, this.kept);
    this.host = {
      book,
      events: this.events,
      calculationMode: 'Automatic',
      slipsUnderFilter: false,
      sheet: (sheetId) => found(book.sheets().find((sheet) => sheet.id === sheetId)),
      table: (tableId) => found(book.tables().find((table) => table.id === tableId)),
      load: (target, select) => this.reader.read(target, { Select: [...select] }, this.host, false),
      update: (target, state) => this.update(target, state),
    };
  }

  /** Every member that is implemented, as `Class.member`. */
  coverage(): string[] {
    return this.table.coverage();
  }

  slipUnderFilter(slips: boolean): void {
    this.host.slipsUnderFilter = slips;
  }

  /** Forgets what the client kept; for a client that has gone. */
  dispose(): void {
    this.kept.removeAll();
    this.events.dispose();
  }

  execute(body: RequestBody, failure?: OrderedFailure): ResponseBody {
    const paths = new PathResolver(body.ObjectPaths, this.table, this.kept, this.host);
    const response: ResponseBody = { Results: [], TraceIds: [] };
    this.events.during(() => this.host.book.asOneUndo(() => this.runAll(body, paths, response, failure)));
    return response;
  }

  private runAll(
    body: RequestBody,
    paths: PathResolver,
    response: ResponseBody,
    failure: OrderedFailure | undefined,
  ): void {
    const runTo = (from: number, end: number) => {
      for (let index = from; index < end && !response.Error; index += 1) {
        this.step(body, index, paths, response, failure);
      }
    };
    for (let index = 0; index < body.Actions.length && !response.Error;) {
      const end = endOfWrites(body, index);
      const writes = body.Actions.slice(index, end).filter((action) => action.ActionType === 4).length;
      if (writes > 1) this.host.book.quietly(() => runTo(index, end));
      else runTo(index, end);
      index = end;
    }
  }

  private step(
    body: RequestBody,
    index: number,
    paths: PathResolver,
    response: ResponseBody,
    failure: OrderedFailure | undefined,
  ): void {
    const action = body.Actions[index];
    if (!action) return;
    try {
      if (failure?.afterActions === index) throw new ApiError(failure.code, `Ordered: ${failure.code}.`);
      if (action.ActionType === 5) response.TraceIds.push(action.Id);
      const value = this.run(action, paths, body.AutoKeepReference === true);
      response.Results.push({ ActionId: action.Id, Value: value });
    } catch (thrown) {
      const error = asApiError(thrown);
      response.Error = {
        Code: error.code,
        Message: error.message,
        Location: error.location,
        HttpStatusCode: error.status,
        ActionIndex: index,
      };
    }
  }

  private run(action: Action, paths: PathResolver, keepItems: boolean): unknown {
    if (action.ActionType === 5) return null;
    const target = paths.resolve(action.ObjectPathId);
    if (target === null) return action.ActionType === 3 ? { _IsNull: true } : null;
    const name = action.Name ?? '';
    switch (action.ActionType) {
      case 1:
        return this.reader.identity(target, this.host);
      case 2:
        return located(target, 'load', () =>
          this.reader.read(target, action.QueryInfo ?? {}, this.host, keepItems),
        );
      case 3: {
        const result = located(target, name, () => paths.call(target, name, action.ArgumentInfo));
        return isReference(result) ? this.reader.identity(result, this.host) : result;
      }
      case 4: {
        const [value] = paths.arguments(action.ArgumentInfo);
        located(target, name, () => this.table.set(target, name, value, this.host));
        return null;
      }
      case 7:
        return asPlainJson(this.reader.read(target, action.QueryInfo ?? {}, this.host, false));
      case 8:
        located(target, 'ensureUnchanged', () => this.ensureUnchanged(target, action.ObjectState ?? {}));
        return null;
      case 9:
        located(target, 'update', () => this.update(target, action.ObjectState ?? {}));
        return null;
      default:
        throw notImplemented(`${target.wire}.actionType${action.ActionType}`);
    }
  }

  private update(target: Reference, state: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(state)) {
      if (!this.table.isNavigation(target, name)) {
        this.table.set(target, name, value, this.host);
        continue;
      }
      const child = this.table.navigate(target, name, this.host);
      if (child !== null && isRecord(value)) this.update(child, value);
    }
  }

  private ensureUnchanged(target: Reference, state: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(state)) {
      const current = this.table.get(target, name, this.host);
      if (JSON.stringify(current) !== JSON.stringify(value)) {
        throw new ApiError('InvalidOperation', `${target.wire}.${camelCase(name)} has changed.`);
      }
    }
  }
}

function found<T>(item: T | undefined): T {
  if (item === undefined) throw itemNotFound();
  return item;
}

/** Paths that depend on what cells hold, which is not known while calculation waits. */
const CONTENT_PATH = /^Get(UsedRange|SurroundingRegion|Spill|SpecialCells|VisibleView|Intersection)/;

/**
 * The end of the run of actions that begins at `from` and only writes: the client splits a large assignment into many,
 * and calculating after each would take seconds. A run ends before the first action that could see a result.
 */
function endOfWrites(body: RequestBody, from: number): number {
  let end = from;
  for (let action = body.Actions[end]; action && isWrite(body, action); action = body.Actions[end]) end += 1;
  return Math.max(end, from + 1);
}

function isWrite({ ObjectPaths }: RequestBody, { ActionType, Name, ObjectPathId }: Action): boolean {
  if (CONTENT_PATH.test(ObjectPaths[ObjectPathId]?.Name ?? '')) return false;
  if (ActionType === 3) return Name === '_KeepReference' || Name === '_ValidateArraySize';
  return ActionType === 1 || ActionType === 4;
}
