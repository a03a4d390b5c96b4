import { describe, expect, test } from '@jest/globals';
import type { CellValue, SheetTable } from '../../src/domain/index.ts';
import { isSameTable } from '../../src/excel/same-table.ts';

const table = (
  values: CellValue[][],
  header: CellValue[] = ['Investor', 'Amount', 'Message'],
): SheetTable => ({
  reference: {
    sheetId: 's',
    sheetName: 'Payouts',
    tableId: null,
    tableName: null,
    rowIndex: 0,
    columnIndex: 0,
    header: header.map(String),
  },
  source: { workbook: 'Book.xlsx', sheet: 'Payouts' },
  foundBy: 'region',
  address: 'Payouts!A1',
  headerRowIndex: 0,
  firstColumnIndex: 0,
  header,
  values,
  numberFormats: values.map((row) => row.map(() => 'General')),
  hidden: values.map(() => false),
  hasTotalsRow: false,
  date1904: false,
  selectedRows: null,
  sheetProtected: false,
  freeColumnsRight: 6,
});
const planned = table([
  ['Alder', 1, ''],
  ['Birch', 2, ''],
]);

describe('isSameTable', () => {
  const cases: [string, SheetTable, boolean][] = [
    [
      'our own columns do not count',
      table([
        ['Alder', 1, 'ok'],
        ['Birch', 2, 'ok'],
      ]),
      true,
    ],
    [
      'rows in another order',
      table([
        ['Birch', 2, ''],
        ['Alder', 1, ''],
      ]),
      false,
    ],
    [
      'a row more',
      table([
        ['Alder', 1, ''],
        ['Birch', 2, ''],
        ['Cedar', 3, ''],
      ]),
      false,
    ],
    [
      'an amount changed',
      table([
        ['Alder', 1, ''],
        ['Birch', 2.5, ''],
      ]),
      false,
    ],
    [
      'a number became text',
      table([
        ['Alder', '1', ''],
        ['Birch', 2, ''],
      ]),
      false,
    ],
    [
      'a header changed',
      table(
        [
          ['Alder', 1, ''],
          ['Birch', 2, ''],
        ],
        ['Payee', 'Amount', 'Message'],
      ),
      false,
    ],
  ];

  test.each(cases)('%s', (_name, fresh, expected) => {
    expect(isSameTable(planned, fresh)).toBe(expected);
  });
});
