import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { failureOf, fillPayouts, openExcel, PAYOUTS, type OpenExcel } from './excel.ts';

let excel: OpenExcel;

beforeEach(async () => {
  excel = await openExcel();
  await fillPayouts();
});

afterEach(() => excel.host.dispose());

type Work = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;

const REFUSALS: [what: string, work: Work, code: string, location: string][] = [
  [
    'an unknown sheet',
    (_sheet, { workbook }) => workbook.worksheets.getItem('None').load('name'),
    'ItemNotFound',
    'WorksheetCollection.getItem',
  ],
  [
    'an unknown table',
    (sheet) => sheet.tables.getItem('None').load('name'),
    'ItemNotFound',
    'TableCollection.getItem',
  ],
  ['no address', (sheet) => sheet.getRange('1A').load('address'), 'InvalidArgument', 'Worksheet.getRange'],
  [
    'a row beyond the sheet',
    (sheet) => sheet.getRange('A1').getOffsetRange(-1, 0).load('address'),
    'InvalidArgument',
    'Range.getOffsetRange',
  ],
  [
    'no common cells',
    (sheet) => sheet.getRange('A1').getIntersection('B2').load('address'),
    'ItemNotFound',
    'Range.getIntersection',
  ],
  [
    'a block of another shape',
    (sheet) => (sheet.getRange('A1:B2').values = [[1, 2]]),
    'InvalidArgument',
    'Range.values',
  ],
  [
    'a sheet name that is taken',
    (_sheet, { workbook }) => workbook.worksheets.add('SHEET1'),
    'ItemAlreadyExists',
    'WorksheetCollection.add',
  ],
  ['a sheet name with a slash', (sheet) => (sheet.name = 'a/b'), 'InvalidArgument', 'Worksheet.name'],
  [
    'a colour that is none',
    (sheet) => (sheet.getRange('A1').format.fill.color = 'sky'),
    'InvalidArgument',
    'RangeFill.color',
  ],
];

describe('what Excel refuses', () => {
  test.each(REFUSALS)('%s', async (_what, work, code, location) => {
    const failure = await failureOf((context) =>
      work(context.workbook.worksheets.getItem('Sheet1'), context),
    );
    expect(failure).toMatchObject({ code, location });
  });

  test('several areas as one selected range', async () => {
    const cell = { row: 0, column: 0, rows: 1, columns: 1 };
    excel.book.select(excel.sheetId, [cell, { ...cell, row: 5 }], 'person');
    const failure = await failureOf((context) => context.workbook.getSelectedRange().load('address'));
    expect(failure).toMatchObject({ code: 'InvalidSelection', location: 'Workbook.getSelectedRange' });
  });

  test('a block with one locked cell, whole', async () => {
    const { book, sheetId } = excel;
    const unlocked = { row: 1, column: 0, rows: 3, columns: 2 };
    book.setFormat(sheetId, unlocked, { locked: false }, 'person');
    book.protect(sheetId);
    const failure = await failureOf((context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A2:C2').values = [['x', 1, true]];
    });
    expect(failure).toMatchObject({ code: 'AccessDenied', location: 'Range.values' });
    expect(book.values(sheetId, { row: 0, column: 0, rows: 4, columns: 3 })).toEqual(PAYOUTS);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A2:B2').values = [['x', 1]];
      await context.sync();
    });
    expect(book.values(sheetId, { row: 1, column: 0, rows: 1, columns: 3 })).toEqual([['x', 1, true]]);
  });
});

const MISSING: [member: string, work: (sheet: Excel.Worksheet) => unknown][] = [
  ['Range.flashFill', (sheet) => sheet.getRange('A1').flashFill()],
  ['Range.top', (sheet) => sheet.getRange('A1').load('top')],
  ['Worksheet.charts', (sheet) => sheet.charts.load('items')],
  ['RangeFormat.rowHeight', (sheet) => (sheet.getRange('A1').format.rowHeight = 30)],
  ['Range.insert("Down") of less than whole rows', (sheet) => sheet.getRange('A1:B1').insert('Down')],
  ['Worksheet.onSingleClicked', (sheet) => sheet.onSingleClicked.add(async () => undefined)],
];

describe('what the workbench lacks', () => {
  test.each(MISSING)('%s is refused by name', async (member, work) => {
    const failure = await failureOf((context) => work(context.workbook.worksheets.getItem('Sheet1')));
    expect(failure.code).toBe('NotImplemented');
    expect(failure.message).toContain(member);
  });

  test('every member that it has is listed, once', () => {
    const members = excel.host.coverage();
    expect(members).toEqual(
      expect.arrayContaining(['Range.values', 'Table.getDataBodyRange', 'Worksheet.onDataChanged']),
    );
    expect(new Set(members).size).toBe(members.length);
  });
});

test('a batch stops at its first failure and keeps what came before', async () => {
  const failure = await failureOf((context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('E1').values = [['before']];
    sheet.getRange('E2:E3').values = [[1], [2], [3]];
    sheet.getRange('E4').values = [['after']];
  });
  expect(failure.code).toBe('InvalidArgument');
  const column = excel.book.values(excel.sheetId, { row: 0, column: 4, rows: 4, columns: 1 });
  expect(column.flat()).toEqual(['before', '', '', '']);
});
