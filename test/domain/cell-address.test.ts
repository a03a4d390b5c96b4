import { expect, test } from '@jest/globals';
import { cents, type EntityId, type Currency } from '../../src/contract/index.ts';
import { cellAddress, columnLetters, describeRow } from '../../src/domain/index.ts';

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

test('cellAddress and describeRow count as the user does', () => {
  expect(cellAddress({ rowIndex: 11, columnIndex: 5 })).toBe('F12');
  const row = {
    rowIndex: 11,
    payeeName: null,
    entity: 'ent_a' as EntityId,
    amountCents: cents(123456),
    currency: 'USD' as Currency,
  };
  expect(describeRow(row)).toBe('Row 12: ent_a, 1,234.56 USD');
  expect(describeRow({ ...row, payeeName: 'Ada LP' })).toBe('Row 12: Ada LP, 1,234.56 USD');
});
