/** A pane that dies in the middle, and people who rearrange the sheet meanwhile: each id ends beside its row, sent once. */
import { afterEach, expect, test } from '@jest/globals';
import { buttonName, DeskUnderTest } from '../support/desk.ts';
import { payoutRows, totalOf, workbookFile } from '../support/payout-workbook.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

const sheet = 'Payouts';
const rows = payoutRows(2);

/** A run under way whose distribution `after` Nova keeps for a while. */
async function staging(after: number, delayMs = 3_000): Promise<DeskUnderTest> {
  const it = (desk = await DeskUnderTest.open({ workbookFile: await workbookFile(sheet, rows) }));
  await it.page.evaluate(() => window.workbench.addTable('Payouts!A1:F7', 'PayoutTable'));
  await it.signIn();
  await it.select(`${sheet}!A2`);
  await it.delayNova(delayMs, after);
  await it.stageAll(totalOf(rows));
  await it.sees(`Distribution ${after + 1} of 2`);
  return it;
}

const creations = async (it: DeskUnderTest) =>
  (await it.sandbox.requests()).filter(
    ({ method, path }) => method === 'POST' && path === '/v1/distributions',
  ).length;

/** In the saved .xlsx, every row with an entity of the sandbox's payments bears that payment's id. */
async function expectTrue(it: DeskUnderTest, name = sheet): Promise<void> {
  const saved = await it.savedRows(name);
  const header = saved.find((row) => row.includes('Nova payment')) ?? [];
  const [entity, payment] = [header.indexOf('Entity'), header.indexOf('Nova payment')];
  const records = await it.sandbox.records();
  const expected = records
    .flatMap(({ distribution }) => distribution.payments.data.map((one) => `${one.entity} ${one.id}`))
    .sort();
  const found = saved
    .filter((row) => row[entity]?.startsWith('ent_'))
    .map((row) => `${row[entity]} ${row[payment]}`);
  expect(found.sort()).toEqual(expected);
  expect(expected).toHaveLength(6);
  expect(await creations(it)).toBe(2);
}

test('a pane that was closed while staging, its storage lost: the next one offers the ids and stages the rest', async () => {
  const it = await staging(0);
  await it.page.getByRole('button', { name: 'Close task pane' }).click();
  await it.page.evaluate(() => sessionStorage.clear());
  // What the proxy had begun, it finishes; the second distribution was never asked for.
  for (let tries = 0; tries < 100 && (await it.sandbox.records()).length === 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await it.sandbox.records()).toHaveLength(1);
  expect((await it.read(`${sheet}!G1:L7`)).flat().join('')).toBe('');
  await it.page.getByRole('button', { name: 'Distributions' }).click();
  await it.signIn();
  await it.click(/^Write the ids of 3 rows/);
  await it.sees('3 of 3 verified');
  await it.click('Check again');
  await it.confirmAndStage('3012.00');
  await it.sees('3 of 3 verified');
  await expectTrue(it);
});

/** The pane is gone and there again, still signed in, while Nova still keeps its very first request. */
async function reopenedWhileSending(): Promise<DeskUnderTest> {
  const it = await staging(0, 10_000);
  await it.page.getByRole('button', { name: 'Close task pane' }).click();
  await it.page.getByRole('button', { name: 'Distributions' }).click();
  await it.pane.getByRole('button', { name: buttonName('Check') }).waitFor();
  expect(await it.sandbox.records()).toHaveLength(0);
  expect(await creations(it)).toBe(1);
  return it;
}

test('a pane that opens while the first request is still being sent offers its ids once there are some', async () => {
  const it = await reopenedWhileSending();
  await it.click(/^Write the ids of 3 rows/);
  await it.sees('3 of 3 verified');
  expect(await creations(it)).toBe(1);
  await it.click('Check again');
  await it.confirmAndStage('3012.00');
  await it.sees('3 of 3 verified');
  await expectTrue(it);
});

test('one in which somebody stages the same rows meanwhile gets the first answer and sends only the rest', async () => {
  const it = await reopenedWhileSending();
  await it.stageAll(totalOf(rows));
  await it.sees('6 of 6 verified');
  await expectTrue(it);
});

test('rows that are sorted, inserted, deleted, cut and hidden, a renamed sheet, a table made a range and back', async () => {
  const it = await staging(1);
  await it.page.evaluate(() => {
    const { workbench } = window;
    workbench.sort('Payouts!A2:F7', 5, false);
    workbench.insertRows('Payouts', 1, 2);
    workbench.insertRows('Payouts', 6, 2);
    workbench.deleteRows('Payouts', 6, 1);
    workbench.convertToRange('PayoutTable');
    workbench.cut('Payouts!A10:F10', 'Payouts!A6');
    workbench.moveColumn('Payouts', 5, -5);
    workbench.addTable('Payouts!A3:F9', 'Again');
    workbench.filter('Payouts!A3:F9', 1, ['Deal 1']);
    workbench.renameSheet('Payouts', 'January run');
  });
  await it.sees('6 of 6 verified');
  await expectTrue(it, 'January run');
});
