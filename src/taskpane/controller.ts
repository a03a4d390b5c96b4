import type { Outcome } from '../contract/index.ts';
import { createBoundary, type Boundary } from './boundary.ts';
import { defaultPauses, startAutoCheck, type Pauses } from './auto-check.ts';
import { createApprovalWatch } from './approval-watch.ts';
import { elsewhereActions, type ElsewhereActions } from './elsewhere.ts';
import { findLoss, startLossWatch } from './loss-watch.ts';
import { startAutoRefresh, type AutoRefresh } from './auto-refresh.ts';
import { byItself, type Desk } from './desk.ts';
import { lookAround, offerLost } from './flows/open.ts';
import { refreshStatuses } from './flows/refresh.ts';
import { followSelection } from './nearby.ts';
import { createMarker } from './marker.ts';
import { nothingToRefreshNotice, waitNotice } from './notices.ts';
import { judgingActions, type JudgingActions } from './judging-actions.ts';
import { payoutsPlace, registrationsPlace, type Place } from './place.ts';
import { placeActions, type PlaceActions } from './place-actions.ts';
import { payoutRules } from './payout-rules.ts';
import { registrationActions, type RegistrationActions } from './registrations/actions.ts';
import { unwrittenIn } from './registrations/kept.ts';
import { registrationRules } from './registrations/rules.ts';
import { restoreIds } from './restore.ts';
import { resolvingActions, type ResolvingActions } from './resolving-actions.ts';
import { writeCurrent } from './run.ts';
import { oversightActions, type OversightActions } from './oversight-actions.ts';
import { sessionActions, type SessionActions } from './session-actions.ts';
import { knownTable, type PaneEvent, type PayoutJob, type PlaceName } from './state.ts';
import type { Store } from './store.ts';
import { assertSameNova } from './workbook-nova.ts';

/** Everything that a person can do in the pane. None of these ever rejects: what goes wrong becomes a notice. */
export interface DeskActions extends WorkActions, SessionActions {}

/** What is done with the workbook and the ledger: its code is loaded after the first screen. */
export interface WorkActions
  extends Omit<PlaceActions, 'send'>, JudgingActions, ResolvingActions, OversightActions, ElsewhereActions {
  /** After the start and after each sign-in: looks at the workbook, and for what others decided meanwhile. */
  opened: () => Promise<void>;
  stage: () => Promise<void>;
  refresh: () => Promise<void>;
  /** Writes the ids that the ledger knows and the sheet does not show. */
  restore: () => Promise<void>;
  leaveOffer: () => void;
  /** Shows what the refreshes brought that ran by themselves, or takes note of it. */
  openBackground: () => void;
  leaveBackground: () => void;
  /** Shows the other place; while something is under way it says why not. */
  goTo: (place: PlaceName) => void;
  open: (url: string) => Promise<void>;
  dismiss: () => void;
  /** Looks for what others decided meanwhile; does nothing while something is under way. */
  look: () => Promise<void>;
}

/** The actions of each place. */
export interface Work {
  payouts: WorkActions;
  registrations: RegistrationActions;
}

export function createController(
  desk: Desk,
  store: Store,
  pauses: Pauses = defaultPauses,
): DeskActions & Pick<Work, 'registrations'> {
  const boundary = createBoundary(desk, store);
  const { payouts, registrations } = createWork(desk, store, boundary, pauses);
  return { ...payouts, ...sessionActions(desk, store, boundary.guard, payouts.opened), registrations };
}

/** The pane has one boundary, which whoever makes this shares with the sign-in. */
export function createWork(
  desk: Desk,
  store: Store,
  boundary: Boundary,
  pauses: Pauses = defaultPauses,
): Work {
  const { dispatch, get } = store;
  const { guard } = boundary;
  const { retryMs } = pauses;
  const payouts = payoutsPlace(store, boundary);
  startAutoCheck(desk, payouts, payoutRules, boundary, pauses);
  const registrations = registrationsPlace(store, boundary);
  startAutoCheck(desk, registrations, registrationRules, boundary, pauses);
  startLossWatch(desk, registrations, registrationRules, boundary, pauses);
  const look = createApprovalWatch(byItself(desk), store, payouts, boundary);
  const autoRefresh = startAutoRefresh(byItself(desk), store, boundary, pauses);
  startLossWatch(desk, payouts, payoutRules, boundary, pauses);
  followSelection(desk, store);
  const marker = createMarker(desk, store, boundary, retryMs);
  const ground = { desk, store, boundary, marker, retryMs };
  const { send: stage, ...inPayouts } = placeActions(ground, payouts, payoutRules);
  const lookAtTables = tableLooker(desk, store, autoRefresh, retryMs);
  const inPayoutsPlace: WorkActions = {
    async opened() {
      offerUnwritten(desk, store);
      // Marks that an earlier life of the pane left.
      marker.follow();
      void lookAtTables();
      await look();
    },
    look,
    ...inPayouts,
    stage,
    ...judgingActions(desk, store, guard, { payouts, registrations }),
    ...resolvingActions(desk, store, payouts, guard, retryMs),
    ...oversightActions(desk, store, guard),
    ...elsewhereActions(desk, store, boundary),
    refresh: async () => {
      await guard('refreshing', () => refresh(desk, store, payouts, retryMs));
      void offerLost(desk, store);
    },
    restore: () =>
      guard('writing', () => {
        const { phase, offer } = get();
        const reading = 'reading' in phase ? phase.reading : offer;
        if (reading === null) throw new Error('There is nothing to restore.');
        return restoreIds(desk, payouts, reading);
      }),
    leaveOffer: () => dispatch({ type: 'offer', offer: null }),
    openBackground: () => {
      if (get().busy === null) dispatch({ type: 'background-opened' });
    },
    goTo(place) {
      const { busy, place: shown } = get();
      if (place === shown) return;
      if (busy === null) dispatch({ type: 'place', place });
      else dispatch({ type: 'notice', notice: waitNotice(busy) });
    },
    leaveBackground: () => dispatch({ type: 'background', background: null }),
    open: (url) =>
      guard(null, () => {
        desk.excel.openUrl(url);
        return Promise.resolve(null);
      }),
    dismiss: () => dispatch({ type: 'notice', notice: null }),
  };
  return { payouts: inPayoutsPlace, registrations: registrationActions(ground, registrations) };
}

/** What an earlier life of the pane registered and did not write comes first. */
function offerUnwritten(desk: Desk, { dispatch, get }: Store): void {
  const { session, phase, registrations } = get();
  const unwritten = unwrittenIn(desk.storage);
  const isFree = phase.step === 'source' && registrations.phase.step === 'source';
  if (session === null || unwritten === null || !isFree) return;
  dispatch({ type: 'unwritten', unwritten });
  dispatch({ type: 'place', place: 'registrations' });
}

/** Ids that are gone from the sheet come first: a refresh knows the rows by them. */
async function refresh(
  desk: Desk,
  store: Store,
  payouts: Place<PayoutJob>,
  retryMs: number,
): Promise<PaneEvent> {
  await assertSameNova(desk, store.get());
  const { phase } = store.get();
  const loss =
    phase.step === 'result' && phase.writing.status === 'written'
      ? await findLoss(desk, payoutRules, phase.results)
      : null;
  if (loss !== null) return loss;
  const refreshed = await refreshStatuses(desk, knownTable(phase));
  if (refreshed === null) return { type: 'notice', notice: nothingToRefreshNotice() };
  store.dispatch({ type: 'refreshed', ...refreshed });
  return writeCurrent(desk, payouts, payoutRules, retryMs);
}

export type Guard = ReturnType<typeof createBoundary>['guard'];

/** How often a pane that opens looks at the workbook before it leaves that to its user, each time after a longer pause. */
const openingTries = 10;

/**
 * Nobody waits for it: the pane can be used meanwhile, and what it finds counts only while nobody has gone on. An earlier
 * life of the pane may have ended while its request was on its way: what the proxy is still sending then is looked for
 * again, and its ids are offered as soon as there are some.
 */
function tableLooker(
  desk: Desk,
  { dispatch, get }: Store,
  autoRefresh: AutoRefresh,
  retryMs: number,
): () => Promise<void> {
  const lookAtTables = async (triesLeft = openingTries, offeredCount = 0): Promise<void> => {
    const lookAgain = (count: number) => {
      const pauseMs = retryMs * (1 + openingTries - triesLeft);
      if (triesLeft > 1) setTimeout(() => void lookAtTables(triesLeft - 1, count), pauseMs);
    };
    if (get().session === null || get().phase.step !== 'source') return;
    const found = await lookAround(desk);
    // Excel may still be busy with opening, or somebody types in a cell already.
    if (found === 'failed') lookAgain(offeredCount);
    if (found === 'nothing' || found === 'failed') return;
    if (get().session === null || get().phase.step !== 'source') return;
    const { reading, bearsIds } = found;
    // Whoever left an offer alone is not asked the same again.
    if (reading.recall.length > offeredCount) dispatch({ type: 'offer', offer: reading });
    if (reading.earlier.some(mayBeKnownSoon)) lookAgain(reading.recall.length);
    const { table, mapping } = reading;
    if (bearsIds) autoRefresh.follow({ reference: table.reference, mapping, header: table.header });
  };
  return () => lookAtTables();
}

function mayBeKnownSoon(outcome: Outcome | null): boolean {
  return outcome?.outcome === 'unknown' && outcome.needsPerson !== true;
}
