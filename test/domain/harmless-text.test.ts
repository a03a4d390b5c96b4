import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asReadBack, harmlessLink, harmlessText } from '../../src/domain/index.ts';

describe('harmlessText', () => {
  test.each([
    ['', ''],
    ['staged', 'staged'],
    ['recipient_confirmed', 'recipient_confirmed'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1+1', "'=1+1"],
    ['\u0000=1', "'=1"],
    ['1e5', "'1e5"],
    ['2026-03-31', "'2026-03-31"],
    ['TRUE', "'TRUE"],
    ['May 5', "'May 5"],
    ['maybe', 'maybe'],
    ["'quoted", "''quoted"],
    ['＝1+1', "'＝1+1"],
    ['two\r\nlines', 'two lines'],
  ])('%j is written as %j', (text, written) => {
    expect(harmlessText(text)).toBe(written);
  });

  test('is one line that no cell takes for a formula, and is read back without its apostrophe', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const written = harmlessText(text);
        expect(written).toMatch(/^($|'|\p{L})/u);
        expect(written.length).toBeLessThanOrEqual(251);
        expect(written).not.toMatch(/[\n\r\t]/);
        expect(written === asReadBack(written) || written === `'${asReadBack(written)}`).toBe(true);
      }),
    );
  });
});

test.each([
  ['https://portal.example/d/1', 'https://portal.example/d/1'],
  ['http://portal.example', null],
  ['javascript:alert(1)', null],
  ['https:///x', null],
  ['https://a.example/"x', null],
  ['file:///etc', null],
  [null, null],
])('harmlessLink(%j) is %j', (url, expected) => {
  expect(harmlessLink(url)).toBe(expected);
});
