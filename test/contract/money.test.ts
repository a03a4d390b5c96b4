import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  cents,
  formatCents,
  minorUnitDigits,
  paymentCentsSchema,
  sumCents,
} from '../../src/contract/index.ts';

describe('cents', () => {
  test.each([0.5, Number.NaN, Infinity, 2 ** 53])('%d is no amount of cents', (value) => {
    expect(() => cents(value)).toThrow(RangeError);
  });

  test('a payment is above zero', () => {
    expect(paymentCentsSchema.safeParse(1).success).toBe(true);
    expect(paymentCentsSchema.safeParse(0).success).toBe(false);
    expect(paymentCentsSchema.safeParse(-1).success).toBe(false);
  });

  test('a sum that leaves the safe integers is refused', () => {
    expect(sumCents([])).toBe(0);
    expect(() => sumCents([cents(Number.MAX_SAFE_INTEGER), cents(1)])).toThrow(RangeError);
  });
});

describe('formatCents', () => {
  test.each([
    [123456, 'USD', '1,234.56'],
    [5, 'USD', '0.05'],
    [-5, 'USD', '-0.05'],
    [0, 'USD', '0.00'],
    [123456789012345, 'USD', '1,234,567,890,123.45'],
    [1234, 'JPY', '1,234'],
    [0, 'JPY', '0'],
    [1234567, 'KWD', '1,234.567'],
  ])('%d in %s is %s', (amount, currency, text) => {
    expect(formatCents(cents(amount), currency)).toBe(text);
  });

  test('loses nothing', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('USD', 'JPY', 'KWD'), (amount, currency) => {
        const digits = formatCents(cents(amount), currency).replace(/[,.]/g, '');
        expect(BigInt(digits)).toBe(BigInt(amount));
        expect(minorUnitDigits(currency)).toBe({ USD: 2, JPY: 0, KWD: 3 }[currency]);
      }),
    );
  });
});
