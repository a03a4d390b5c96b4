import { afterEach, expect, test } from '@jest/globals';
import { DeskUnderTest } from '../support/desk.ts';
import { friday, seedId, workbookFile } from '../support/payout-workbook.ts';

let desk: DeskUnderTest | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

test('a sheet without an Excel table, its headers in another order and under other names', async () => {
  const headers = ['LP', 'Our ref', 'Payout', 'CCY', 'Nova entity', 'Notify', 'Fund', 'Date', 'Deal'];
  const rows = Array.from({ length: 6 }, (_, index) => [
    `Payee ${index + 1}`,
    index < 4 ? 'REF-1' : 'REF-2',
    1250.5 + index / 100,
    'USD',
    seedId('entities', 40 + index),
    `${seedId('contacts', index)}; ${seedId('contacts', index + 1)}`,
    seedId('vehicles', 2),
    friday,
    index < 4 ? 'Interim' : 'Final',
  ]);
  const it = (desk = await DeskUnderTest.open({
    workbookFile: await workbookFile('Q1', [headers, ...rows]),
  }));
  await it.signIn();
  await it.select('Q1!C3');
  await it.click('Check');
  // A header that no list of synonyms has: the user says what it is, once.
  await it.sees('No column holds the distribution name');
  await it.pane.getByRole('combobox', { name: /^Distribution name/ }).selectOption('Deal');
  await it.confirmAndStage('7503.15');
  await it.sees('6 of 6 verified');

  const [titles] = await it.read('Q1!J1:O1');
  expect(titles).toEqual([
    'Nova distribution',
    'Nova payment',
    'Distribution status',
    'Payment status',
    'Checked at',
    'Message',
  ]);
  const records = await it.sandbox.records();
  expect(records.map(({ distribution }) => distribution.payments.data.length).sort()).toEqual([2, 4]);
  const written = await it.read('Q1!A2:K7');
  for (const row of written) {
    const record = records.find(({ id }) => id === row[9]);
    const payment = record?.distribution.payments.data.find(({ id }) => id === row[10]);
    expect({ entity: payment?.entity, amount: payment?.amount }).toEqual({
      entity: row[4],
      amount: Math.round(Number(row[2]) * 100),
    });
    expect(payment?.notifications.data.map(({ contact }) => contact).sort()).toEqual(
      String(row[5]).split('; ').sort(),
    );
  }
  // What was there before stands as it stood.
  expect(written.map((row) => row.slice(0, 9))).toEqual(rows);
  expect(it.pageErrors).toEqual([]);
});
