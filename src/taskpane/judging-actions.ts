import type { CheckSettings, CurrencyTotal } from '../domain/index.ts';
import { settle } from './boundary.ts';
import { controlTotalFromCell } from './control-total.ts';
import type { Guard } from './controller.ts';
import type { Desk } from './desk.ts';
import { checkUnder } from './flows/check.ts';
import { settingsOf } from './flows/reread.ts';
import { noNumberNotice, noTieOutNotice } from './notices.ts';
import { readingOf, watched } from './place-actions.ts';
import type { Store } from './store.ts';
import { payoutRules } from './payout-rules.ts';
import type { Place } from './place.ts';
import type { RegistrationJob } from './registrations/phase.ts';
import { registrationRules } from './registrations/rules.ts';
import type { Rules } from './rules.ts';
import type { Job, PayoutJob } from './state.ts';
import { tieOutAt } from './tie-out.ts';

/** The places whose tables are judged again when the settings change. */
export interface Places {
  payouts: Place<PayoutJob>;
  registrations: Place<RegistrationJob>;
}

/** What a person says about how tables are judged, and types where payouts are confirmed. */
export interface JudgingActions {
  /** Whether the cells of the problems are marked in the sheet while the check is shown. */
  mark: (marking: boolean) => void;
  /** Ties the table out to the total in the selected cell, or to none any more. */
  takeTieOut: () => Promise<void>;
  clearTieOut: () => Promise<void>;
  openSettings: () => Promise<void>;
  closeSettings: () => void;
  /** Forgets on which Nova the workbook's ids were, once they are removed. */
  releaseWorkbook: () => Promise<void>;
  /** Makes Excel open the pane by itself with this workbook, or no longer. */
  setOpensWithWorkbook: (opens: boolean) => Promise<void>;
  saveSettings: (settings: CheckSettings) => Promise<void>;
  typeControlTotal: (currency: string, text: string) => void;
  takeControlTotal: (total: CurrencyTotal) => Promise<void>;
}

export function judgingActions(
  desk: Desk,
  store: Store,
  guard: Guard,
  { payouts, registrations }: Places,
): JudgingActions {
  const { dispatch, get } = store;
  return {
    mark: (marking) => dispatch({ type: 'marking', marking }),
    typeControlTotal: (currency, text) => dispatch({ type: 'control-total-typed', currency, text }),
    takeControlTotal: ({ currency }) =>
      guard(null, async () => {
        const { value } = await desk.excel.readActiveCellNumber();
        const text = controlTotalFromCell(value, currency);
        if (text !== null) dispatch({ type: 'control-total-typed', currency, text });
        return { type: 'notice', notice: text === null ? noNumberNotice() : null };
      }),
    takeTieOut: () =>
      guard('checking', async () => {
        const reading = readingOf(get().phase);
        const { value, address } = await desk.excel.readActiveCellNumber();
        const tieOut = tieOutAt(address, value, reading.settings.defaultCurrency);
        if (tieOut.amountCents === null) return { type: 'notice', notice: noTieOutNotice() };
        await settle(() => desk.excel.saveTieOutCell(reading.table.reference, tieOut.address));
        return {
          type: 'rechecked',
          reading: await checkUnder(desk, reading, { tieOut }, watched(store)),
          notice: null,
        };
      }),
    clearTieOut: () =>
      guard('checking', async () => {
        const before = readingOf(get().phase);
        await settle(() => desk.excel.saveTieOutCell(before.table.reference, null));
        const reading = await checkUnder(desk, before, { tieOut: null }, watched(store));
        return { type: 'rechecked', reading, notice: null };
      }),
    openSettings: () =>
      guard(null, async () => {
        dispatch({ type: 'workbook-nova', nova: await desk.excel.loadWorkbookNova() });
        dispatch({ type: 'opens-with-workbook', opens: await desk.excel.loadOpensWithWorkbook() });
        return { type: 'settings', settings: await settingsOf(desk) };
      }),
    releaseWorkbook: () =>
      guard('looking', async () => {
        await desk.excel.saveWorkbookNova(null);
        return { type: 'workbook-nova', nova: null };
      }),
    setOpensWithWorkbook: (opens) =>
      guard('looking', async () => {
        await desk.excel.saveOpensWithWorkbook(opens);
        return { type: 'opens-with-workbook', opens };
      }),
    closeSettings: () => dispatch({ type: 'settings', settings: null }),
    saveSettings(settings) {
      const save = <J extends Job>(place: Place<J>, { checks }: Rules<J>) =>
        place.guard('checking', async () => {
          await desk.excel.saveCheckSettings(settings);
          dispatch({ type: 'settings', settings: null });
          const { phase } = place.get();
          if (phase.step !== 'checked' && phase.step !== 'preview') return null;
          const reading = await checks.under(desk, phase.reading, { settings }, watched(store));
          return { type: 'rechecked', reading, notice: null };
        });
      return registrations.isShown() ? save(registrations, registrationRules) : save(payouts, payoutRules);
    },
  };
}
