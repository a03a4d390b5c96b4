import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { IsoDate } from '../../src/contract/index.ts';
import { dateRemarks, readDate } from '../../src/domain/check-date.ts';
import { toSerial } from '../../src/domain/index.ts';
import { dayOf, serialToDate } from '../../src/domain/serial-dates.ts';

describe('readDate', () => {
  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [46112, false, '2026-03-31'],
    [2958465, false, '9999-12-31'],
    [0, true, '1904-01-01'],
    [60, true, '1904-03-01'],
    [44650, true, '2026-03-31'],
    ['2026-03-31', false, '2026-03-31'],
    [' 2024-02-29 ', false, '2024-02-29'],
  ])('%j with the 1904 system %s is %s', (value, date1904, date) => {
    expect(readDate(value, date1904)).toEqual({ date, findings: [] });
  });

  test.each([
    [0, 'date-never-was'],
    [0.75, 'date-never-was'],
    [60, 'date-never-was'],
    [-1, 'date-out-of-range'],
    [20260331, 'date-out-of-range'],
    [Number.NEGATIVE_INFINITY, 'date-out-of-range'],
    [Number.NaN, 'date-out-of-range'],
    [1e300, 'date-out-of-range'],
    ['2026-02-29', 'date-is-text'],
    ['03/04/2026', 'date-order-ambiguous'],
    ['03/04/26', 'date-order-ambiguous'],
    ['31/12/27', 'date-is-text'],
    ['31 March 2026', 'date-is-text'],
    ['2026-03-31T00:00:00Z', 'date-is-text'],
  ])('%j is refused with %s', (value, code) => {
    expect(readDate(value, false)).toMatchObject({ date: null, findings: [{ code }] });
  });

  test('a time of day is dropped and said', () => {
    expect(readDate(46112.5, false)).toEqual({
      date: '2026-03-31',
      findings: [
        {
          code: 'date-has-time',
          message:
            'The date has a time of day. Mar 31, 2026 is sent, without the time. Remove the time, or confirm the date.',
        },
      ],
    });
  });
});

describe('dateRemarks', () => {
  const today = '2026-03-02' as IsoDate;
  test.each([
    ['2026-03-02', []],
    ['2026-03-01', ['date-in-past', 'date-on-weekend']],
    ['2026-02-27', ['date-in-past']],
    ['2026-03-07', ['date-on-weekend']],
    ['2026-03-08', ['date-on-weekend']],
    ['2028-03-02', []],
    ['2028-03-06', ['date-far-ahead']],
  ])('%s has %j', (date, codes) => {
    expect(dateRemarks(date as IsoDate, today, 'distributionDate').map(({ code }) => code)).toEqual(codes);
  });

  test('names the day', () => {
    const messages = ['2026-03-07', '2026-03-08'].map(
      (day) => dateRemarks(day as IsoDate, today, 'distributionDate')[0]?.message,
    );
    expect(messages[0]).toContain('Saturday');
    expect(messages[1]).toContain('Sunday');
  });
});

test('serials and instants agree in both systems', () => {
  expect(toSerial('2026-03-31T12:00:00Z', false)).toBe(46112.5);
  expect(toSerial('2026-03-31T12:00:00Z', true)).toBe(44650.5);
  expect(() => toSerial('soon', false)).toThrow(RangeError);
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2958465 }), (serial) => {
      const date = serialToDate(serial, false);
      expect(toSerial(`${date}T00:00:00Z`, false)).toBe(serial);
      if (serial >= 1462) expect(serialToDate(serial - 1462, true)).toBe(date);
      const before = dayOf(String(serialToDate(serial - 1, false)));
      if (serial > 61) expect(dayOf(String(date))).toBe((before ?? 0) + 1);
    }),
  );
});
