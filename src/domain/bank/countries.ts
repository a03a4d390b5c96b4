import { countrySpecs } from 'ibantools';

/**
 * The codes of ISO 3166-1 alpha-2, and XK: ISO leaves that one to its users, and SWIFT, the IBAN registry and the European
 * Commission use it for Kosovo.
 */
export const countryCodes: ReadonlySet<string> = new Set(Object.keys(countrySpecs));

/** Whether accounts of the country are named by an IBAN as a rule: the country is in the IBAN registry. */
export function usesIban(countryCode: string): boolean {
  return countrySpecs[countryCode]?.IBANRegistry === true;
}

/** What people write for the two countries that they rarely write as a code. */
const spelledOut: ReadonlyMap<string, string> = new Map([
  ...['USA', 'UNITED STATES', 'UNITED STATES OF AMERICA', 'AMERICA'].map((name) => [name, 'US'] as const),
  ...['UK', 'UNITED KINGDOM', 'GREAT BRITAIN', 'ENGLAND', 'SCOTLAND', 'WALES'].map(
    (name) => [name, 'GB'] as const,
  ),
]);

/** The code that a text certainly means, in capitals; null where none is certain. */
export function meantCountry(text: string): string | null {
  const plain = text.replaceAll('.', '').replace(/\s+/g, ' ').trim().toUpperCase();
  if (countryCodes.has(plain)) return plain;
  return spelledOut.get(plain) ?? null;
}
