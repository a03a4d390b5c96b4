import { afterEach, expect, test } from '@jest/globals';
import { versionHeader } from '../../src/contract/index.ts';
import { DeskUnderTest } from '../support/desk.ts';
import { payoutRows, workbookFile } from '../support/payout-workbook.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

test('a pane that hears of a newer server offers to reload, and is the newer one afterwards', async () => {
  const it = (desk = await DeskUnderTest.open({
    workbookFile: await workbookFile('Payouts', payoutRows(1)),
  }));
  await it.signIn();
  await it.page.route('**/api/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), [versionHeader]: '99.0.0' } });
  });
  await it.select('Payouts!A2');
  await it.click('Check');
  await it.sees('A newer version of this pane is ready');
  // The check asks several times; the last answer is the one that counts.
  await it.sees('Continue');
  await it.page.unroute('**/api/**');
  await it.click('Reload');
  await it.pane.getByText('A newer version of this pane is ready').waitFor({ state: 'detached' });
  await it.select('Payouts!A2');
  await it.click('Check');
  await it.sees('Continue');
  expect(it.pageErrors).toEqual([]);
});
