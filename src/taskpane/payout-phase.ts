import type { Outcome } from '../contract/index.ts';
import type { PayoutEvent } from './events.ts';
import { expectStep } from './phase-changes.ts';
import type { Phase, Reading, Repeat } from './phase.ts';

/** Where an event leads that only payouts know. */
export function nextPayoutPhase(phase: Phase, event: PayoutEvent): Phase {
  switch (event.type) {
    case 'repeat': {
      const { reading, ...rest } = expectStep(phase, 'preview');
      return { ...rest, reading: { ...reading, repeats: withRepeat(reading.repeats, event) } };
    }
    case 'other': {
      const { reading, ...rest } = expectStep(phase, 'preview');
      const { [event.key]: _before, ...others } = reading.others;
      const next = event.entryId === null ? others : { ...others, [event.key]: event.entryId };
      return { ...rest, reading: { ...reading, others: next } };
    }
    case 'resolved':
      return withOutcome(phase, event.key, event.outcome);
    case 'refreshed':
      return { step: 'refreshed', summary: event.summary, news: event.news, writing: { status: 'writing' } };
  }
}

function withRepeat(
  repeats: Reading['repeats'],
  { key, repeat }: { key: string; repeat: Repeat | null },
): Reading['repeats'] {
  const others = Object.entries(repeats).filter(([other]) => other !== key);
  return Object.fromEntries(repeat === null ? others : [...others, [key, repeat]]);
}

/** What a person found out about an unknown outcome, in the preview or beside the results. */
function withOutcome(phase: Phase, key: string, outcome: Outcome): Phase {
  if (phase.step === 'result') {
    const outcomes = phase.results.outcomes.map((one) =>
      one.distribution.key === key ? { ...one, outcome } : one,
    );
    return { ...phase, results: { ...phase.results, outcomes } };
  }
  const { reading, ...rest } = expectStep(phase, 'preview');
  const index = reading.check.plan?.distributions.findIndex((distribution) => distribution.key === key) ?? -1;
  if (index < 0) throw new Error('The plan has no such distribution.');
  return { ...rest, reading: { ...reading, earlier: reading.earlier.with(index, outcome) } };
}
