/** Every flow of the pane by the keyboard alone: where the focus goes, that it can be seen, and what is spoken. */
import { afterEach, expect, test } from '@jest/globals';
import { samplePayouts, sampleMistakes } from '../../src/scripts/sample-data.ts';
import { sampleFirstRow, type DeskUnderTest } from '../support/desk.ts';
import { Keyboard } from '../support/keyboard.ts';
import { openTour } from '../tour/open-tour.ts';
import { payoutRows, totalOf, workbookFile } from '../support/payout-workbook.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

async function open(): Promise<{ it: DeskUnderTest; keys: Keyboard }> {
  const it = (desk = await openTour());
  return { it, keys: await Keyboard.of(it) };
}

async function signIn(it: DeskUnderTest, keys: Keyboard, userName?: string): Promise<void> {
  // The first field of the screen has the focus already.
  await keys.isAt('Sign-in code');
  await keys.type(await it.desk.issueSignInCode(userName));
  await keys.press('Enter');
}

test('sign in, check, jump, fix, preview, confirm, stage, result: without a pointer, each screen named as it comes', async () => {
  const { it, keys } = await open();
  await signIn(it, keys);
  await keys.isAt('Stage payouts from this workbook');
  await it.select('Payouts!A6');
  await keys.choose('Check');
  await keys.isAt('2 problems, 1 warning');

  await keys.goTo('Show in sheet');
  await keys.press('Space');
  const textCell = `F${sampleFirstRow + sampleMistakes.amountAsText}`;
  await keys.choose(new RegExp(`^${textCell}:`));
  await it.page.waitForFunction((cell) => window.workbench.activeCell().endsWith(`!${cell}`), textCell);
  await keys.choose(new RegExp(`^Fix ${textCell}: `));
  await it.sees(/^1 problem/);
  const entity = samplePayouts[sampleMistakes.contactInsteadOfEntity]?.entity ?? '';
  await it.write(`Payouts!E${sampleFirstRow + sampleMistakes.contactInsteadOfEntity}`, [[entity]]);
  await keys.choose('Check again');
  await keys.passWarnings();
  await keys.isAt('4 distributions to stage');

  await keys.choose('14 payments');
  await keys.goTo('Search payments');
  await keys.type('Harbor');
  await it.sees(/^\d+ of 14 shown$/);
  await keys.choose('Continue to confirm');
  await keys.isAt('Control total (USD)');
  await keys.type('1.00');
  await it.sees(/The difference is/);
  await keys.press('Enter');
  expect(await it.sandbox.records()).toEqual([]);
  await keys.press('Control+A');
  await keys.type(await it.sampleTotal());
  await keys.press('Enter');
  await keys.isAt('4 distributions staged');
  await it.sees('50 of 50 verified');
  expect(await it.sandbox.records()).toHaveLength(4);
  expect(await keys.spoken()).toContainEqual(expect.stringContaining('50 of 50 verified'));

  // A receipt as a page of its own, printed from the keyboard.
  await keys.choose('Print');
  const receipt = await it.pane.locator('iframe').last().contentFrame().locator('body').innerText();
  expect(receipt).toContain('Receipt of payouts staged in Nova');
  expect(receipt.match(/dpmt_\w+/g)).toHaveLength(50);

  await keys.choose('Refresh statuses');
  await keys.isAt('Nothing changed');
  await keys.choose('Done');
  await keys.isAt('Stage payouts from this workbook');
}, 120_000);

test('settings, a diagnosis, an approval and the history by the keyboard, and the focus comes back', async () => {
  const { it, keys } = await open();
  const [header = [], ...small] = payoutRows(1);
  const rows = [header, ...small.map((row, index) => [...row.slice(0, 5), 2_500_000 + index])];
  await it.openWorkbook(await workbookFile('Payouts', rows));
  await signIn(it, keys);
  await keys.isAt('Stage payouts from this workbook');

  const account = /^Account of /;
  await keys.choose(account, 'Shift+Tab');
  await keys.choose('Check settings', 'ArrowDown');
  await keys.isAt('Default currency');
  await keys.press('Escape');
  await it.pane.getByRole('dialog').waitFor({ state: 'detached' });

  await keys.choose(account, 'Shift+Tab');
  await keys.choose('Report a problem', 'ArrowDown');
  await it.sees('A diagnosis is on the clipboard');
  expect(await keys.spoken()).toContainEqual(expect.stringContaining('A diagnosis is on the clipboard'));
  await it.pane.locator('body').evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'pasted';
    document.body.append(field);
    field.focus();
  });
  await keys.press('Control+V');
  expect(await it.pane.locator('#pasted').inputValue()).toMatch(
    /^Distribution Desk: .*\n[^]*Where: payouts, source/,
  );
  await it.pane.locator('#pasted').evaluate((field) => field.remove());

  await it.select('Payouts!A2');
  await keys.choose('Check');
  await keys.isAt('1 distribution to stage');
  await keys.choose('Continue to confirm');
  await keys.isAt('Control total (USD)');
  await keys.type(totalOf(rows));
  await keys.press('Enter');
  await keys.isAt('1 distribution waits for approval');
  await keys.choose(account, 'Shift+Tab');
  await keys.choose('Sign out', 'ArrowDown');

  await signIn(it, keys, 'Second person');
  await it.pane.getByRole('button', { name: /^Account of Second person/ }).waitFor();
  await keys.choose(/^Account of Second person/, 'Shift+Tab');
  await keys.choose(/^Approvals/, 'ArrowDown');
  await keys.isAt('Approvals');
  await keys.choose(/^Look at it/);
  await keys.isAt('Deal 1');
  await keys.choose('Return…');
  await keys.isAt('What is wrong with it?');
  await keys.press('Escape');
  await keys.choose(/^Approve 3 payments, /);
  await it.sees('Approved and staged');
  expect(await it.sandbox.records()).toHaveLength(1);

  await keys.choose(/^Account of Second person/, 'Shift+Tab');
  await keys.choose('History', 'ArrowDown');
  await keys.isAt('History');
  await keys.goTo('Search');
  await keys.type('approved');
  await keys.press('Enter');
  await it.sees(/approved, prepared by/);
  await keys.choose('Back to payouts');
}, 120_000);
