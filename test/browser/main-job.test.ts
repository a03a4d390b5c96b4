import { afterEach, describe, expect, test } from '@jest/globals';
import { sampleInvestors, sampleMistakes, samplePayouts } from '../../src/scripts/sample-data.ts';
import { projectPath } from '../../src/scripts/project-path.ts';
import type { CellValue } from '../../src/workbench/book/book.ts';
import type { ControlRecord } from '../sandbox/sandbox-client.ts';
import { DeskUnderTest, sampleFirstRow } from '../support/desk.ts';

const sample = projectPath('assets/sample-payouts.xlsx');
const firstRow = sampleFirstRow;
const lastRow = firstRow + samplePayouts.length - 1;
const column = {
  entity: 4,
  amount: 5,
  distributionId: 9,
  paymentId: 10,
  distributionStatus: 11,
  paymentStatus: 12,
};

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  const errors = desk?.pageErrors ?? [];
  await desk?.close();
  desk = null;
  expect(errors).toEqual([]);
});

/** Jumps to each of the sample's two problems from the pane, and mends it with the keyboard. */
async function mendByHand(it: DeskUnderTest): Promise<void> {
  const textAmount = `F${firstRow + sampleMistakes.amountAsText}`;
  const wrongEntity = `E${firstRow + sampleMistakes.contactInsteadOfEntity}`;
  await it.jumpTo(wrongEntity);
  const payout = samplePayouts[sampleMistakes.contactInsteadOfEntity];
  await it.typeIntoGrid(payout?.entity ?? '');
  await it.jumpTo(textAmount);
  const [[shown]] = (await it.read(`Payouts!${textAmount}`)) as [[CellValue]];
  expect(typeof shown).toBe('string');
  await it.typeIntoGrid(String(shown).replace(/,/g, ''));
}

/** Every row's ids and statuses against the sandbox's own records: entity, amount, distribution and payment agree. */
function expectRowsToMatch(rows: CellValue[][], records: ControlRecord[]): void {
  const seen = new Set<CellValue>();
  for (const row of rows) {
    const record = records.find((it) => it.id === row[column.distributionId]);
    const payment = record?.distribution.payments.data.find((it) => it.id === row[column.paymentId]);
    expect({ entity: payment?.entity, amount: payment?.amount, status: payment?.status }).toEqual({
      entity: row[column.entity],
      amount: Math.round(Number(row[column.amount]) * 100),
      status: row[column.paymentStatus],
    });
    expect(record?.distribution.status).toBe(row[column.distributionStatus]);
    seen.add(row[column.paymentId] ?? '');
  }
  expect(seen.size).toBe(rows.length);
}

describe('the main job with the sample workbook', () => {
  test('problems, mending, preview, control total, staging, sorting, refreshing', async () => {
    const it = (desk = await DeskUnderTest.open({ workbookFile: sample }));
    await it.signIn();
    await it.select('Payouts!A6');
    await it.click('Check');
    await it.sees('2 problems');
    await mendByHand(it);
    await it.click('Check again');
    await it.proceedToConfirm();

    const box = it.pane.getByRole('textbox', { name: 'Control total (USD)' });
    const stage = it.pane.getByRole('button', { name: /^Stage 4 distributions, \$/ });
    await box.fill('1.00');
    await it.sees(/The difference is/);
    expect(await stage.isEnabled()).toBe(false);
    expect(await it.sandbox.records()).toEqual([]);
    await box.fill(await it.sampleTotal());
    await stage.click();
    await it.sees(`${samplePayouts.length} of ${samplePayouts.length} verified`);

    const records = await it.sandbox.records();
    expect(records.map((record) => record.distribution.payments.data.length).sort()).toEqual([
      11, 12, 13, 14,
    ]);
    expectRowsToMatch(await it.read(`Payouts!A${firstRow}:O${lastRow}`), records);
    const [titles] = await it.read('Payouts!J4:O4');
    expect(titles).toEqual([
      'Nova distribution',
      'Nova payment',
      'Distribution status',
      'Payment status',
      'Checked at',
      'Message',
    ]);

    // Sorted by amount, then moved on in Nova, then refreshed: each status must still stand beside its own row.
    await it.sort(`Payouts!A${firstRow}:O${lastRow}`, column.amount, false);
    const [first, second] = records;
    await it.sandbox.post(`/control/distributions/${first?.id}/status`, { status: 'executed' });
    await it.sandbox.post(`/control/distributions/${second?.id}/status`, { status: 'published' });
    await it.click('Refresh statuses');
    await it.sees(/became disbursed/);
    await it.sees(`${samplePayouts.length} of ${samplePayouts.length} verified`);
    const sorted = await it.read(`Payouts!A${firstRow}:O${lastRow}`);
    // The hidden row stays where it is, as in Excel.
    const hiddenIndex = samplePayouts.findIndex(({ hidden }) => hidden);
    const amounts = sorted
      .map((row) => Number(row[column.amount]))
      .filter((_, index) => index !== hiddenIndex);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    expectRowsToMatch(sorted, await it.sandbox.records());
    expect(new Set(sorted.map((row) => row[column.distributionStatus]))).toEqual(
      new Set(['executed', 'published', 'draft']),
    );
  });

  test('submitting the same workbook again creates nothing and says what exists', async () => {
    const it = (desk = await DeskUnderTest.open({ workbookFile: sample }));
    await it.signIn();
    const total = await it.mendSample();
    await it.select('Payouts!A6');
    await it.stageAll(total);
    await it.sees(/50 of 50 verified/);
    expect(await it.sandbox.records()).toHaveLength(4);

    // The same sheet, with its ids.
    await it.click('Check again');
    await it.proceedPastWarnings();
    await it.sees('4 distributions already staged');
    await it.sees('Nothing to stage');

    // A fresh copy without ids: the ledger knows the content.
    await it.openWorkbook(sample);
    await it.mendSample();
    await it.select('Payouts!A6');
    await it.click('Check');
    await it.proceedPastWarnings();
    await it.sees(/Staged before on/);
    await it.click('Write ids of 4 distributions');
    await it.sees(/50 of 50 verified/);
    const records = await it.sandbox.records();
    expect(records).toHaveLength(4);
    expectRowsToMatch(await it.read(`Payouts!A${firstRow}:O${lastRow}`), records);
    expect(
      (await it.sandbox.requests()).filter(
        ({ method, path }) => method === 'POST' && path === '/v1/distributions',
      ),
    ).toHaveLength(4);
  });
});

test('the sample names every investor of its register', () => {
  expect(new Set(samplePayouts.map((payout) => payout.entity)).size).toBe(sampleInvestors.length);
});
