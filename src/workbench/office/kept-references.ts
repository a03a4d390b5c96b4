import type { Book, TrackedArea } from '../book/book.ts';
import { invalidReference } from './api-error.ts';
import { areaOf, type Reference, type ReferenceTo } from './reference.ts';

interface Kept {
  target: Reference;
  tracked: TrackedArea[];
}

/**
 * The objects that the client holds beyond one request (`_KeepReference`, which `Excel.run` sends for every range).
 * A kept range follows its cells when rows or columns are inserted, deleted or moved before it, as in Excel.
 */
export class KeptReferences {
  private readonly book: Book;
  private readonly kept = new Map<string, Kept>();
  private readonly ids = new WeakMap<Reference, string>();
  private nextNumber = 1;

  constructor(book: Book) {
    this.book = book;
  }

  keep(target: Reference): void {
    const known = this.ids.get(target);
    if (known !== undefined && this.kept.has(known)) return;
    const id = `${target.wire}#${this.nextNumber++}`;
    this.ids.set(target, id);
    this.kept.set(id, { target, tracked: rangesOf(target).map((range) => this.follow(range)) });
  }

  /** The id that the client sends instead of a path, or null for an object that is not kept. */
  idOf(target: Reference): string | null {
    const id = this.ids.get(target);
    return id !== undefined && this.kept.has(id) ? id : null;
  }

  find(id: string): Reference {
    const kept = this.kept.get(id);
    if (!kept) throw invalidReference();
    return kept.target;
  }

  remove(id: string): void {
    const kept = this.kept.get(id);
    if (!kept) return;
    this.kept.delete(id);
    for (const tracked of kept.tracked) this.book.untrack(tracked);
  }

  removeAll(): void {
    for (const id of [...this.kept.keys()]) this.remove(id);
  }

  get count(): number {
    return this.kept.size;
  }

  private follow(range: ReferenceTo<'Range'>): TrackedArea {
    const tracked = this.book.track(range.sheetId, areaOf(range));
    range.place = tracked;
    return tracked;
  }
}

function rangesOf(target: Reference): readonly ReferenceTo<'Range'>[] {
  if (target.wire === 'Range') return [target];
  return target.wire === 'RangeAreas' ? target.ranges : [];
}
