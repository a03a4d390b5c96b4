import { expect, test } from '@jest/globals';
import { addressOf } from '../../src/excel/extent.ts';

test.each([
  ['Payouts', 1, 27, 1, 1, 'Payouts!AB2'],
  ['Payouts', 0, 0, 3, 2, 'Payouts!A1:B3'],
  ['Q3 payouts', 9, 25, 1, 2, "'Q3 payouts'!Z10:AA10"],
  ["Fund's", 0, 701, 1, 1, "'Fund''s'!ZZ1"],
  ['Q3', 0, 702, 1, 1, "'Q3'!AAA1"],
])('the address on %s', (sheetName, rowIndex, columnIndex, rowCount, columnCount, expected) => {
  expect(addressOf(sheetName, { rowIndex, columnIndex, rowCount, columnCount })).toBe(expected);
});
