import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { minorUnitDigits } from '../../src/contract/index.ts';
import { columnNotation } from '../../src/domain/amount-notation.ts';
import { readAmount } from '../../src/domain/check-amount.ts';
import { finish, unpaced } from '../../src/domain/steps.ts';
import {
  certainReading,
  parseTextAmount,
  unitsOfDecimal,
  type Notation,
} from '../../src/domain/text-amount.ts';

/** `-1234.56` as far as it is certain, `1234|1.234` where two things can be meant, null for what is no amount. */
function read(text: string, notation: Notation | null = null): string | null {
  const amount = parseTextAmount(text);
  if (amount === null) return null;
  const sign = amount.negative ? '-' : '';
  const certain = certainReading(amount, notation);
  return certain === null ? `${amount.readings.point ?? ''}|${amount.readings.comma ?? ''}` : sign + certain;
}

describe('parseTextAmount', () => {
  test.each([
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1 234,56', '1234.56'],
    ['1 234.56', '1234.56'],
    ["1'234.50", '1234.50'],
    ['1’234,5', '1234.5'],
    ['1\u00a0234\u00a0567,89', '1234567.89'],
    ['1\u2009234.5', '1234.5'],
    ['1\u202f234,5', '1234.5'],
    ['1,234,567', '1234567'],
    ['1.234.567', '1234567'],
    ['1 000', '1000'],
    ['1000', '1000'],
    ['0,500', '0.500'],
    ['1234,567', '1234.567'],
    ['12,5', '12.5'],
    ['.5', '0.5'],
    ['007', '7'],
    ['(500)', '-500'],
    ['($1,000.00)', '-1000.00'],
    ['500-', '-500'],
    ['\u2212 5.25', '-5.25'],
    ['+5', '5'],
    ['$ 1 000', '1000'],
    ['-$5', '-5'],
    ['$-5', '-5'],
    ['USD 12', '12'],
    ['12 usd', '12'],
    ['1.234,56 €', '1234.56'],
    ['€1.234,56', '1234.56'],
    ['$1,000.50 USD', '1000.50'],
    ['Fr. 500.50', '500.50'],
    ['$.50', '0.50'],
    ['\u200e1,234.50\u200b', '1234.50'],
  ])('%j is %s', (text, decimal) => {
    expect(read(text)).toBe(decimal);
  });

  test.each([
    ['1,234', '1234|1.234'],
    ['1.234', '1.234|1234'],
    ['$ 12,345', '12345|12.345'],
  ])('%j is one of %s, and what its column says when that is known', (text, either) => {
    expect(read(text)).toBe(either);
    expect([read(text, 'point'), read(text, 'comma')]).toEqual(either.split('|'));
  });

  test.each(['1,23,456.00', '12 34', '1 2345', '1,234 567.00', '1.234.56', '1,,234', '500,-', '5.'])(
    '%j is grouped like no number',
    (text) => {
      expect(read(text)).toBe('|');
    },
  );

  test.each([
    '',
    '$',
    '.',
    'tbd',
    '1e5',
    '5%',
    '1/2',
    '-(5)',
    '(5',
    '5)',
    '--5',
    '€ 5 USD',
    'USD EUR 5',
    'abc 5',
    'Q1 5',
    '1²',
    '٣',
    '9'.repeat(61),
  ])('%j is no amount', (text) => {
    expect(read(text)).toBeNull();
  });

  test('names the currencies that are meant', () => {
    expect(parseTextAmount('EUR 5')?.currencies).toEqual(['EUR']);
    expect(parseTextAmount('5 €')?.currencies).toEqual(['EUR']);
    expect(parseTextAmount('$5')?.currencies).toContain('USD');
    expect(parseTextAmount('$5')?.currencies).toContain('CAD');
    expect(parseTextAmount('$5 CAD')?.currencies).toEqual(['CAD']);
    expect(parseTextAmount('5')?.currencies).toBeNull();
  });

  test('takes no longer for texts that are made to be slow', () => {
    for (const text of ['1,'.repeat(20_000), ' '.repeat(30_000) + 'x', '('.repeat(30_000), '1 '.repeat(29)]) {
      expect(read(text) ?? '|').toBe('|');
    }
  });
});

/** How people write an amount: grouping sign, decimal sign, and the decimals as the currency has them. */
const styles = [
  [',', '.'],
  ['.', ','],
  [' ', ','],
  [' ', '.'],
  ['\u00a0', ','],
  ['\u2009', '.'],
  ["'", '.'],
  ['’', ','],
  ['', '.'],
  ['', ','],
] as const;

function written(units: number, digits: number, [group, decimal]: readonly [string, string]): string {
  const text = String(units).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, group);
  return digits === 0 ? whole : `${whole}${decimal}${text.slice(-digits)}`;
}

test('whatever is written in any notation is read back to the cent, and so is its correction', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999_999_999_999_999 }),
      fc.constantFrom(...styles),
      fc.constantFrom('USD', 'JPY'),
      fc.constantFrom('', '$', 'USD ', '¥'),
      (units, style, currency, mark) => {
        const text = `${mark}${written(units, minorUnitDigits(currency), style)}`;
        const notation = style[1] === '.' ? 'point' : 'comma';
        const reading = readAmount(text, currency, notation);
        if (reading.ok || reading.correction === undefined) throw new Error(`${text}: no correction`);
        expect(reading.code).toBe('amount-is-text');
        expect(readAmount(reading.correction.to, currency)).toEqual({ ok: true, amountCents: units });
        const alone = certainReading(
          parseTextAmount(text) ?? {
            currencies: null,
            negative: false,
            readings: { point: null, comma: null },
          },
          null,
        );
        if (alone !== null) {
          expect(unitsOfDecimal(alone, minorUnitDigits(currency))).toEqual({ ok: true, units });
        } else expect(currency).toBe('JPY');
      },
    ),
    { numRuns: 2000 },
  );
});

/** All that a text of digits and separators can mean to anybody, found by other means than the reader's. */
function everyMeaning(text: string): Set<number> {
  const meanings = new Set<number>();
  for (const decimal of ['.', ',']) {
    for (const group of [' ', "'", '.', ','].filter((sign) => sign !== decimal)) {
      const pattern = new RegExp(`^(\\d+|[1-9]\\d{0,2}(?:[${group}]\\d{3})+)?(?:[${decimal}](\\d+))?$`);
      const parts = pattern.exec(text);
      if (parts === null || (parts[1] ?? parts[2]) === undefined) continue;
      meanings.add(Number(`${(parts[1] ?? '0').replace(/\D/g, '')}.${parts[2] ?? '0'}`));
    }
  }
  return meanings;
}

test('what can mean two things is never taken as one, and what means one thing is', () => {
  const piece = fc.constantFrom('0', '1', '23', '456', '789', '000', ',', '.', ' ', "'");
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join('').trim()),
      (text) => {
        const certain = read(text);
        const meanings = everyMeaning(text);
        if (certain === null || certain.includes('|')) expect(meanings.size).not.toBe(1);
        else expect([...meanings]).toEqual([Number(certain)]);
      },
    ),
    { numRuns: 5000 },
  );
});

describe('columnNotation', () => {
  test.each<[string[], Notation | null]>([
    [['1,234', '5'], null],
    [['1,234', '1,234.50'], 'point'],
    [['1.234', '12,5', '7'], 'comma'],
    [['1,234.50', '12,5'], null],
    [['1.234.567'], 'comma'],
    [['tbd', '1,23,4'], null],
  ])('%j: %s', (values, notation) => {
    const rows = [...values, 12.5, '', true].map((value, index) => ({
      index,
      rowIndex: index,
      hidden: false,
      cells: ['other', value],
    }));
    expect(finish(columnNotation(rows, 1, unpaced))).toBe(notation);
  });
});

describe('readAmount of text', () => {
  test.each([
    [
      '1.234,56',
      '“1.234,56” is text that reads as 1,234.56. Convert the cell to a number, or type the amount again.',
      1234.56,
    ],
    [
      '(500)',
      '“(500)” is text that reads as -500. Convert the cell to a number, or type the amount again.',
      -500,
    ],
    [
      '1234,567',
      '“1234,567” is text that reads as 1,234.567. Convert the cell to a number, or type the amount again.',
      1234.567,
    ],
  ])('%j offers what it reads as', (text, message, to) => {
    const correction = { kind: 'text-to-number', to };
    expect(readAmount(text, 'USD')).toEqual({ ok: false, code: 'amount-is-text', message, correction });
  });

  test('offers nothing where the digits are grouped like no number, and refuses more digits than Excel keeps', () => {
    expect(readAmount('1,23,456.00', 'USD')).toEqual({
      ok: false,
      code: 'amount-is-text',
      message:
        '“1,23,456.00” is text, and its digits are not grouped as those of a number. Type the amount as a number.',
    });
    expect(readAmount('99,999,999,999,999.99', 'USD')).toMatchObject({ code: 'amount-too-large' });
  });

  test('takes the notation of the column for what is ambiguous alone', () => {
    expect(readAmount('1,234', 'USD')).toMatchObject({ code: 'amount-is-ambiguous' });
    expect(readAmount('1,234', 'USD', 'point')).toMatchObject({ correction: { to: 1234 } });
    expect(readAmount('1.234', 'KWD', 'point')).toMatchObject({ correction: { to: 1.234 } });
  });
});
