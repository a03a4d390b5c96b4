/**
 * The shapes of Office.js's batch protocol ("RichApi"): what the client sends in one `context.sync()`, and what it
 * accepts as an answer. Names are the wire's own, hence the capitals.
 */

export interface RequestBody {
  /** The client asks that objects of a loaded collection are kept, as it does for every range of `Excel.run`. */
  AutoKeepReference?: boolean;
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

/** 1 root, 2 new object, 3 method, 4 property, 5 indexer, 6 kept reference (its id is the name), 7 null object. */
export interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

/** 1 instantiate, 2 load, 3 method, 4 set property, 5 trace, 6 recursive load, 7 load as JSON, 8 ensure unchanged, 9 update. */
export interface Action {
  Id: number;
  ActionType: number;
  Name?: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
  ObjectState?: Record<string, unknown>;
}

export interface ArgumentInfo {
  Arguments?: unknown[];
  /** Beside each argument the path that it stands for, 0 for a plain value, an array beside an array. */
  ReferencedObjectPathIds?: unknown[] | null;
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface ActionResult {
  ActionId: number;
  Value: unknown;
}

export interface ErrorInfo {
  Code: string;
  Message: string;
  /** `Class.member`, where the client shows it in `debugInfo.errorLocation`. */
  Location: string;
  HttpStatusCode: number;
  ActionIndex: number;
}

export interface ResponseBody {
  Results: ActionResult[];
  TraceIds: number[];
  Error?: ErrorInfo;
}

/** One event for the client: category, type, target, arguments as JSON, a running number, whether it came from elsewhere. */
export type EventEntry = [
  category: number,
  type: number,
  target: string,
  json: string,
  id: number,
  remote: boolean,
];

/** The category that the client's event handlers of Excel listen to. */
export const EXCEL_EVENT_CATEGORY = 65536;

/** `Values` becomes `values`, as the client shows it to the add-in. */
export function camelCase(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
