/** The less usual ways by the keyboard alone: payee details, a return, a repeat, a changed row, and in and out of Excel. */
import { expect, test } from '@jest/globals';
import type { DeskUnderTest } from '../support/desk.ts';
import { keepDesk } from '../support/kept-desk.ts';
import { Keyboard } from '../support/keyboard.ts';
import {
  account,
  chooseFromAccount,
  lookAsSecondPerson,
  rowsForTwo,
  stageByKeys,
  startByKeys,
  startHeading,
} from '../support/keyboard-steps.ts';
import {
  instructionsHeader,
  instructionsRow,
  sandboxInstructions,
  tellSandbox,
  testEntity,
} from '../support/registration-workbook.ts';
import { openTour } from '../tour/open-tour.ts';
import { payoutRows, totalOf, workbookFile } from '../support/payout-workbook.ts';

const keep = keepDesk();
const one = '1 distribution to stage';

/** Signed in, with the workbook open. */
async function open(file: string): Promise<{ it: DeskUnderTest; keys: Keyboard }> {
  const it = keep(await openTour());
  const keys = await Keyboard.of(it);
  await it.openWorkbook(file);
  await startByKeys(it, keys);
  return { it, keys };
}

test('payee details: change over, choose the table, mend, tick, register', async () => {
  const payee = testEntity(1);
  const row = instructionsRow(payee, '000111222333');
  const wrong = row.map((cell) => (cell === '021000021' ? '021000022' : cell));
  const { it, keys } = await open(await workbookFile('Bank', [instructionsHeader, wrong]));
  await tellSandbox(it, [payee]);

  await keys.goTo(/^Payouts/, 'Shift+Tab');
  await keys.press('ArrowRight');
  await keys.isAt(/^Payee details/);
  await keys.press('Enter');
  await keys.isAt('Register payee details');
  await keys.choose('Choose a table from a list');
  await keys.isAt('Which table?');
  await keys.choose(/^Bank/);
  await keys.isAt(/^1 problem/);
  const why = /^Why\? /;
  await keys.choose(why);
  await keys.isAt(/What to do|Remedy|routing number/);
  await keys.press('Escape');
  await keys.isAt(why);

  // Typed as a number, as a person does: the zero in front is lost, and the pane offers to put it back.
  await it.write('Bank!F2', [[21000021]]);
  await it.sees('Routing number lost its zero');
  await keys.choose(/^Fix F2: /);
  await it.sees('No problems found');
  await keys.passWarnings();
  await keys.isAt('1 set of bank details to register');
  await keys.choose('Continue to confirm');
  await keys.isAt('Confirm what is registered');
  await keys.goTo(/^These bank details were confirmed/);
  await keys.press('Space');
  await keys.choose('Register 1 set of bank details');
  await it.sees('1 of 1 verified');
  await keys.isAt('1 set of bank details registered');
  expect(await sandboxInstructions(it)).toHaveLength(1);
});

test('what was staged: a changed row, and once more on purpose, from a dialog that gives the focus back', async () => {
  const rows = payoutRows(1);
  const file = await workbookFile('Payouts', rows);
  const { it, keys } = await open(file);
  await it.select('Payouts!A2');
  await stageByKeys(keys, rows, one);
  await it.sees('3 of 3 verified');

  await it.write('Payouts!F3', [[2001.07]]);
  await keys.choose('Refresh statuses');
  await it.sees('1 row was changed since staging');
  await keys.isAt(/^1 row |^Nothing changed/);
  await keys.choose(/^Amount: staged/);
  await it.page.waitForFunction(() => window.workbench.activeCell().endsWith('!F3'));
  await keys.choose('Done');
  await keys.isAt(startHeading);

  // A pane that is loaded again does not take the keyboard from the sheet.
  await it.openWorkbook(file);
  await it.select('Payouts!A2');
  await it.pane.getByRole('button', { name: 'Check', exact: true }).focus();
  await keys.press('Enter');
  await keys.isAt('Nothing to stage');
  const opener = 'Stage it again on purpose…';
  await keys.choose(opener);
  await keys.isAt('Payments staged before');
  await keys.press('Escape');
  await keys.isAt(opener);
  await keys.press('Enter');
  await keys.isAt('Payments staged before');
  await keys.goTo('Why is it to be paid again?');
  await keys.type('The first payment came back');
  await keys.choose('Add to what is staged');
  await keys.isAt('Do not stage it again');
  await keys.choose('Continue to confirm');
  await keys.isAt('Control total (USD)');
  await keys.type(totalOf(rows));
  await keys.press('Enter');
  await keys.isAt('1 distribution staged');
  expect(await it.sandbox.records()).toHaveLength(2);
});

test('a return with its reason, and the history of it', async () => {
  const rows = rowsForTwo();
  const { it, keys } = await open(await workbookFile('Payouts', rows));
  await it.select('Payouts!A2');
  await stageByKeys(keys, rows, one);
  await keys.isAt('1 distribution waits for approval');
  await keys.choose(account, 'Shift+Tab');
  await keys.press('Escape');
  await keys.isAt(account);
  await keys.press('Enter');
  await keys.choose('Sign out', 'ArrowDown');

  await lookAsSecondPerson(it, keys);
  await keys.press('Enter');
  await keys.isAt('What is wrong with it?');
  await keys.type('The second amount is wrong');
  await keys.choose('Return it');
  await keys.isAt('Nothing waits for approval');
  expect(await it.sandbox.records()).toEqual([]);

  await chooseFromAccount(keys, 'History');
  await keys.isAt('History');
  await keys.goTo('Search');
  await keys.type('second amount');
  await keys.press('Enter');
  await it.sees(/The second amount is wrong/);
  await keys.choose('Filters');
  await keys.goTo('Result');
  await keys.choose('Back to payouts');
  await keys.isAt(/^Stage payouts|waits for approval$/);
});

test('Tab and Escape lead into Excel only from where the pane has no more use for them', async () => {
  const { it, keys } = await open(await workbookFile('Payouts', payoutRows(4)));
  const isInPane = () => it.page.evaluate(() => document.activeElement instanceof HTMLIFrameElement);

  await keys.choose(account, 'Shift+Tab');
  await keys.isAt('Approvals');
  await keys.press('Escape');
  await keys.isAt(account);
  await keys.press('Enter');
  await keys.choose('Check settings', 'ArrowDown');
  await keys.isAt('Default currency');
  await keys.press('Escape');
  await it.pane.getByRole('dialog').waitFor({ state: 'detached' });
  await keys.isAt(account);
  expect(await isInPane()).toBe(true);

  await keys.press('Shift+Tab');
  await it.page.waitForFunction(
    () => document.activeElement?.getAttribute('aria-label') === 'Close task pane',
  );
  await keys.press('Tab');
  await keys.isAt(account);

  await keys.press('Escape');
  await it.page.waitForFunction(() => !(document.activeElement instanceof HTMLIFrameElement));
  await it.select('Payouts!A2');
  await it.pane.getByRole('button', { name: 'Check', exact: true }).focus();
  await keys.press('Enter');
  await keys.isAt('4 distributions to stage');
  await keys.goTo(/^Continue to confirm/);
  await keys.press('Tab');
  await it.page.waitForFunction(() => !(document.activeElement instanceof HTMLIFrameElement));
});
