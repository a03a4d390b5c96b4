import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openExcel, type OpenExcel } from './excel.ts';

let excel: OpenExcel;
let seen: unknown[];

beforeEach(async () => {
  excel = await openExcel();
  seen = [];
});

afterEach(() => excel.host.dispose());

/** Events arrive in tasks of their own, after what caused them. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}

function onSheet(register: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<void> {
  return Excel.run(async (context) => {
    register(context.workbook.worksheets.getItem('Sheet1'), context);
    await context.sync();
  });
}

const CELL = { row: 1, column: 1, rows: 1, columns: 1 };

test('a change says where it was and whether the add-in made it', async () => {
  await onSheet((sheet) =>
    sheet.onChanged.add(async ({ address, changeType, triggerSource, worksheetId }) => {
      seen.push({ address, changeType, triggerSource, worksheetId });
    }),
  );
  await onSheet((sheet) => (sheet.getRange('B2').values = [['mine']]));
  excel.book.write(excel.sheetId, CELL, [['theirs']], 'person');
  excel.book.insertRows(excel.sheetId, 4, 2, 'person');
  await settle();
  const worksheetId = excel.sheetId;
  expect(seen).toEqual([
    { address: 'B2', changeType: 'RangeEdited', triggerSource: 'ThisLocalAddin', worksheetId },
    { address: 'B2', changeType: 'RangeEdited', triggerSource: 'Unknown', worksheetId },
    { address: '5:6', changeType: 'RowInserted', triggerSource: 'Unknown', worksheetId },
  ]);
});

test('the range of an event can be asked for', async () => {
  await onSheet((sheet) =>
    sheet.onChanged.add(async (event) => {
      await Excel.run(async (context) => {
        const range = event.getRange(context).load('address,values');
        await context.sync();
        seen.push([range.address, range.values as unknown]);
      });
    }),
  );
  excel.book.write(excel.sheetId, CELL, [['theirs']], 'person');
  await settle();
  expect(seen).toEqual([['Sheet1!B2', [['theirs']]]]);
});

test('selection, activation, sorting and hiding are announced', async () => {
  await onSheet((sheet, context) => {
    sheet.onSelectionChanged.add(async ({ address }) => void seen.push(['selected', address]));
    sheet.onRowSorted.add(async ({ address }) => void seen.push(['sorted', address]));
    sheet.onRowHiddenChanged.add(async ({ address, changeType }) => void seen.push([changeType, address]));
    context.workbook.onSelectionChanged.add(async () => void seen.push('workbook selection'));
    context.workbook.worksheets.onActivated.add(async () => void seen.push('activated'));
    context.workbook.worksheets.onAdded.add(async () => void seen.push('added'));
  });
  const { book, sheetId } = excel;
  book.write(sheetId, { row: 0, column: 0, rows: 3, columns: 1 }, [[3], [1], [2]], 'person');
  book.select(sheetId, [CELL], 'person');
  await settle();
  expect(seen.splice(0)).toEqual([['selected', 'B2'], 'workbook selection']);
  book.sort(sheetId, { row: 0, column: 0, rows: 3, columns: 1 }, 0, true, 'person');
  book.setRowsHidden(sheetId, 2, 1, true, 'person');
  await settle();
  expect(seen.splice(0)).toEqual([
    ['sorted', 'A1:A3'],
    ['Hidden', '3:3'],
  ]);
  book.activate(book.addSheet().id, 'person');
  await settle();
  expect(seen.filter((event) => event !== 'workbook selection')).toEqual(['added', 'activated']);
});

test('a table announces changes of its cells only', async () => {
  await onSheet((sheet) => {
    const table = sheet.tables.add('A1:B3', true);
    table.onChanged.add(async ({ address, tableId }) => void seen.push([address, tableId]));
  });
  await settle();
  seen.length = 0;
  excel.book.write(excel.sheetId, { ...CELL, column: 5 }, [[1]], 'person');
  excel.book.write(excel.sheetId, CELL, [[1]], 'person');
  await settle();
  expect(seen).toEqual([['B2', excel.book.tables()[0]?.id]]);
});

test('a handler that was removed, and disabled events, hear nothing', async () => {
  const registration = await Excel.run(async (context) => {
    const result = context.workbook.worksheets
      .getItem('Sheet1')
      .onChanged.add(async () => void seen.push('changed'));
    await context.sync();
    return result;
  });
  await Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    await context.sync();
  });
  excel.book.write(excel.sheetId, CELL, [[1]], 'person');
  await settle();
  expect(seen).toEqual([]);
  await Excel.run(async (context) => {
    context.runtime.enableEvents = true;
    await context.sync();
  });
  excel.book.write(excel.sheetId, CELL, [[2]], 'person');
  await settle();
  expect(seen).toEqual(['changed']);
  registration.remove();
  await registration.context.sync();
  excel.book.write(excel.sheetId, CELL, [[3]], 'person');
  await settle();
  expect(seen).toEqual(['changed']);
});
