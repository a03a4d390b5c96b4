import { expect, test } from '@jest/globals';
import { writeResultsSheet } from '../../src/excel/index.ts';
import { area, Workbook } from './workbook.ts';

const lines = [
  ['Payee', 'Nova payment'],
  ['=HYPERLINK("https://x.example")', 'dpmt_1'],
  ['+1', '0012'],
  ["'quoted", '12345678901234567890'],
];

test('results go to a new sheet of their own, as text, and are read back', async () => {
  const workbook = await Workbook.open();
  workbook.fill('A1', [['mine']]);
  expect(await writeResultsSheet(lines)).toEqual({ sheetName: 'Nova results', verified: 3, expected: 3 });
  const sheet = workbook.book.sheets().find(({ name }) => name === 'Nova results');
  if (sheet === undefined) throw new Error('No sheet was made');
  expect(workbook.book.values(sheet.id, area('A1:B4'))).toEqual(lines);
  expect(workbook.book.formulas(sheet.id, area('A1:B4'))).toEqual(lines);
  expect(workbook.book.numberFormats(sheet.id, area('A2:B4')).flat()).toEqual(Array<string>(6).fill('@'));
  expect(workbook.values('A1')).toEqual([['mine']]);
});

test('a sheet of that name is left alone, whatever its case', async () => {
  const workbook = await Workbook.open();
  const other = workbook.book.addSheet('NOVA RESULTS');
  workbook.book.write(other.id, area('A1'), [['mine']], 'person');
  expect(await writeResultsSheet(lines)).toMatchObject({ sheetName: 'Nova results 2', verified: 3 });
  expect(workbook.book.values(other.id, area('A1:A2'))).toEqual([['mine'], ['']]);
});

test('many lines go in requests that fit', async () => {
  await Workbook.open();
  const many = Array.from({ length: 3_000 }, (_, row) => [`dpmt_${row}`, 'x'.repeat(1_000)]);
  expect(await writeResultsSheet([['Id', 'Text'], ...many])).toMatchObject({
    verified: 3_000,
    expected: 3_000,
  });
});
