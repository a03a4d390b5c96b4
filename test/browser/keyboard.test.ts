/** Every flow of the pane by the keyboard alone: where the focus goes, that it can be seen, and what is spoken. */
import { expect, test } from '@jest/globals';
import { samplePayouts, sampleMistakes } from '../../src/scripts/sample-data.ts';
import { sampleFirstRow, type DeskUnderTest } from '../support/desk.ts';
import { keepDesk } from '../support/kept-desk.ts';
import { Keyboard } from '../support/keyboard.ts';
import {
  chooseFromAccount,
  lookAsSecondPerson,
  rowsForTwo,
  stageByKeys,
  startByKeys,
  startHeading,
} from '../support/keyboard-steps.ts';
import { pasted } from '../support/pasted.ts';
import { openTour } from '../tour/open-tour.ts';
import { workbookFile } from '../support/payout-workbook.ts';

const keep = keepDesk();

async function open(): Promise<{ it: DeskUnderTest; keys: Keyboard }> {
  const it = keep(await openTour());
  return { it, keys: await Keyboard.of(it) };
}

test('sign in, check, jump, fix, preview, confirm, stage, result: without a pointer, each screen named as it comes', async () => {
  const { it, keys } = await open();
  await startByKeys(it, keys);
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
  await it.sees(/^1 warning$/);
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
  await keys.isAt(startHeading);
}, 120_000);

test('settings, a diagnosis, an approval and the history by the keyboard, and the focus comes back', async () => {
  const { it, keys } = await open();
  const rows = rowsForTwo();
  await it.openWorkbook(await workbookFile('Payouts', rows));
  await startByKeys(it, keys);

  await chooseFromAccount(keys, 'Check settings');
  await keys.isAt('Default currency');
  await keys.press('Escape');
  await it.pane.getByRole('dialog').waitFor({ state: 'detached' });

  await chooseFromAccount(keys, 'Report a problem');
  await it.sees('A diagnosis is on the clipboard');
  expect(await keys.spoken()).toContainEqual(expect.stringContaining('A diagnosis is on the clipboard'));
  expect(await pasted(it)).toMatch(/^Distribution Desk: .*\n[^]*Where: payouts, source/);

  await it.select('Payouts!A2');
  await stageByKeys(keys, rows, '1 distribution to stage');
  await keys.isAt('1 distribution waits for approval');
  await chooseFromAccount(keys, 'Sign out');

  await lookAsSecondPerson(it, keys);
  await keys.choose(/^Approve 3 payments, /);
  await it.sees('Approved and staged');
  expect(await it.sandbox.records()).toHaveLength(1);

  await chooseFromAccount(keys, 'History');
  await keys.isAt('History');
  await keys.goTo('Search');
  await keys.type('approved');
  await keys.press('Enter');
  await it.sees(/^Prepared by /);
  await keys.choose('Back to payouts');
}, 120_000);
