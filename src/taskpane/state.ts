import type { Outcome, Session } from '../contract/index.ts';
import type {
  CheckSettings,
  Problem,
  TableCandidate,
  UnplacedResult,
  WriteBackReport,
} from '../domain/index.ts';
import {
  canPreview,
  type Background,
  type ChoiceOrigin,
  type HeldIds,
  type Notice,
  type Phase,
  type Reading,
  type RefreshNews,
  type Repeat,
  type Results,
  type Run,
  type Writing,
} from './phase.ts';
import type { CheckProgress } from './check-progress.ts';
import type { RefreshSummary } from './refresh-summary.ts';
import type { SideView } from './side-view.ts';
import { strings } from './strings.ts';
import type { WorkbookNova } from '../excel/index.ts';

export * from './phase.ts';

export type Busy =
  | 'starting'
  | 'signing-in'
  | 'listing'
  | 'checking'
  | 'fixing'
  | 'refreshing'
  | 'resolving'
  | 'writing'
  | 'staging'
  /** Something beside the payouts is being looked up, or decided on. */
  | 'looking'
  | 'deciding';

export interface PaneState {
  /** Null while nobody is signed in; the phase stays as it was, so that signing in resumes it. */
  session: Session | null;
  /** How people sign in at this proxy; null until it has said so. */
  signInWay: 'code' | 'account' | null;
  phase: Phase;
  busy: Busy | null;
  notice: Notice | null;
  /** The check runs again by itself; what it found before stays in sight until then. */
  rechecking: boolean;
  /** How far a check of a large table is that a person waits for; null otherwise. */
  progress: CheckProgress | null;
  /** The user wants the cells of the problems marked in the sheet while the check is shown. */
  marking: boolean;
  /** News that came by itself and that nobody has looked at; null when there is none. */
  background: Background | null;
  /** A table in which ids are missing that the ledger knows, found when the pane opened. */
  offer: Reading | null;
  /** The settings being changed; null while the dialog is closed. */
  settings: CheckSettings | null;
  /** On which Nova the workbook's ids are, as the settings show it. */
  workbookNova: WorkbookNova | null;
  /** A place beside the payouts that covers the phase's screen; null while the payouts are shown. */
  side: SideView | null;
  /** How many entries wait for this user's approval, as far as was last heard. */
  waitingCount: number;
}

export type PaneEvent =
  | { type: 'signed-in'; session: Session }
  | { type: 'sign-in-way'; way: 'code' | 'account' }
  | { type: 'signed-out'; notice: Notice | null }
  | { type: 'busy'; busy: Busy | null }
  /** The end of a job and what came of it in one step, so that no frame shows the new screen with dead buttons. */
  | { type: 'job-ended'; event: PaneEvent | null }
  | { type: 'notice'; notice: Notice | null }
  | { type: 'check-progress'; progress: CheckProgress }
  | { type: 'workbook-nova'; nova: WorkbookNova | null }
  | { type: 'side'; side: SideView | null }
  | { type: 'waiting'; count: number }
  | { type: 'read'; reading: Reading }
  | { type: 'remapped'; reading: Reading }
  | { type: 'rechecking'; rechecking: boolean }
  /** The same table once more: where the user is stays as it is unless the way on is blocked now. */
  | { type: 'rechecked'; reading: Reading; notice: Notice | null }
  | { type: 'candidates'; candidates: TableCandidate[] }
  | { type: 'choice-left' }
  | { type: 'marking'; marking: boolean }
  | { type: 'background'; background: Background | null }
  | { type: 'background-opened' }
  | { type: 'offer'; offer: Reading | null }
  | { type: 'settings'; settings: CheckSettings | null }
  | { type: 'repeat'; key: string; repeat: Repeat | null }
  /** Whether this is another distribution than the one that was staged on the same occasion. */
  | { type: 'other'; key: string; entryId: string | null }
  | { type: 'resolved'; key: string; outcome: Outcome }
  | { type: 'warnings-seen'; seen: boolean }
  | { type: 'go'; to: 'source' | 'checked' | 'preview' | 'confirm' }
  | { type: 'control-total-typed'; currency: string; text: string }
  | { type: 'run-started'; total: number }
  | { type: 'sending'; done: number; name: string }
  | { type: 'cancel-requested' }
  | { type: 'sheet-changed'; reading: Reading; notice: Notice }
  | { type: 'run-abandoned'; notice: Notice }
  | { type: 'run-ended'; results: Results }
  | { type: 'writing'; waiting?: boolean }
  | { type: 'written'; report: WriteBackReport; unplaced: UnplacedResult[] }
  | { type: 'write-failed'; notice: Notice; held?: HeldIds }
  | { type: 'ids-lost'; held: HeldIds }
  | { type: 'refreshed'; summary: RefreshSummary; news: RefreshNews };

const previewLeftNotice: Notice = {
  intent: 'info',
  title: strings.notices.previewLeftTitle,
  text: strings.notices.previewLeftText,
};

export const initialState: PaneState = {
  session: null,
  signInWay: null,
  phase: { step: 'source' },
  busy: null,
  notice: null,
  rechecking: false,
  progress: null,
  marking: false,
  background: null,
  offer: null,
  settings: null,
  workbookNova: null,
  side: null,
  waitingCount: 0,
};

/** The whole flow. An event that the current phase cannot meet is a bug and throws. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'signed-in':
      return { ...state, session: event.session, notice: null };
    case 'sign-in-way':
      return { ...state, signInWay: event.way };
    case 'signed-out':
      return {
        ...state,
        session: null,
        notice: event.notice,
        marking: false,
        settings: null,
        side: null,
        waitingCount: 0,
      };
    case 'busy':
      return { ...state, busy: event.busy };
    case 'job-ended':
      return { ...(event.event === null ? state : reduce(state, event.event)), busy: null, progress: null };
    case 'check-progress':
      return { ...state, progress: event.progress };
    case 'rechecking':
      return { ...state, rechecking: event.rechecking };
    case 'rechecked':
      return rechecked(state, event.reading, event.notice);
    case 'marking':
      return { ...state, marking: event.marking };
    case 'background':
      return { ...state, background: event.background };
    case 'background-opened':
      return state.background === null
        ? state
        : { ...state, phase: { step: 'refreshed', ...state.background }, background: null, notice: null };
    case 'offer':
      return { ...state, offer: event.offer };
    case 'settings':
      return { ...state, settings: event.settings };
    case 'notice':
      return { ...state, notice: event.notice };
    case 'workbook-nova':
      return { ...state, workbookNova: event.nova };
    case 'side':
      return { ...state, side: event.side, notice: null };
    case 'waiting':
      return { ...state, waitingCount: event.count };
    case 'sheet-changed':
      return {
        ...state,
        phase: { step: 'checked', reading: event.reading, warningsSeen: false },
        notice: event.notice,
      };
    case 'read':
    case 'run-ended':
      // What the pane found when it opened is older than what is known now.
      return { ...inPhase(state, event), offer: null };
    case 'refreshed':
      return { ...inPhase(state, event), background: null, offer: null };
    default:
      return inPhase(state, event);
  }
}

function inPhase(state: PaneState, event: PhaseEvent): PaneState {
  return { ...state, phase: nextPhase(state.phase, event), notice: noticeAfter(state.notice, event) };
}

type PhaseEvent = Exclude<
  PaneEvent,
  {
    type:
      | 'signed-in'
      | 'signed-out'
      | 'sign-in-way'
      | 'busy'
      | 'job-ended'
      | 'notice'
      | 'check-progress'
      | 'side'
      | 'workbook-nova'
      | 'waiting'
      | 'rechecking'
      | 'rechecked'
      | 'marking'
      | 'settings'
      | 'background'
      | 'background-opened'
      | 'offer'
      | 'sheet-changed';
  }
>;

/**
 * A check that ran by itself moves nobody: the check stays the check even when all is well now, and the preview is left
 * only when it may no longer be gone on from. Warnings count as looked at only while they are the very same.
 */
function rechecked(state: PaneState, reading: Reading, said: Notice | null): PaneState {
  const { phase } = state;
  if (phase.step !== 'checked' && phase.step !== 'preview') {
    throw new Error(`A check that ran again ended at ${phase.step}.`);
  }
  const warningsSeen = phase.warningsSeen && sameWarnings(phase.reading, reading);
  const stays = phase.step === 'checked' || canPreview(reading, warningsSeen);
  const notice = said ?? (stays ? state.notice : previewLeftNotice);
  return {
    ...state,
    phase: { step: stays ? phase.step : 'checked', reading, warningsSeen },
    notice,
    rechecking: false,
  };
}

function sameWarnings(before: Reading, after: Reading): boolean {
  const [one, other] = [warningsOf(before), warningsOf(after)];
  return one.length === other.length && one.every((warning, index) => isSameProblem(warning, other[index]));
}

function warningsOf({ check: { problems } }: Reading): Problem[] {
  return problems.filter(({ severity }) => severity === 'warning');
}

function isSameProblem(one: Problem, other: Problem | undefined): boolean {
  return (
    one.code === other?.code &&
    one.message === other.message &&
    one.cell?.rowIndex === other.cell?.rowIndex &&
    one.cell?.columnIndex === other.cell?.columnIndex
  );
}

/** A step forward or back makes what was said before stale; typing and ticking do not. */
function noticeAfter(notice: Notice | null, event: PhaseEvent): Notice | null {
  switch (event.type) {
    case 'run-abandoned':
      return event.notice;
    case 'warnings-seen':
    case 'repeat':
    case 'other':
    case 'control-total-typed':
    case 'sending':
    case 'cancel-requested':
    case 'writing':
    case 'written':
    case 'write-failed':
    case 'ids-lost':
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
