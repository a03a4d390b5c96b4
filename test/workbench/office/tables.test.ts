import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { failureOf, fillPayouts, openExcel, type OpenExcel } from './excel.ts';

let excel: OpenExcel;

beforeEach(async () => {
  excel = await openExcel();
  await fillPayouts();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').tables.add('A1:C4', true).name = 'Payouts';
    await context.sync();
  });
});

afterEach(() => excel.host.dispose());

function inTable<T>(work: (table: Excel.Table, context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return Excel.run((context) => work(context.workbook.tables.getItem('Payouts'), context));
}

describe('a table', () => {
  test('knows its parts', async () => {
    const parts = await inTable(async (table, context) => {
      table.showTotals = true;
      table.load('name,showTotals');
      const ranges = [
        table.getRange(),
        table.getHeaderRowRange(),
        table.getDataBodyRange(),
        table.getTotalRowRange(),
        table.columns.getItem('Amount').getDataBodyRange(),
        context.workbook.worksheets.getItem('Sheet1').getRange('Payouts'),
      ].map((range) => range.load('address'));
      table.columns.load('items/name');
      table.rows.load('count');
      await context.sync();
      return [
        ranges.map((range) => range.address),
        table.columns.items.map((column) => column.name),
        table.rows.count,
        table.showTotals,
      ];
    });
    expect(parts).toEqual([
      ['A1:C5', 'A1:C1', 'A2:C4', 'A5:C5', 'B2:B4', 'A2:C4'].map((address) => `Sheet1!${address}`),
      ['Entity', 'Amount', 'Paid'],
      3,
      true,
    ]);
  });

  test('is found by the ranges that touch it', async () => {
    const names = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const touching = sheet.getRange('C3:F9').getTables(false).load('items/name');
      const containing = sheet.getRange('C3:F9').getTables(true).load('items/name');
      const first = sheet.getRange('B2').getTables().getFirst().load('name');
      await context.sync();
      return [touching.items.map((table) => table.name), containing.items.length, first.name];
    });
    expect(names).toEqual([['Payouts'], 0, 'Payouts']);
  });

  test('takes columns at its right and rows at its end', async () => {
    const after = await inTable(async (table, context) => {
      table.columns.add(-1, [['Nova payment'], ['dpmt_1'], ['dpmt_2'], ['dpmt_3']]);
      await context.sync();
      table.rows.add(-1, [['ent_4', 10, false, 'dpmt_4']]);
      const range = table.getRange().load('address,values');
      await context.sync();
      return [range.address, range.values.at(-1) as unknown, range.values.map((row) => row[3] as unknown)];
    });
    expect(after).toEqual([
      'Sheet1!A1:D5',
      ['ent_4', 10, false, 'dpmt_4'],
      ['Nova payment', 'dpmt_1', 'dpmt_2', 'dpmt_3', 'dpmt_4'],
    ]);
  });

  test('loses a column, and what stands beside it moves left in its rows alone; one undo brings all back', async () => {
    const { book } = excel;
    const sheet = book.activeSheetId();
    const put = (row: number, text: string) =>
      book.write(sheet, { row, column: 4, rows: 1, columns: 1 }, [[text]], 'person');
    put(1, 'beside');
    put(6, 'below');
    const all = { row: 0, column: 0, rows: 7, columns: 5 };
    const before = book.values(sheet, all);
    const after = await inTable(async (table, context) => {
      table.columns.getItem('Amount').delete();
      const range = table.getRange().load('address,values');
      await context.sync();
      return [range.address, range.values[0]];
    });
    expect(after).toEqual(['Sheet1!A1:B4', ['Entity', 'Paid']]);
    expect(book.values(sheet, all).map((row) => row[3])).toEqual(['', 'beside', '', '', '', '', '']);
    expect(book.values(sheet, all)[6]?.[4]).toBe('below');
    book.undo();
    expect(book.values(sheet, all)).toEqual(before);
    expect(book.tables()[0]?.area).toMatchObject({ columns: 3 });
  });

  test('sorts its rows by two columns, and a range does', async () => {
    const entities = await inTable(async (table, context) => {
      table.sort.apply([
        { key: 2, ascending: true },
        { key: 1, ascending: true },
      ]);
      const sorted = table.columns.getItem('Entity').getDataBodyRange().load('values');
      await context.sync();
      const first = sorted.values.flat() as string[];
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:C4');
      range.sort.apply([{ key: 0, ascending: false }], false, true);
      sorted.load('values');
      await context.sync();
      return [first, sorted.values.flat() as string[]];
    });
    expect(entities).toEqual([
      ['ent_3', 'ent_2', 'ent_1'],
      ['ent_3', 'ent_2', 'ent_1'],
    ]);
  });

  test('filters by values and lets go again', async () => {
    const hidden = await inTable(async (table, context) => {
      table.columns.getItem('Entity').filter.applyValuesFilter(['ent_2']);
      const filtered = table.getRange().getRowProperties({ rowHidden: true });
      table.autoFilter.load('isDataFiltered');
      await context.sync();
      const isDataFiltered = table.autoFilter.isDataFiltered;
      table.clearFilters();
      const cleared = table.getRange().load('rowHidden');
      await context.sync();
      return [filtered.value.map((row) => row.rowHidden), isDataFiltered, cleared.rowHidden];
    });
    expect(hidden).toEqual([[false, true, false, true], true, false]);
  });

  test('is resized, renamed and turned into cells', async () => {
    const left = await inTable(async (table, context) => {
      table.resize('A1:C3');
      table.name = 'Other';
      const range = table.getRange().load('address');
      await context.sync();
      table.convertToRange();
      const count = context.workbook.tables.getCount();
      await context.sync();
      return [range.address, count.value];
    });
    expect(left).toEqual(['Sheet1!A1:C3', 0]);
  });

  test('refuses to overlap another', async () => {
    const failure = await failureOf((context) => {
      context.workbook.worksheets.getItem('Sheet1').tables.add('C4:D6', true);
    });
    expect(failure).toMatchObject({ code: 'InvalidOperation', location: 'TableCollection.add' });
  });
});
