import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cents, formatCents } from '../../src/contract/index.ts';
import { readAmount } from '../../src/domain/check-amount.ts';
import { parseControlTotal } from '../../src/domain/index.ts';

describe('readAmount', () => {
  test.each([
    [1234.56, 123456],
    [0.01, 1],
    [0.1 + 0.2, 30],
    [1.005 * 1000, 100500],
    [1e6 / 3 - 333333.33 + 0.01 - 1 / 300, 1],
    [9999999999999.99, 999999999999999],
    [1234.56 + 1e-9, 123456],
  ])('%d is %d cents', (value, expected) => {
    expect(readAmount(value, 'USD')).toEqual({ ok: true, amountCents: expected });
  });

  test.each([
    [1234.565, 'amount-has-fraction-of-cent'],
    [0.001, 'amount-has-fraction-of-cent'],
    [1e-9, 'amount-has-fraction-of-cent'],
    [100.00001, 'amount-has-fraction-of-cent'],
    [123456789012.345, 'amount-has-fraction-of-cent'],
    [0, 'amount-zero'],
    [-0, 'amount-zero'],
    [-5, 'amount-negative'],
    [10000000000000, 'amount-too-large'],
    [1e300, 'amount-too-large'],
    ['1,234.56', 'amount-is-text'],
    ['1.234,56', 'amount-is-text'],
    ['$ 1 000', 'amount-is-text'],
    ['(500)', 'amount-is-text'],
    ['500 USD', 'amount-is-text'],
    ['1e5', 'amount-not-a-number'],
    ['tbd', 'amount-not-a-number'],
    ['9'.repeat(30_000) + 'x', 'amount-not-a-number'],
  ])('%j is refused with %s', (value, code) => {
    expect(readAmount(value, 'USD')).toMatchObject({ ok: false, code });
  });

  test('says what to do about a fraction of a cent', () => {
    expect(readAmount(1234.565, 'USD')).toEqual({
      ok: false,
      code: 'amount-has-fraction-of-cent',
      message: '1,234.565 holds a fraction of a cent. Round it in the sheet, for example with =ROUND(…,2).',
    });
  });

  test('knows currencies of no and of three decimals', () => {
    expect(readAmount(1234, 'JPY')).toEqual({ ok: true, amountCents: 1234 });
    expect(readAmount(1234.5, 'JPY')).toMatchObject({ code: 'amount-has-fraction-of-cent' });
    expect(readAmount(1.234, 'KWD')).toEqual({ ok: true, amountCents: 1234 });
  });

  test('takes every amount of cents from its double, and from a double a step beside it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999_999_999 }),
        fc.constantFrom(-1, 0, 1),
        (amount, step) => {
          const value = amount / 100;
          expect(readAmount(value, 'USD')).toEqual({ ok: true, amountCents: amount });
          const beside = value * (1 + step * Number.EPSILON);
          expect(amount > 100_000_000_000_000 || readAmount(beside, 'USD').ok).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('takes no tenth of a cent that fifteen digits can hold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999_999_999 }),
        fc.integer({ min: 1, max: 9 }),
        (amount, tenth) => {
          expect(readAmount(Number(`${amount}${tenth}e-3`), 'USD')).toMatchObject({
            code: 'amount-has-fraction-of-cent',
          });
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('parseControlTotal', () => {
  test.each([
    ['1,284,310.55', 128431055],
    ['$1284310.55', 128431055],
    ['US$ 1,284,310.55', 128431055],
    ['1284310.55 USD', 128431055],
    ['usd 5', 500],
    ['1 284 310.5', 128431050],
    ['1\u00a0284\u00a0310.55', 128431055],
    ['  7.1 ', 710],
    ['0', 0],
    ['1.234,56', 123456],
    ["1'234.5", 123450],
    ['12,84,310.55', 128431055],
    ['1284310,5', 128431050],
  ])('%j is %d', (text, amount) => {
    expect(parseControlTotal(text, 'USD')).toBe(amount);
  });

  test.each([
    '',
    '$',
    'abc',
    '-5',
    '(5)',
    '1,28',
    '1,2345.00',
    '1.005',
    '5 EUR',
    '1..2',
    '.5',
    '5.',
    '1e3',
    '99999999999999999',
  ])('%j is no total', (text) => {
    expect(parseControlTotal(text, 'USD')).toBeNull();
  });

  test.each([
    ['1.284.310,55', 128431055],
    ['1.284.310,55 $', 128431055],
    ['1\u202f284\u202f310,55\u00a0$US', 128431055],
    ['1\u00a0284\u00a0310,55\u00a0$\u00a0US', 128431055],
    ['1284310,5', 128431050],
    ['1.284', 128400],
    ['1,284,310.55', 128431055],
    ['1,284', null],
    ['1284310.55', 128431055],
    ['1234.567', null],
    ['1,284.310', null],
    ['1.28', null],
  ])('where the comma is the decimal mark, %j is %s', (text, amount) => {
    expect(parseControlTotal(text, 'USD', ',')).toBe(amount);
  });

  test('reads what formatCents writes, for every amount', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom('USD', 'JPY', 'KWD'), (amount, currency) => {
        expect(parseControlTotal(formatCents(cents(amount), currency), currency)).toBe(amount);
      }),
    );
  });
});
