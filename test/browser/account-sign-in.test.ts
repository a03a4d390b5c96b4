import { afterEach, expect, test } from '@jest/globals';
import { AccountProvider, clientId, tenantId } from '../support/account-provider.ts';
import { DeskUnderTest } from '../support/desk.ts';
import { payoutRows, totalOf, workbookFile } from '../support/payout-workbook.ts';

let desk: DeskUnderTest | null = null;
let provider: AccountProvider | null = null;
afterEach(async () => {
  await desk?.close();
  await provider?.close();
  desk = null;
  provider = null;
});

test('somebody signs in with their account, in a window of its own, and stages under their name', async () => {
  provider = await AccountProvider.start(() => `${desk?.desk.proxyUrl ?? ''}/sign-in-return.html`);
  const rows = payoutRows(1);
  const it = (desk = await DeskUnderTest.open({
    workbookFile: await workbookFile('Payouts', rows),
    environment: {
      SIGN_IN: 'entra',
      ENTRA_TENANT_ID: tenantId,
      ENTRA_CLIENT_ID: clientId,
      ENTRA_AUDIENCE: `api://${clientId}`,
      ENTRA_AUTHORITY: provider.authority,
    },
  }));
  const opened = it.page.waitForEvent('popup');
  await it.click('Sign in with Microsoft');
  const window = await opened;
  await window.getByPlaceholder('Enter any login').fill('Controller');
  await window.getByPlaceholder('and password').fill('not looked at');
  await window.getByRole('button', { name: 'Sign-in' }).click();
  await window.getByRole('button', { name: 'Continue' }).click();
  await it.pane.getByRole('button', { name: 'Account of Controller' }).waitFor();

  await it.select('Payouts!A2');
  await it.stageAll(totalOf(rows));
  await it.sees('3 of 3 verified');
  expect(await it.sandbox.records()).toHaveLength(1);
  expect(it.pageErrors).toEqual([]);
});
