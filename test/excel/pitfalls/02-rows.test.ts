/** Lines 3, 16 and 18 of the known behaviours of Excel: rows that are hidden, filtered, edited by others, moved. */
import { expect, test } from '@jest/globals';
import { rereadTable, watchTable } from '../../../src/excel/index.ts';
import { check, payDateSerial } from '../../support/builders.ts';
import { area, idsBeside, naiveIds, naively, readAndStage, rightIds, staged, write } from './payouts.ts';

/** Events arrive after the request that caused them was answered. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test.each(['table', 'region'] as const)(
  'line 3: ids land in their rows of a filtered %s where a block slips, and the filter stays',
  async (kind) => {
    const { workbook } = await staged(kind);
    workbook.book.filter(workbook.sheetId, area('B3:F7'), 4, ['ent_Alder', 'ent_Dogwood'], 'person');
    workbook.host.slipUnderFilter(true);
    await naively((sheet) => void (sheet.getRange('N4:N7').values = naiveIds));
    expect(workbook.values('N4:N7').flat()).toEqual(['dpmt_Onex0', '', '', 'dpmt_Onex1']);
    workbook.fill('N4', [[''], [''], [''], ['']]);
    const throughView = naively((sheet) => {
      const view = sheet.getRange('N4:N7').getVisibleView() as { values: unknown };
      view.values = [['dpmt_Onex0'], ['dpmt_Onex3']];
    });
    await expect(throughView).rejects.toThrow();

    const results = await readAndStage();
    // Money in hidden rows is told before anything is sent.
    expect(results.checked.plan?.distributions[0]?.hiddenTotals).toMatchObject([
      { amountCents: 50_025, count: 2 },
    ]);
    expect((await write(results)).report).toEqual({ verified: 4, expected: 4, mismatches: [] });
    expect(idsBeside(workbook, 'E4:H7')).toEqual(rightIds('Alder', 'Birch', 'Cedar', 'Dogwood'));
    expect(workbook.book.isFiltered(workbook.sheetId)).toBe(true);
    expect([3, 4, 5, 6].map((row) => workbook.book.isRowHidden(workbook.sheetId, row))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  },
);

test('line 16: what a co-author changes is seen by reading again before it is sent, and our own writes are no news', async () => {
  const results = await staged('table');
  const { workbook, table, checked } = results;
  const cached = table.values[1]?.[4];
  let heard = 0;
  const stop = await watchTable(table.reference, () => (heard += 1));
  workbook.book.write(workbook.sheetId, area('F5'), [[999]], 'coauthor');
  await settled();
  expect(heard).toBe(1);
  // The naive way sends what it holds, which is not what the sheet says.
  expect(cached).toBe(300);
  expect(workbook.values('F5')).toEqual([[999]]);
  const again = check(await rereadTable(table.reference));
  const planned = checked.plan?.distributions.map(({ request }) => request);
  expect(planned).toHaveLength(1);
  expect(again.plan?.distributions.map(({ request }) => request)).not.toEqual(planned);

  workbook.book.write(workbook.sheetId, area('F5'), [[300]], 'coauthor');
  await settled();
  const restored = check(await rereadTable(table.reference));
  expect(restored.plan?.distributions.map(({ request }) => request)).toEqual(planned);
  const before = heard;
  await write(results);
  await settled();
  expect(heard).toBe(before);
  await stop();
});

test.each(['table', 'region'] as const)(
  'line 18: after sorting, inserting, deleting and editing in a %s each id finds its row, or is listed',
  async (kind) => {
    const results = await staged(kind);
    const { workbook } = results;
    const { book, sheetId } = workbook;
    book.sort(sheetId, area('B4:F7'), 5, true, 'person');
    book.insertRows(sheetId, 4, 1, 'person');
    workbook.fill('B5', [['Q1 2026', 'veh_One', payDateSerial, 'ent_Elm', 50]]);
    book.deleteRows(sheetId, 6, 1, 'person');
    workbook.fill('F6', [[201]]);
    // Dogwood, a new payout, Cedar with another amount, Alder; Birch is gone.
    await naively((sheet) => void (sheet.getRange('T4:T7').values = naiveIds));
    expect(workbook.values('E4').flat()).toEqual(['ent_Dogwood']);
    expect(workbook.values('T4').flat()).toEqual(['dpmt_Onex0']);
    workbook.fill('T4', [[''], [''], [''], ['']]);

    const { report, unplaced } = await write(results);
    expect(report).toMatchObject({ verified: 2, expected: 2, mismatches: [] });
    expect(idsBeside(workbook, 'E4:H7')).toEqual([
      ...rightIds('Dogwood'),
      ['ent_Elm', ''],
      ['ent_Cedar', ''],
      ...rightIds('Alder'),
    ]);
    expect(unplaced.map(({ paymentId }) => paymentId)).toEqual(['dpmt_Onex1', 'dpmt_Onex2']);
  },
);
