import { describe, expect, test } from '@jest/globals';
import { checkIban, isMeantAsIban } from '../../../src/domain/bank/check-iban.ts';
import { usesIban } from '../../../src/domain/bank/countries.ts';
import { publishedIbans } from './published-ibans.ts';
import { adjacentTranspositions, singleDigitErrors } from './typing-errors.ts';

describe('checkIban', () => {
  test.each(publishedIbans)('takes the example of the registry %s, and none of another length', (iban) => {
    const country = iban.slice(0, 2);
    expect(checkIban(iban)).toEqual({ kind: 'valid', iban, country });
    const wrongLength = { kind: 'wrong-length', country, expected: iban.length };
    expect(checkIban(iban.slice(0, -1))).toEqual({ ...wrongLength, actual: iban.length - 1 });
    expect(checkIban(`${iban}0`)).toEqual({ ...wrongLength, actual: iban.length + 1 });
    expect(isMeantAsIban(iban)).toBe(true);
    expect(isMeantAsIban(iban.slice(0, -1))).toBe(true);
  });

  test('the examples are of more than 80 countries', () => {
    expect(new Set(publishedIbans.map((iban) => iban.slice(0, 2))).size).toBeGreaterThan(80);
  });

  test('spaces and small letters are the printed form', () => {
    expect(checkIban(' gb29 nwbk 6016 1331 9268 19 ')).toEqual({
      kind: 'valid',
      iban: 'GB29NWBK60161331926819',
      country: 'GB',
    });
  });

  test.each([
    ['', { kind: 'no-such-country', country: '' }],
    ['ZZ29NWBK60161331926819', { kind: 'no-such-country', country: 'ZZ' }],
    ['US29NWBK60161331926819', { kind: 'country-without-iban', country: 'US' }],
    ['GB29-NWBK-6016-1331-9268-19', { kind: 'strange-character', position: 5 }],
    ['GB29NWBK6016133192681О', { kind: 'strange-character', position: 22 }],
    ['GB29NWBK6016I331926819', { kind: 'wrong-structure', country: 'GB' }],
    ['DE8937040044O532013000', { kind: 'wrong-structure', country: 'DE' }],
    ['GBX9NWBK60161331926819', { kind: 'wrong-structure', country: 'GB' }],
    ['GB28NWBK60161331926819', { kind: 'wrong-check-digits', country: 'GB' }],
    ['NL91ABNA0417164301', { kind: 'wrong-check-digits', country: 'NL' }],
    ['BE82539007547035', { kind: 'wrong-check-digits', country: 'BE' }],
  ])('%s is %p', (iban, expected) => {
    expect(checkIban(iban)).toEqual(expected);
  });

  test('check digits of the country that are wrong under right ones of the IBAN', () => {
    // In Belgium the last two digits are the first ten modulo 97, which is 34 here.
    expect(checkIban(withRightCheckDigits('BE', '539007547035'))).toEqual({
      kind: 'wrong-national-check',
      country: 'BE',
    });
  });

  test('99 is no pair of check digits, though it leaves the remainder that 02 leaves', () => {
    const twin = withCheckDigits02();
    expect(checkIban(twin).kind).toBe('valid');
    expect(checkIban(`${twin.slice(0, 2)}99${twin.slice(4)}`).kind).toBe('wrong-check-digits');
  });

  test('catches every wrong digit and every transposition that the checksum can see', () => {
    const wrong = publishedIbans.flatMap(singleDigitErrors);
    const swapped = publishedIbans.flatMap(adjacentTranspositions);
    const isMissed = (text: string) => checkIban(text).kind === 'valid';
    expect(wrong.filter(isMissed)).toEqual([]);
    // B counts as 11, M as 22 and X as 33, so that 1B and B1 are both 111: no checksum of digits tells them apart.
    const blind = publishedIbans.flatMap((iban) =>
      ['1B', 'B1', '2M', 'M2', '3X', 'X3'].flatMap((pair) =>
        [...iban.matchAll(new RegExp(pair, 'g'))].map(
          ({ index }) => iban.slice(0, index) + pair.charAt(1) + pair.charAt(0) + iban.slice(index + 2),
        ),
      ),
    );
    const missed = swapped.filter(isMissed);
    expect(missed.filter((text) => !blind.includes(text))).toEqual([]);
    const share = ((100 * (swapped.length - missed.length)) / swapped.length).toFixed(2);
    process.stdout.write(
      `IBANs: ${wrong.length} of ${wrong.length} wrong digits caught, ` +
        `${swapped.length - missed.length} of ${swapped.length} transpositions (${share} %)\n`,
    );
  });
});

test.each(['123456789', 'US64SVBKUS6S3300958879', 'CHK123456', '0532013000', 'AB12'])(
  '%s is not meant as an IBAN',
  (text) => {
    expect(isMeantAsIban(text)).toBe(false);
  },
);

test('usesIban says whose accounts have one', () => {
  expect(['GB', 'DE', 'FR', 'AE', 'XK', 'BR'].filter((country) => !usesIban(country))).toEqual([]);
  expect(['US', 'CA', 'AU', 'SG', 'HK', 'JP', 'ZZ'].filter(usesIban)).toEqual([]);
});

/** ISO 7064, mod 97-10, by whole numbers, so that a test has digits that the check did not make. */
function withRightCheckDigits(country: string, bban: string): string {
  const digits = [...`${bban}${country}00`].map((character) => String(parseInt(character, 36))).join('');
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${bban}`;
}

function withCheckDigits02(): string {
  for (let account = 0; ; account += 1) {
    const iban = withRightCheckDigits('LT', `10000${String(account).padStart(11, '0')}`);
    if (iban.startsWith('LT02')) return iban;
  }
}
