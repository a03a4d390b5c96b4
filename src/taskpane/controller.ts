import type { CellPosition, CurrencyTotal, PayoutField } from '../domain/index.ts';
import { createBoundary } from './boundary.ts';
import { controlTotalFromCell } from './control-total.ts';
import type { Desk } from './desk.ts';
import { checkAgain, checkKnown, checkRemapped, checkSelection } from './flows/check.ts';
import { refreshStatuses } from './flows/refresh.ts';
import { noNumberNotice, nothingToRefreshNotice, restoredNotice } from './notices.ts';
import { forgetResults, keptResults } from './pending-results.ts';
import { runStaging, writeCurrent } from './run.ts';
import { knownTable, type Phase, type Reading } from './state.ts';
import type { Store } from './store.ts';

/** Everything that a person can do in the pane. None of these ever rejects: what goes wrong becomes a notice. */
export interface DeskActions {
  /** Takes up what an earlier life of the pane left: results that are not in the sheet, and the sign-in. */
  start: () => Promise<void>;
  signIn: (code: string) => Promise<void>;
  signOut: () => void;
  check: () => Promise<void>;
  checkAgain: () => Promise<void>;
  mapField: (field: PayoutField, column: number | null) => Promise<void>;
  jumpTo: (cell: CellPosition) => Promise<void>;
  seeWarnings: (seen: boolean) => void;
  go: (to: 'source' | 'checked' | 'preview' | 'confirm') => void;
  typeControlTotal: (currency: string, text: string) => void;
  takeControlTotal: (total: CurrencyTotal) => Promise<void>;
  stage: () => Promise<void>;
  cancel: () => void;
  write: () => Promise<void>;
  refresh: () => Promise<void>;
  open: (url: string) => Promise<void>;
  dismiss: () => void;
}

export function createController(desk: Desk, store: Store): DeskActions {
  const boundary = createBoundary(desk, store);
  const { dispatch, get } = store;
  const { guard } = boundary;
  return {
    ...sessionActions(desk, store, guard),
    ...readingActions(desk, store, guard),
    go(to) {
      if (get().busy !== null) return;
      if (get().phase.step === 'result') forgetResults(desk.storage);
      dispatch({ type: 'go', to });
    },
    stage: () => guard('staging', () => runStaging(desk, store, boundary)),
    cancel: () => dispatch({ type: 'cancel-requested' }),
    write: () => guard('writing', () => writeCurrent(desk, store)),
    refresh: () =>
      guard('refreshing', async () => {
        const refreshed = await refreshStatuses(desk, get().phase);
        if (refreshed === null) {
          dispatch({ type: 'notice', notice: nothingToRefreshNotice });
          return;
        }
        dispatch({ type: 'refreshed', ...refreshed });
        await writeCurrent(desk, store);
      }),
    open: (url) => guard(null, () => Promise.resolve(desk.excel.openUrl(url))),
    dismiss: () => dispatch({ type: 'notice', notice: null }),
  };
}

type Guard = ReturnType<typeof createBoundary>['guard'];

function sessionActions(desk: Desk, { dispatch, get }: Store, guard: Guard) {
  const startSession = async () => dispatch({ type: 'signed-in', session: await desk.proxy.session() });
  return {
    start: () =>
      guard('starting', async () => {
        const results = keptResults(desk.storage);
        if (results !== null && get().phase.step === 'source') {
          dispatch({ type: 'run-ended', results });
          dispatch({ type: 'write-failed', notice: restoredNotice });
        }
        if (desk.proxy.hasToken()) await startSession();
      }),
    signIn: (code: string) =>
      guard('signing-in', async () => {
        await desk.proxy.signIn(code);
        await startSession();
      }),
    signOut() {
      if (get().busy !== null) return;
      desk.proxy.signOut();
      dispatch({ type: 'signed-out', notice: null });
    },
  };
}

function readingActions(desk: Desk, { dispatch, get }: Store, guard: Guard) {
  return {
    check: () =>
      guard('checking', async () => dispatch({ type: 'read', reading: await checkSelection(desk) })),
    checkAgain: () =>
      guard('checking', async () => {
        const { phase } = get();
        // Kept results stay in storage until the new check stands: it finds them in the ledger as staged before.
        const reading =
          'reading' in phase ? await checkAgain(desk, phase.reading) : await checkPlace(desk, phase);
        if (phase.step === 'result') forgetResults(desk.storage);
        dispatch({ type: 'read', reading });
      }),
    mapField: (field: PayoutField, column: number | null) =>
      guard('checking', async () => {
        const reading = readingOf(get().phase);
        const mapping = { ...reading.mapping, [field]: column };
        dispatch({ type: 'remapped', reading: await checkRemapped(desk, reading, mapping) });
      }),
    jumpTo: (cell: CellPosition) =>
      guard(null, () => {
        const known = knownTable(get().phase);
        if (known === null) throw new Error('No table was read.');
        return desk.excel.selectCell(known.reference.sheetId, cell);
      }),
    seeWarnings: (seen: boolean) => dispatch({ type: 'warnings-seen', seen }),
    typeControlTotal: (currency: string, text: string) =>
      dispatch({ type: 'control-total-typed', currency, text }),
    takeControlTotal: ({ currency }: CurrencyTotal) =>
      guard(null, async () => {
        const { value } = await desk.excel.readActiveCellNumber();
        const text = controlTotalFromCell(value, currency);
        if (text !== null) dispatch({ type: 'control-total-typed', currency, text });
        dispatch({ type: 'notice', notice: text === null ? noNumberNotice : null });
      }),
  };
}

function checkPlace(desk: Desk, phase: Phase): Promise<Reading> {
  const known = knownTable(phase);
  return known === null ? checkSelection(desk) : checkKnown(desk, known);
}

function readingOf(phase: Phase): Reading {
  if (!('reading' in phase)) throw new Error(`No table was read at ${phase.step}.`);
  return phase.reading;
}
