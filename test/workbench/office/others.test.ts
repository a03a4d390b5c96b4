/** Somebody else at the same workbook: a co-author, a second window, a file that may be looked at only. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openSecondWindow, type SecondWindow } from '../../../src/workbench/node/second-window.ts';
import { failureOf, fillPayouts, openExcel, type OpenExcel } from './excel.ts';

const area = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

let excel: OpenExcel;
let second: SecondWindow | null = null;

beforeEach(async () => {
  excel = await openExcel();
  await fillPayouts();
});

afterEach(() => {
  second?.close();
  second = null;
  excel.host.dispose();
});

/** What a handler on the sheet hears while `work` runs: who, and by what. */
async function heard(work: () => Promise<unknown>): Promise<string[]> {
  const told: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').onChanged.add((event) => {
      told.push(`${event.address} ${event.source} ${event.triggerSource}`);
      return Promise.resolve();
    });
    await context.sync();
  });
  await work();
  await new Promise((resolve) => setTimeout(resolve, 5));
  return told;
}

function write(address: string, value: unknown): Promise<void> {
  return Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange(address).values = [[value]];
    await context.sync();
  });
}

async function readB2(): Promise<unknown> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('B2');
    range.load('values');
    await context.sync();
    return range.values[0]?.[0] as unknown;
  });
}

test('a co-author, a person here and the add-in are told apart', async () => {
  const { book, sheetId } = excel;
  const told = await heard(async () => {
    book.write(sheetId, area(1, 1, 1, 1), [[1]], 'coauthor');
    book.write(sheetId, area(2, 1, 1, 1), [[2]], 'person');
    await write('B4', 3);
  });
  expect(told).toEqual(['B2 Remote Unknown', 'B3 Local Unknown', 'B4 Local ThisLocalAddin']);
});

describe('a second window', () => {
  test('works on the same cells and is heard as somebody else', async () => {
    const other = (second = openSecondWindow(excel.book));
    const told = await heard(async () => {
      await other.run(() => write('B2', 77));
      await write('B3', 78);
    });
    expect(told).toEqual(['B2 Remote Unknown', 'B3 Local ThisLocalAddin']);
    expect(await Promise.all([readB2(), other.run(readB2)])).toEqual([77, 77]);
  });

  test('keeps references of its own, which follow what the first does', async () => {
    const other = (second = openSecondWindow(excel.book));
    const seen = await other.run(() =>
      Excel.run(async (context) => {
        const kept = context.workbook.worksheets.getItem('Sheet1').getRange('A3');
        await context.sync();
        excel.book.insertRows(excel.sheetId, 0, 2, 'person');
        kept.load(['address', 'values']);
        await context.sync();
        return [kept.address, kept.values[0]?.[0] as unknown];
      }),
    );
    expect(seen).toEqual(['Sheet1!A5', 'ent_2']);
  });

  test('fails under its own faults, with errors that are errors here', async () => {
    const other = (second = openSecondWindow(excel.book));
    other.faults.failNext('AccessDenied');
    expect(await readB2()).toBe(1250.5);
    const error = await other.run(readB2).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ code: 'AccessDenied' });
  });
});

test('rows.add conflicts once somebody else was there; a range does not', async () => {
  const { book, sheetId } = excel;
  book.addTable(sheetId, area(0, 0, 4, 3), true, 'Payouts');
  const add = (context: Excel.RequestContext) =>
    context.workbook.tables.getItem('Payouts').rows.add(undefined, [['ent_9', 1, false]]);
  await Excel.run(async (context) => {
    add(context);
    await context.sync();
  });
  book.write(sheetId, area(1, 1, 1, 1), [[2]], 'coauthor');
  expect(await failureOf(add)).toMatchObject({ code: 'Conflict' });
  await write('B2', 3);
  expect(book.values(sheetId, area(1, 1, 1, 1))).toEqual([[3]]);
});

test('a read-only workbook says so and refuses everybody', async () => {
  const { book, sheetId } = excel;
  book.readOnly = true;
  const failure = await failureOf((context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('B2').values = [[1]];
  });
  expect(failure).toMatchObject({ code: 'AccessDenied' });
  expect(() => book.sort(sheetId, area(1, 0, 3, 3), 1, true, 'person')).toThrow('read-only');
  expect(() => book.undo()).toThrow('read-only');
  const readOnly = await Excel.run(async (context) => {
    context.workbook.load('readOnly');
    await context.sync();
    return context.workbook.readOnly;
  });
  expect(readOnly).toBe(true);
  expect(book.values(sheetId, area(0, 0, 4, 3))[1]).toEqual(['ent_1', 1250.5, true]);
});

test('a chart that is selected is no range and no cell, until a cell is selected', async () => {
  const { book, sheetId } = excel;
  book.select(sheetId, [], 'person');
  for (const ask of ['getSelectedRange', 'getSelectedRanges', 'getActiveCell'] as const) {
    const failure = await failureOf((context) => context.workbook[ask]().load('address'));
    expect(failure).toMatchObject({ code: 'InvalidSelection' });
  }
  book.select(sheetId, [area(1, 1, 1, 1)], 'person');
  expect(book.selection().areas).toEqual([area(1, 1, 1, 1)]);
});

test('a block across filtered rows slips where it is told to, rows of one kind do not', async () => {
  const { book, host, sheetId } = excel;
  book.filter(sheetId, area(0, 0, 4, 3), 0, ['ent_1', 'ent_3'], 'person');
  const writeBlock = (address: string, values: unknown[][]) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange(address).values = values;
      await context.sync();
    });
  host.slipUnderFilter(true);
  await writeBlock('D2:D4', [['one'], ['two'], ['three']]);
  expect(book.values(sheetId, area(1, 3, 3, 1))).toEqual([['one'], [''], ['two']]);
  await writeBlock('D3', [['hidden']]);
  host.slipUnderFilter(false);
  await writeBlock('E2:E4', [['one'], ['two'], ['three']]);
  expect(book.values(sheetId, area(1, 3, 3, 2))).toEqual([
    ['one', 'one'],
    ['hidden', 'two'],
    ['two', 'three'],
  ]);
});

test('a formula in an otherwise empty column of a table fills it, and one undo takes all of it back', async () => {
  const { book, sheetId } = excel;
  const { id } = book.addTable(sheetId, area(0, 0, 4, 3), true, 'Payouts');
  book.addTableColumn(id, null, null, 'person');
  await write('D3', '=B3*2');
  expect(book.formulas(sheetId, area(1, 3, 3, 1))).toEqual([['=B2*2'], ['=B3*2'], ['=B4*2']]);
  book.undo();
  expect(book.values(sheetId, area(1, 3, 3, 1))).toEqual([[''], [''], ['']]);
  book.write(sheetId, area(1, 3, 1, 1), [['mine']], 'person');
  await write('D3', '=B3*2');
  expect(book.formulas(sheetId, area(1, 3, 3, 1))).toEqual([['mine'], ['=B3*2'], ['']]);
});
