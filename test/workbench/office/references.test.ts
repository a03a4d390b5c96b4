import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { fillPayouts, openExcel, type OpenExcel } from './excel.ts';

let excel: OpenExcel;

beforeEach(async () => {
  excel = await openExcel();
  await fillPayouts();
});

afterEach(() => excel.host.dispose());

test('a range that the add-in holds follows its cells', async () => {
  const addresses = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const range = sheet.getRange('B2:B4').load('address');
    await context.sync();
    const found = [range.address];
    excel.book.insertRows(excel.sheetId, 0, 2, 'person');
    range.load('address,values');
    await context.sync();
    found.push(range.address);
    sheet.getRange('A:A').insert('Right');
    range.load('address,values');
    await context.sync();
    found.push(range.address);
    excel.book.insertRows(excel.sheetId, 4, 1, 'person');
    range.load('address,values');
    await context.sync();
    return [...found, range.address, range.values.flat() as unknown];
  });
  expect(addresses).toEqual([
    'Sheet1!B2:B4',
    'Sheet1!B4:B6',
    'Sheet1!C4:C6',
    'Sheet1!C4:C7',
    [1250.5, '', 300, 75],
  ]);
});

test('a range whose cells were deleted is refused', async () => {
  const code = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('B2:B3').load('address');
    await context.sync();
    excel.book.deleteRows(excel.sheetId, 1, 2, 'person');
    range.load('values');
    return context.sync().then(
      () => 'none',
      (error: unknown) => (error as OfficeExtension.Error).code,
    );
  });
  expect(code).toBe('InvalidReference');
});

test('a range that was released no longer follows, and its path is read anew', async () => {
  const addresses = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('B2').load('address');
    await context.sync();
    range.untrack();
    await context.sync();
    excel.book.insertRows(excel.sheetId, 0, 1, 'person');
    const again = context.workbook.worksheets.getItem('Sheet1').getRange('B2').load('values');
    await context.sync();
    return [range.address, again.values as unknown];
  });
  expect(addresses).toEqual(['Sheet1!B2', [['Amount']]]);
});
