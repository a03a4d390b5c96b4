import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { DeskUnderTest } from '../support/desk.ts';
import { payoutRows, totalOf, workbookFile } from '../support/payout-workbook.ts';

const preparer = 'First of two';
const approver = 'Second of two';

let desk: DeskUnderTest | null = null;
let dir = '';
afterEach(async () => {
  await desk?.close();
  desk = null;
  rmSync(dir, { recursive: true, force: true });
});

async function openWithApproval(): Promise<DeskUnderTest> {
  dir = mkdtempSync(join(tmpdir(), 'distribution-desk-limits-'));
  const limits = join(dir, 'limits.json');
  writeFileSync(limits, JSON.stringify({ approval: { from: 'always' } }));
  desk = await DeskUnderTest.open({
    workbookFile: await workbookFile('Payouts', payoutRows(1)),
    environment: { LIMITS_FILE: limits },
  });
  return desk;
}

/** The same pane under another name, as when a colleague sits down at it. */
async function becomes(it: DeskUnderTest, name: string): Promise<void> {
  await it.pane.getByRole('button', { name: /^Account of/ }).click();
  await it.pane.getByRole('menuitem', { name: 'Sign out' }).click();
  await signInAs(it, name);
}

async function signInAs(it: DeskUnderTest, name: string): Promise<void> {
  await it.pane.getByRole('textbox', { name: 'Sign-in code' }).fill(await it.desk.issueSignInCode(name));
  await it.click('Sign in');
  await it.pane.getByRole('button', { name: new RegExp(`^Account of ${name}`) }).waitFor();
}

async function openApprovals(it: DeskUnderTest): Promise<void> {
  await it.pane.getByRole('button', { name: /^Account of/ }).click();
  await it.pane.getByRole('menuitem', { name: /^Approvals/ }).click();
}

test('what one prepared is sent only once another approved it, and its ids reach the sheet by themselves', async () => {
  const it = await openWithApproval();
  await signInAs(it, preparer);
  await it.select('Payouts!A2');
  await it.stageAll(totalOf(payoutRows(1)));
  await it.sees('Waits for approval');
  expect(await it.sandbox.records()).toEqual([]);
  expect((await it.read('Payouts!G2:G4')).flat()).toEqual(['', '', '']);

  // Whoever prepared it is not offered to approve it.
  await openApprovals(it);
  await it.sees('You prepared this one, so somebody else has to approve it.');
  await it.click(/^Look at /);
  await it.sees('You prepared this one. Somebody else has to approve it; you can take it back.');
  expect(await it.pane.getByRole('button', { name: /^Approve / }).count()).toBe(0);
  await it.click('Back');
  await it.click('Back to payouts');

  await becomes(it, approver);
  await openApprovals(it);
  await it.click(/^Look at /);
  await it.sees('New payee');
  await it.click(/^Approve 3 payments, /);
  await it.sees('Approved and staged');
  const [record, ...others] = await it.sandbox.records();
  expect(others).toEqual([]);
  await it.click('Back to payouts');

  await becomes(it, preparer);
  await it.sees('3 of 3 verified');
  expect((await it.read('Payouts!G2:G4')).flat()).toEqual([record?.id, record?.id, record?.id]);
  expect(await it.sandbox.records()).toHaveLength(1);
  expect(it.pageErrors).toEqual([]);
});

test('rows that wait already are followed and not staged anew, and no figure counts them', async () => {
  const it = await openWithApproval();
  await signInAs(it, preparer);
  await it.select('Payouts!A2');
  await it.stageAll(totalOf(payoutRows(1)));
  await it.sees('Waits for approval');

  await it.click('Check again');
  await it.proceedPastWarnings();
  await it.sees('Nothing to stage');
  await it.sees(/^1 distribution, \$3,003\.00, waits for approval already\./);
  await it.sees(/^Has waited for approval since .*; First of two prepared it\./);
  expect(await it.pane.getByRole('button', { name: /stage/i }).count()).toBe(0);
  await it.click('Follow 1 distribution that waits for approval');
  await it.sees('1 distribution waits for approval');
  await it.sees('No ids to write');

  const two = payoutRows(2);
  await it.write('Payouts!A5:F7', two.slice(4));
  await it.click('Check again');
  await it.proceedPastWarnings();
  await it.sees('1 distribution to stage');
  await it.click('Continue to confirm 1 distribution, $3,012.00');
  await it.sees('Without 1 distribution, $3,003.00, which waits for approval already.');
  const controlTotal = it.pane.getByRole('textbox', { name: 'Control total (USD)' });
  await controlTotal.fill(totalOf(two));
  await it.sees(/what is to be staged adds up to \$3,012\.00/);
  await controlTotal.fill('3012');
  await it.click('Stage 1 distribution, $3,012.00');
  await it.sees('2 distributions wait for approval');
  expect(await it.sandbox.records()).toEqual([]);

  // Approved while nobody did anything more: both come back by themselves.
  await becomes(it, approver);
  await openApprovals(it);
  for (const deal of ['Deal 1', 'Deal 2']) {
    await it.click(new RegExp(`^Look at .*${deal}`));
    await it.click(/^Approve 3 payments, /);
    await it.sees('Approved and staged');
  }
  await it.click('Back to payouts');
  await becomes(it, preparer);
  await it.sees('6 of 6 verified');
  expect(await it.sandbox.records()).toHaveLength(2);
  expect(it.pageErrors).toEqual([]);
});

test('what was returned is never sent, its reason is shown, and the history tells of it', async () => {
  const it = await openWithApproval();
  await signInAs(it, preparer);
  await it.select('Payouts!A2');
  await it.stageAll(totalOf(payoutRows(1)));
  await it.sees('Waits for approval');

  await becomes(it, approver);
  await openApprovals(it);
  await it.click(/^Look at /);
  await it.click('Return…');
  await it.pane.getByRole('textbox', { name: 'What is wrong with it?' }).fill('The second amount is wrong');
  await it.click('Return it');
  await it.sees('Nothing waits for approval');
  await it.click('Back to payouts');

  await becomes(it, preparer);
  await it.sees(/The second amount is wrong/);
  expect(await it.sandbox.records()).toEqual([]);

  await it.pane.getByRole('button', { name: /^Account of/ }).click();
  await it.pane.getByRole('menuitem', { name: 'History' }).click();
  await it.pane.getByRole('searchbox', { name: 'Search' }).fill('second amount');
  await it.click('Show');
  await it.sees(new RegExp(approver));
  expect(await it.paneText()).toContain('The second amount is wrong');
  expect(it.pageErrors).toEqual([]);
});
