import { countryCodes } from './countries.ts';

/** What is wrong with a BIC (SWIFT code), the first thing that a person would mend. */
export type BicCheck =
  /** `bic` in capitals; eight characters or eleven, as it was given. */
  | { kind: 'valid'; bic: string; country: string }
  /** Something other than a Latin letter or a digit, a space included; `position` counts from 1. */
  | { kind: 'strange-character'; position: number }
  | { kind: 'wrong-length'; actual: number }
  /** The first six characters are letters: four for the bank, two for its country. */
  | { kind: 'digit-for-letter'; position: number }
  | { kind: 'no-such-country'; country: string }
  /** The eighth character is 0: SWIFT gives such codes to test systems only. */
  | { kind: 'test-bic' };

/** Checks form, length and country (ISO 9362). Small letters count as capitals. */
export function checkBic(text: string): BicCheck {
  const bic = text.trim().toUpperCase();
  const stranger = [...bic].findIndex((character) => !/[0-9A-Z]/.test(character));
  if (stranger >= 0) return { kind: 'strange-character', position: stranger + 1 };
  if (bic.length !== 8 && bic.length !== 11) return { kind: 'wrong-length', actual: bic.length };
  const digit = bic.slice(0, 6).search(/[0-9]/);
  if (digit >= 0) return { kind: 'digit-for-letter', position: digit + 1 };
  const country = bic.slice(4, 6);
  if (!countryCodes.has(country)) return { kind: 'no-such-country', country };
  if (bic[7] === '0') return { kind: 'test-bic' };
  return { kind: 'valid', bic, country };
}
