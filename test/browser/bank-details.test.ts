/** Bank details from a sheet to the sandbox's records and back, with Microsoft's own Office.js in a real browser. */
import { afterEach, expect, test } from '@jest/globals';
import { DeskUnderTest } from '../support/desk.ts';
import { workbookFile } from '../support/payout-workbook.ts';
import {
  goToPayeeDetails,
  instructionsHeader,
  instructionsRow,
  proceedToRegister,
  sandboxInstructions,
  tellSandbox,
  testEntity,
  tickCallBack,
  type Cell,
} from '../support/registration-workbook.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

async function open(rows: Cell[][], header: Cell[] = instructionsHeader): Promise<DeskUnderTest> {
  desk = await DeskUnderTest.open({ workbookFile: await workbookFile('Bank', [header, ...rows]) });
  return desk;
}

const [first, second, known] = [testEntity(1), testEntity(2), testEntity(3, 1)];
const idColumn = 'N';

test('bank details of new payees: preview with masked numbers, call-back, ids beside the rows, and masking', async () => {
  const accounts = ['000111222333', '000111222444', '900000005555'];
  const it = await open([
    instructionsRow(first, accounts[0] ?? ''),
    instructionsRow(first, accounts[1] ?? '', 'ACH'),
    instructionsRow(second, accounts[2] ?? ''),
  ]);
  await tellSandbox(it, [first, second]);
  await it.signIn();
  await goToPayeeDetails(it);
  await it.select('Bank!A2');
  await it.click('Check');
  await it.sees('3 sets of bank details to register');
  await it.sees('••••2333');
  for (const account of accounts) expect(await it.paneText()).not.toContain(account);
  await proceedToRegister(it);
  await it.sees(/3 sets of bank details will be registered in Nova for 2 entities/);
  const register = it.pane.getByRole('button', { name: 'Register 3 sets of bank details' });
  expect(await register.getAttribute('aria-disabled')).toBe('true');
  expect(await sandboxInstructions(it)).toEqual([]);
  await tickCallBack(it);
  await register.click();
  await it.sees('3 of 3 verified');

  const records = await sandboxInstructions(it);
  const idOf = (account: string) => records.find(({ sent }) => sent.account_number === account)?.id;
  expect((await it.read(`Bank!${idColumn}2:${idColumn}4`)).flat()).toEqual(accounts.map(idOf));

  await it.click('Mask the account numbers');
  await it.sees('3 account numbers masked');
  expect((await it.read('Bank!E2:E4')).flat()).toEqual(['••••2333', '••••2444', '••••5555']);
  await it.page.evaluate(() => window.workbench.undo());
  expect((await it.read('Bank!E2:E4')).flat()).toEqual(accounts);
});

test('a payee that has bank details: nothing is sent before a second person has approved', async () => {
  const account = '000999888777';
  const it = await open([instructionsRow(known, account)]);
  await tellSandbox(it, [known]);
  await it.enterCode('First of two');
  await goToPayeeDetails(it);
  await it.select('Bank!A2');
  await it.click('Check');
  await proceedToRegister(it);
  await tickCallBack(it);
  await it.click('Register 1 set of bank details');
  await it.sees('Waits for approval');
  expect(await sandboxInstructions(it)).toEqual([]);

  await it.signOut();
  await it.enterCode('Second of two');
  await it.pane.getByRole('button', { name: /^Account of/ }).click();
  await it.pane.getByRole('menuitem', { name: /^Approvals/ }).click();
  await it.click(/^Look at it/);
  await it.sees('••••8777');
  expect(await it.paneText()).not.toContain(account);
  await it.click('Approve these bank details');
  await it.sees('Nothing waits for approval');
  expect(await sandboxInstructions(it)).toEqual([]);
  await it.click('Back to payee details');

  await it.signOut();
  await it.enterCode('First of two');
  await it.click('Check again');
  await it.sees('Second of two approved it. Registering the same row again sends it now.');
  await proceedToRegister(it);
  await tickCallBack(it);
  await it.click('Register 1 set of bank details');
  await it.sees('1 of 1 verified');
  const [record, ...others] = await sandboxInstructions(it);
  expect(others).toEqual([]);
  expect((await it.read(`Bank!${idColumn}2`)).flat()).toEqual([record?.id]);
});
