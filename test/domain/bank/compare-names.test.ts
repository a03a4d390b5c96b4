import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareNames } from '../../../src/domain/bank/compare-names.ts';

describe('compareNames', () => {
  test('the same', () => {
    expect(compareNames('Blue Oak Capital LLC', 'Blue Oak Capital LLC')).toBe('same');
  });

  test.each([
    ['blue oak capital llc', 'BLUE OAK CAPITAL LLC'],
    ['Blue Oak Capital, L.L.C.', 'Blue Oak Capital LLC'],
    ['Blue Oak Capital L. L. C.', 'Blue Oak Capital LLC'],
    ['Blue Oak Capital', 'Blue Oak Capital LLC'],
    ['Blue Oak Capital Limited Liability Company', 'Blue Oak Capital LLC'],
    ['Blue Oak Fund II, L.P.', 'Blue Oak Fund II LP'],
    ['Blue Oak Fund I L P', 'Blue Oak Fund I, L.P.'],
    ['Blue Oak Fund II Limited Partnership', 'Blue Oak Fund II LP'],
    ['Blue Oak Ltd.', 'Blue Oak Limited'],
    ['Blue Oak Pte. Ltd.', 'Blue Oak Private Limited'],
    ['Blue Oak Pty Ltd', 'Blue Oak Ltd'],
    ['Blue Oak Inc', 'Blue Oak, Incorporated'],
    ['Blue Oak Corp.', 'Blue Oak Corporation'],
    ['Müller GmbH', 'Muller GmbH'],
    ['Müller GmbH & Co. KG', 'Müller GmbH & Co KG'],
    ['Eiche Beteiligungs-GmbH', 'Eiche Beteiligungs GmbH'],
    ['Blue Oak S.à r.l.', 'Blue Oak SARL'],
    ['Blue Oak S. à r.l.', 'Blue Oak S.A R.L.'],
    ['Dąb Sp. z o.o.', 'Dąb'],
    ['Nordisk Eg A/S', 'Nordisk Eg AS'],
    ['Østergård ApS', 'Ostergard APS'],
    ['Straße AG', 'Strasse AG'],
    ['The Blue Oak Trust', 'Blue Oak Trust'],
    ['Blue Oak Trust, The', 'The Blue Oak Trust'],
    ['Oak & Ash Partners', 'Oak and Ash Partners'],
    ['Oak + Ash Partners', 'Oak & Ash Partners'],
    ["O'Hara Holdings", 'OHara Holdings'],
    ['O’Hara Holdings', "O'Hara Holdings"],
    ['Investor, Individual', 'Individual Investor'],
    ['Investor, Individual Q.', 'Individual Q Investor'],
    ['J. P. Ash', 'JP Ash'],
    ['Ash-Oak Fund', 'Ash Oak Fund'],
    ['BlueOak Fund 3', 'Blue Oak Fund 3'],
    ['  Blue  Oak\u00a0Fund ', 'Blue Oak Fund'],
    ['Blue Oak\u200b Fund', 'Blue Oak Fund'],
    ['Ｂｌｕｅ Oak', 'Blue Oak'],
  ])('%s is forgiven beside %s', (one, other) => {
    expect(compareNames(one, other)).toBe('forgiven');
    expect(compareNames(other, one)).toBe('forgiven');
  });

  test.each([
    ['Blue Oak Capital LLC', 'Blue Ash Capital LLC'],
    ['Blue Oak Fund LLC', 'Blue Oak Fund LP'],
    ['Blue Oak Inc', 'Blue Oak Ltd'],
    ['Blue Oak GP LLC', 'Blue Oak LLC'],
    ['Blue Oak Fund II LP', 'Blue Oak Fund III LP'],
    ['Blue Oak Fund 1', 'Blue Oak Fund 11'],
    ['Blue Oak Fund 1 1', 'Blue Oak Fund 11'],
    ['Fund 1 Series 2', 'Fund 2 Series 1'],
    ['Blue Oak Family Trust', 'Blue Oak Family'],
    ['Individual Investor Jr', 'Individual Investor Sr'],
    ['Individual Investor', 'Individual A Investor'],
    ['Blue Oak', 'Вlue Oak'],
    ['Blue Oak', ''],
    ['LLC', 'LP'],
    ['Blue Oaks', 'Blue Oak'],
    ['The', 'Blue Oak'],
  ])('%s differs from %s', (one, other) => {
    expect(compareNames(one, other)).toBe('differs');
    expect(compareNames(other, one)).toBe('differs');
  });

  test('says the same of both directions, and never that a name differs from itself in capitals', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abcdi vx.,&12 LP'), minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(compareNames(one, other)).toBe(compareNames(other, one));
      }),
    );
    fc.assert(
      fc.property(name, (one) => {
        fc.pre(/[a-d]{3}/.test(one));
        expect(compareNames(one, one.toUpperCase())).not.toBe('differs');
      }),
    );
  });
});
