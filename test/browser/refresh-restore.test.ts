/** Statuses, changed rows and lost ids, each checked against the sandbox's records and the saved workbook. */
import { afterEach, expect, test } from '@jest/globals';
import { Workbook } from '@cj-tech-master/excelts';
import type { ControlRecord } from '../sandbox/sandbox-client.ts';
import { DeskUnderTest } from '../support/desk.ts';
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

async function open(content = rows): Promise<DeskUnderTest> {
  const it = (desk = await DeskUnderTest.open({ workbookFile: await workbookFile(sheet, content) }));
  await it.signIn();
  await it.select(`${sheet}!A2`);
  return it;
}

async function openStaged(): Promise<DeskUnderTest> {
  const it = await open();
  await it.stageAll(totalOf(rows));
  await it.sees('6 of 6 verified');
  return it;
}

/** The rows of the saved .xlsx below its header, each cell as text: what another program would read. */
async function savedRows(it: DeskUnderTest): Promise<string[][]> {
  const bytes = Buffer.from(await it.page.evaluate(() => window.workbench.save()), 'base64');
  const workbook = new Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes));
  const saved = workbook.getWorksheet(sheet);
  return Array.from({ length: 6 }, (_, row) =>
    Array.from({ length: 12 }, (_, column) => saved?.getCell(row + 2, column + 1).text ?? ''),
  );
}

const at = {
  entity: 4,
  amount: 5,
  distribution: 6,
  payment: 7,
  distributionStatus: 8,
  paymentStatus: 9,
  message: 11,
};

/** Each saved row bears the payment that the sandbox keeps for its entity, with the sandbox's own statuses. */
function expectTrue(saved: string[][], records: ControlRecord[], which = saved): void {
  for (const row of which) {
    const record = records.find(({ id }) => id === row[at.distribution]);
    const payment = record?.distribution.payments.data.find(({ id }) => id === row[at.payment]);
    expect([payment?.entity, payment?.status, record?.distribution.status]).toEqual([
      row[at.entity],
      row[at.paymentStatus],
      row[at.distributionStatus],
    ]);
  }
  expect(new Set(which.map((row) => row[at.payment])).size).toBe(which.length);
}

const move = (it: DeskUnderTest, record: ControlRecord | undefined, order: object) =>
  it.sandbox.post(`/control/distributions/${record?.id}/status`, order);

const creations = async (it: DeskUnderTest) =>
  (await it.sandbox.requests()).filter(
    ({ method, path }) => method === 'POST' && path === '/v1/distributions',
  ).length;

test('a refresh tells what changed, the failed payment first, and asks no more for what is final', async () => {
  const it = await openStaged();
  const [first] = await it.sandbox.records();
  const failPayment = first?.distribution.payments.data[1]?.id;
  await move(it, first, { status: 'executed', failPayment });
  await it.click('Refresh statuses');
  await it.sees('1 failed and 2 became disbursed');
  await it.sees('1 payment failed');
  await it.sees('6 of 6 verified');
  expectTrue(await savedRows(it), await it.sandbox.records());

  await move(it, first, { status: 'executed' });
  for (const record of (await it.sandbox.records()).slice(1)) await move(it, record, { status: 'executed' });
  await it.click('Refresh statuses');
  await it.sees('3 became disbursed');
  await it.sees(/\d of \d verified/);
  expectTrue(await savedRows(it), await it.sandbox.records());
});

test('statuses come by themselves after some minutes, and where the user is stays', async () => {
  const it = await open();
  await it.page.clock.install();
  await it.stageAll(totalOf(rows));
  await it.sees('6 of 6 verified');
  const [first, second] = await it.sandbox.records();
  await move(it, first, { status: 'cancelled' });
  await move(it, second, { status: 'executed', failPayment: second?.distribution.payments.data[0]?.id });
  await it.page.clock.fastForward(200_000);
  await it.sees('1 failed, 1 distribution became cancelled, and 2 became disbursed');
  await it.sees('2 distributions staged');
  await it.click('Show');
  await it.sees('1 payment failed');
  await it.sees(/\d of \d verified/);
  expectTrue(await savedRows(it), await it.sandbox.records());
});

test('a changed row is marked with both values, in the pane and in its Message, and Nova keeps what was staged', async () => {
  const it = await openStaged();
  const records = await it.sandbox.records();
  await it.write(`${sheet}!F3`, [[2001.07]]);
  await it.click('Check again');
  await it.sees('1 warning');
  await it.sees(/was staged as \$1,001\.00 in dpmt_\w+; the cell now says \$2,001\.07/);
  await it.click('Back');
  await it.select(`${sheet}!A2`);
  await it.click('Refresh statuses');
  await it.sees('1 row was changed since staging');
  await it.sees('Amount: staged $1,001.00, now $2,001.07');
  await it.sees('6 of 6 verified');
  const saved = await savedRows(it);
  expect(saved.map((row) => row[at.message])).toEqual([
    '',
    'Changed since it was staged: amount was $1,001.00, is $2,001.07.',
    '',
    '',
    '',
    '',
  ]);
  expect(await it.sandbox.records()).toEqual(records);
});

test('a copy without its result columns gets ids and statuses back, and says where they are from', async () => {
  const it = await openStaged();
  const records = await it.sandbox.records();
  for (const record of records) await move(it, record, { status: 'approved' });
  const before = await creations(it);
  // Saved under another name, its columns taken out, its rows in another order.
  const [header, ...body] = rows;
  const copy = await workbookFile(sheet, [header ?? [], ...body.toReversed()], 'copy of payouts.xlsx');
  await it.openWorkbook(copy);
  await it.sees('Not everything that was staged is in the sheet');
  await it.sees(/ from payouts\.xlsx, sheet Payouts/);
  await it.click('Write the ids of 6 rows');
  await it.sees('Ids of 2 distributions restored');
  await it.sees('6 of 6 verified');
  const saved = await savedRows(it);
  expectTrue(saved, await it.sandbox.records());
  for (const row of saved) {
    expect(row[at.message]).toMatch(/^Staged from payouts\.xlsx, sheet Payouts, on .* UTC by .+\.$/);
  }
  expect(await creations(it)).toBe(before);
});

test('a pane that died in the middle of staging offers to finish writing when it opens again', async () => {
  const it = await open();
  await it.sandbox.orderFaults({
    kind: 'delay',
    delayMs: 3_000,
    match: { method: 'POST', path: '/v1/distributions' },
    after: 1,
  });
  await it.stageAll(totalOf(rows));
  await it.sees('Distribution 2 of 2');
  // A new session of Excel: nothing that the pane remembered is left but its sign-in.
  await it.pane.locator('body').evaluate(() => sessionStorage.removeItem('distribution-desk.results'));
  await it.page.evaluate(async () => {
    await window.workbench.open(await window.workbench.save(), 'payouts.xlsx');
  });
  await it.sees('Not everything that was staged is in the sheet');
  const before = await creations(it);
  await it.click(/^Write the ids of /);
  await it.sees(/(\d) of \1 verified/);
  const saved = (await savedRows(it)).filter((row) => row[at.payment] !== '');
  expect([3, 6]).toContain(saved.length);
  expectTrue(saved, await it.sandbox.records());
  expect(await creations(it)).toBe(before);
});

test('a row that was deleted while it was staged gets its id back when it is there again', async () => {
  const it = await openStaged();
  const lost = (await it.read(`${sheet}!A4:F4`))[0] ?? [];
  await it.page.evaluate(() => window.workbench.deleteRows('Payouts', 4, 1));
  await it.write(`${sheet}!A7`, [lost]);
  await it.click('Check again');
  await it.sees('1 row lacks ids that are known');
  await it.click('Write the ids of 1 row');
  await it.sees('1 of 1 verified');
  expectTrue(await savedRows(it), await it.sandbox.records());
  expect(await it.sandbox.records()).toHaveLength(2);
});

test('rows of a cancelled distribution are mended and staged anew after a decision, and not before', async () => {
  const it = await openStaged();
  const records = await it.sandbox.records();
  const cancelled = records.find(({ distribution }) =>
    distribution.payments.data.some(({ amount }) => amount === 100_000),
  );
  await move(it, cancelled, { status: 'cancelled' });
  await it.click('Refresh statuses');
  await it.sees('6 payments checked');
  await it.write(`${sheet}!F2`, [[1500.25]]);
  await it.click('Done');
  await it.click('Check');
  await it.proceedPastWarnings();
  await it.sees('1 distribution waits for your decision.');
  expect(await it.sandbox.records()).toHaveLength(2);
  await it.click('Stage it in place of the cancelled one…');
  await it.pane.getByRole('textbox', { name: 'Why is it staged anew?' }).fill('The first amount was wrong');
  await it.click('Add to what is staged');
  await it.confirmAndStage('3503.25');
  await it.sees('3 of 3 verified');
  const after = await it.sandbox.records();
  expect(after).toHaveLength(3);
  const anew = after.find(({ id }) => !records.some((record) => record.id === id));
  const saved = await savedRows(it);
  expect(saved.slice(0, 3).map((row) => row[at.distribution])).toEqual([anew?.id, anew?.id, anew?.id]);
  expectTrue(saved, after);
});
