/** Lines 7, 13 and 15 of the known behaviours of Excel: locked cells, tables that fill themselves, spills, errors. */
import { expect, test } from '@jest/globals';
import { payoutForm } from '../../../src/domain/index.ts';
import { readSelectedTable } from '../../../src/excel/index.ts';
import { check } from '../../support/builders.ts';
import {
  area,
  codeOf,
  idsBeside,
  naiveIds,
  naively,
  payouts,
  readAndStage,
  rightIds,
  staged,
  Workbook,
  write,
} from './payouts.ts';

test('line 7: one locked cell is told before anything is sent, and the sheet stays protected', async () => {
  const results = await staged('region');
  const { workbook } = results;
  await write(results);
  expect(idsBeside(workbook, 'E4:H7')).toEqual(rightIds('Alder', 'Birch', 'Cedar', 'Dogwood'));
  workbook.fill('G4', [
    ['', ''],
    ['', ''],
    ['', ''],
    ['', ''],
  ]);
  const { book, sheetId } = workbook;
  book.setFormat(sheetId, area('G3:L7'), { locked: false }, 'person');
  book.setFormat(sheetId, area('H6'), { locked: true }, 'person');
  book.protect(sheetId);
  const naive = naively((sheet) => void (sheet.getRange('H4:H7').values = naiveIds));
  expect(await codeOf(naive)).toBe('AccessDenied');
  expect(workbook.values('H4:H7').flat().join('')).toBe('');

  const { table, checked } = await readAndStage();
  expect(table.sheetProtected).toBe(true);
  expect(checked.problems.map(({ code }) => code)).toContain('sheet-protected');
  expect(await codeOf(write(results))).toBe('sheet-protected');
  expect(book.sheets()[0]?.protected).toBe(true);

  // With all result cells unlocked it is no obstacle.
  book.unprotect(sheetId);
  book.setFormat(sheetId, area('H6'), { locked: false }, 'person');
  book.protect(sheetId);
  expect((await write(results)).report.verified).toBe(4);
  expect(idsBeside(workbook, 'E4:H7')).toEqual(rightIds('Alder', 'Birch', 'Cedar', 'Dogwood'));
  expect(book.sheets()[0]?.protected).toBe(true);
});

test('line 13: columns are made once and filled with values: no row is added, no formula fills a column', async () => {
  const results = await staged('table');
  const { workbook } = results;
  const { book, sheetId } = workbook;
  book.write(sheetId, area('F4'), [[400.5]], 'coauthor');
  const naiveRow = naively((_sheet, context) =>
    context.workbook.tables.getItem('PayoutTable').rows.add(undefined, [['a', 'b', 1, 'c', 2]]),
  );
  expect(await codeOf(naiveRow)).toBe('Conflict');
  const naiveColumn = await naively((_sheet, context) =>
    context.workbook.tables.getItem('PayoutTable').columns.add(undefined, undefined, 'Id'),
  );
  expect(naiveColumn).toBeDefined();
  await naively((sheet) => void (sheet.getRange('G5').values = [['="dpmt_Onex"&1']]));
  expect(workbook.values('G4:G7').flat()).toEqual(Array(4).fill('dpmt_Onex1'));
  book.deleteColumns(sheetId, 6, 1, 'person');

  for (let times = 0; times < 2; times += 1) {
    expect((await write(results)).report).toMatchObject({ verified: 4, mismatches: [] });
    expect(book.tables()[0]?.area).toEqual(area('B3:L7'));
    expect(workbook.values('G3:M3').flat()).toEqual([...Object.values(payoutForm.results), '']);
    const formulas = book.formulas(sheetId, area('G4:L7')).flat();
    expect(formulas.filter((cell) => String(cell).startsWith('='))).toEqual([]);
  }
  expect(idsBeside(workbook, 'E4:H7')).toEqual(rightIds('Alder', 'Birch', 'Cedar', 'Dogwood'));
});

test.each(['table', 'region'] as const)(
  'line 15: a spill beside a %s is not written into, and an error in an amount is a problem of its row, never a zero',
  async (kind) => {
    const results = await staged(kind);
    const { workbook } = results;
    workbook.fill('H4', [['=SEQUENCE(3)']]);
    expect(await codeOf(write(results))).toBe('result-columns-blocked');
    expect(workbook.values('H4:H6').flat()).toEqual([1, 2, 3]);
    await naively((sheet) => void (sheet.getRange('H5').values = [['dpmt_Onex1']]));
    expect(workbook.values('H4')).toEqual([['#SPILL!']]);

    workbook.fill('F5', [['=NA()']]).select('B3');
    const table = await readSelectedTable();
    expect(Number(table.values[1]?.[4]) || 0).toBe(0);
    const { problems, plan } = check(table);
    expect(plan).toBeNull();
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'cell-error',
        severity: 'problem',
        cell: { rowIndex: 4, columnIndex: 5 },
      }),
    );
  },
);

test('line 15: every error of Excel in a required cell is a problem', async () => {
  const workbook = await Workbook.open();
  const errors = ['=NA()', '=1/0', '=VALUE("x")', '=NOSUCH()'];
  workbook.fill('B3', payouts).fill(
    'F4',
    errors.map((formula) => [formula]),
  );
  workbook.select('B3');
  const { problems } = check(await readSelectedTable());
  expect(problems.filter(({ code }) => code === 'cell-error').map(({ cell }) => cell?.rowIndex)).toEqual([
    3, 4, 5, 6,
  ]);
});
