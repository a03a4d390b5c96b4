import { describe, expect, test } from '@jest/globals';
import { checkRoutingNumber } from '../../../src/domain/bank/check-routing-number.ts';
import { adjacentTranspositions, singleDigitErrors } from './typing-errors.ts';

/** Those of the Federal Reserve Banks and of large banks, as each publishes its own. */
const published = (
  '011000015 021001208 031000040 041000014 051000033 061000146 064000101 071000301 081000045 091000080 101000048 ' +
  '111000038 112000011 121000374 122000166 021000021 026009593 121000358 111000025 122000247 121000248 091000019 ' +
  '071000013 322271627 267084131 044000037 021000089 021000018 031000053 256074974 314074269 124003116 000000518'
).split(' ');

describe('checkRoutingNumber', () => {
  test.each(published)('takes %s', (routingNumber) => {
    expect(checkRoutingNumber(routingNumber)).toEqual({ kind: 'valid', routingNumber });
  });

  test('a number without a leading zero is one', () => {
    expect(checkRoutingNumber(121_000_358)).toEqual({ kind: 'valid', routingNumber: '121000358' });
  });

  test.each([
    [21_000_021, { kind: 'lost-leading-zero', meant: '021000021' }],
    ['21000021', { kind: 'lost-leading-zero', meant: '021000021' }],
    ['21000022', { kind: 'wrong-length', digits: 8 }],
    ['', { kind: 'wrong-length', digits: 0 }],
    ['0210000210', { kind: 'wrong-length', digits: 10 }],
    ['021000022', { kind: 'wrong-checksum' }],
    ['123456789', { kind: 'wrong-checksum' }],
    ['000000000', { kind: 'all-zeros' }],
    ['800000001', { kind: 'travelers-checks' }],
    ['021 000 021', { kind: 'not-digits', position: 4 }],
    ['02100002l', { kind: 'not-digits', position: 9 }],
    ['０21000021', { kind: 'not-digits', position: 1 }],
    [-21_000_021, { kind: 'not-digits', position: 1 }],
    [true, { kind: 'not-digits', position: 1 }],
  ])('%p is %p', (value, expected) => {
    expect(checkRoutingNumber(value)).toEqual(expected);
  });

  test('of the hundred prefixes, 37 are allotted and 80 is set apart', () => {
    const kinds = Array.from({ length: 100 }, (_, prefix) => {
      const start = String(prefix).padStart(2, '0');
      const all = Array.from({ length: 10 }, (__, last) => checkRoutingNumber(`${start}100000${last}`).kind);
      return all.find((kind) => kind !== 'wrong-checksum');
    });
    expect(kinds.filter((kind) => kind === 'valid')).toHaveLength(37);
    expect(kinds.filter((kind) => kind === 'prefix-not-allotted')).toHaveLength(62);
    expect(kinds[80]).toBe('travelers-checks');
  });

  test('catches every wrong digit, and every two that changed places unless they differ by five', () => {
    const wrong = published.flatMap(singleDigitErrors);
    const swapped = published.flatMap(adjacentTranspositions);
    const caught = (text: string) => checkRoutingNumber(text).kind !== 'valid';
    expect(wrong.filter((text) => !caught(text))).toEqual([]);

    // The weights of two neighbours differ by 4, 6 or 2, so that a difference of five leaves the sum as it was.
    const blind = published.flatMap((number) =>
      adjacentTranspositions(number).filter((_, index) => differences(number)[index] === 5),
    );
    const missed = swapped.filter((text) => !caught(text));
    expect(missed.filter((text) => !blind.includes(text))).toEqual([]);
    // Where the two are the prefix, the allotted ranges can still catch it; nothing else can.
    expect(blind.filter((text) => checkRoutingNumber(text).kind === 'wrong-checksum')).toEqual([]);
    expect(blind.length).toBeGreaterThan(0);
    process.stdout.write(
      `routing numbers: ${wrong.length} of ${wrong.length} wrong digits caught, ` +
        `${swapped.length - missed.length} of ${swapped.length} transpositions ` +
        `(${((100 * (swapped.length - missed.length)) / swapped.length).toFixed(1)} %), ${blind.length} differ by five\n`,
    );
  });
});

/** Of each two neighbours that are not equal, in their order, as `adjacentTranspositions` takes them. */
function differences(number: string): number[] {
  return [...number].slice(1).flatMap((digit, index) => {
    const difference = Math.abs(Number(digit) - Number(number[index]));
    return difference === 0 ? [] : [difference];
  });
}
