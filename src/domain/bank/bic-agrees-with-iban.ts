/**
 * Countries and territories whose banks give out accounts under one another's codes, each under the code that their IBANs
 * begin with: the IBAN registry's "country code includes other countries/territories", and the European Payments Council's
 * list of codes in BIC and IBAN (EPC409-09). Banks of France keep branches in Monaco under their French BIC.
 */
const sharedWith: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['GG', 'JE', 'IM'].map((code) => [code, 'GB'])),
  ...Object.fromEntries(
    ['BL', 'GF', 'GP', 'MC', 'MF', 'MQ', 'NC', 'PF', 'PM', 'RE', 'TF', 'WF', 'YT'].map((code) => [
      code,
      'FR',
    ]),
  ),
  AX: 'FI',
  SJ: 'NO',
};

/** Whether a bank of the BIC's country can hold an account of the IBAN's: both are country codes in capitals. */
export function bicAgreesWithIban(bicCountry: string, ibanCountry: string): boolean {
  return (sharedWith[bicCountry] ?? bicCountry) === (sharedWith[ibanCountry] ?? ibanCountry);
}
