import type { PaneEvent, PaneState, PayoutEvent, PlaceEvent, PlaceState } from './events.ts';
import type { Notice } from './phase.ts';
import { nextPayoutPhase } from './payout-phase.ts';
import { reducePlace } from './place-changes.ts';
import { reduceRegistrations } from './registrations/phase-changes.ts';

export * from './events.ts';
export * from './phase.ts';

export const initialState: PaneState = {
  session: null,
  signInWay: null,
  place: 'payouts',
  phase: { step: 'source' },
  notice: null,
  rechecking: false,
  registrations: { phase: { step: 'source' }, notice: null, rechecking: false },
  busy: null,
  progress: null,
  marking: false,
  background: null,
  offer: null,
  unwritten: null,
  settings: null,
  workbookNova: null,
  opensWithWorkbook: false,
  side: null,
  waitingCount: 0,
  serverVersion: 'same',
  connection: 'there',
  nearby: null,
};

/** The whole flow. An event that the current phase cannot meet is a bug and throws. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'registrations':
      return { ...state, registrations: reduceRegistrations(state.registrations, event.event) };
    case 'place':
      return { ...state, place: event.place, side: null };
    case 'signed-in':
      return { ...said(state, null), session: event.session };
    case 'session':
      return state.session === null ? state : { ...state, session: event.session };
    case 'sign-in-way':
      return { ...state, signInWay: event.way };
    case 'signed-out':
      return {
        ...said(state, event.notice),
        session: null,
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
    case 'unwritten':
      return { ...state, unwritten: event.unwritten };
    case 'settings':
      return { ...state, settings: event.settings };
    case 'notice':
      return said(state, event.notice);
    case 'opens-with-workbook':
      return { ...state, opensWithWorkbook: event.opens };
    case 'workbook-nova':
      return { ...state, workbookNova: event.nova };
    case 'side':
      return { ...said(state, null), side: event.side };
    case 'server-version':
      return { ...state, serverVersion: event.server };
    case 'nearby':
      return { ...state, nearby: event.nearby };
    case 'connection':
      return event.connection === 'there'
        ? { ...withoutStale(state), connection: event.connection }
        : { ...state, connection: event.connection };
    case 'waiting':
      return { ...state, waitingCount: event.count };
    default:
      return inPayouts(state, event);
  }
}

function inPayouts(
  state: PaneState,
  event: Exclude<PlaceEvent, { type: 'notice' }> | PayoutEvent,
): PaneState {
  switch (event.type) {
    case 'repeat':
    case 'other':
      return { ...state, phase: nextPayoutPhase(state.phase, event) };
    case 'resolved':
      return { ...state, phase: nextPayoutPhase(state.phase, event), notice: null };
    case 'refreshed':
      return {
        ...state,
        phase: nextPayoutPhase(state.phase, event),
        notice: null,
        background: null,
        offer: null,
      };
    case 'read':
    case 'run-ended':
      // What the pane found when it opened is older than what is known now.
      return { ...state, ...reducePlace(placeOf(state), event), offer: null };
    default:
      return { ...state, ...reducePlace(placeOf(state), event) };
  }
}

/** What was said of a server that did not answer is no longer so once it does. */
function withoutStale(state: PaneState): PaneState {
  const left = (notice: Notice | null) => (notice?.isAboutConnection === true ? null : notice);
  const { registrations } = state;
  return {
    ...state,
    notice: left(state.notice),
    registrations: { ...registrations, notice: left(registrations.notice) },
  };
}

/** What is said above the screen is said in the place that is shown. */
function said(state: PaneState, notice: Notice | null): PaneState {
  return state.place === 'payouts'
    ? { ...state, notice }
    : { ...state, registrations: { ...state.registrations, notice } };
}

function placeOf({ phase, notice, rechecking }: PaneState): PlaceState {
  return { phase, notice, rechecking };
}
