import { describe, expect, test } from '@jest/globals';
import { bicAgreesWithIban } from '../../../src/domain/bank/bic-agrees-with-iban.ts';
import { checkBic } from '../../../src/domain/bank/check-bic.ts';

/** As banks of thirty countries publish their own. */
const published = (
  'CHASUS33 CHASUS33XXX BOFAUS3N CITIUS33 WFBIUS6S DEUTDEFF DEUTDEFF500 COBADEFFXXX BNPAFRPP SOGEFRPP BARCGB22 ' +
  'MIDLGB22 NWBKGB2L UBSWCHZH80A ABNANL2A INGBNL2A RABONL2U UNCRITMM BCITITMM BBVAESMM BSCHESMM KREDBEBB GEBABEBB ' +
  'BKAUATWW NDEAFIHH DABADKKK DNBANOKK SWEDSESS AIBKIE2D CGDIPTPL BPKOPLPW GIBACZPX OTPVHUHB HSBCHKHH DBSSSGSG ' +
  'ANZBAU3M ROYCCAT2 BOTKJPJT SBININBB EBILAEAD ISBKTRIS POALILIT NLPRXKPR BGLLLULL'
).split(' ');

describe('checkBic', () => {
  test.each(published)('takes %s', (bic) => {
    expect(checkBic(bic)).toEqual({ kind: 'valid', bic, country: bic.slice(4, 6) });
  });

  test.each([
    ['deutdeff', { kind: 'valid', bic: 'DEUTDEFF', country: 'DE' }],
    [' DEUTDEFF ', { kind: 'valid', bic: 'DEUTDEFF', country: 'DE' }],
    ['', { kind: 'wrong-length', actual: 0 }],
    ['DEUTDEF', { kind: 'wrong-length', actual: 7 }],
    ['DEUTDEFF5', { kind: 'wrong-length', actual: 9 }],
    ['DEUTDEFF5000', { kind: 'wrong-length', actual: 12 }],
    ['DEUT DE FF', { kind: 'strange-character', position: 5 }],
    ['DEUTDЕFF', { kind: 'strange-character', position: 6 }],
    ['DEU7DEFF', { kind: 'digit-for-letter', position: 4 }],
    ['DEUTD3FF', { kind: 'digit-for-letter', position: 6 }],
    ['DEUTZZFF', { kind: 'no-such-country', country: 'ZZ' }],
    ['DEUTUKFF', { kind: 'no-such-country', country: 'UK' }],
    ['DEUTDEF0', { kind: 'test-bic' }],
    ['021000021', { kind: 'wrong-length', actual: 9 }],
  ])('%s is %p', (bic, expected) => {
    expect(checkBic(bic)).toEqual(expected);
  });
});

describe('bicAgreesWithIban', () => {
  test.each([
    ['DE', 'DE'],
    ['GG', 'GB'],
    ['JE', 'GB'],
    ['IM', 'GB'],
    ['RE', 'FR'],
    ['NC', 'FR'],
    ['PF', 'FR'],
    ['FR', 'MC'],
    ['MC', 'MC'],
    ['AX', 'FI'],
  ])('a bank of %s holds accounts of %s', (bic, iban) => {
    expect(bicAgreesWithIban(bic, iban)).toBe(true);
  });

  test.each([
    ['DE', 'AT'],
    ['GB', 'IE'],
    ['GI', 'GB'],
    ['US', 'GB'],
    ['CH', 'LI'],
    ['DK', 'FO'],
  ])('a bank of %s holds none of %s', (bic, iban) => {
    expect(bicAgreesWithIban(bic, iban)).toBe(false);
  });
});
