import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { fillPayouts, openExcel, PAYOUTS, type OpenExcel } from './excel.ts';

let excel: OpenExcel;

beforeEach(async () => {
  excel = await openExcel();
  await fillPayouts();
});

afterEach(() => excel.host.dispose());

type Call = (sheet: Excel.Worksheet) => Excel.Range;

const RANGES: [call: string, make: Call, address: string][] = [
  ['getRange()', (sheet) => sheet.getRange('B2:C3'), 'Sheet1!B2:C3'],
  ['getRange() of columns', (sheet) => sheet.getRange('B:C'), 'Sheet1!B:C'],
  ['getRange() of rows', (sheet) => sheet.getRange('2:3'), 'Sheet1!2:3'],
  ['getRangeByIndexes()', (sheet) => sheet.getRangeByIndexes(1, 0, 2, 3), 'Sheet1!A2:C3'],
  ['getCell()', (sheet) => sheet.getCell(3, 1), 'Sheet1!B4'],
  ['getUsedRange()', (sheet) => sheet.getUsedRange(true), 'Sheet1!A1:C4'],
  ['range.getUsedRange()', (sheet) => sheet.getRange('B:Z').getUsedRange(true), 'Sheet1!B1:C4'],
  ['getSurroundingRegion()', (sheet) => sheet.getRange('B2').getSurroundingRegion(), 'Sheet1!A1:C4'],
  ['getIntersection()', (sheet) => sheet.getRange('A2:B9').getIntersection('B1:C3'), 'Sheet1!B2:B3'],
  ['getBoundingRect()', (sheet) => sheet.getRange('A2').getBoundingRect('C4'), 'Sheet1!A2:C4'],
  ['getEntireRow()', (sheet) => sheet.getRange('B2:C3').getEntireRow(), 'Sheet1!2:3'],
  ['getEntireColumn()', (sheet) => sheet.getRange('B2:C3').getEntireColumn(), 'Sheet1!B:C'],
  ['getRow()', (sheet) => sheet.getRange('B2:C4').getRow(1), 'Sheet1!B3:C3'],
  ['getColumn()', (sheet) => sheet.getRange('B2:C4').getColumn(1), 'Sheet1!C2:C4'],
  ['getLastRow()', (sheet) => sheet.getRange('B2:C4').getLastRow(), 'Sheet1!B4:C4'],
  ['getLastColumn()', (sheet) => sheet.getRange('B2:C4').getLastColumn(), 'Sheet1!C2:C4'],
  ['getLastCell()', (sheet) => sheet.getRange('B2:C4').getLastCell(), 'Sheet1!C4'],
  ['getOffsetRange()', (sheet) => sheet.getRange('B2:C4').getOffsetRange(1, -1), 'Sheet1!A3:B5'],
  ['getResizedRange()', (sheet) => sheet.getRange('B2:C4').getResizedRange(-1, 2), 'Sheet1!B2:E3'],
  [
    'getAbsoluteResizedRange()',
    (sheet) => sheet.getRange('B2').getAbsoluteResizedRange(3, 2),
    'Sheet1!B2:C4',
  ],
  ['getColumnsAfter()', (sheet) => sheet.getRange('A1:C4').getColumnsAfter(2), 'Sheet1!D1:E4'],
  ['getColumnsBefore()', (sheet) => sheet.getRange('C1:C4').getColumnsBefore(1), 'Sheet1!B1:B4'],
  ['getRowsBelow()', (sheet) => sheet.getRange('A1:C4').getRowsBelow(1), 'Sheet1!A5:C5'],
  ['getRowsAbove()', (sheet) => sheet.getRange('A3:C4').getRowsAbove(2), 'Sheet1!A1:C2'],
];

describe('ranges made from ranges', () => {
  test.each(RANGES)('%s', async (_call, make, address) => {
    const actual = await Excel.run(async (context) => {
      const range = make(context.workbook.worksheets.getItem('Sheet1'));
      range.load('address');
      await context.sync();
      return range.address;
    });
    expect(actual).toBe(address);
  });

  test('a sheet name with a space is quoted in the address and understood in one', async () => {
    const address = await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').name = 'My Sheet';
      const range = context.workbook.worksheets.getItem('my sheet').getRange("'My Sheet'!B2");
      range.load('address');
      await context.sync();
      return range.address;
    });
    expect(address).toBe("'My Sheet'!B2");
  });
});

describe('cells', () => {
  test('answer values, types, formulas, texts and formats', async () => {
    const cells = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A5:D5');
      range.formulas = [['Total', '=SUM(B2:B4)', '=NA()', '']];
      range.getCell(0, 1).numberFormat = [['#,##0.00']];
      range.load('values,valueTypes,formulas,text,numberFormat');
      await context.sync();
      return range.toJSON();
    });
    expect(cells.values).toEqual([['Total', 1625.5, '#N/A', '']]);
    expect(cells.valueTypes).toEqual([['String', 'Double', 'Error', 'Empty']]);
    expect(cells.formulas).toEqual([['Total', '=SUM(B2:B4)', '=NA()', '']]);
    expect(cells.text).toEqual([['Total', '1,625.50', '#N/A', '']]);
    expect(cells.numberFormat).toEqual([['General', '#,##0.00', 'General', 'General']]);
  });

  test('null leaves a cell and an empty string clears it', async () => {
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A2:C2');
      // Excel takes null here, whatever the type of `values` says.
      range.values = [[null, '', 'x']];
      range.load('values');
      await context.sync();
      return range.values as unknown;
    });
    expect(values).toEqual([['ent_1', '', 'x']]);
  });

  const INPUTS: [input: string, format: string, formula: unknown, value: unknown][] = [
    ['=1+1', 'General', '=1+1', 2],
    ['+1+1', 'General', '=1+1', 2],
    ['-1', 'General', -1, -1],
    ['@SUM(1,2)', 'General', '=SUM(1,2)', 3],
    ['-wire', 'General', '=-wire', '#NAME?'],
    ['007', 'General', 7, 7],
    ['007', '@', '007', '007'],
    ['=1+1', '@', '=1+1', '=1+1'],
    ["'=1+1", 'General', '=1+1', '=1+1'],
  ];

  test.each(INPUTS)('the string %j in a cell of format %s', async (input, format, formula, value) => {
    const cell = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('E1');
      range.numberFormat = [[format]];
      range.values = [[input]];
      range.load('formulas,values');
      await context.sync();
      return range.toJSON();
    });
    expect(cell.values?.[0]?.[0]).toEqual(value);
    expect(String(cell.formulas?.[0]?.[0]).replace("'", '')).toBe(String(formula));
  });

  test('one value fills a range, and a large block arrives whole', async () => {
    const block = Array.from({ length: 1200 }, (_row, row) => [row, `row ${row}`]);
    const values = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('F1:G2').values = [['same']];
      sheet.getRange('J1:K1200').values = block;
      const filled = sheet.getRange('F1:G2').load('values');
      const large = sheet.getRange('J1:K1200').load('values');
      await context.sync();
      return { filled: filled.values as unknown, large: large.values as unknown };
    });
    expect(values.filled).toEqual([
      ['same', 'same'],
      ['same', 'same'],
    ]);
    expect(values.large).toEqual(block);
  });

  test('whole columns have no values', async () => {
    const answer = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A:B');
      range.load('values,cellCount,isEntireColumn');
      await context.sync();
      return [range.values as unknown, range.cellCount, range.isEntireColumn];
    });
    expect(answer).toEqual([null, 2_097_152, true]);
  });

  test('only the first cell of a merged block takes its value', async () => {
    const answer = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('E2:F3').merge();
      sheet.getRange('E2:F3').values = [
        [1, 2],
        [3, 4],
      ];
      const range = sheet.getRange('E2:F3').load('values');
      const inside = sheet.getRange('D1:G9').getMergedAreasOrNullObject().load('address');
      const startsOutside = sheet.getRange('F3:G9').getMergedAreasOrNullObject();
      await context.sync();
      return [range.values as unknown, inside.address, startsOutside.isNullObject];
    });
    expect(answer).toEqual([
      [
        [1, ''],
        ['', ''],
      ],
      'Sheet1!E2:F3',
      true,
    ]);
  });

  test('a spill is found from any of its cells', async () => {
    const answer = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('E1').formulas = [['=UNIQUE(C2:C4)']];
      const parent = sheet.getRange('E2').getSpillParentOrNullObject().load('address');
      const spill = sheet.getRange('E1').getSpillingToRangeOrNullObject().load('address');
      const none = sheet.getRange('A1').getSpillParentOrNullObject();
      const notAnchor = sheet.getRange('E2').getSpillingToRangeOrNullObject();
      const spilled = ['E1:E2', 'A1:B2', 'D1:E2'].map((address) => sheet.getRange(address).load('hasSpill'));
      await context.sync();
      return [
        parent.address,
        spill.address,
        [none.isNullObject, notAnchor.isNullObject],
        // Excel answers null for a mixed range, whatever the type says.
        spilled.map((range) => range.hasSpill as boolean | null),
      ];
    });
    expect(answer).toEqual(['Sheet1!E1', 'Sheet1!E1:E2', [true, true], [true, false, null]]);
  });

  test('a value written into a spill stays, and the formula says so', async () => {
    const values = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('E1').formulas = [['=UNIQUE(C2:C4)']];
      await context.sync();
      sheet.getRange('E2').values = [['mine']];
      const range = sheet.getRange('E1:E2').load('values');
      await context.sync();
      return range.values.flat() as unknown;
    });
    expect(values).toEqual(['#SPILL!', 'mine']);
  });

  test('formats are set and read, and are null where they differ', async () => {
    const format = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const header = sheet.getRange('A1:C1');
      header.format.fill.color = 'yellow';
      header.format.font.bold = true;
      header.format.horizontalAlignment = 'Center';
      header.load('format/fill/color,format/horizontalAlignment,format/font/bold,format/protection/locked');
      const mixed = sheet.getRange('A1:A2').load('format/font/bold');
      await context.sync();
      return [
        header.format.fill.color,
        header.format.font.bold,
        header.format.horizontalAlignment,
        header.format.protection.locked,
        mixed.format.font.bold,
      ];
    });
    expect(format).toEqual(['#FFFF00', true, 'Center', true, null]);
  });

  test('hyperlinks carry an address and a text', async () => {
    const link = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('E1');
      range.hyperlink = { address: 'https://example.com/dst_1', textToDisplay: 'dst_1' };
      range.load('hyperlink,values');
      await context.sync();
      return [range.hyperlink.address, range.values as unknown];
    });
    expect(link).toEqual(['https://example.com/dst_1', [['dst_1']]]);
  });
});

describe('hidden rows', () => {
  test('are told apart by rowHidden, getRowProperties, views and special cells', async () => {
    const answer = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('3:3').rowHidden = true;
      const whole = sheet.getRange('A1:C4').load('rowHidden');
      const one = sheet.getRange('A3').load('rowHidden');
      const rows = sheet.getRange('A1:C4').getRowProperties({ rowHidden: true, rowIndex: true });
      const view = sheet.getRange('A1:C4').getVisibleView().load('values,rowCount');
      const cells = sheet.getRange('A1:C4').getSpecialCells('Visible').load('address');
      await context.sync();
      return {
        whole: whole.rowHidden as boolean | null,
        one: one.rowHidden,
        rows: rows.value,
        view: view.values as unknown,
        cells: cells.address,
      };
    });
    expect(answer).toEqual({
      whole: null,
      one: true,
      rows: [0, 1, 2, 3].map((rowIndex) => ({ rowHidden: rowIndex === 2, rowIndex })),
      view: PAYOUTS.filter((_row, index) => index !== 2),
      cells: 'Sheet1!A1:C2,Sheet1!A4:C4',
    });
  });

  test('getCellProperties answers nested as it was asked', async () => {
    const cells = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1');
      range.getCell(0, 0).format.fill.color = '#FF0000';
      const properties = range.getCellProperties({ address: true, format: { fill: { color: true } } });
      await context.sync();
      return properties.value;
    });
    expect(cells).toEqual([
      [
        { address: 'Sheet1!A1', format: { fill: { color: '#FF0000' } } },
        { address: 'Sheet1!B1', format: { fill: { color: '#FFFFFF' } } },
      ],
    ]);
  });
});

describe('sheets, names, settings, selection', () => {
  test('sheets are listed, added, renamed, hidden and deleted', async () => {
    const sheets = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add('Results').visibility = 'Hidden';
      worksheets.add('Scratch').delete();
      worksheets.getItem('Sheet1').name = 'Payouts';
      worksheets.load('items/name,items/visibility');
      const count = worksheets.getCount();
      const missing = worksheets.getItemOrNullObject('Sheet1');
      const beneath = missing.getRange('A1').load('values');
      await context.sync();
      return {
        items: worksheets.items.map(({ name, visibility }) => [name, visibility]),
        count: count.value,
        nulls: [missing.isNullObject, beneath.isNullObject],
      };
    });
    expect(sheets).toEqual({
      items: [
        ['Payouts', 'Visible'],
        ['Results', 'Hidden'],
      ],
      count: 2,
      nulls: [true, true],
    });
  });

  test('a defined name leads to its range', async () => {
    const answer = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      context.workbook.names.add('ControlTotal', sheet.getRange('B2:B4'));
      const item = context.workbook.names.getItem('controltotal').load('formula,type,scope');
      const range = item.getRange().load('address');
      const byName = sheet.getRange('ControlTotal').load('address');
      await context.sync();
      return [item.formula as unknown, item.type, item.scope, range.address, byName.address];
    });
    expect(answer).toEqual(['=Sheet1!$B$2:$B$4', 'Range', 'Workbook', 'Sheet1!B2:B4', 'Sheet1!B2:B4']);
  });

  test('every name says what it stands for and where it belongs', async () => {
    const { book, sheetId } = excel;
    book.addName('Payees', '=Sheet1!$A$2:$A$4');
    book.addName('Whole', '=Sheet1!$B:$C');
    book.addName('Double', '=LAMBDA(x,2*x)');
    book.addName('Gone', '=Sheet1!$A$9');
    book.deleteRows(sheetId, 8, 1, 'person');
    const hidden = book.addSheet('Lists');
    book.setSheetVisibility(hidden.id, 'Hidden');
    book.addName('Local', '=Lists!$B$1', hidden.id);
    const answer = await Excel.run(async (context) => {
      const { worksheets, names } = context.workbook;
      names.load('items/name,items/type,items/value,items/scope,items/visible');
      const local = worksheets.getItem('Lists').names.load('items/name,items/scope');
      const payees = names.getItem('Payees');
      const overlap = payees.getRange().getIntersectionOrNullObject('Sheet1!A3:B3').load('address');
      const constant = names.getItem('Double').getRangeOrNullObject();
      const gone = names.getItem('Gone').getRangeOrNullObject();
      const localSheet = worksheets.getItem('Lists').names.getItem('Local').worksheet.load('name,visibility');
      const noSheet = payees.worksheetOrNullObject;
      await context.sync();
      return {
        names: names.items.map(({ name, type, value, scope, visible }): unknown[] => [
          name,
          type,
          value,
          scope,
          visible,
        ]),
        local: local.items.map(({ name, scope }) => [name, scope]),
        overlap: overlap.address,
        nulls: [constant.isNullObject, gone.isNullObject, noSheet.isNullObject],
        sheet: [localSheet.name, localSheet.visibility],
      };
    });
    expect(answer).toEqual({
      names: [
        ['Payees', 'Range', 'Sheet1!$A$2:$A$4', 'Workbook', true],
        ['Whole', 'Range', 'Sheet1!$B:$C', 'Workbook', true],
        ['Double', 'String', 'LAMBDA(x,2*x)', 'Workbook', true],
        ['Gone', 'Error', '#REF!', 'Workbook', true],
      ],
      local: [['Local', 'Worksheet']],
      overlap: 'Sheet1!A3',
      nulls: [true, true, true],
      sheet: ['Lists', 'Hidden'],
    });
  });

  test('settings are one store, and take what JSON takes', async () => {
    const value = await Excel.run(async (context) => {
      context.workbook.settings.add('mapping', { amount: 'Net', columns: [1, 2] });
      const setting = context.workbook.settings.getItemOrNullObject('mapping').load('value');
      const missing = context.workbook.settings.getItemOrNullObject('other');
      await context.sync();
      return [setting.value as unknown, missing.isNullObject];
    });
    expect(value).toEqual([{ amount: 'Net', columns: [1, 2] }, true]);
    expect(excel.book.settings.get('mapping')).toEqual({ amount: 'Net', columns: [1, 2] });
  });

  test('several selected areas are answered as such', async () => {
    const { book, sheetId } = excel;
    const areas = [
      { row: 1, column: 0, rows: 2, columns: 1 },
      { row: 1, column: 2, rows: 2, columns: 1 },
    ];
    book.select(sheetId, areas, 'person');
    const selection = await Excel.run(async (context) => {
      const ranges = context.workbook.getSelectedRanges().load('address,areaCount,cellCount');
      ranges.areas.load('items/address');
      await context.sync();
      return [
        ranges.address,
        ranges.areaCount,
        ranges.cellCount,
        ranges.areas.items.map((range) => range.address),
      ];
    });
    expect(selection).toEqual(['Sheet1!A2:A3,Sheet1!C2:C3', 2, 4, ['Sheet1!A2:A3', 'Sheet1!C2:C3']]);
  });

  test('select() activates the sheet', async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add('Other').getRange('B2:B3').select();
      await context.sync();
    });
    const other = excel.book.sheets().find((sheet) => sheet.name === 'Other');
    expect(excel.book.activeSheetId()).toBe(other?.id);
    expect(excel.book.selection().areas).toEqual([{ row: 1, column: 1, rows: 2, columns: 1 }]);
  });

  test('the calculation mode is remembered, and suspending is accepted', async () => {
    const mode = await Excel.run(async (context) => {
      const { application } = context.workbook;
      application.suspendApiCalculationUntilNextSync();
      application.suspendScreenUpdatingUntilNextSync();
      application.calculationMode = 'Manual';
      application.load('calculationMode');
      await context.sync();
      return application.calculationMode;
    });
    expect(mode).toBe('Manual');
  });
});
