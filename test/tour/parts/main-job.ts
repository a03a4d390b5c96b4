import { help, strings } from '../../../src/words/index.ts';
import { samplePayouts } from '../../../src/scripts/sample-data.ts';
import type { DeskUnderTest } from '../../support/desk.ts';
import { controlTotal, hold, namesTable, openMenu, scrollToEnd, seesDialog, stagings } from '../hands.ts';
import type { Clock } from '../open-tour.ts';
import type { TourPart, Visit } from '../tour.ts';

/** The sample workbook from its two mistakes to its statuses, as somebody who has it before them for the first time. */
export const mainJob: TourPart = {
  name: 'main-job',
  isMain: true,
  async walk(it, visit, clock) {
    await it.signIn();
    await checking(it, visit);
    await previewing(it, visit);
    await confirming(it, visit);
    await staging(it, visit);
    await receipt(it, visit);
    await afterwards(it, visit);
    await news(it, visit, clock);
  },
};

async function checking(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.click('Choose a table from a list');
  await it.sees(strings.choose.title);
  await visit('choose-table');
  await it.click('Back');
  await it.select('Payouts!A6');
  await namesTable(it);
  const letGo = await hold(it, '**/api/payees/check');
  await it.click('Check');
  await it.sees(strings.source.checking);
  await visit('checking');
  letGo();
  await it.sees(strings.problems.title(2));
  await visit('problems');
  await it.pane
    .getByRole('button', { name: help.about('') })
    .first()
    .click();
  await seesDialog(it);
  await visit('problem-explained');
  await it.page.keyboard.press('Escape');
  await scrollToEnd(it);
  await visit('problems-end');
  await it.pane.getByRole('switch', { name: 'Show in sheet' }).check();
  await it.click(/^Columns: /);
  await it.pane.getByRole('combobox', { name: 'Vehicle' }).scrollIntoViewIfNeeded();
  await visit('columns');
  await openMenu(it);
  await it.pane.getByRole('menuitem', { name: 'Check settings' }).click();
  await seesDialog(it);
  await visit('settings');
  await it.click('Cancel');
}

async function previewing(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.mendSample();
  await it.click('Check again');
  await it.sees('1 warning');
  await it.pane.locator('main').evaluate((main) => (main.scrollTop = 0));
  await visit('warning');
  await it.select('Payouts!B2');
  await it.click('Take from the selected cell');
  await it.sees(strings.tieOut.at('Payouts!B2'));
  await scrollToEnd(it);
  await visit('tie-out');
  await it.proceedPastWarnings();
  await it.sees(strings.preview.title(4));
  await visit('preview');
  await it.click('14 payments');
  await visit('preview-payments');
  const search = it.pane.getByRole('searchbox', { name: 'Search payments' });
  await search.fill('nobody of this name');
  await it.sees(strings.search.none);
  await visit('preview-search-finds-nothing');
  await search.fill('');
  await it.click('14 payments');
  await scrollToEnd(it);
  await visit('preview-end');
}

async function confirming(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.click('Continue to confirm');
  await controlTotal(it).waitFor();
  await visit('confirm');
  await it.select('Payouts!A1');
  await it.click('Take from the selected cell');
  await it.sees(strings.tieOut.noNumberTitle);
  await visit('confirm-no-total');
  await it.click('Dismiss');
  await controlTotal(it).fill('one million');
  await it.sees(strings.confirm.unreadable('$1,234,567.89'));
  await visit('confirm-unreadable');
  await controlTotal(it).fill('1.00');
  await it.sees(/The difference is/);
  await visit('confirm-differs');
  await controlTotal(it).fill(await it.sampleTotal());
  await visit('confirm-ready');
}

async function staging(it: DeskUnderTest, visit: Visit): Promise<void> {
  const letGo = await hold(it, stagings, 1);
  await it.click(/^Stage 4 distributions/);
  await it.sees(strings.progress.sending(2, 4));
  await visit('progress');
  await it.pane.getByRole('tab', { name: 'Payee details' }).click({ force: true });
  await it.sees(strings.places.waitTitle);
  await visit('progress-not-just-now');
  await it.click('Dismiss');
  letGo();
  await it.sees(`${samplePayouts.length} of ${samplePayouts.length} verified`);
  await visit('result');
}

async function receipt(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.pane.getByRole('button', { name: 'Print', exact: true }).scrollIntoViewIfNeeded();
  await visit('receipt');
  await print(it);
  await visit('receipt-on-paper', 'paper');
  await it.pane.locator('iframe').evaluate((frame) => frame.remove());
}

/** Lays what the browser is given to print over the pane instead. */
async function print(it: DeskUnderTest): Promise<void> {
  await it.pane.locator('body').evaluate((body) => {
    const append = body.append.bind(body);
    body.append = (...nodes) => {
      append(...nodes);
      const view = body.querySelector('iframe')?.contentWindow;
      if (view) view.print = () => undefined;
    };
  });
  await it.click('Print');
  await it.pane.locator('iframe').evaluate((frame) => {
    frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0; background: #fff';
  });
}

async function afterwards(it: DeskUnderTest, visit: Visit): Promise<void> {
  await it.click('Refresh statuses');
  await it.sees(strings.refresh.noChange);
  await visit('refreshed-nothing-changed');
  const [first, second] = await it.sandbox.records();
  const failPayment = second?.distribution.payments.data[1]?.id;
  await it.sandbox.post(`/control/distributions/${first?.id}/status`, { status: 'published' });
  await it.sandbox.post(`/control/distributions/${second?.id}/status`, { status: 'executed', failPayment });
  await it.write('Payouts!F9', [[99_999.5]]);
  await it.click('Refresh statuses');
  await it.sees(/1 failed/);
  await it.sees(/of \d+ verified/);
  await visit('refreshed');
  await scrollToEnd(it);
  await visit('refreshed-end');
  await it.click('Done');
  await it.select('Payouts!A6');
  await it.click('Check');
  await it.sees('1 warning');
  await visit('changed-since-staged');
  await it.proceedPastWarnings();
  await it.sees(strings.preview.nothing);
  await visit('nothing-to-stage');
}

/** A payment fails while nobody looks at the pane, which tells when it is seen again. */
async function news(it: DeskUnderTest, visit: Visit, clock: Clock): Promise<void> {
  const [first] = await it.sandbox.records();
  const failPayment = first?.distribution.payments.data[0]?.id;
  await it.sandbox.post(`/control/distributions/${first?.id}/status`, { status: 'executed', failPayment });
  await clock.pass(1);
  await it.pane.locator('body').evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await it.pane.getByRole('region', { name: strings.refresh.news }).waitFor();
  await visit('news');
}
