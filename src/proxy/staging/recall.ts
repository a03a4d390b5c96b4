import type { Sleep } from '../clock.ts';
import { underOwnRequestId } from '../http/request-id.ts';
import type { ApprovalEntries } from '../ledger/approval-entries.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import type { LedgerClock } from '../ledger/ledger-clock.ts';
import { kindsWithBytes } from './entry-kind.ts';
import { keyLifeMs } from './key-life.ts';
import type { Stager } from './stager.ts';

export interface RecallParts {
  entries: LedgerEntries;
  stager: Stager;
  approvals: ApprovalEntries;
  clock: LedgerClock;
  random: () => number;
  /** How the time between two rounds is waited for. */
  idle: Sleep;
  betweenRoundsMs: number;
  /** Told of a round that failed; the next one may do better. */
  report: (error: unknown) => void;
}

export interface Recall {
  /** Begins no further round, and resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/** How many entries one round takes, and how many of them are asked for at once. */
const mostPerRound = 200;
const mostAtOnce = 4;

/**
 * Asks, round after round, for everything that may have reached Nova without an answer: unknown entries whose pause is
 * over, those that a proxy left behind when it died, and what was approved and could not be sent then. Each proxy does; the lease decides which one gets an entry.
 */
export function startRecall(parts: RecallParts): Recall {
  const stopping = new AbortController();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      // A ledger that is not to be reached for a while, as while a database server restarts, must not end the program:
      // this is nobody's request, so nobody else would be told.
      await round(parts, stopping.signal).catch(parts.report);
      await parts.idle(parts.betweenRoundsMs, stopping.signal);
    }
  }

  const running = run();
  return {
    stop() {
      stopping.abort();
      return running;
    },
  };
}

async function round(parts: RecallParts, stopping: AbortSignal): Promise<void> {
  // Nobody else asks as regularly, and what is reckoned from the last answer is the better the younger it is.
  await parts.clock.sync();
  await parts.approvals.expireOverdue();
  const due = [
    ...(await parts.entries.listDue(keyLifeMs, mostPerRound, kindsWithBytes)),
    ...(await parts.approvals.listApprovedUnsent(mostPerRound, kindsWithBytes)),
  ];
  if (due.length === 0 || !(await parts.stager.mayResume())) return;
  // In an order of its own, so that two proxies do not reach for the same entries one after the other.
  const waiting = due
    .map((entry) => ({ entry, place: parts.random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ entry }) => entry);
  const work = async () => {
    for (let entry: LedgerEntry | undefined = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
      if (stopping.aborted) return;
      const resumed = entry;
      await underOwnRequestId(() => parts.stager.resume(resumed));
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, work));
}
