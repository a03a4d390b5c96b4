/** Help where it is needed, by the keyboard: the reasons of the rules, the tour, and a report for whoever helps. */
import { expect, test } from '@jest/globals';
import { buttonName, DeskUnderTest } from '../support/desk.ts';
import { keepDesk } from '../support/kept-desk.ts';
import { Keyboard } from '../support/keyboard.ts';
import { startByKeys, startHeading } from '../support/keyboard-steps.ts';
import { pasted } from '../support/pasted.ts';
import { sampleFile } from '../tour/open-tour.ts';

const keep = keepDesk();

async function open(isNew: boolean): Promise<{ it: DeskUnderTest; keys: Keyboard }> {
  const it = keep(await DeskUnderTest.open({ workbookFile: sampleFile, paneWidth: 320, isNew }));
  const keys = await Keyboard.of(it);
  await startByKeys(it, keys);
  return { it, keys };
}

const hasNoSidewaysScroll = (it: DeskUnderTest) =>
  it.pane.locator('body').evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

test('somebody new goes through the tour from the keyboard, once, and finds it again in the account menu', async () => {
  const { it, keys } = await open(true);
  const card = it.pane.getByRole('region', { name: 'Tour' });
  await card.getByText('Step 1 of 4').waitFor();
  await keys.goTo('Skip the tour');
  await keys.choose('Next');
  for (const [step, title] of [
    [2, 'Mend'],
    [3, 'Confirm'],
    [4, 'Stage'],
  ] as const) {
    await card.getByText(`Step ${step} of 4`).waitFor();
    expect(await keys.spoken()).toContainEqual(expect.stringContaining(`Step ${step} of 4: ${title}.`));
    expect(await hasNoSidewaysScroll(it)).toBe(true);
    // The keyboard stays where it is.
    await keys.isAt(step === 4 ? 'Done' : 'Next');
    if (step < 4) await keys.press('Enter');
  }
  await keys.press('Enter');
  await keys.isAt(startHeading);
  expect(await card.count()).toBe(0);

  await it.page.reload();
  await it.pane.getByRole('button', { name: buttonName('Check') }).waitFor();
  expect(await card.count()).toBe(0);

  await it.click(/^Account of /);
  await it.pane.getByRole('menuitem', { name: 'Show the tour' }).click();
  const dialog = it.pane.getByRole('dialog', { name: 'Tour' });
  await dialog.getByText('Step 1 of 4').waitFor();
  await dialog.getByRole('button', { name: 'Next' }).click();
  await dialog.getByText('Step 2 of 4').waitFor();
  await it.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}, 120_000);

test('whoever comes with a job is not kept from it by the tour, and skips it for good', async () => {
  const { it, keys } = await open(true);
  const card = it.pane.getByRole('region', { name: 'Tour' });
  await card.waitFor();
  await it.select('Payouts!A6');
  await keys.choose('Check');
  await keys.isAt('2 problems, 1 warning');
  await keys.choose('Back');
  await keys.choose('Skip the tour');
  await keys.isAt(startHeading);
  await it.page.reload();
  await it.pane.getByRole('button', { name: buttonName('Check') }).waitFor();
  expect(await card.count()).toBe(0);
}, 120_000);

test('every group of problems says why and what to do, and Escape leads back to where one was', async () => {
  const { it, keys } = await open(false);
  await it.select('Payouts!A6');
  await keys.choose('Check');
  await keys.isAt('2 problems, 1 warning');
  const reasons = it.pane.getByRole('button', { name: /^Why\? / });
  expect(await reasons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual([
    'Why? Amount is text',
    'Why? Id of another kind',
    'Why? No bank details',
  ]);
  await keys.choose('Why? Amount is text');
  const dialog = it.pane.getByRole('dialog', { name: 'Amount is text' });
  await dialog.getByText(/Text can be read in more than one way/).waitFor();
  // A screen reader is led into it and told all of it.
  expect(await dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true);
  const described = await dialog.evaluate(
    (one) => document.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent,
  );
  expect(described).toMatch(/What to do:.*For example:/);
  expect(await hasNoSidewaysScroll(it)).toBe(true);
  await keys.press('Escape');
  await keys.isAt('Why? Amount is text');
  expect(await dialog.count()).toBe(0);

  // Within a dialog, Escape closes the help alone.
  await it.click('Check settings');
  await keys.isAt('Default currency');
  await keys.goTo('When is it used?');
  await keys.press('Enter');
  await it.sees(/Only where a row names no currency/);
  await keys.press('Escape');
  await keys.isAt('When is it used?');
  expect(await it.pane.getByRole('dialog', { name: 'Check settings' }).count()).toBe(1);
}, 120_000);

test('a report is copied beside an error and where the pane has stopped, and what went wrong stays in sight', async () => {
  const { it, keys } = await open(false);
  await it.page.route('**/api/distributions/lookup', (route) =>
    route.fulfill({ status: 500, body: 'broken' }),
  );
  await it.mendSample();
  await it.select('Payouts!A6');
  await keys.choose('Check');
  const notice = it.pane.getByRole('region', { name: 'Notice' });
  const reportButton = notice.getByRole('button', { name: 'Report a problem' });
  await reportButton.click();
  await notice.getByText(/A diagnosis is on the clipboard/).waitFor();
  // It stays what it was, with its reference.
  await notice.getByText(/Reference for support: /).waitFor();
  const report = await pasted(it);
  expect(report).toMatch(/^Asked: \S+ POST \/api\/distributions\/lookup [\w-]{36} 500$/m);
  expect(report).toMatch(/^Error: ProxyError answer-unreadable$/m);
  expect(report).toMatch(/^Excel: .*Excel/m);

  await it.page.unroute('**/api/distributions/lookup');
  await it.click('Check');
  await it.sees('1 warning');
  await it.pane.locator('body').evaluate(() => {
    Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
      get() {
        throw new RangeError('Ada Capital LP waits.');
      },
    });
  });
  await it.click(/^No bank details/);
  await it.sees('Distribution Desk stopped');
  await it.click('Report a problem');
  await it.sees(/A diagnosis is on the clipboard/);
  const crash = await pasted(it);
  expect(crash).toMatch(/^Error: RangeError$/m);
  expect(crash).toMatch(/^Error: at .*\.js:\d+:\d+\)?$/m);
  expect(crash).not.toContain('Ada Capital');
}, 120_000);
