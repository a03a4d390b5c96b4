import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkAccountNumber, longestAccountNumber } from '../../../src/domain/bank/check-account-number.ts';
import { endingOf } from '../../../src/contract/index.ts';

describe('checkAccountNumber', () => {
  test.each([
    '000123456789',
    '12-3456-78',
    '1234 5678 9012',
    'GB29NWBK60161331926819',
    '4',
    '1234567890123450',
  ])('takes %s as it is', (accountNumber) => {
    expect(checkAccountNumber(accountNumber)).toEqual({ kind: 'valid', accountNumber });
  });

  test('takes spaces around it away', () => {
    expect(checkAccountNumber(' 000123 ')).toEqual({ kind: 'valid', accountNumber: '000123' });
  });

  test.each([
    [123_456_789, { kind: 'number-cell', digitsLost: false }],
    [999_999_999_999_999, { kind: 'number-cell', digitsLost: false }],
    [1e15, { kind: 'number-cell', digitsLost: true }],
    [1.23456789012345e18, { kind: 'number-cell', digitsLost: true }],
    ['', { kind: 'blank' }],
    ['  \u200b', { kind: 'blank' }],
    ['1.23457E+11', { kind: 'scientific-notation' }],
    ['1,23457E+11', { kind: 'scientific-notation' }],
    ['1E+15', { kind: 'scientific-notation' }],
    ['12345678901234500', { kind: 'zeros-beyond-precision' }],
    ['1234567890123456000', { kind: 'valid', accountNumber: '1234567890123456000' }],
    ['••••1234', { kind: 'masked' }],
    ['XXXX1234', { kind: 'masked' }],
    ['****-1234', { kind: 'masked' }],
    ['12345\u00a06789', { kind: 'strange-character', position: 6 }],
    ['\t12345', { kind: 'strange-character', position: 1 }],
    ['12345_6789', { kind: 'strange-character', position: 6 }],
    ['to follow', { kind: 'no-digit' }],
    [true, { kind: 'no-digit' }],
    ['1'.repeat(35), { kind: 'too-long', longest: 34, actual: 35 }],
  ])('%p is %p', (value, expected) => {
    expect(checkAccountNumber(value)).toEqual(expected);
  });

  test('an ACH account has 17 characters at most', () => {
    const longest = longestAccountNumber.ach;
    expect(checkAccountNumber('12345678901234567', longest).kind).toBe('valid');
    expect(checkAccountNumber('123456789012345678', longest)).toEqual({
      kind: 'too-long',
      longest,
      actual: 18,
    });
  });

  test('every number cell is refused, and says that digits are lost exactly when Excel lost some', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }), (typed) => {
        const kept = Number(typed.toString().slice(0, 15).padEnd(typed.toString().length, '0'));
        const check = checkAccountNumber(kept);
        expect(check).toEqual({ kind: 'number-cell', digitsLost: typed >= 10n ** 15n });
      }),
    );
  });

  test('no fault repeats the number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{12,40}[_é]?[0-9]{0,6}$/), (text) => {
        const check = checkAccountNumber(text);
        if (check.kind !== 'valid') expect(JSON.stringify(check)).not.toContain(text.slice(0, 12));
      }),
    );
  });
});

test.each([
  ['000123456789', '6789'],
  ['GB29 NWBK 6016 1331 9268 19', '6819'],
  ['12-34-56-78', '5678'],
  ['12345', '45'],
  ['1', ''],
  ['', ''],
])('the ending of %s is %s', (account, ending) => {
  expect(endingOf(account)).toBe(ending);
});
