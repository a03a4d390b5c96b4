import type { LedgerEntry } from './entry.ts';
import type { EntryState } from './schema.ts';

/** A deliberate repeat, as it was asked for. */
export interface Repeat {
  ofEntryId: string;
  reason: string;
}

/** What a submission leads to: an entry that exists, or a further generation of the content. */
export type GenerationPlan =
  | { kind: 'use'; entry: LedgerEntry }
  | { kind: 'new'; generation: number; repeatOf: string | null; repeatReason: string | null }
  /** The repeat was decided on something that is not so any more. */
  | { kind: 'refuse' };

const nothingSent: readonly EntryState[] = ['rejected', 'returned', 'awaiting', 'reserved'];
/** After these the same content gets a further generation by itself. */
const refusals: readonly EntryState[] = ['rejected', 'returned'];

/**
 * The entry that stands for a content, of all its generations with the latest first. A repeat that was rejected, or of
 * which nothing left the machine, does not stand for anything: the accepted entry before it still does, and the same
 * rows submitted again get that one's ids instead of another distribution.
 */
export function standingEntry(generations: readonly LedgerEntry[]): LedgerEntry | null {
  const isIdleRepeat = ({ repeat_of: of, state }: LedgerEntry) => of !== null && nothingSent.includes(state);
  return generations.find((entry) => !isIdleRepeat(entry)) ?? null;
}

/**
 * Decides without doing. Only a rejected or returned entry gets a further generation by itself; an accepted one
 * gets it on purpose, once: whoever asks for the same repeat later, or at the same time, gets the one that there is.
 */
export function planGeneration(generations: readonly LedgerEntry[], repeat: Repeat | null): GenerationPlan {
  const latest = generations[0];
  const generation = (latest?.generation ?? 0) + 1;
  if (repeat === null) {
    const standing = standingEntry(generations);
    if (standing !== null && !refusals.includes(standing.state)) return { kind: 'use', entry: standing };
    return { kind: 'new', generation, repeatOf: null, repeatReason: null };
  }
  const next = {
    kind: 'new' as const,
    generation,
    repeatOf: repeat.ofEntryId,
    repeatReason: repeat.reason,
  };
  if (latest?.id === repeat.ofEntryId && latest.state === 'accepted') return next;
  if (latest?.repeat_of !== repeat.ofEntryId) return { kind: 'refuse' };
  return refusals.includes(latest.state) ? next : { kind: 'use', entry: latest };
}
