import { describe, expect, test } from '@jest/globals';
import { checkAddress, type AddressText } from '../../../src/domain/bank/check-address.ts';
import { countryCodes, meantCountry } from '../../../src/domain/bank/countries.ts';
import { isPoBox } from '../../../src/domain/bank/is-po-box.ts';
import { usStates } from '../../../src/domain/bank/us-addresses.ts';

const address: AddressText = {
  street1: '101 Market Street',
  street2: 'Suite 400',
  city: 'San Francisco',
  state: 'CA',
  postalCode: '94105',
  countryCode: 'US',
};

describe('checkAddress', () => {
  test('finds nothing in a whole address, nor where there is none', () => {
    expect(checkAddress(address)).toEqual([]);
    expect(checkAddress({ ...address, street2: '', postalCode: '94105-1804' })).toEqual([]);
    const blank = { street1: '', street2: '', city: '', state: '', postalCode: '', countryCode: '' };
    expect(checkAddress(blank)).toEqual([]);
    expect(
      checkAddress({ ...blank, street1: 'Bahnhofstrasse 45', city: 'Zürich', countryCode: 'CH' }),
    ).toEqual([]);
  });

  test.each([
    [{ street1: '' }, [{ part: 'street1', kind: 'missing' }]],
    [{ city: '' }, [{ part: 'city', kind: 'missing' }]],
    [{ countryCode: '' }, [{ part: 'countryCode', kind: 'missing' }]],
    [{ state: '' }, [{ part: 'state', kind: 'missing-in-us' }]],
    [{ postalCode: '' }, [{ part: 'postalCode', kind: 'missing-in-us' }]],
    [{ street1: 'P.O. Box 12' }, [{ part: 'street1', kind: 'po-box' }]],
    [{ street2: 'PO Box 12' }, [{ part: 'street2', kind: 'po-box' }]],
    [{ state: 'ca' }, [{ part: 'state', kind: 'not-a-us-state', meant: 'CA' }]],
    [{ state: 'Calif' }, [{ part: 'state', kind: 'not-a-us-state', meant: null }]],
    [{ state: 'New  York' }, [{ part: 'state', kind: 'not-a-us-state', meant: 'NY' }]],
    [{ postalCode: '2134' }, [{ part: 'postalCode', kind: 'zip-lost-zeros', meant: '02134' }]],
    [{ postalCode: '501' }, [{ part: 'postalCode', kind: 'zip-lost-zeros', meant: '00501' }]],
    [{ postalCode: '2134-1000' }, [{ part: 'postalCode', kind: 'zip-lost-zeros', meant: '02134-1000' }]],
    [{ postalCode: '941051804' }, [{ part: 'postalCode', kind: 'not-a-zip-code' }]],
    [{ postalCode: 'EC1A 1BB' }, [{ part: 'postalCode', kind: 'not-a-zip-code' }]],
    [{ countryCode: 'USA' }, [{ part: 'countryCode', kind: 'not-a-country-code', meant: 'US' }]],
    [{ countryCode: 'us' }, [{ part: 'countryCode', kind: 'not-a-country-code', meant: 'US' }]],
    [{ countryCode: 'UK' }, [{ part: 'countryCode', kind: 'not-a-country-code', meant: 'GB' }]],
    [{ countryCode: 'ZZ' }, [{ part: 'countryCode', kind: 'not-a-country-code', meant: null }]],
    [
      { countryCode: 'u.s.', state: 'XX' },
      [
        { part: 'countryCode', kind: 'not-a-country-code', meant: 'US' },
        { part: 'state', kind: 'not-a-us-state', meant: null },
      ],
    ],
  ])('%p has %p', (change, faults) => {
    expect(checkAddress({ ...address, ...change })).toEqual(faults);
  });
});

describe('isPoBox', () => {
  test.each([
    ...[
      'PO Box 12',
      'P.O. Box 12',
      'P.O.Box 12',
      'P O Box 12',
      'p.o. box 12',
      'PO-Box 12',
      'POBox 12',
      'P.0. Box 12',
    ],
    ...[
      'POB 12',
      'P.O.B. 12',
      'P. O. Bx 12',
      'Post Office Box 12',
      'Post Off. Box 12',
      'Postal Box 12',
      'Post Box 12',
    ],
    ...[
      'Postbox 12',
      'c/o Treasury, PO BOX 12',
      'Box 12',
      'Box #12',
      'Box No. 12',
      'P.O. Drawer 12',
      'P.O. 12',
    ],
    ...[
      'GPO Box 12',
      'Locked Bag 12',
      'Lock Box 12',
      'Caller Box 12',
      'Private Mail Bag 12',
      'Postfach 12',
      'Postfach',
    ],
    ...[
      'Postbus 12',
      'Postboks 12',
      'Boîte postale 12',
      'B.P. 12',
      'BP 12',
      'BP n° 12',
      'C.P. 12',
      'Apartado 12',
    ],
    ...['Apartado Postal 12', 'Apdo. 12', 'Casilla 12', 'Caixa Postal 12', 'Casella Postale 12'],
  ])('%s is one', (line) => {
    expect(isPoBox(line)).toBe(true);
  });

  test.each([
    ...[
      '101 Market Street',
      '12 Box Hill Road',
      '1 Boxwood Lane',
      '30 Post Office Square',
      '5 Postal Street',
    ],
    ...['BP Tower, 1 Finsbury Circus', 'RR 2 Box 152', 'HC 73 Box 7', 'Via Po 12', '1 Po Tree'],
    ...['Casilla Street', '7 Apartado Road', 'Poboxton 3', '4 Lockbourne Road', '9 Postfachgasse', ''],
  ])('%s is none', (line) => {
    expect(isPoBox(line)).toBe(false);
  });
});

test('the country codes are those of ISO 3166-1, and XK', () => {
  expect(countryCodes.size).toBe(250);
  expect(countryCodes.has('XK')).toBe(true);
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  expect([...countryCodes].filter((code) => names.of(code) === undefined)).toEqual([]);
  expect(['AN', 'UK', 'EU', 'SU', 'YU', 'ZZ', 'TP', 'usa'].filter((code) => countryCodes.has(code))).toEqual(
    [],
  );
  expect(meantCountry('Germany')).toBeNull();
});

test('the states are the fifty, the district, the territories and the armed forces', () => {
  expect(usStates.size).toBe(50 + 1 + 9 + 3);
  expect([...usStates.keys()].filter((code) => !/^[A-Z]{2}$/.test(code))).toEqual([]);
});
