import { expect, test } from '@jest/globals';
import { trimBlock } from '../../src/excel/table-trim.ts';

test('leaves out title lines, blank edges and nothing else', () => {
  const block = [
    ['', 'Payouts of the third quarter', '', ''],
    ['', '', '', ''],
    ['', 'Investor', 'Amount', ''],
    ['', 'Alder LP', 100, ''],
    ['', '', '', ''],
    ['', 'Birch LP', '', ''],
    ['', '', '', ''],
  ];
  expect(trimBlock(block)).toEqual({ top: 2, bottom: 6, left: 1, right: 3 });
});

test('keeps a column of its own and a header that is the first row', () => {
  expect(trimBlock([['Investor'], ['Alder LP']])).toEqual({ top: 0, bottom: 2, left: 0, right: 1 });
  expect(
    trimBlock([
      ['Investor', 'Amount'],
      ['Alder LP', 0],
    ]),
  ).toEqual({ top: 0, bottom: 2, left: 0, right: 2 });
});

test('finds nothing in blank cells', () => {
  expect(
    trimBlock([
      ['', ''],
      ['', ''],
    ]),
  ).toBeNull();
});
