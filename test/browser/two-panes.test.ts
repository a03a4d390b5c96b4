/** Two panes on one workbook that stage the same rows at the same time: one distribution each, one set of ids and columns. */
import { afterEach, expect, test } from '@jest/globals';
import { buttonName, DeskUnderTest } from '../support/desk.ts';
import { payoutRows, totalOf, workbookFile } from '../support/payout-workbook.ts';
import { creations, expectTrue, inTable, resultSheet as sheet } from '../support/results-in-sheet.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

const rows = payoutRows(2);
const results = [
  'Nova distribution',
  'Nova payment',
  'Distribution status',
  'Payment status',
  'Checked at',
  'Message',
];

test('both check the same rows and stage at once: each distribution is created once, each id stands once', async () => {
  const first = (desk = await DeskUnderTest.open({ workbookFile: await workbookFile(sheet, rows) }));
  await first.page.evaluate(() => window.workbench.addTable('Payouts!A1:F7', 'PayoutTable'));
  await first.signIn();
  await first.select(`${sheet}!A2`);
  const second = await first.secondWindow();
  await second.pane.getByRole('button', { name: buttonName('Check') }).waitFor();

  // Both stand at their last step before anything is sent, and Nova takes a while for each.
  for (const one of [first, second]) {
    await one.click('Check');
    await one.proceedToConfirm();
    await one.pane.getByRole('textbox', { name: 'Control total (USD)' }).fill(totalOf(rows));
  }
  await first.delayNova(4_000);
  await first.page.evaluate(() => window.workbench.setLatency(100));
  await Promise.all([first.click(/^Stage /), second.click(/^Stage /)]);
  // Two distributions one after the other in each pane, and every answer is delayed.
  const verified = ({ pane }: DeskUnderTest) =>
    pane.getByText('6 of 6 verified').first().waitFor({ timeout: 45_000 });
  await Promise.all([verified(first), verified(second)]);

  const records = await first.sandbox.records();
  expect(records).toHaveLength(2);
  expect(await creations(first)).toBe(2);
  const [header = [], ...saved] = await first.savedRows(sheet);
  expect(header.slice(6)).toEqual(results);
  expectTrue(saved, inTable, records);
  const known = new Map(
    records.flatMap(({ id, distribution }) => distribution.payments.data.map((one) => [one.id, id] as const)),
  );
  expect(saved.map((row) => row[6])).toEqual(saved.map((row) => known.get(row[7] ?? '')));
});
