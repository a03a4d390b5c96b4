import { expect, test } from '@jest/globals';
import { isoDateSchema } from '../../src/contract/index.ts';
import { localToday } from '../../src/taskpane/clock.ts';
import { formatDay, formatMoney, plural } from '../../src/taskpane/format.ts';

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

test('one is singular and nothing is not', () => {
  expect([0, 1, 1000].map((count) => plural(count, 'row', 'rows'))).toEqual([
    '0 rows',
    '1 row',
    '1,000 rows',
  ]);
});

test("today is the user's own calendar day", () => {
  const lateInTheEvening = new Date(2026, 2, 1, 23, 59);
  expect(localToday({ now: () => lateInTheEvening })).toBe(isoDateSchema.parse('2026-03-01'));
});
