import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cents } from '../../src/contract/index.ts';
import type { CurrencyTotal } from '../../src/domain/index.ts';
import { allConfirmed, controlTotalFromCell, judgeControlTotal } from '../../src/taskpane/control-total.ts';
import { formatMoney } from '../../src/words/index.ts';

const usd: CurrencyTotal = { currency: 'USD', amountCents: cents(128431055), count: 48 };

test.each(['1284310.55', '1,284,310.55', '$1,284,310.55', ' 1,284,310.55 USD '])('%j matches', (text) => {
  expect(judgeControlTotal(text, usd)).toEqual({ verdict: 'matches' });
});

test.each(['', '   '])('%j is nothing yet', (text) => {
  expect(judgeControlTotal(text, usd)).toEqual({ verdict: 'empty' });
});

test.each(['1284310.555', '-1284310.55', 'about 1.2m', '€1,284,310.55'])('%j cannot be read', (text) => {
  expect(judgeControlTotal(text, usd)).toMatchObject({ verdict: 'unreadable' });
});

test('a wrong total says both figures and their difference', () => {
  expect(judgeControlTotal('1,284,310.54', usd)).toEqual({
    verdict: 'wrong',
    message:
      'You entered $1,284,310.54, but what is to be staged adds up to $1,284,310.55. The difference is $0.01.',
  });
});

test('every total that the pane shows is read back as that total', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999_999_999 }), (amountCents) => {
      const total: CurrencyTotal = { currency: 'USD', amountCents: cents(amountCents), count: 1 };
      expect(judgeControlTotal(formatMoney(amountCents, 'USD'), total).verdict).toBe('matches');
      expect(judgeControlTotal(formatMoney(amountCents + 1, 'USD'), total).verdict).toBe('wrong');
    }),
  );
});

describe('several currencies', () => {
  const eur: CurrencyTotal = { currency: 'EUR', amountCents: cents(2_000), count: 1 };

  test('each needs its own total', () => {
    expect(allConfirmed([usd, eur], { USD: '1284310.55' })).toBe(false);
    expect(allConfirmed([usd, eur], { USD: '1284310.55', EUR: '20.00' })).toBe(true);
    expect(allConfirmed([usd, eur], { USD: '1284310.55', EUR: '20.01' })).toBe(false);
  });

  test('nothing to send is never confirmed', () => {
    expect(allConfirmed([], {})).toBe(false);
  });
});

test.each([
  [1284310.55, '$1,284,310.55'],
  [0.1 + 0.2, '$0.30'],
  ['1,284,310.55', '1,284,310.55'],
  [1.005, null],
  [0, null],
  ['Total', null],
  ['#N/A', null],
  [true, null],
])('a cell that holds %j gives %j', (value, expected) => {
  expect(controlTotalFromCell(value, 'USD')).toBe(expected);
});
