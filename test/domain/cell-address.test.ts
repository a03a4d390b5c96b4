import { expect, test } from '@jest/globals';
import { cellAddress, cellPosition, columnLetters } from '../../src/domain/index.ts';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16383, 'XFD'],
])('column %d is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
});

test('an address is read back to its cell, with its sheet or without', () => {
  expect(cellPosition('F12')).toEqual({ rowIndex: 11, columnIndex: 5 });
  expect(cellPosition("'It''s! here'!$XFD$3")).toEqual({ rowIndex: 2, columnIndex: 16383 });
  expect(() => cellPosition('Payouts')).toThrow(RangeError);
});

test('an address counts as the user does', () => {
  expect(cellAddress({ rowIndex: 11, columnIndex: 5 })).toBe('F12');
});
