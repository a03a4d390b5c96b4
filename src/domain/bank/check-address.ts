import { countryCodes, meantCountry } from './countries.ts';
import { isPoBox } from './is-po-box.ts';
import { isZip, meantState, usStates, zipWithLostZeros } from './us-addresses.ts';

/** The parts of a postal address as text, without spaces around them; what is blank is an empty string. */
export interface AddressText {
  street1: string;
  street2: string;
  city: string;
  state: string;
  postalCode: string;
  countryCode: string;
}

export type AddressPart = keyof AddressText;

/** One thing that is wrong with one part; `meant` is what it certainly means, null where nothing is certain. */
export type AddressFault =
  /** Nova's reference requires street, city and country of an address. */
  | { part: 'street1' | 'city' | 'countryCode'; kind: 'missing' }
  /** Nova takes a United States address without them, banks do not. */
  | { part: 'state' | 'postalCode'; kind: 'missing-in-us' }
  | { part: 'street1' | 'street2' | 'city'; kind: 'po-box' }
  /** Not a code of ISO 3166-1 alpha-2. */
  | { part: 'countryCode'; kind: 'not-a-country-code'; meant: string | null }
  /** Not the two letters of a state or territory. */
  | { part: 'state'; kind: 'not-a-us-state'; meant: string | null }
  /** Not ZIP or ZIP+4. */
  | { part: 'postalCode'; kind: 'not-a-zip-code' }
  | { part: 'postalCode'; kind: 'zip-lost-zeros'; meant: string };

/** Every fault of an address, in the order of its parts; none where no part of it is given at all. */
export function checkAddress(address: AddressText): AddressFault[] {
  if (Object.values(address).every((part) => part === '')) return [];
  const faults: AddressFault[] = [];
  if (address.street1 === '') faults.push({ part: 'street1', kind: 'missing' });
  for (const part of ['street1', 'street2', 'city'] as const) {
    if (isPoBox(address[part])) faults.push({ part, kind: 'po-box' });
  }
  if (address.city === '') faults.push({ part: 'city', kind: 'missing' });
  if (address.countryCode === '') faults.push({ part: 'countryCode', kind: 'missing' });
  else if (!countryCodes.has(address.countryCode)) {
    const meant = meantCountry(address.countryCode);
    faults.push({ part: 'countryCode', kind: 'not-a-country-code', meant });
  }
  return meantCountry(address.countryCode) === 'US' ? [...faults, ...usFaults(address)] : faults;
}

function usFaults({ state, postalCode }: AddressText): AddressFault[] {
  const faults: AddressFault[] = [];
  if (state === '') faults.push({ part: 'state', kind: 'missing-in-us' });
  else if (!usStates.has(state))
    faults.push({ part: 'state', kind: 'not-a-us-state', meant: meantState(state) });
  if (postalCode === '') faults.push({ part: 'postalCode', kind: 'missing-in-us' });
  else if (!isZip(postalCode)) {
    const meant = zipWithLostZeros(postalCode);
    faults.push(
      meant === null
        ? { part: 'postalCode', kind: 'not-a-zip-code' }
        : { part: 'postalCode', kind: 'zip-lost-zeros', meant },
    );
  }
  return faults;
}
