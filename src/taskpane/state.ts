import type { Outcome, RefreshResponse, Session } from '../contract/index.ts';
import type {
  CheckResult,
  ColumnMapping,
  DistributionOutcome,
  SheetTable,
  TableReference,
  UnplacedResult,
  WriteBackReport,
} from '../domain/index.ts';
import type { RefreshSummary } from './refresh-summary.ts';

/** Something to say above the screen: what happened, and what to do. */
export interface Notice {
  intent: 'error' | 'warning' | 'success' | 'info';
  title: string;
  text: string;
}

/** The table as it was last read, with everything that was found out about it. */
export interface Reading {
  table: SheetTable;
  mapping: ColumnMapping;
  check: CheckResult;
  /** What the ledger knows of each planned distribution, in the plan's order; empty while problems block. */
  earlier: (Outcome | null)[];
}

/** Why a run ended before its last distribution. */
export type Stop =
  | { reason: 'cancelled' | 'unknown' }
  /** `inDoubtKey`: the distribution whose request got no readable answer; whether it was staged is not known. */
  | { reason: 'failed'; inDoubtKey: string | null; signInRequired: boolean; notice: Notice };

/** Enough to find a table again, and its columns when they moved. */
export interface KnownTable {
  reference: TableReference;
  mapping: ColumnMapping;
  /** The header that the mapping was made for. */
  header: SheetTable['header'];
}

/** A finished run. Kept until it stands in the sheet, across a reload of the pane. */
export interface Results extends KnownTable {
  outcomes: DistributionOutcome[];
  /** RFC 3339: when the last outcome was known. */
  knownAt: string;
  stop: Stop | null;
}

/** Nova's news of what was staged, on its way into the sheet. */
export interface RefreshNews extends KnownTable {
  response: RefreshResponse;
}

/** The way of results into the sheet. `written` says nothing about success: the report does. */
export type Writing =
  | { status: 'writing' }
  | { status: 'written'; report: WriteBackReport; unplaced: UnplacedResult[] }
  | { status: 'failed'; notice: Notice };

export interface Run {
  /** How many requests this run makes. */
  total: number;
  /** How many of them have an outcome. */
  done: number;
  /** The distribution that is being sent; null before the first and after the last. */
  currentName: string | null;
  stage: 'rereading' | 'sending';
  cancelRequested: boolean;
}

export type RunOrigin = Extract<Phase, { step: 'preview' | 'confirm' }>;

export type Phase =
  | { step: 'source' }
  | { step: 'checked'; reading: Reading; warningsSeen: boolean }
  | { step: 'preview'; reading: Reading; warningsSeen: boolean }
  | { step: 'confirm'; reading: Reading; warningsSeen: boolean; typed: Readonly<Record<string, string>> }
  /** `origin` is where the run was started, and where it ends when nothing came of it. */
  | { step: 'progress'; reading: Reading; run: Run; origin: RunOrigin }
  | { step: 'result'; results: Results; writing: Writing }
  /** What was just learnt about payments that were staged before. */
  | { step: 'refreshed'; summary: RefreshSummary; news: RefreshNews; writing: Writing };

/** The table that the pane is at; null before one was read. */
export function knownTable(phase: Phase): KnownTable | null {
  switch (phase.step) {
    case 'source':
      return null;
    case 'result':
      return phase.results;
    case 'refreshed':
      return phase.news;
    case 'checked':
    case 'preview':
    case 'confirm':
    case 'progress': {
      const { table, mapping } = phase.reading;
      return { reference: table.reference, mapping, header: table.header };
    }
  }
}

export type Busy = 'starting' | 'signing-in' | 'checking' | 'refreshing' | 'writing' | 'staging';

export interface PaneState {
  /** Null while nobody is signed in; the phase stays as it was, so that signing in resumes it. */
  session: Session | null;
  phase: Phase;
  busy: Busy | null;
  notice: Notice | null;
}

export type PaneEvent =
  | { type: 'signed-in'; session: Session }
  | { type: 'signed-out'; notice: Notice | null }
  | { type: 'busy'; busy: Busy | null }
  | { type: 'notice'; notice: Notice | null }
  | { type: 'read'; reading: Reading }
  | { type: 'remapped'; reading: Reading }
  | { type: 'warnings-seen'; seen: boolean }
  | { type: 'go'; to: 'source' | 'checked' | 'preview' | 'confirm' }
  | { type: 'control-total-typed'; currency: string; text: string }
  | { type: 'run-started'; total: number }
  | { type: 'sending'; done: number; name: string }
  | { type: 'cancel-requested' }
  | { type: 'sheet-changed'; reading: Reading; notice: Notice }
  | { type: 'run-abandoned'; notice: Notice }
  | { type: 'run-ended'; results: Results }
  | { type: 'writing' }
  | { type: 'written'; report: WriteBackReport; unplaced: UnplacedResult[] }
  | { type: 'write-failed'; notice: Notice }
  | { type: 'refreshed'; summary: RefreshSummary; news: RefreshNews };

export const initialState: PaneState = {
  session: null,
  phase: { step: 'source' },
  busy: null,
  notice: null,
};

/** The whole flow. An event that the current phase cannot meet is a bug and throws. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'signed-in':
      return { ...state, session: event.session, notice: null };
    case 'signed-out':
      return { ...state, session: null, notice: event.notice };
    case 'busy':
      return { ...state, busy: event.busy };
    case 'notice':
      return { ...state, notice: event.notice };
    case 'sheet-changed':
      return {
        ...state,
        phase: { step: 'checked', reading: event.reading, warningsSeen: false },
        notice: event.notice,
      };
    default:
      return { ...state, phase: nextPhase(state.phase, event), notice: noticeAfter(state.notice, event) };
  }
}

type PhaseEvent = Exclude<
  PaneEvent,
  { type: 'signed-in' | 'signed-out' | 'busy' | 'notice' | 'sheet-changed' }
>;

/** A step forward or back makes what was said before stale; typing and ticking do not. */
function noticeAfter(notice: Notice | null, event: PhaseEvent): Notice | null {
  switch (event.type) {
    case 'run-abandoned':
      return event.notice;
    case 'warnings-seen':
    case 'control-total-typed':
    case 'sending':
    case 'cancel-requested':
    case 'writing':
    case 'written':
    case 'write-failed':
      return notice;
    default:
      return null;
  }
}

function nextPhase(phase: Phase, event: PhaseEvent): Phase {
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
      return writingPhase(phase, event);
  }
}

/** Nothing to mend and nothing to look at: straight to the preview. */
function afterReading(reading: Reading): Phase {
  const clean = reading.check.problems.length === 0 && reading.check.plan !== null;
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

/** Whether "Continue" may be pressed: no problem blocks, and every warning was looked at. */
export function canPreview(reading: Reading, warningsSeen: boolean): boolean {
  if (reading.check.plan === null) return false;
  return warningsSeen || reading.check.problems.every((problem) => problem.severity !== 'warning');
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

function writingPhase(
  phase: Phase,
  event: Extract<PhaseEvent, { type: 'writing' | 'written' | 'write-failed' }>,
): Phase {
  if (phase.step !== 'result' && phase.step !== 'refreshed') {
    throw new Error(`Nothing to write in ${phase.step}.`);
  }
  return { ...phase, writing: writingAfter(event) };
}

function writingAfter(event: Extract<PhaseEvent, { type: 'writing' | 'written' | 'write-failed' }>): Writing {
  switch (event.type) {
    case 'writing':
      return { status: 'writing' };
    case 'written':
      return { status: 'written', report: event.report, unplaced: event.unplaced };
    case 'write-failed':
      return { status: 'failed', notice: event.notice };
  }
}

function expectStep<S extends Phase['step']>(phase: Phase, step: S): Extract<Phase, { step: S }> {
  if (phase.step !== step) throw new Error(`Expected ${step}, but the pane is at ${phase.step}.`);
  return phase as Extract<Phase, { step: S }>;
}
