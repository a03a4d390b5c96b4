import { describe, expect, test } from '@jest/globals';
import { currenciesOf, currenciesOfFormat } from '../../src/domain/currency-marks.ts';
import type { CellValue, PayoutField, Problem, SheetTable } from '../../src/domain/index.ts';
import { cellAddress } from '../../src/domain/index.ts';
import { check, fieldOrder, payoutTable } from '../support/builders.ts';

describe('currenciesOfFormat', () => {
  test.each([
    ['[$€-407] #,##0.00', 'EUR'],
    ['#,##0.00 [$€-1]', 'EUR'],
    ['"$"#,##0.00', 'USD'],
    ['$#,##0.00', 'USD'],
    ['\\$#,##0.00', 'USD'],
    ['[$USD] #,##0.00', 'USD'],
    ['[$US$]#,##0', 'USD'],
    ['[$$-409]#,##0.00', 'USD'],
    ['[$$-en-US]#,##0.00', 'USD'],
    ['[$$-1009]#,##0.00', 'CAD'],
    ['_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', 'USD'],
    ['_("$"* #,##0.00_)', 'USD'],
    ['_-* #,##0.00\\ "EUR"_-', 'EUR'],
    ['#,##0.00 [$CHF]', 'CHF'],
    ['[$¥-411]#,##0', 'JPY'],
    ['[$¥-804]#,##0', 'CNY'],
    ['[$£-809]#,##0.00', 'GBP'],
    ['[Red][$€-2] 0', 'EUR'],
    ['[$KWD] 0.000', 'KWD'],
  ])('%s shows %s', (format, currency) => {
    expect(currenciesOfFormat(format)?.[0]).toBe(currency);
  });

  test.each([
    'General',
    '@',
    '0.00',
    '#,##0.00',
    '[$-409]#,##0.00',
    '[Red]#,##0.00',
    'yyyy-mm-dd',
    '0%',
    '0.00E+00',
    '0.00" EUROS"',
    '#,##0_€',
    '#,##0;[$€-407]#,##0',
    '',
    '"'.repeat(255),
    `${'[$'.repeat(5_000)}`,
  ])('%s shows none', (format) => {
    expect(currenciesOfFormat(format)).toBeNull();
  });

  test('a dollar sign alone can be the dollar of many countries', () => {
    expect(currenciesOf('$')).toContain('AUD');
    expect(currenciesOf('US$')).toEqual(['USD']);
    expect(currenciesOf('xyz')).toBeNull();
  });
});

/** The problems of one row, as `code at cell`. */
function codes(fields: Partial<Record<PayoutField, CellValue>>, format = 'General', defaultCurrency = 'USD') {
  return problems(fields, format, defaultCurrency).map(
    ({ code, cell }) => `${code} at ${cell === null ? 'table' : cellAddress(cell)}`,
  );
}

function problems(
  fields: Partial<Record<PayoutField, CellValue>>,
  format: string,
  defaultCurrency: string,
): Problem[] {
  return check(table(fields, format), { defaultCurrency }).problems;
}

function table(fields: Partial<Record<PayoutField, CellValue>>, format: string): SheetTable {
  const numberFormats = [fieldOrder.map((field) => (field === 'amount' ? format : 'General'))];
  return payoutTable([fields], { numberFormats });
}

describe('the currency of a row', () => {
  test.each(['"$"#,##0.00', '[$USD] 0.00', '[$$-409]0.00', '0.00', 'General'])(
    'USD in the column agrees with the format %s',
    (format) => {
      expect(codes({ currency: 'usd' }, format)).toEqual([]);
    },
  );

  test.each([
    ['column and format', { currency: 'USD' }, '[$€-407] 0.00', ['currency-disagrees at G5']],
    [
      'column and text',
      { currency: 'USD', amount: '€ 5' },
      'General',
      ['currency-disagrees at G5', 'amount-is-text at G5'],
    ],
    [
      'text and format',
      { currency: '', amount: '$ 5' },
      '[$€-407] 0.00',
      ['currency-disagrees at G5', 'amount-is-text at G5'],
    ],
    [
      'a column and the dollar of another country',
      { currency: 'USD' },
      '[$$-1009]0',
      ['currency-disagrees at G5'],
    ],
  ])('a disagreement between %s is a problem', (_name, fields, format, expected) => {
    expect(codes(fields, format)).toEqual(expected);
  });

  test.each([
    ['the column', { currency: 'EUR' }, 'General', 'USD', ['currency-not-supported at H5']],
    [
      'the column, also with a dollar sign',
      { currency: 'CAD' },
      '"$"0.00',
      'USD',
      ['currency-not-supported at H5'],
    ],
    [
      'the format, before the default',
      { currency: '' },
      '[$€-407] 0.00',
      'USD',
      ['currency-not-supported at G5'],
    ],
    [
      'the text, before the default',
      { currency: '', amount: '5 €' },
      'General',
      'USD',
      ['currency-not-supported at G5', 'amount-is-text at G5'],
    ],
    ['the default', { currency: '' }, 'General', 'EUR', ['currency-not-supported at table']],
    ['the default, for its sign', { currency: '' }, '"$"0.00', 'CAD', ['currency-not-supported at G5']],
    ['the format, whatever the default', { currency: '' }, '[$USD] 0.00', 'EUR', []],
  ])('comes from %s', (_name, fields, format, defaultCurrency, expected) => {
    expect(codes(fields, format, defaultCurrency)).toEqual(expected);
  });

  test.each([
    ['JPY', 1234, []],
    ['JPY', 1234.5, ['amount-has-fraction-of-cent at G5']],
    ['KWD', 1.234, []],
    ['KWD', 1.2345, ['amount-has-fraction-of-cent at G5']],
    ['EUR', 1.234, ['amount-has-fraction-of-cent at G5']],
  ])('%s %d is read with its own decimals before it is refused', (currency, amount, expected) => {
    expect(codes({ currency, amount })).toEqual([...expected, 'currency-not-supported at H5']);
  });

  test('says which sources disagree', () => {
    expect(problems({ currency: 'USD' }, '[$€-407] 0.00', 'USD')[0]?.message).toBe(
      'The currency of this amount is not certain: the currency column says USD, its number format shows EUR. Make them agree.',
    );
  });
});

describe('the correction of a text amount', () => {
  const correction = (fields: Partial<Record<PayoutField, CellValue>>, defaultCurrency = 'USD') =>
    problems(fields, 'General', defaultCurrency).find(({ code }) => code === 'amount-is-text')?.correction ??
    null;

  test.each([
    [{ amount: '1.234,56' }, { kind: 'text-to-number', to: 1234.56 }],
    [{ amount: '$ 1 000' }, { kind: 'text-to-number', to: 1000 }],
    [
      { amount: 'USD 12', currency: '' },
      { kind: 'text-to-number', to: 12 },
    ],
    [
      { amount: '€ 12', currency: 'EUR' },
      { kind: 'text-to-number', to: 12 },
    ],
    [{ amount: '€ 12', currency: '' }, null],
    [{ amount: '€ 12', currency: 'USD' }, null],
  ])('of %j is %j: none may lose the currency with the sign', (fields, expected) => {
    expect(correction(fields)).toEqual(expected);
  });

  test('of an ambiguous one comes from the rest of its column', () => {
    const amounts = (values: string[]) =>
      check(payoutTable(values.map((amount, index) => ({ amount, entity: `ent_${index}` }))))
        .problems.filter(({ field }) => field === 'amount')
        .map(({ code, correction: offered }) => offered?.to ?? code);
    expect(amounts(['1.234', '7,5'])).toEqual([1234, 7.5]);
    expect(amounts(['1.234', '1,000.50'])).toEqual([1.234, 1000.5]);
    expect(amounts(['1.234', '7'])).toEqual(['amount-is-ambiguous', 7]);
    expect(amounts(['1.234', '7,5', '7.5'])).toEqual(['amount-is-ambiguous', 7.5, 7.5]);
  });
});

test('a currency with a character that nobody sees can be mended, one with a look-alike letter cannot', () => {
  const [hidden] = problems({ currency: 'US\u200bD' }, 'General', 'USD');
  expect(hidden).toMatchObject({
    code: 'currency-malformed',
    correction: { kind: 'remove-invisible', to: 'USD' },
  });
  const [lookalike] = problems({ currency: 'U\u0405D' }, 'General', 'USD');
  expect(lookalike?.message).toContain('only looks like a Latin one');
  expect(lookalike?.correction).toBeUndefined();
});
