import type { Book, SheetInfo, TableInfo } from '../book/book.ts';
import type { Args } from './arguments.ts';
import type { EventName, EventRegistry } from './events.ts';
import type { Reference, ReferenceTo, WireName } from './reference.ts';

/** What the object model works on: the book, the client's event registrations, and state that no book holds. */
export interface ModelHost {
  readonly book: Book;
  readonly events: EventRegistry;
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
  /** See `FaultHooks.slipUnderFilter`. */
  slipsUnderFilter: boolean;
  /** Throws `ItemNotFound` when the sheet was deleted. */
  sheet(sheetId: string): SheetInfo;
  /** Throws `ItemNotFound` when the table was deleted or converted. */
  table(tableId: string): TableInfo;
  /** The scalar and nested properties of an object, named as in a load; for the methods that answer with plain data. */
  load(target: Reference, select: readonly string[]): Record<string, unknown>;
  update(target: Reference, state: Record<string, unknown>): void;
}

export interface Property<W extends WireName> {
  get(self: ReferenceTo<W>, host: ModelHost): unknown;
  /** Absent for a property that only Excel sets. */
  set?(self: ReferenceTo<W>, value: unknown, host: ModelHost): void;
}

/**
 * One class of Excel's object model: its members by wire name. What is not in these tables is what the workbench
 * refuses as `NotImplemented`, so the tables are also the list of what it covers.
 */
export interface WireClass<W extends WireName> {
  properties?: Record<string, Property<W>>;
  /** Properties that lead to another object. */
  navigations?: Record<string, (self: ReferenceTo<W>, host: ModelHost) => Reference | null>;
  /** A reference or null makes an object (null: a null object), anything else is a plain result. */
  methods?: Record<string, (self: ReferenceTo<W>, args: Args, host: ModelHost) => unknown>;
  /** For a collection: its members, in order. */
  items?: (self: ReferenceTo<W>, host: ModelHost) => Reference[];
  /** Sent with every answer about the object: the client then finds it by this id whatever its name becomes. */
  identity?: (self: ReferenceTo<W>, host: ModelHost) => Record<string, unknown>;
  /** The id under which the client registers for the events of this object. */
  eventTarget?: (self: ReferenceTo<W>, host: ModelHost) => string;
  /** The events that it can register for. */
  events?: readonly EventName[];
}

export type WireClasses = { readonly [W in WireName]: WireClass<W> };

/** A property that answers the same whatever the book holds. */
export function constant<W extends WireName>(value: unknown): Property<W> {
  return { get: () => value };
}
