import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDate } from '../../src/domain/check-date.ts';
import { serialToDate } from '../../src/domain/serial-dates.ts';
import { parseTextDate } from '../../src/domain/text-date.ts';

describe('parseTextDate', () => {
  test.each([
    '31.12.2027',
    '31. 12. 2027',
    '31/12/2027',
    '12/31/2027',
    '12-31-2027',
    '2027/12/31',
    '2027.12.31',
    '20271231',
    '31 Dec 2027',
    '31-dec-2027',
    'Dec 31, 2027',
    'DECEMBER 31st, 2027',
    'Friday, 31st of December 2027',
    'Fri 31 Dec 2027',
    '31. Dezember 2027',
    '31 décembre 2027',
    '31 de diciembre de 2027',
    '2027-12-31T00:00:00Z',
    '2027-12-31 00:00',
    ' 31\u00a0Dec\u00a02027\u200b',
  ])('%j is the last day of 2027', (text) => {
    expect(parseTextDate(text)).toEqual({ days: ['2027-12-31'], shortYear: false });
  });

  test.each([
    ['03/04/2027', ['2027-04-03', '2027-03-04'], false],
    ['3.4.2027', ['2027-04-03', '2027-03-04'], false],
    ['1-2-27', ['2027-02-01', '2027-01-02'], true],
    ['4/4/2027', ['2027-04-04'], false],
    ['31-Dec-27', ['2027-12-31'], true],
  ])('%j can be %j', (text, days, shortYear) => {
    expect(parseTextDate(text)).toEqual({ days, shortYear });
  });

  test.each([
    '',
    'soon',
    'Q4 2027',
    'Dec 2027',
    '30.02.2027',
    '31 Nov 2027',
    '13/13/2027',
    '2027-12-31T10:00:00Z',
    '12/2027',
    '31/12-2027',
    '1.2.3',
    '5 Mary 2027',
    'x'.repeat(30_000),
    '1 '.repeat(10_000),
  ])('%j is no date', (text) => {
    expect(parseTextDate(text)).toBeNull();
  });

  test('means the day that was written, and only where day and month can be changed over another one too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2958465 }), (serial) => {
        const date = String(serialToDate(serial, false));
        const [year = '', month = '', day = ''] = date.split('-');
        const twice = Number(day) <= 12 && day !== month;
        for (const text of [`${day}.${month}.${year}`, `${month}/${day}/${year}`]) {
          const days = parseTextDate(text)?.days ?? [];
          expect(days).toContain(date);
          expect(days).toHaveLength(twice ? 2 : 1);
        }
        expect(parseTextDate(`${year}/${month}/${day}`)?.days).toEqual([date]);
      }),
    );
  });
});

describe('readDate of text', () => {
  test('shows both readings of an ambiguous order, and offers none', () => {
    expect(readDate('03/04/2027', false)).toEqual({
      date: null,
      findings: [
        {
          code: 'date-order-ambiguous',
          message:
            '“03/04/2027” can be April 3, 2027 or March 4, 2027. Enter a date, or write it as 2027-04-03 or 2027-03-04.',
        },
      ],
    });
  });

  test('offers the only reading as ISO text, which is the same in every date system', () => {
    expect(readDate('31.12.2027', true)).toEqual({
      date: null,
      findings: [
        {
          code: 'date-is-text',
          message:
            '“31.12.2027” is text that reads as December 31, 2027. Enter a date, or write it as 2027-12-31.',
          correction: { kind: 'date-to-iso', to: '2027-12-31' },
        },
      ],
    });
    expect(readDate('2027-12-31', true)).toEqual({ date: '2027-12-31', findings: [] });
  });

  test('offers nothing for a year of two digits', () => {
    expect(readDate('31-Dec-27', false)).toEqual({
      date: null,
      findings: [
        {
          code: 'date-is-text',
          message:
            '“31-Dec-27” is text whose year has two digits, perhaps December 31, 2027. Enter a date, or write it as YYYY-MM-DD.',
        },
      ],
    });
  });
});
