import type { Outcome } from '../contract/index.ts';
import type { PhaseEvent } from './events.ts';
import {
  canPreview,
  type ChoiceOrigin,
  type Phase,
  type Reading,
  type Repeat,
  type Run,
  type Writing,
} from './phase.ts';

/** Where an event leads from a phase. One that the phase cannot meet is a bug and throws. */
export function nextPhase(phase: Phase, event: PhaseEvent): Phase {
  switch (event.type) {
    case 'read':
      return afterReading(event.reading);
    case 'remapped':
      return { step: 'checked', reading: event.reading, warningsSeen: false };
    case 'warnings-seen':
      return { ...expectStep(phase, 'checked'), warningsSeen: event.seen };
    case 'go':
      return go(phase, event.to);
    case 'control-total-typed': {
      const confirm = expectStep(phase, 'confirm');
      return { ...confirm, typed: { ...confirm.typed, [event.currency]: event.text } };
    }
    case 'candidates':
      return { step: 'choose', candidates: event.candidates, origin: choiceOrigin(phase) };
    case 'choice-left':
      return expectStep(phase, 'choose').origin;
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
    case 'run-ended':
      return { step: 'result', results: event.results, writing: { status: 'writing' } };
    case 'run-started':
    case 'sending':
    case 'cancel-requested':
    case 'run-abandoned':
      return runPhase(phase, event);
    case 'writing':
    case 'written':
    case 'write-failed':
    case 'ids-lost':
      return writingPhase(phase, event);
  }
}

function choiceOrigin(phase: Phase): ChoiceOrigin {
  if (phase.step === 'choose') return phase.origin;
  if (phase.step === 'source' || phase.step === 'checked' || phase.step === 'preview') return phase;
  throw new Error(`No table is chosen at ${phase.step}.`);
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

/** Nothing to mend and nothing to look at: straight to the preview. */
function afterReading(reading: Reading): Phase {
  const clean = reading.check.problems.length === 0 && canPreview(reading, true);
  return clean
    ? { step: 'preview', reading, warningsSeen: true }
    : { step: 'checked', reading, warningsSeen: false };
}

function go(phase: Phase, to: 'source' | 'checked' | 'preview' | 'confirm'): Phase {
  if (to === 'source') {
    if (phase.step === 'progress') throw new Error('A run cannot be left before it ends.');
    return { step: 'source' };
  }
  if (phase.step !== 'checked' && phase.step !== 'preview' && phase.step !== 'confirm') {
    throw new Error(`No way from ${phase.step} to ${to}.`);
  }
  const { reading, warningsSeen } = phase;
  if (to === 'checked') return { step: 'checked', reading, warningsSeen };
  if (!canPreview(reading, warningsSeen)) throw new Error('Problems block, or warnings were not looked at.');
  return to === 'preview'
    ? { step: 'preview', reading, warningsSeen }
    : { step: 'confirm', reading, warningsSeen, typed: phase.step === 'confirm' ? phase.typed : {} };
}

function runPhase(
  phase: Phase,
  event: Extract<PhaseEvent, { type: 'run-started' | 'sending' | 'cancel-requested' | 'run-abandoned' }>,
): Phase {
  switch (event.type) {
    case 'run-started': {
      if (phase.step !== 'confirm' && phase.step !== 'preview') throw new Error(`No run from ${phase.step}.`);
      const run: Run = {
        total: event.total,
        done: 0,
        currentName: null,
        stage: 'rereading',
        cancelRequested: false,
      };
      return { step: 'progress', reading: phase.reading, run, origin: phase };
    }
    case 'sending': {
      const progress = expectStep(phase, 'progress');
      const { done, name } = event;
      return { ...progress, run: { ...progress.run, stage: 'sending', done, currentName: name } };
    }
    case 'cancel-requested': {
      const progress = expectStep(phase, 'progress');
      return { ...progress, run: { ...progress.run, cancelRequested: true } };
    }
    case 'run-abandoned':
      return expectStep(phase, 'progress').origin;
  }
}

type WritingEvent = Extract<PhaseEvent, { type: 'writing' | 'written' | 'write-failed' | 'ids-lost' }>;

function writingPhase(phase: Phase, event: WritingEvent): Phase {
  if (phase.step !== 'result' && phase.step !== 'refreshed') {
    throw new Error(`Nothing to write in ${phase.step}.`);
  }
  return { ...phase, writing: writingAfter(event) };
}

function writingAfter(event: WritingEvent): Writing {
  switch (event.type) {
    case 'writing':
      return event.waiting === true ? { status: 'writing', waiting: true } : { status: 'writing' };
    case 'written':
      return { status: 'written', report: event.report, unplaced: event.unplaced };
    case 'write-failed': {
      const { notice, held } = event;
      return held === undefined ? { status: 'failed', notice } : { status: 'failed', notice, held };
    }
    case 'ids-lost':
      return { status: 'lost', held: event.held };
  }
}

function expectStep<S extends Phase['step']>(phase: Phase, step: S): Extract<Phase, { step: S }> {
  if (phase.step !== step) throw new Error(`Expected ${step}, but the pane is at ${phase.step}.`);
  return phase as Extract<Phase, { step: S }>;
}
