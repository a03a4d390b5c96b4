import { contains, formatAddress, intersect } from '../book/a1.ts';
import type { Area, Book, BookChange, TableInfo } from '../book/book.ts';
import { EXCEL_EVENT_CATEGORY, type EventEntry } from './protocol.ts';
import { rangeAt, type ReferenceTo } from './reference.ts';

/** The number of each event on the wire, by the name under which the client registers for it. */
const EVENT_TYPES = {
  DataChanged: 10,
  Activated: 11,
  Deactivated: 12,
  Added: 13,
  SelectionChanged: 14,
  Deleted: 15,
  FormatChanged: 18,
  RowSorted: 19,
  RowHiddenChanged: 22,
} as const;

/** Tables use the same names for other numbers. */
const TABLE_EVENT_TYPES = { SelectionChanged: 100, DataChanged: 101, Added: 102, Deleted: 103 } as const;

export type EventName = keyof typeof EVENT_TYPES;

/** Where events of the whole workbook are registered, for sheets and for tables alike. */
export const WORKBOOK_TARGET = 'Workbook';

/** How many past events can still be asked for their range (`event.getRange`). */
const REMEMBERED_RANGES = 500;

const CHANGE_TYPES = {
  cells: 'RangeEdited',
  rowsInserted: 'RowInserted',
  rowsDeleted: 'RowDeleted',
  columnsInserted: 'ColumnInserted',
  columnsDeleted: 'ColumnDeleted',
} as const;

/** What a listener hears: an event of the object model, or the document's old event without arguments. */
export type HostEvent = { kind: 'richApi'; entry: EventEntry } | { kind: 'documentSelectionChanged' };

/**
 * Turns changes of the book into Office.js events for those who registered. `details` (the value before and after) is
 * not given, since the book does not report it; `onCalculated`, `onFormulaChanged` and clicks do not exist here.
 */
export class EventRegistry {
  enabled = true;
  /** Whether somebody else changed the workbook while this client was at it: a co-author, or the pane of another window. */
  sharedWithOthers = false;
  private isOwnWork = false;
  private readonly book: Book;
  private readonly counts = new Map<string, number>();
  private readonly listeners = new Set<(event: HostEvent) => void>();
  private readonly ranges = new Map<string, ReferenceTo<'Range'>>();
  private readonly stopListening: () => void;
  private nextNumber = 1;
  private activeSheetId: string;
  private sheetIds: Set<string>;
  private tables: Map<string, string>;

  constructor(book: Book) {
    this.book = book;
    this.activeSheetId = book.activeSheetId();
    this.sheetIds = this.currentSheets();
    this.tables = this.currentTables();
    this.stopListening = book.onChange((change) => this.onChange(change));
  }

  dispose(): void {
    this.stopListening();
    this.listeners.clear();
  }

  listen(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Counts a registration (1) or its end (-1). */
  count(name: EventName, target: string, by: 1 | -1): void {
    const key = `${name}|${target}`;
    this.counts.set(key, Math.max(0, (this.counts.get(key) ?? 0) + by));
  }

  /** The range of a past event, or null when it was long ago. */
  rangeOf(referenceId: string): ReferenceTo<'Range'> | null {
    return this.ranges.get(referenceId) ?? null;
  }

  /** What the client's own request does: every other change by an add-in comes from another window. */
  during<T>(request: () => T): T {
    this.isOwnWork = true;
    try {
      return request();
    } finally {
      this.isOwnWork = false;
    }
  }

  private isRemote({ source }: BookChange): boolean {
    return source === 'coauthor' || (source === 'addin' && !this.isOwnWork);
  }

  private onChange(change: BookChange): void {
    switch (change.kind) {
      case 'selection':
        return this.selectionChanged();
      case 'activated':
        return this.activated(change.sheetId);
      case 'sheets':
        return this.sheetsChanged();
      case 'tables':
        return this.tablesChanged(change.sheetId);
      case 'formats':
        return this.sheetEvent('FormatChanged', change.sheetId, {
          address: formatAddress(change.area),
          referenceId: this.remember(change.sheetId, change.area),
        });
      case 'sorted':
        return this.sheetEvent('RowSorted', change.sheetId, { address: formatAddress(change.area) });
      case 'rowsHidden':
        return this.sheetEvent('RowHiddenChanged', change.sheetId, {
          address: formatAddress(change.area),
          changeType: change.hidden ? 'Hidden' : 'Unhidden',
        });
      case 'filtered':
      case 'conditionalFormats':
        return;
      default:
        return this.dataChanged(change);
    }
  }

  private dataChanged(change: Extract<BookChange, { kind: keyof typeof CHANGE_TYPES }>): void {
    const { sheetId, area } = change;
    const source = this.isRemote(change) ? 'Remote' : 'Local';
    this.sharedWithOthers ||= source === 'Remote';
    const args = {
      source,
      changeType: CHANGE_TYPES[change.kind],
      address: formatAddress(area),
      referenceId: this.remember(sheetId, area),
      shiftDirection: 'None',
      triggerSource: change.source === 'addin' && source === 'Local' ? 'ThisLocalAddin' : 'Unknown',
    };
    this.sheetEvent('DataChanged', sheetId, args);
    for (const table of this.tablesTouching(sheetId, area)) {
      for (const target of [table.id, sheetId, WORKBOOK_TARGET]) {
        this.fire('DataChanged', TABLE_EVENT_TYPES.DataChanged, target, {
          ...args,
          worksheetId: sheetId,
          tableId: table.id,
        });
      }
    }
  }

  private selectionChanged(): void {
    const { sheetId, areas } = this.book.selection();
    this.sheetEvent('SelectionChanged', sheetId, {
      address: areas.map((area) => formatAddress(area)).join(','),
    });
    for (const table of this.book.tables().filter((candidate) => candidate.sheetId === sheetId)) {
      const inside = areas.map((area) => intersect(area, table.area)).filter((area) => area !== null);
      this.fire('SelectionChanged', TABLE_EVENT_TYPES.SelectionChanged, table.id, {
        worksheetId: sheetId,
        tableId: table.id,
        isInsideTable: areas.every((area) => contains(table.area, area)),
        address: inside.map((area) => formatAddress(area)).join(','),
      });
    }
    this.announce({ kind: 'documentSelectionChanged' });
  }

  private activated(sheetId: string): void {
    if (this.activeSheetId !== sheetId) this.sheetEvent('Deactivated', this.activeSheetId, {});
    this.activeSheetId = sheetId;
    this.sheetEvent('Activated', sheetId, {});
    this.announce({ kind: 'documentSelectionChanged' });
  }

  private sheetsChanged(): void {
    const before = this.sheetIds;
    this.sheetIds = this.currentSheets();
    const fire = (name: 'Added' | 'Deleted', worksheetId: string) =>
      this.fire(name, EVENT_TYPES[name], WORKBOOK_TARGET, { source: 'Local', worksheetId });
    for (const sheetId of this.sheetIds) if (!before.has(sheetId)) fire('Added', sheetId);
    for (const sheetId of before) if (!this.sheetIds.has(sheetId)) fire('Deleted', sheetId);
  }

  private tablesChanged(worksheetId: string): void {
    const before = this.tables;
    this.tables = this.currentTables();
    const fire = (name: 'Added' | 'Deleted', tableId: string, tableName: string) => {
      for (const target of [worksheetId, WORKBOOK_TARGET]) {
        this.fire(name, TABLE_EVENT_TYPES[name], target, {
          source: 'Local',
          worksheetId,
          tableId,
          tableName,
        });
      }
    };
    for (const [tableId, name] of this.tables) if (!before.has(tableId)) fire('Added', tableId, name);
    for (const [tableId, name] of before) if (!this.tables.has(tableId)) fire('Deleted', tableId, name);
  }

  private sheetEvent(name: EventName, sheetId: string, args: Record<string, unknown>): void {
    const full = { source: 'Local', worksheetId: sheetId, ...args };
    this.fire(name, EVENT_TYPES[name], sheetId, full);
    this.fire(name, EVENT_TYPES[name], WORKBOOK_TARGET, full);
  }

  private fire(name: EventName, type: number, target: string, args: Record<string, unknown>): void {
    if (!this.enabled || !this.counts.get(`${name}|${target}`)) return;
    const json = JSON.stringify(args);
    this.announce({
      kind: 'richApi',
      entry: [EXCEL_EVENT_CATEGORY, type, target, json, this.nextNumber++, false],
    });
  }

  private announce(event: HostEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  private remember(sheetId: string, area: Area): string {
    const id = `Event#${this.nextNumber++}`;
    this.ranges.set(id, rangeAt(sheetId, area));
    const [oldest] = this.ranges.keys();
    if (this.ranges.size > REMEMBERED_RANGES && oldest !== undefined) this.ranges.delete(oldest);
    return id;
  }

  private tablesTouching(sheetId: string, area: Area): TableInfo[] {
    return this.book
      .tables()
      .filter((table) => table.sheetId === sheetId && intersect(table.area, area) !== null);
  }

  private currentSheets(): Set<string> {
    return new Set(this.book.sheets().map((sheet) => sheet.id));
  }

  private currentTables(): Map<string, string> {
    return new Map(this.book.tables().map((table) => [table.id, table.name]));
  }
}
