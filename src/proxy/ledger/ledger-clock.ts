import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { toInstant } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { derived } from './prepared.ts';

/**
 * The one time by which everything in a ledger is decided: who holds an entry, and whether its key still lives. Several
 * machines work on a ledger in PostgreSQL, and one whose own clock is wrong must neither take over what another is
 * sending, nor hold on to what a dead one left, nor take a key for younger than it is; so there it is the database's time.
 */
export interface LedgerClock extends Clock {
  /**
   * The ledger's time, in milliseconds since 1970, without asking: exact where one program alone has the ledger; else
   * what the database last said plus the time that has passed since, and then rather too late than too early.
   */
  now(): number;
  /** The instant, as text, at which a query runs, or so many milliseconds after it (before it, when negative). */
  instant(afterMs?: number): RawBuilder<string>;
  /** Taken before a query whose answer tells the ledger's time. */
  mark(): Mark;
  /** What such an answer told. */
  learn(ledgerMs: number, mark: Mark): void;
  /** Asks for the time, where somebody else keeps it. */
  sync(): Promise<void>;
}

/** A point in time by both of a machine's clocks, in milliseconds: the one that people set, and the one that only runs. */
export interface Mark {
  wallMs: number;
  runningMs: number;
}

/** For a ledger that belongs to one program: its own time. */
export function ownClock(clock: Clock): LedgerClock {
  return {
    now: () => clock.now(),
    instant: (afterMs = 0) => sql<string>`${derived(afterMs, (ms) => toInstant(clock.now() + ms))}`,
    mark: () => ({ wallMs: 0, runningMs: 0 }),
    learn: () => undefined,
    sync: () => Promise.resolve(),
  };
}

/**
 * For a ledger in PostgreSQL. `ask` answers the database's time in milliseconds since 1970; `machine` is the clock that
 * people set. Nothing of it counts but how much of it passes.
 */
export async function databaseClock(ask: () => Promise<number>, machine: Clock): Promise<LedgerClock> {
  const mark = () => ({ wallMs: machine.now(), runningMs: performance.now() });
  let last = { ledgerMs: 0, mark: mark() };
  const clock: LedgerClock = {
    now() {
      const present = mark();
      // The running clock stands still while a machine is suspended, and the other one jumps when it is set: the longer
      // of the two spans is the safe one, until the database is asked again.
      const passedMs = Math.max(present.wallMs - last.mark.wallMs, present.runningMs - last.mark.runningMs);
      return Math.round(last.ledgerMs + passedMs);
    },
    // Not now(), which is when the transaction began: a query may have waited for another one's row.
    instant: (afterMs = 0) =>
      sql<string>`to_char((clock_timestamp() + ${afterMs}::bigint * interval '1 millisecond') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    mark,
    learn(ledgerMs, taken) {
      last = { ledgerMs, mark: taken };
    },
    async sync() {
      const taken = mark();
      clock.learn(await ask(), taken);
    },
  };
  await clock.sync();
  return clock;
}
