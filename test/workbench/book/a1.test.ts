import { describe, expect, test } from '@jest/globals';
import {
  columnIndex,
  columnName,
  formatAddress,
  parseAddress,
  quoteSheetName,
} from '../../../src/workbench/book/a1.ts';
import { area } from './builders.ts';

const SHEETS = [
  { id: 'one', name: 'Payouts' },
  { id: 'two', name: "Don's data" },
];

describe('addresses', () => {
  test.each([
    ['B2', { row: 1, column: 1, rows: 1, columns: 1 }],
    ['$c$9:A2', { row: 1, column: 0, rows: 8, columns: 3 }],
    ['A:C', { row: 0, column: 0, rows: 1_048_576, columns: 3 }],
    ['3:5', { row: 2, column: 0, rows: 3, columns: 16_384 }],
    ['XFD1048576', { row: 1_048_575, column: 16_383, rows: 1, columns: 1 }],
  ])('%s', (text, expected) => {
    expect(parseAddress(text)).toEqual({ areas: [expected] });
  });

  test('name a sheet in any case, in apostrophes when it has to be', () => {
    expect(parseAddress('payouts!B2:B4,Payouts!D2', SHEETS)).toEqual({
      sheetId: 'one',
      areas: [area('B2:B4'), area('D2')],
    });
    expect(parseAddress("'Don''s data'!A1,C1", SHEETS)).toEqual({
      sheetId: 'two',
      areas: [area('A1'), area('C1')],
    });
    expect(() => parseAddress('Other!A1', SHEETS)).toThrow(expect.objectContaining({ code: 'ItemNotFound' }));
  });

  test.each(['', 'A', '5', 'A0', 'A1:', 'A1:B', 'XFE1', 'A1048577', 'A1:3', 'Sum(A1)', 'A1;B2'])(
    '%j is none',
    (text) => {
      expect(() => parseAddress(text)).toThrow(expect.objectContaining({ code: 'InvalidArgument' }));
    },
  );

  test.each([
    'Sheet1!A1',
    'Sheet1!A1:B2',
    'Sheet1!A:C',
    'Sheet1!3:5',
    "'My Sheet'!A1",
    "'Don''s'!A1",
    "'A1'!B2",
    "'2027'!A1",
  ])('%s comes back as it was', (text) => {
    const name = text.slice(0, text.lastIndexOf('!')).replace(/^'|'$/g, '').replaceAll("''", "'");
    const { areas } = parseAddress(text, [{ id: 'x', name }]);
    expect(areas.map((one) => formatAddress(one, name))).toEqual([text]);
  });

  test('columns have names', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
    expect(['a', 'AA', 'xfd'].map(columnIndex)).toEqual([0, 26, 16_383]);
    expect(quoteSheetName('R1C1')).toBe("'R1C1'");
  });
});
