import { afterEach, describe, expect, test } from '@jest/globals';
import { isoDateSchema } from '../../src/contract/index.ts';
import { localToday } from '../../src/taskpane/clock.ts';
import {
  decimalMark,
  formatCount,
  formatDay,
  formatDayInWords,
  formatDecimal,
  formatMoney,
  formatShare,
  pluralIn,
  setFormats,
} from '../../src/words/format.ts';

test.each([
  [128431055, 'USD', '$1,284,310.55'],
  [1, 'USD', '$0.01'],
  [0, 'USD', '$0.00'],
  [-5, 'USD', '-$0.05'],
  [Number.MAX_SAFE_INTEGER, 'USD', '$90,071,992,547,409.91'],
  [1500, 'JPY', '¥1,500'],
  [1500, 'KWD', 'KWD\u00a01.500'],
])('%i in %s is %s', (amountCents, currency, text) => {
  expect(formatMoney(amountCents, currency)).toBe(text);
});

test('a day is shown as it stands, whatever the time zone', () => {
  expect(formatDay('2026-03-31')).toBe('Mar 31, 2026');
});

test.each([
  ['1234.50', '1,234.50', '1234.50'],
  ['-1234567', '-1,234,567', '-1234567'],
  ['90071992547409.9312345', '90,071,992,547,409.9312345', '90071992547409.9312345'],
  ['1.5e-7', '0.00000015', '0.00000015'],
])('the decimal %s keeps all its digits', (decimal, grouped, plain) => {
  expect(formatDecimal(decimal)).toBe(grouped);
  expect(formatDecimal(decimal, 'plain')).toBe(plain);
});

test.each([
  [0, 4, '0%'],
  [1, 1000, '<1%'],
  [1, 3, '33%'],
  [999, 1000, '>99%'],
  [3, 3, '100%'],
  [0, 0, '0%'],
])('%i of %i is %s: nothing and everything are said of nothing else', (part, whole, text) => {
  expect(formatShare(part, whole)).toBe(text);
});

test('one is singular and nothing is not', () => {
  expect([0, 1, 1000].map((count) => pluralIn('en')(count, 'row', 'rows'))).toEqual([
    '0 rows',
    '1 row',
    '1,000 rows',
  ]);
});

test("today is the user's own calendar day", () => {
  const lateInTheEvening = new Date(2026, 2, 1, 23, 59);
  expect(localToday({ now: () => lateInTheEvening })).toBe(isoDateSchema.parse('2026-03-01'));
});

describe('in the region of the user', () => {
  afterEach(() => setFormats('en-US', 'en'));

  test.each([
    ['en-US', '1,234.5', 'April 3, 2027'],
    ['de-DE', '1.234,5', '3. April 2027'],
    ['fr-FR', '1\u202f234,5', '3 avril 2027'],
    ['es-ES', '1.234,5', '3 de abril de 2027'],
  ])(
    '%s writes decimals as they are typed there, and a day that can be read in one order only',
    (tag, decimal, day) => {
      setFormats(tag, 'en');
      expect(formatDecimal('1234.5')).toBe(decimal);
      expect(formatDayInWords('2027-04-03')).toBe(day);
    },
  );

  test.each([
    ['de-DE', '1.284.310,55\u00a0$', '31.03.2026', '12.345', ','],
    ['de-CH', '$\u00a01’284’310.55', '31.03.2026', '12’345', '.'],
    ['fr-FR', '1\u202f284\u202f310,55\u00a0$US', '31 mars 2026', '12\u202f345', ','],
    ['en-GB', 'US$1,284,310.55', '31 Mar 2026', '12,345', '.'],
    ['ar-EG', '\u200f1,284,310.55\u00a0US$', '31\u200f/03\u200f/2026', '12,345', '.'],
  ])('%s writes amounts, days and counts its own way, to the cent', (tag, amount, day, count, mark) => {
    setFormats(tag, 'en');
    // Which of the two apostrophes stands between Swiss thousands differs between releases of ICU.
    const said = [formatMoney(128431055, 'USD'), formatDay('2026-03-31'), formatCount(12_345)].map((text) =>
      text.replaceAll("'", '’'),
    );
    expect([...said, decimalMark()]).toEqual([amount, day, count, mark]);
  });

  test('a region that Intl does not know changes nothing', () => {
    setFormats('no such tag', 'en');
    expect(formatMoney(128431055, 'USD')).toBe('$1,284,310.55');
  });
});

test('French counts nothing as one', () => {
  expect([0, 1, 2].map((count) => pluralIn('fr')(count, 'paiement', 'paiements'))).toEqual([
    '0 paiement',
    '1 paiement',
    '2 paiements',
  ]);
});
