/** Lines 1, 2, 14 and 19 of the known behaviours of Excel: what is selected, how much of it, merged, read-only. */
import { expect, test } from '@jest/globals';
import { suggestMapping } from '../../../src/domain/index.ts';
import { readSelectedTable } from '../../../src/excel/index.ts';
import { check } from '../../support/builders.ts';
import { codeOf, idsBeside, naively, payouts, rightIds, staged, Workbook, write } from './payouts.ts';

test('line 1: several areas are read, a chart is named, and writing never asks for the selection again', async () => {
  const results = await staged('region');
  const { workbook } = results;
  workbook.select('B4:B5', 'D7');
  const naive = naively((_sheet, context) => context.workbook.getSelectedRange().load('values'));
  expect(await codeOf(naive)).toBe('InvalidSelection');
  expect((await readSelectedTable()).selectedRows).toEqual([0, 1, 3]);

  workbook.book.select(workbook.sheetId, [], 'person');
  await expect(readSelectedTable()).rejects.toMatchObject({ code: 'selection-unusable' });

  const other = workbook.book.addSheet('Other');
  workbook.book.select(other.id, [{ row: 3, column: 6, rows: 4, columns: 1 }], 'person');
  expect((await write(results)).report).toMatchObject({ verified: 4, mismatches: [] });
  expect(idsBeside(workbook, 'E4:H7')).toEqual(rightIds('Alder', 'Birch', 'Cedar', 'Dogwood'));
  expect(workbook.book.usedArea(other.id, true)).toBeNull();
});

test('line 2: whole columns are cut to what is filled, where their values are null', async () => {
  const workbook = await Workbook.open();
  workbook.fill('B3', payouts).select('B1:F1048576');
  const naive = await naively((_sheet, context) =>
    context.workbook.getSelectedRange().load('values,cellCount'),
  );
  expect(naive.values).toBeNull();
  expect(naive.cellCount).toBe(5 * 1_048_576);
  const table = await readSelectedTable();
  expect(table.values).toEqual(payouts.slice(1));
  expect(table.selectedRows).toBeNull();
});

test('line 14: a merge that begins outside the table is refused with its address', async () => {
  const workbook = await Workbook.open();
  workbook.fill('B3', payouts);
  workbook.book.merge(workbook.sheetId, { row: 4, column: 0, rows: 1, columns: 2 }, 'person');
  workbook.fill('A5', [['Q1 2026']]).select('C4');
  const naive = await naively((sheet) => {
    const merged = sheet.getRange('B3:F7').getMergedAreasOrNullObject();
    merged.load('address');
    return merged;
  });
  expect(naive.isNullObject).toBe(true);
  const { problems, plan } = check(await readSelectedTable());
  expect(plan).toBeNull();
  expect(problems.filter(({ code }) => code === 'cell-merged')).toMatchObject([
    { severity: 'problem', message: expect.stringContaining('A5:B5'), cell: { rowIndex: 4, columnIndex: 0 } },
  ]);
});

test('line 19: a read-only workbook takes nothing, says so, and the same results are written once it can be changed', async () => {
  const results = await staged('region');
  const { workbook } = results;
  workbook.book.readOnly = true;
  const naive = naively((sheet) => void (sheet.getRange('G4').values = [['dpmt_Onex0']]));
  expect(await codeOf(naive)).toBe('AccessDenied');
  await expect(write(results)).rejects.toThrow('read-only');
  expect(workbook.values('G3:L7').flat().join('')).toBe('');
  // What the file says can still be read and checked, and a mapping is still suggested.
  expect(suggestMapping((await readSelectedTable()).header)).toEqual(suggestMapping(results.table.header));
  workbook.book.readOnly = false;
  expect((await write(results)).report.verified).toBe(4);
});
