import { createBoundary } from './boundary.ts';
import { defaultPauses, startAutoCheck, type Pauses } from './auto-check.ts';
import { choosingActions, type ChoosingActions } from './choosing-actions.ts';
import type { Desk } from './desk.ts';
import { refreshStatuses } from './flows/refresh.ts';
import { createMarker, type Marker } from './marker.ts';
import { nothingToRefreshNotice, restoredNotice } from './notices.ts';
import { forgetResults, keptResults } from './pending-results.ts';
import { readingActions, type ReadingActions } from './reading-actions.ts';
import { resolvingActions, type ResolvingActions } from './resolving-actions.ts';
import { runStaging, writeCurrent } from './run.ts';
import type { Store } from './store.ts';

/** Everything that a person can do in the pane. None of these ever rejects: what goes wrong becomes a notice. */
export interface DeskActions extends ReadingActions, ChoosingActions, ResolvingActions {
  /** Takes up what an earlier life of the pane left: marks in the sheet, results that are not in it, and the sign-in. */
  start: () => Promise<void>;
  signIn: (code: string) => Promise<void>;
  signOut: () => void;
  go: (to: 'source' | 'checked' | 'preview' | 'confirm') => void;
  stage: () => Promise<void>;
  cancel: () => void;
  write: () => Promise<void>;
  refresh: () => Promise<void>;
  open: (url: string) => Promise<void>;
  dismiss: () => void;
}

export function createController(desk: Desk, store: Store, pauses: Pauses = defaultPauses): DeskActions {
  const boundary = createBoundary(desk, store);
  const { dispatch, get } = store;
  const { guard } = boundary;
  startAutoCheck(desk, store, boundary, pauses);
  const marker = createMarker(desk, store, boundary, pauses.retryMs);
  return {
    ...sessionActions(desk, store, guard, marker),
    ...readingActions(desk, store, guard),
    ...choosingActions(desk, store, guard),
    ...resolvingActions(desk, store, guard),
    go(to) {
      if (get().busy !== null) return;
      if (get().phase.step === 'result') forgetResults(desk.storage);
      dispatch({ type: 'go', to });
    },
    stage: () =>
      guard('staging', async () => {
        await marker.settled();
        return runStaging(desk, store, boundary);
      }),
    cancel: () => dispatch({ type: 'cancel-requested' }),
    write: () => guard('writing', () => writeCurrent(desk, store)),
    refresh: () =>
      guard('refreshing', async () => {
        const refreshed = await refreshStatuses(desk, get().phase);
        if (refreshed === null) return { type: 'notice', notice: nothingToRefreshNotice };
        dispatch({ type: 'refreshed', ...refreshed });
        return writeCurrent(desk, store);
      }),
    open: (url) =>
      guard(null, () => {
        desk.excel.openUrl(url);
        return Promise.resolve(null);
      }),
    dismiss: () => dispatch({ type: 'notice', notice: null }),
  };
}

export type Guard = ReturnType<typeof createBoundary>['guard'];

function sessionActions(desk: Desk, { dispatch, get }: Store, guard: Guard, marker: Marker) {
  const signedIn = async () => ({ type: 'signed-in' as const, session: await desk.proxy.session() });
  return {
    start: () =>
      guard('starting', async () => {
        marker.follow();
        const results = keptResults(desk.storage);
        if (results !== null && get().phase.step === 'source') {
          dispatch({ type: 'run-ended', results });
          dispatch({ type: 'write-failed', notice: restoredNotice });
        }
        return desk.proxy.hasToken() ? signedIn() : null;
      }),
    signIn: (code: string) =>
      guard('signing-in', async () => {
        await desk.proxy.signIn(code);
        return signedIn();
      }),
    signOut() {
      if (get().busy !== null) return;
      desk.proxy.signOut();
      dispatch({ type: 'signed-out', notice: null });
    },
  };
}
