import type { Problem } from '../domain/index.ts';
import type { PaneEvent, PaneState, PhaseEvent } from './events.ts';
import { nextPhase } from './phase-changes.ts';
import { canPreview, type Notice, type Reading } from './phase.ts';
import { strings } from './strings.ts';

export * from './events.ts';
export * from './phase.ts';

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
