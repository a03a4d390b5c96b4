import type { CellPosition, CheckSettings, CurrencyTotal, PayoutField, Problem } from '../domain/index.ts';
import { progressOf } from './check-progress.ts';
import { controlTotalFromCell } from './control-total.ts';
import type { Guard } from './controller.ts';
import type { Desk } from './desk.ts';
import {
  checkAgain,
  checkKnown,
  checkRemapped,
  checkSelection,
  checkUnder,
  settingsOf,
  type CheckWatch,
} from './flows/check.ts';
import { fixProblems } from './flows/fix.ts';
import { noNumberNotice, noTieOutNotice } from './notices.ts';
import { forgetResults } from './pending-results.ts';
import { knownTable, type Phase, type Reading } from './state.ts';
import type { Store } from './store.ts';
import { tieOutAt } from './tie-out.ts';
import { assertSameNova } from './workbook-nova.ts';

/** What a person does with a table: reading it, mending it, and saying how it is to be judged. */
export interface ReadingActions {
  check: () => Promise<void>;
  checkAgain: () => Promise<void>;
  mapField: (field: PayoutField, column: number | null) => Promise<void>;
  jumpTo: (cell: CellPosition) => Promise<void>;
  /** Applies the suggested corrections of these problems as one undo step. */
  fix: (problems: readonly Problem[]) => Promise<void>;
  /** Whether the cells of the problems are marked in the sheet while the check is shown. */
  mark: (marking: boolean) => void;
  /** Ties the table out to the total in the selected cell, or to none any more. */
  takeTieOut: () => Promise<void>;
  clearTieOut: () => Promise<void>;
  openSettings: () => Promise<void>;
  closeSettings: () => void;
  /** Forgets on which Nova the workbook's ids were, once they are removed. */
  releaseWorkbook: () => Promise<void>;
  saveSettings: (settings: CheckSettings) => Promise<void>;
  seeWarnings: (seen: boolean) => void;
  typeControlTotal: (currency: string, text: string) => void;
  takeControlTotal: (total: CurrencyTotal) => Promise<void>;
}

export function readingActions(desk: Desk, store: Store, guard: Guard): ReadingActions {
  const { dispatch, get } = store;
  return {
    ...judgingActions(desk, store, guard),
    check: () =>
      guard('checking', async () => {
        await assertSameNova(desk, store);
        return { type: 'read', reading: await checkSelection(desk, watched(store)) };
      }),
    checkAgain: () =>
      guard('checking', async () => {
        const { phase } = get();
        // Kept results stay in storage until the new check stands: it finds them in the ledger as staged before.
        const reading =
          'reading' in phase
            ? await checkAgain(desk, phase.reading, watched(store))
            : await checkPlace(desk, phase, watched(store));
        if (phase.step === 'result') forgetResults(desk.storage);
        return { type: 'read', reading };
      }),
    mapField: (field, column) =>
      guard('checking', async () => {
        const reading = readingOf(get().phase);
        const mapping = { ...reading.mapping, [field]: column };
        return { type: 'remapped', reading: await checkRemapped(desk, reading, mapping, watched(store)) };
      }),
    jumpTo: (cell) =>
      guard(null, async () => {
        const known = knownTable(get().phase);
        if (known === null) throw new Error('No table was read.');
        await desk.excel.selectCell(known.reference.sheetId, cell);
        return null;
      }),
    fix: (problems) =>
      guard('fixing', async () => ({
        type: 'rechecked',
        ...(await fixProblems(desk, readingOf(get().phase), problems, watched(store))),
      })),
    mark: (marking) => dispatch({ type: 'marking', marking }),
    seeWarnings: (seen) => dispatch({ type: 'warnings-seen', seen }),
    typeControlTotal: (currency, text) => dispatch({ type: 'control-total-typed', currency, text }),
    takeControlTotal: ({ currency }) =>
      guard(null, async () => {
        const { value } = await desk.excel.readActiveCellNumber();
        const text = controlTotalFromCell(value, currency);
        if (text !== null) dispatch({ type: 'control-total-typed', currency, text });
        return { type: 'notice', notice: text === null ? noNumberNotice : null };
      }),
  };
}

type JudgingActions = Pick<
  ReadingActions,
  'takeTieOut' | 'clearTieOut' | 'releaseWorkbook' | 'openSettings' | 'closeSettings' | 'saveSettings'
>;

/** What a table is judged by, beside the rules themselves. */
function judgingActions(desk: Desk, store: Store, guard: Guard): JudgingActions {
  const { dispatch, get } = store;
  return {
    takeTieOut: () =>
      guard('checking', async () => {
        const reading = readingOf(get().phase);
        const { value, address } = await desk.excel.readActiveCellNumber();
        const tieOut = tieOutAt(address, value, reading.settings.defaultCurrency);
        if (tieOut.amountCents === null) return { type: 'notice', notice: noTieOutNotice };
        return {
          type: 'rechecked',
          reading: await checkUnder(desk, reading, { tieOut }, watched(store)),
          notice: null,
        };
      }),
    clearTieOut: () =>
      guard('checking', async () => {
        const reading = await checkUnder(desk, readingOf(get().phase), { tieOut: null }, watched(store));
        return { type: 'rechecked', reading, notice: null };
      }),
    openSettings: () =>
      guard(null, async () => {
        dispatch({ type: 'workbook-nova', nova: await desk.excel.loadWorkbookNova() });
        return { type: 'settings', settings: await settingsOf(desk) };
      }),
    releaseWorkbook: () =>
      guard('looking', async () => {
        await desk.excel.saveWorkbookNova(null);
        return { type: 'workbook-nova', nova: null };
      }),
    closeSettings: () => dispatch({ type: 'settings', settings: null }),
    saveSettings: (settings) =>
      guard('checking', async () => {
        await desk.excel.saveCheckSettings(settings);
        dispatch({ type: 'settings', settings: null });
        const { phase } = get();
        if (phase.step !== 'checked' && phase.step !== 'preview') return null;
        const reading = await checkUnder(desk, phase.reading, { settings }, watched(store));
        return { type: 'rechecked', reading, notice: null };
      }),
  };
}

function checkPlace(desk: Desk, phase: Phase, watch: CheckWatch): Promise<Reading> {
  const known = knownTable(phase);
  return known === null ? checkSelection(desk, watch) : checkKnown(desk, known, watch);
}

/** Shows how far the check is that a person has just asked for. */
function watched(store: Store): CheckWatch {
  return { onProgress: progressOf(store) };
}

function readingOf(phase: Phase): Reading {
  if (!('reading' in phase)) throw new Error(`No table was read at ${phase.step}.`);
  return phase.reading;
}
