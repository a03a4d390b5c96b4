import { countrySpecs, ValidationErrorsIBAN, validateIBAN } from 'ibantools';
import { countryCodes } from './countries.ts';

/** What is wrong with an IBAN, the first thing that a person would mend. No fault repeats the number. */
export type IbanCheck =
  /** `iban` is the electronic form: no spaces, capitals. */
  | { kind: 'valid'; iban: string; country: string }
  /** Something other than a Latin letter or a digit; `position` counts from 1 and leaves the spaces out. */
  | { kind: 'strange-character'; position: number }
  | { kind: 'no-such-country'; country: string }
  /** The country is real, but its accounts have no IBAN. */
  | { kind: 'country-without-iban'; country: string }
  | { kind: 'wrong-length'; country: string; expected: number; actual: number }
  /** Letters where the country has digits, or the other way about. */
  | { kind: 'wrong-structure'; country: string }
  /** The two check digits do not belong to the rest (ISO 7064, mod 97-10). */
  | { kind: 'wrong-check-digits'; country: string }
  /** The IBAN's own check digits are right, those that the country put into the account number are not. */
  | { kind: 'wrong-national-check'; country: string };

/**
 * Checks length and structure of the country, and mod 97, which catches every wrong digit and every two neighbours that
 * changed places, save 1B, 2M and 3X: a letter counts as two digits there, and those read the same both ways. Spaces are no part of an IBAN, only of its printed form, and
 * small letters count as capitals (ISO 13616).
 */
export function checkIban(text: string): IbanCheck {
  const iban = text.replace(/\s+/g, '').toUpperCase();
  const stranger = [...iban].findIndex((character) => !/[0-9A-Z]/.test(character));
  if (stranger >= 0) return { kind: 'strange-character', position: stranger + 1 };
  const country = iban.slice(0, 2);
  if (!countryCodes.has(country)) return { kind: 'no-such-country', country };
  const expected = countrySpecs[country]?.chars;
  if (expected === undefined || expected === null) return { kind: 'country-without-iban', country };
  if (iban.length !== expected) return { kind: 'wrong-length', country, expected, actual: iban.length };
  const { valid, errorCodes } = validateIBAN(iban);
  if (valid) return { kind: 'valid', iban, country };
  const has = (code: ValidationErrorsIBAN) => errorCodes.includes(code);
  if (has(ValidationErrorsIBAN.WrongBBANFormat) || has(ValidationErrorsIBAN.ChecksumNotNumber)) {
    return { kind: 'wrong-structure', country };
  }
  if (has(ValidationErrorsIBAN.WrongIBANChecksum)) return { kind: 'wrong-check-digits', country };
  return { kind: 'wrong-national-check', country };
}

/**
 * Whether an account number is meant as an IBAN, right or wrong: it starts with a country that has IBANs and two digits,
 * and is of a length that some country's has. Anything else is to be read as a number of the bank's own.
 */
export function isMeantAsIban(text: string): boolean {
  const plain = text.replace(/\s+/g, '').toUpperCase();
  if (!/^[A-Z]{2}[0-9]{2}[0-9A-Z]{10,30}$/.test(plain)) return false;
  return typeof countrySpecs[plain.slice(0, 2)]?.chars === 'number';
}
