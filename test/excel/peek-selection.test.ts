import { expect, test } from '@jest/globals';
import {
  loadLastTable,
  loadTieOutCell,
  peekSelection,
  saveLastTable,
  saveTieOutCell,
  watchSelection,
} from '../../src/excel/index.ts';
import { payouts, Workbook } from './workbook.ts';

test('a cell of an Excel table tells its name and how many rows it has, without header and totals', async () => {
  const workbook = await Workbook.open();
  const { id } = workbook.fillTable('B3', payouts, 'Payouts');
  workbook.select('C4');
  const rowCount = payouts.length - 1;
  expect(await peekSelection()).toEqual({
    ...{ at: 'table', tableId: id, name: 'Payouts', rowCount, isSelection: false },
  });
  workbook.select('C4:C5');
  expect(await peekSelection()).toMatchObject({ rowCount: 2, isSelection: true });
});

test('cells that are no Excel table have to be read first, and a blank sheet has none', async () => {
  const workbook = await Workbook.open();
  expect(await peekSelection()).toEqual({ at: 'blank' });
  workbook.fill('B3', payouts).select('C4');
  expect(await peekSelection()).toEqual({ at: 'cells' });
});

test('what a check would refuse is refused before it, with the same words', async () => {
  const workbook = await Workbook.open();
  workbook.fillTable('B3', payouts, 'One');
  workbook.fillTable('B30', payouts, 'Two');
  workbook.select('B4:B31');
  expect(await peekSelection()).toMatchObject({ at: 'blocked', why: expect.stringMatching(/“One”.*“Two”/) });
});

test('another selection is heard of until nobody listens any more', async () => {
  const workbook = await Workbook.open();
  let heard = 0;
  const stop = await watchSelection(() => void (heard += 1));
  workbook.select('C4');
  const end = Date.now() + 3_000;
  while (heard === 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(heard).toBe(1);
  await stop();
  workbook.select('D5');
  // The host tells events in order: one that was still on its way would come before this answer.
  await peekSelection();
  expect(heard).toBe(1);
});

test('the tie-out cell of a table is kept and forgotten, each table on its own', async () => {
  const workbook = await Workbook.open();
  const [payoutTable, cells] = [
    { sheetId: 'one', tableId: 'table' },
    { sheetId: 'two', tableId: null },
  ];
  expect(await loadTieOutCell(payoutTable)).toBeNull();
  await saveTieOutCell(payoutTable, 'Payouts!B1');
  await saveTieOutCell(cells, 'Other!C9');
  await saveTieOutCell(payoutTable, 'Payouts!B2');
  expect(await loadTieOutCell(payoutTable)).toBe('Payouts!B2');
  await saveTieOutCell(payoutTable, null);
  expect(await loadTieOutCell(payoutTable)).toBeNull();
  expect(await loadTieOutCell(cells)).toBe('Other!C9');
  for (const key of workbook.book.settings.keys()) workbook.book.settings.set(key, [['two'], 'Other!C9', 1]);
  expect(await loadTieOutCell(cells)).toBeNull();
});

test('the table that something was sent from last is kept for each use, and plain cells are not', async () => {
  const workbook = await Workbook.open();
  await saveLastTable('payouts', { tableId: null });
  expect([...workbook.book.settings.keys()]).toEqual([]);
  await saveLastTable('payouts', { tableId: 'one' });
  await saveLastTable('registrations', { tableId: 'two' });
  expect(await loadLastTable('payouts')).toBe('one');
  expect(await loadLastTable('registrations')).toBe('two');
  for (const key of workbook.book.settings.keys()) workbook.book.settings.set(key, 'spoilt');
  expect(await loadLastTable('payouts')).toBeNull();
});
