import type { PhaseEvent } from './events.ts';
import {
  canPreview,
  type ChoiceOrigin,
  type ChoosePhase,
  type ConfirmPhase,
  type Job,
  type Phase,
  type ProgressPhase,
  type Run,
  type Writing,
} from './phase.ts';

/** Where an event leads from a phase of any place. One that the phase cannot meet is a bug and throws. */
export function nextPhase<J extends Job>(phase: Phase<J>, event: PhaseEvent<J>): Phase<J> {
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
      const confirm: ConfirmPhase<J> = expectStep(phase, 'confirm');
      return { ...confirm, typed: { ...confirm.typed, [event.currency]: event.text } };
    }
    case 'ticked':
      return { ...expectStep(phase, 'confirm'), ticked: event.ticked };
    case 'candidates':
      return { step: 'choose', candidates: event.candidates, origin: choiceOrigin(phase) };
    case 'choice-left': {
      const choose: ChoosePhase<J> = expectStep(phase, 'choose');
      return choose.origin;
    }
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

function choiceOrigin<J extends Job>(phase: Phase<J>): ChoiceOrigin<J> {
  if (phase.step === 'choose') return phase.origin;
  if (phase.step === 'source' || phase.step === 'checked' || phase.step === 'preview') return phase;
  throw new Error(`No table is chosen at ${phase.step}.`);
}

/** Nothing to mend and nothing to look at: straight to the preview. */
function afterReading<J extends Job>(reading: J['reading']): Phase<J> {
  const isPlain = typeof reading.table.ambiguity !== 'string';
  const clean = isPlain && reading.check.problems.length === 0 && canPreview(reading, true);
  return clean
    ? { step: 'preview', reading, warningsSeen: true }
    : { step: 'checked', reading, warningsSeen: false };
}

function go<J extends Job>(phase: Phase<J>, to: 'source' | 'checked' | 'preview' | 'confirm'): Phase<J> {
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
  if (to === 'preview') return { step: 'preview', reading, warningsSeen };
  return phase.step === 'confirm'
    ? phase
    : { step: 'confirm', reading, warningsSeen, typed: {}, ticked: false };
}

type RunEvent = Extract<
  PhaseEvent,
  { type: 'run-started' | 'sending' | 'cancel-requested' | 'run-abandoned' }
>;

function runPhase<J extends Job>(phase: Phase<J>, event: RunEvent): Phase<J> {
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
      const progress: ProgressPhase<J> = expectStep(phase, 'progress');
      const { done, name } = event;
      return { ...progress, run: { ...progress.run, stage: 'sending', done, currentName: name } };
    }
    case 'cancel-requested': {
      const progress: ProgressPhase<J> = expectStep(phase, 'progress');
      return { ...progress, run: { ...progress.run, cancelRequested: true } };
    }
    case 'run-abandoned':
      return expectStep<J, 'progress'>(phase, 'progress').origin;
  }
}

type WritingEvent<J extends Job> = Extract<
  PhaseEvent<J>,
  { type: 'writing' | 'written' | 'write-failed' | 'ids-lost' }
>;

function writingPhase<J extends Job>(phase: Phase<J>, event: WritingEvent<J>): Phase<J> {
  if (phase.step !== 'result' && phase.step !== 'refreshed') {
    throw new Error(`Nothing to write in ${phase.step}.`);
  }
  return { ...phase, writing: writingAfter(event) };
}

function writingAfter<J extends Job>(event: WritingEvent<J>): Writing<J['unplaced']> {
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

/** The phase as one of this step; anything else is a bug and throws. */
export function expectStep<J extends Job, S extends Phase['step']>(
  phase: Phase<J>,
  step: S,
): Extract<Phase<J>, { step: S }> {
  if (phase.step !== step) throw new Error(`Expected ${step}, but the pane is at ${phase.step}.`);
  return phase as Extract<Phase<J>, { step: S }>;
}
