import { expect, test } from '@jest/globals';
import { readSelectedTable, watchTable } from '../../src/excel/index.ts';
import { area, payouts, Workbook } from './workbook.ts';

/** Events arrive after the request that caused them was answered. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test('changes by people are heard, our own writes are not, and nothing after the stop', async () => {
  const workbook = await Workbook.open();
  workbook.fill('B3', payouts).select('B3');
  const { reference } = await readSelectedTable();
  let heard = 0;
  const stop = await watchTable(reference, () => (heard += 1));

  workbook.fill('D4', [[99]]);
  await settled();
  expect(heard).toBe(1);

  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(reference.sheetId).getRange('D5').values = [[1]];
    await context.sync();
  });
  await settled();
  expect(heard).toBe(1);

  workbook.book.sort(workbook.sheetId, area('B4:D7'), 3, true, 'person');
  await settled();
  expect(heard).toBeGreaterThan(1);

  const before = heard;
  const other = workbook.book.addSheet('Other');
  workbook.book.write(other.id, area('A1'), [['elsewhere']], 'person');
  await settled();
  expect(heard).toBe(before);

  await stop();
  workbook.fill('D4', [[100]]);
  await settled();
  expect(heard).toBe(before);
});

test('a sheet that is gone cannot be watched', async () => {
  const workbook = await Workbook.open();
  workbook.fill('B3', payouts).select('B3');
  const { reference } = await readSelectedTable();
  workbook.book.addSheet('Other');
  workbook.book.deleteSheet(workbook.sheetId);
  await expect(watchTable(reference, () => undefined)).rejects.toMatchObject({ code: 'table-gone' });
});
