/**
 * What a screen reader says of its own accord, in the order in which it says it: that each thing is said, once, that errors
 * interrupt and nothing else does, and that progress is no flood. Headings count as said when the focus comes to them.
 */
import { expect, test } from '@jest/globals';
import { english } from '../support/whole-english.ts';
import { heard, listen, unsaid, type Announcement } from '../support/announcements.ts';
import { DeskUnderTest } from '../support/desk.ts';
import { keepDesk } from '../support/kept-desk.ts';
import { payoutRows, totalOf, workbookFile } from '../support/payout-workbook.ts';
import { sampleFile } from '../tour/open-tour.ts';

const keep = keepDesk();
const { strings } = english;

/** A pane that is listened to from its first moment, signed in. */
async function open(workbook: string, canNotify = true): Promise<DeskUnderTest> {
  const it = keep(await DeskUnderTest.open({ workbookFile: workbook, paneWidth: 320 }));
  await listen(it, canNotify);
  await it.page.reload();
  await it.page.waitForFunction(() => window.workbench !== undefined);
  await it.page.evaluate(() => window.workbench.ready);
  await it.signIn();
  return it;
}

/** What is said of waiting, where a machine is slow enough for it. */
const waiting: readonly string[] = [
  strings.starting,
  strings.stillWorking,
  strings.source.checking,
  strings.source.refreshing,
  strings.corrections.working,
  strings.problems.rechecking,
  strings.result.writing,
  strings.refresh.writing,
];

/** The texts since the last time, what interrupts with an exclamation mark before it; nothing about waiting. */
function since(it: DeskUnderTest): () => Promise<string[]> {
  let told = 0;
  return async () => {
    const all = await heard(it);
    const fresh = all.slice(told);
    told = all.length;
    return fresh
      .filter(({ text }) => !waiting.includes(text))
      .map(({ isAssertive, text }) => `${isAssertive ? '! ' : ''}${text}`);
  };
}

/** Waits until something has been said. */
async function hears(it: DeskUnderTest, text: string | RegExp): Promise<void> {
  const end = Date.now() + 15_000;
  const isSaid = async () => (await heard(it)).some((one) => new RegExp(text).test(one.text));
  while (!(await isSaid()) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await heard(it)).map((one) => one.text)).toContainEqual(expect.stringMatching(text));
}

const isProgress = (text: string) =>
  /^Distribution \d+ of \d+/.test(text) || text === strings.progress.rereading;

test('the main job is told from the check to the statuses: each screen, each result with its figures, each once', async () => {
  const it = await open(sampleFile);
  const fresh = since(it);
  await it.select('Payouts!A6');
  await it.click('Check');
  await hears(it, '2 problems, 1 warning');
  await it.click(/^Fix F/);
  await hears(it, '^1 problem, 1 warning');
  await it.mendSample();
  await hears(it, '^1 warning');
  expect(await fresh()).toEqual([
    'Stage payouts from this workbook',
    '2 problems, 1 warning',
    '1 problem, 1 warning',
    '1 warning',
  ]);

  await it.proceedPastWarnings();
  await it.click('14 payments');
  await it.pane
    .getByRole('searchbox', { name: 'Search payments' })
    .pressSequentially('Harbor', { delay: 50 });
  await hears(it, /^\d+ of 14 shown/);
  await it.click('Continue to confirm');
  await it.pane
    .getByRole('textbox', { name: 'Control total (USD)' })
    .pressSequentially(await it.sampleTotal(), { delay: 50 });
  await hears(it, strings.confirm.matches);
  expect(await fresh()).toEqual([
    '4 distributions to stage',
    expect.stringMatching(/^\d+ of 14 shown$/),
    strings.confirm.sandboxText,
    strings.confirm.matches,
  ]);

  await it.click(/^Stage 4/);
  await hears(it, '^50 of 50 verified');
  const run = await fresh();
  expect(run.filter((text) => !isProgress(text))).toEqual([
    'Staging',
    '4 distributions staged',
    `50 of 50 verified. ${strings.result.verifiedText}`,
  ]);
  expect(run[0]).toBe('Staging');
  expect(run.filter(isProgress).length).toBeGreaterThan(0);

  const [first] = await it.sandbox.records();
  await it.sandbox.post(`/control/distributions/${first?.id}/status`, { status: 'published' });
  await it.click('Refresh statuses');
  await hears(it, /^14 became/);
  await it.click('Refresh statuses');
  await hears(it, strings.refresh.noChange);
  await it.click('Done');
  await hears(it, /^Stage payouts/);
  const verified = `50 of 50 verified. ${strings.result.verifiedText}`;
  expect(await fresh()).toEqual([
    expect.stringMatching(/^14 became/),
    verified,
    strings.refresh.noChange,
    verified,
    'Stage payouts from this workbook',
  ]);
  // A region has to be there before its text, or nothing is said.
  expect(await unsaid(it)).toEqual([]);
});

test('of fifty quick distributions some steps are said and not all, and the result to whoever works in the sheet', async () => {
  const [header = [], row = []] = payoutRows(1);
  const rows = [header, ...Array.from({ length: 50 }, (_, index) => [`Deal ${index + 1}`, ...row.slice(1)])];
  const it = await open(await workbookFile('Payouts', rows));
  await it.select('Payouts!A2');
  await it.stageAll(totalOf(rows));
  await hears(it, '^Staging');
  await it.page.evaluate(() => window.workbench.focusGrid());
  await hears(it, '^50 of 50 verified');
  const all = await heard(it);
  const steps = all.filter(({ text }) => isProgress(text));
  expect(steps.length).toBeGreaterThan(0);
  for (const [index, step] of steps.slice(1).entries())
    expect(step.atMs - (steps[index]?.atMs ?? 0)).toBeGreaterThan(1_500);
  const results = all.filter(({ text }) => text === '50 distributions staged');
  expect(results).toEqual([expect.objectContaining({ how: 'notify', isAssertive: false })]);
  expect(await it.page.evaluate(() => document.activeElement instanceof HTMLIFrameElement)).toBe(false);
});

test('a control total is judged aloud once somebody pauses, and at once where Enter can do nothing', async () => {
  const rows = payoutRows(1);
  const it = await open(await workbookFile('Payouts', rows));
  await it.select('Payouts!A2');
  await it.click('Check');
  await it.proceedToConfirm();
  const field = it.pane.getByRole('textbox', { name: 'Control total (USD)' });
  await hears(it, strings.confirm.sandboxText);
  const fresh = since(it);
  await fresh();
  await field.press('Enter');
  expect(await fresh()).toEqual([`! ${strings.whyNot.noTotal('USD')}`]);
  await field.pressSequentially('1,234.56', { delay: 50 });
  await it.sees(/^You entered \$1,234\.56/);
  expect(await fresh()).toEqual([]);
  await hears(it, /^You entered \$1,234\.56/);
  expect(await fresh()).toHaveLength(1);
  await field.press('Enter');
  expect(await fresh()).toEqual([`! ${strings.whyNot.otherTotal('USD')}`]);
});

test('a check that is asked for again on its own screen leaves the focus and says what it found, also where that is the same', async () => {
  const it = await open(sampleFile);
  await it.select('Payouts!A6');
  await it.click('Check');
  await hears(it, '^2 problems, 1 warning');
  const fresh = since(it);
  await fresh();
  const again = it.pane.getByRole('button', { name: 'Check again' });
  const said = async () => {
    for (let texts = await fresh(); ; texts = await fresh()) if (texts.length > 0) return texts;
  };
  await again.press('Enter');
  expect(await said()).toEqual(['2 problems, 1 warning']);
  expect(await again.evaluate((one) => one === document.activeElement)).toBe(true);

  // A check that runs by itself is told of where it found something else.
  await it.write('Payouts!A60', [['a note']]);
  await it.mendSample();
  expect(await said()).toEqual(['1 warning']);
  await again.press('Enter');
  expect(await said()).toEqual(['1 warning']);
  expect(await again.evaluate((one) => one === document.activeElement)).toBe(true);
});

const failures = [
  { browser: 'that speaks for the page', canNotify: true },
  { browser: 'that does not', canNotify: false },
] as const;

test.each(failures)(
  'in a browser $browser a server that is away, an error and an ended sign-in are said once each time',
  async ({ canNotify }) => {
    const it = await open(sampleFile, canNotify);
    const { silent, back } = strings.connection;
    const said = async (text: string): Promise<Announcement[]> =>
      (await heard(it)).filter((one) => one.how !== 'focus' && one.text.includes(text));
    await it.mendSample();
    await it.select('Payouts!A6');
    await it.page.route('**/api/**', (route) => route.abort());
    // Nothing where the pane has noticed by itself.
    await it.pane.getByRole('button', { name: /^Check / }).press('Enter');
    await hears(it, silent.title);
    // It has been asked for by itself once more by then.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await said(silent.title)).toEqual([expect.objectContaining({ isAssertive: true })]);
    await it.page.unroute('**/api/**');
    await it.click('Ask again now');
    await hears(it, back);
    expect(await said(back)).toHaveLength(1);

    const broken = '**/api/distributions/lookup';
    await it.page.route(broken, (route) => route.fulfill({ status: 500, body: 'broken' }));
    for (const times of [1, 2]) {
      await it.click('Check');
      await it.pane.getByRole('region', { name: 'Notice' }).waitFor();
      const end = Date.now() + 10_000;
      while ((await said(english.connection.noExplanation(500))).length < times && Date.now() < end);
      expect(
        (await said(english.connection.noExplanation(500))).map(({ isAssertive }) => isAssertive),
      ).toEqual(Array.from({ length: times }, () => true));
    }
    await it.page.unroute(broken);
    await it.signOutElsewhere();
    await it.click('Check');
    await hears(it, strings.notices.signedOutTitle);
    expect(await said(strings.notices.signedOutTitle)).toHaveLength(1);
    expect(await unsaid(it)).toEqual([]);
  },
);
