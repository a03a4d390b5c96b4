import type { Outcome, RegistrationOutcome } from '../contract/index.ts';
import type { CurrencyTotal, DistributionOutcome } from '../domain/index.ts';
import { addTotals } from './submission.ts';
import type { Writing } from './phase.ts';

/** What became of one thing that was to be sent, as far as it matters for what to do next; in the order of concern. */
export const fates = [
  'otherMode',
  'person',
  'unknown',
  'rejected',
  'returned',
  'notSent',
  'waiting',
  'done',
] as const;
export type Fate = (typeof fates)[number];

/** What a person does next: about the sheet first, because ids that are not there are soon missed. */
export type NextStep = 'writing' | 'write' | 'look' | Fate;

/** How many distributions came to this, and what they add up to. */
export interface FateLine {
  fate: Fate;
  count: number;
  totals: CurrencyTotal[];
}

/** `outcome` is null where nothing was sent, or where the connection broke before an answer came (`isInDoubt`). */
export function fateOf(outcome: Outcome | RegistrationOutcome | null, isInDoubt = false): Fate {
  switch (outcome?.outcome) {
    case undefined:
      return isInDoubt ? 'unknown' : 'notSent';
    case 'accepted':
      return 'done';
    case 'other-mode':
      return 'otherMode';
    case 'unknown':
      return outcome.needsPerson === true ? 'person' : 'unknown';
    case 'awaiting-approval':
      return 'waiting';
    case 'not-sent':
      return 'notSent';
    case 'rejected':
    case 'returned':
      return outcome.outcome;
  }
}

/** Nova may have it, or has it where it should not be. */
export function isOpen(fate: Fate): boolean {
  return fate === 'otherMode' || fate === 'person' || fate === 'unknown';
}

/** The run as a whole, what needs somebody first. Nothing is left out: the counts add up to all distributions. */
export function fateLines(outcomes: readonly DistributionOutcome[], inDoubtKey: string | null): FateLine[] {
  return fates.flatMap((fate) => {
    const those = outcomes.filter(
      ({ distribution, outcome }) => fateOf(outcome, distribution.key === inDoubtKey) === fate,
    );
    if (those.length === 0) return [];
    return [
      { fate, count: those.length, totals: addTotals(those.map(({ distribution }) => distribution.totals)) },
    ];
  });
}

export function nextStepOf(present: Iterable<Fate>, writing: Writing<unknown>): NextStep {
  if (writing.status === 'writing') return 'writing';
  if (writing.status !== 'written') return 'write';
  if (writing.report.mismatches.length > 0 || writing.unplaced.length > 0) return 'look';
  return gravestOf(present);
}

/** What comes next once what is being written stands beside its rows. */
export function gravestOf(present: Iterable<Fate>): Fate {
  const there = new Set(present);
  return fates.find((fate) => there.has(fate)) ?? 'done';
}

/** Whether the main button of this step needs the server: writing and leaving do not. */
export function mainAsks(next: NextStep): boolean {
  return next !== 'writing' && next !== 'write' && next !== 'done' && next !== 'waiting';
}
