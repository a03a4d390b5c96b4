/**
 * By the keyboard alone what a person decides and looks up: an outcome that is not known, the filters of long lists, the
 * receipt of an earlier run, the settings, and the user's own total.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { DeskUnderTest } from '../support/desk.ts';
import { keepDesk } from '../support/kept-desk.ts';
import { Keyboard } from '../support/keyboard.ts';
import {
  account,
  chooseFromAccount,
  signInByKeys,
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
import { friday, payoutRows, seedId, seedName, totalOf, workbookFile } from '../support/payout-workbook.ts';
import { sandboxSeed } from '../../src/sandbox/seed.ts';
import { strings } from '../../src/words/index.ts';
import { openPart, type Clock } from '../tour/open-tour.ts';

const keep = keepDesk();
const one = '1 distribution to stage';
const creation = { method: 'POST', path: '/v1/distributions' };

/** Signed in, with the workbook open and a cell of its table selected. */
async function open(
  rows: (string | number)[][],
  userName?: string,
): Promise<{ it: DeskUnderTest; keys: Keyboard; clock: Clock }> {
  const { it: opened, clock } = await openPart('keyboard');
  const it = keep(opened);
  const keys = await Keyboard.of(it);
  await it.openWorkbook(await workbookFile('Payouts', rows));
  await startByKeys(it, keys, userName);
  await it.select('Payouts!A2');
  return { it, keys, clock };
}

/** Stages one distribution whose answers are lost, and comes back when its key is over and the sign-in has ended. */
async function loseAnswers(kind: 'lost-response' | 'refuse', userName: string) {
  const rows = payoutRows(1);
  const { it, keys, clock } = await open(rows, userName);
  await it.sandbox.orderFaults({ kind, match: creation, times: 1000 });
  await stageByKeys(keys, rows, one);
  await keys.isAt('1 distribution not known');
  await comeBackLater(it, keys, clock, userName);
  await keys.isAt('Nothing to stage');
  return { it, keys, rows };
}

/** From a result that is not known to the check of the same rows when its key is over and the sign-in has ended. */
async function comeBackLater(
  it: DeskUnderTest,
  keys: Keyboard,
  clock: Clock,
  userName: string,
): Promise<void> {
  await it.sees('Not known');
  await clock.pass(25);
  await it.sandbox.post('/control/tokens/expire', {});
  await keys.choose('Check again');
  await it.sees('Your sign-in has ended');
  await signInByKeys(it, keys, userName);
  await keys.choose('Check again');
}

test('an outcome that is not known is linked to what Nova has: a wrong id, a right one, and the ids written', async () => {
  const { it, keys } = await loseAnswers('lost-response', 'First person');
  const [record] = await it.sandbox.records();
  await keys.goTo('Distribution id');
  await keys.type('dst_SomethingElse');
  await keys.choose('Link the distribution');
  await it.sees('Nova has no such distribution');
  await keys.isAt('Link the distribution');
  await keys.goTo('Distribution id', 'Shift+Tab');
  await keys.press('Control+A');
  await keys.type(record?.id ?? '');
  await keys.choose('Link the distribution');
  await it.sees(/Staged before/);
  // The form is gone; whoever filled it in goes on from what became of it.
  await keys.isAt('Nothing to stage');
  await keys.choose('Write ids of 1 distribution');
  await it.sees('3 of 3 verified');
  expect((await it.read('Payouts!G2:G4')).flat()).toEqual([record?.id, record?.id, record?.id]);
});

test('what Nova never created is declared so by a second person, never by the one who sent it', async () => {
  const { it, keys, rows } = await loseAnswers('refuse', 'First person');
  const reason = 'Looked through the dashboard by name and date';
  await keys.goTo('How do you know?');
  await keys.type('too short');
  await keys.choose('Declare never created');
  await keys.isAt('Declare never created');
  await keys.goTo('How do you know?', 'Shift+Tab');
  await keys.press('Control+A');
  await keys.type(reason);
  await keys.choose('Declare never created');
  await it.sees('A second person has to declare this');
  await keys.isAt('Declare never created');

  await chooseFromAccount(keys, 'Sign out');
  await signInByKeys(it, keys, 'Second person');
  await keys.goTo('How do you know?');
  await keys.type(reason);
  await keys.choose('Declare never created');
  await it.sees(/Second person declared that Nova never created this distribution/);
  await keys.isAt(one);
  expect(await it.sandbox.records()).toEqual([]);

  await it.sandbox.call('DELETE', '/control/faults');
  await keys.choose('Continue to confirm');
  await keys.isAt('Control total (USD)');
  await keys.type(totalOf(rows));
  await keys.press('Enter');
  await keys.isAt('1 distribution staged');
  expect(await it.sandbox.records()).toHaveLength(1);
});

test('bank details whose answer was lost are linked to what Nova has', async () => {
  const payee = testEntity(1);
  const { it, keys, clock } = await open(
    [instructionsHeader, instructionsRow(payee, '000111222333')],
    'First person',
  );
  await tellSandbox(it, [payee]);
  const match = { method: 'POST', path: '/v1/payment_instructions' };
  await it.sandbox.orderFaults({ kind: 'lost-response', match, times: 1000 });
  await keys.goTo(/^Payouts/, 'Shift+Tab');
  await keys.press('ArrowRight');
  await keys.press('Enter');
  await keys.isAt('Register payee details');
  await keys.choose('Check');
  await keys.isAt('1 set of bank details to register');
  await keys.choose('Continue to confirm');
  await keys.isAt('Confirm what is registered');
  await keys.goTo(/^These bank details were confirmed/);
  await keys.press('Space');
  await keys.choose('Register 1 set of bank details');
  await keys.isAt('1 set of bank details to clear up');

  await comeBackLater(it, keys, clock, 'First person');
  await keys.isAt(/^Nothing to register/);
  const [created] = await sandboxInstructions(it);
  await keys.goTo('Id of the bank details');
  await keys.type(created?.id ?? '');
  await keys.choose('Look it up and link it');
  await it.sees(/Registered before/);
  await keys.isAt(/^Nothing to register/);
  await keys.choose('Write ids of 1 row');
  await it.sees('1 of 1 verified');
  expect(await sandboxInstructions(it)).toHaveLength(1);
});

const dealCount = 14;

/** So many distributions of one payment each. */
function deals(change: (row: (string | number)[], index: number) => (string | number)[]) {
  const [header = []] = payoutRows(1);
  return [
    header,
    ...Array.from({ length: dealCount }, (_, index) => {
      const entity = index % sandboxSeed.entities.length;
      const payee = [seedName('entities', entity), seedId('entities', entity)];
      return change([`Deal ${index + 1}`, seedId('vehicles', 0), friday, ...payee, 1_000 + index], index);
    }),
  ];
}

/** Turns the drop-down above a list to this option by the arrow keys, and back to all. */
async function filter(it: DeskUnderTest, keys: Keyboard, option: string, left: string): Promise<void> {
  await keys.goTo('Show');
  const chosen = it.pane.getByRole('combobox', { name: 'Show' }).locator('option:checked');
  const all = await chosen.innerText();
  for (let turn = 0; turn < 6 && (await chosen.innerText()) !== option; turn += 1) {
    await keys.press('ArrowDown');
  }
  await it.sees(left);
  await keys.isAt('Show');
  await keys.press('Home');
  expect(await chosen.innerText()).toBe(all);
  await it.pane.getByText(left).waitFor({ state: 'detached' });
}

test('the drop-downs above the problems, the preview and the result', async () => {
  const late = 'ent_KnownForNow00000000000001';
  // Ten amounts are text that can be put right; the other four are paid on a Sunday.
  const sunday = friday + 2;
  const rows = deals((row, index) =>
    index < 10
      ? row.with(5, `${row[5]}.00`)
      : row.with(2, sunday).with(4, index === 13 ? late : (row[4] ?? '')),
  );
  const { it, keys } = await open(rows);
  await it.sandbox.post('/control/entities', { id: late, name: String(rows.at(-1)?.[3]) });
  await keys.choose('Check');
  await keys.isAt('10 problems, 5 warnings');
  await filter(it, keys, 'Warnings', '5 of 15 shown');
  await keys.choose('Fix all 10', 'Shift+Tab');
  // With the last correction its button is gone, and the heading says what is left.
  await it.sees(/^5 warnings$/);
  await keys.isAt('5 warnings');
  await keys.passWarnings('Tab');
  await keys.isAt('14 distributions to stage');
  await filter(it, keys, 'New payees', '14 of 14 shown');
  await keys.choose('Continue to confirm');
  await keys.isAt('Control total (USD)');
  await keys.type(totalOf(rows));
  await it.sandbox.call('DELETE', `/control/entities/${late}`);
  await keys.press('Enter');
  await keys.isAt('13 of 14 distributions staged');
  await it.sees('13 of 13 verified');
  await filter(it, keys, 'Not staged', '1 of 14 shown');

  await it.sandbox.post('/control/entities', { id: late, name: String(rows.at(-1)?.[3]) });
  await keys.choose('Check again');
  await keys.passWarnings('Tab');
  await keys.isAt(one);
  await filter(it, keys, 'Staged before', '13 of 14 shown');
});

test('the drop-down above the payments of one distribution', async () => {
  const { it, keys } = await open(deals((row) => row.with(0, 'One deal')));
  await it.page.evaluate(() => window.workbench.hideRows('Payouts', 3, 2));
  await keys.choose('Check');
  await keys.isAt(one);
  await keys.choose(`${dealCount} payments`);
  await filter(it, keys, 'Hidden rows', `2 of ${dealCount} shown`);
  await keys.goTo(`${dealCount} payments`, 'Shift+Tab');
});

test('the receipt of a run that was done before, from the history: as a file and on paper', async () => {
  const rows = payoutRows(1);
  const { it, keys } = await open(rows);
  await stageByKeys(keys, rows, one);
  await it.sees('3 of 3 verified');
  await keys.choose('Done');
  await keys.isAt(startHeading);
  await chooseFromAccount(keys, 'History');
  await keys.isAt('History');
  await keys.goTo(/^This workbook/);
  await keys.press('ArrowRight');
  await keys.isAt(/^All workbooks/);
  await keys.press('Enter');
  await keys.choose('Receipt of Deal 1');
  // The button is called as the screen that it leads to.
  await it.pane.getByRole('heading', { name: 'Receipt of Deal 1' }).waitFor();
  await keys.isAt('Receipt of Deal 1');
  await keys.choose('Print');
  const paper = await it.pane.locator('iframe').last().contentFrame().locator('body').innerText();
  expect(paper.match(/dpmt_\w+/g)).toHaveLength(3);
  await keys.goTo('Save as CSV');
  const [file] = await Promise.all([it.page.waitForEvent('download'), keys.press('Enter')]);
  expect(readFileSync(await file.path(), 'utf8').match(/dpmt_\w+/g)).toHaveLength(3);
  await keys.choose('Back', 'Shift+Tab');
  await keys.isAt('History');
  await keys.choose('Back to payouts');
  await keys.isAt(startHeading);
});

test('the settings of the check, the cell to tie out with, and the control total from a cell', async () => {
  const rows = payoutRows(2).map((row, index) => (index > 0 && index < 4 ? row.with(2, friday + 2) : row));
  const { it, keys } = await open(rows);
  await it.write('Payouts!A12', [['Total'], [Number(totalOf(rows)) + 1], [Number(totalOf(rows))]]);
  await it.select('Payouts!A2');
  await keys.choose('Check');
  await keys.isAt('3 warnings');

  await it.select('Payouts!A13');
  await keys.choose('Take from the selected cell');
  await it.sees(/^1 problem/);
  await keys.isAt('Take another cell');
  await it.select('Payouts!A14');
  await keys.press('Enter');
  await it.sees(/^3 warnings/);

  await chooseFromAccount(keys, 'Check settings');
  await keys.isAt('Default currency');
  await keys.press('Control+A');
  await keys.type('US');
  await keys.press('Enter');
  await it.sees('Type a code of three letters');
  await keys.isAt('Default currency');
  await keys.type('D');
  await keys.goTo('Date on a weekend');
  await keys.press('Space');
  await keys.choose('Save');
  await it.sees('3 problems');
  await keys.isAt(account);

  await keys.press('Enter');
  await keys.choose('Check settings', 'ArrowDown');
  await keys.isAt('Default currency');
  await keys.goTo('Date on a weekend');
  await keys.press('Space');
  await keys.choose('Save');
  await it.sees(/^3 warnings/);
  await keys.isAt(account);
  await keys.passWarnings('Tab');
  await keys.isAt('2 distributions to stage');
  await keys.choose('Continue to confirm');
  await keys.isAt('Control total (USD)');
  await keys.choose('Take from the selected cell');
  await it.sees(strings.confirm.matches);
  await keys.isAt('Take from the selected cell');
  await keys.choose(/^Stage 2 distributions/);
  await keys.isAt('2 distributions staged');
  expect(await it.sandbox.records()).toHaveLength(2);
});
