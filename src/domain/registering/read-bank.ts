/** Reads the cells that say where the money goes. Account numbers stand in no message, whole or in part. */
import type { InstructionsType } from '../../contract/index.ts';
import { bicAgreesWithIban } from '../bank/bic-agrees-with-iban.ts';
import {
  checkAccountNumber,
  longestAccountNumber,
  type AccountNumberCheck,
} from '../bank/check-account-number.ts';
import { checkBic, type BicCheck } from '../bank/check-bic.ts';
import { checkIban, isMeantAsIban, type IbanCheck } from '../bank/check-iban.ts';
import { checkRoutingNumber, type RoutingNumberCheck } from '../bank/check-routing-number.ts';
import { usesIban } from '../bank/countries.ts';
import type { ProblemCode } from '../problem-codes.ts';
import { report, usableValue, type CellContext } from '../row-reader.ts';
import type { InstructionsField } from './fields.ts';

type Context = CellContext<InstructionsField>;

const asText = 'Format the cell as text and enter the number again from its source.';

function accountFault(
  check: Exclude<AccountNumberCheck, { kind: 'valid' | 'blank' }>,
): [ProblemCode, string] {
  switch (check.kind) {
    case 'number-cell':
      return check.digitsLost
        ? [
            'account-number-lost-digits',
            `The account number is a number with more digits than Excel keeps, so that its last ones are lost. ${asText}`,
          ]
        : [
            'account-number-is-number',
            `The account number is a number, so that leading zeros are lost if it had any. ${asText}`,
          ];
    case 'scientific-notation':
      return [
        'account-number-lost-digits',
        `The account number is written as a power of ten, so that its digits are lost. ${asText}`,
      ];
    case 'zeros-beyond-precision':
      return [
        'account-number-lost-digits',
        `The account number ends in zeros from its 16th digit on, as Excel leaves it when digits are lost. ${asText}`,
      ];
    case 'masked':
      return ['account-number-masked', 'The account number is masked. Enter it in full.'];
    case 'strange-character':
      return [
        'account-number-malformed',
        `Character ${check.position} of the account number is none that an account number has, or one that nobody sees. Enter the number again.`,
      ];
    case 'too-long':
      return [
        'account-number-malformed',
        `The account number has ${check.actual} characters; at most ${check.longest} are possible here. Correct it.`,
      ];
    case 'no-digit':
      return ['account-number-malformed', 'The account number holds no digit. Correct it.'];
  }
}

function ibanFault(check: Exclude<IbanCheck, { kind: 'valid' }>): string {
  switch (check.kind) {
    case 'strange-character':
      return `Character ${check.position} of the IBAN is neither a letter nor a digit.`;
    case 'no-such-country':
      return 'The IBAN begins with the code of no country.';
    case 'country-without-iban':
      return `The IBAN begins with ${check.country}, where accounts have none.`;
    case 'wrong-length':
      return `An IBAN of ${check.country} has ${check.expected} characters, this one ${check.actual}.`;
    case 'wrong-structure':
      return `The IBAN has letters where ${check.country} has digits, or the other way about.`;
    case 'wrong-check-digits':
      return 'The check digits of the IBAN do not belong to the rest: at least one character is wrong.';
    case 'wrong-national-check':
      return `The check digits that ${check.country} puts into the account number are wrong: at least one character is.`;
  }
}

export interface Account {
  /** As it is sent: an IBAN without spaces. */
  accountNumber: string;
  /** The country of an IBAN; null for any other number. */
  ibanCountry: string | null;
}

/** Null where there is none, or none that can be used, which is reported. */
export function readAccount(context: Context, type: InstructionsType | null): Account | null {
  const value = usableValue(context, 'accountNumber');
  if (value === null) return null;
  const check = checkAccountNumber(value, longestAccountNumber[type ?? 'international_wire']);
  // An IBAN in groups of four is longer than the account number that it is.
  const isInUs = type === 'ach' || type === 'domestic_wire';
  const isLongIban = !isInUs && check.kind === 'too-long' && isMeantAsIban(String(value));
  if (check.kind === 'blank') return null;
  if (check.kind !== 'valid' && !isLongIban) {
    const [code, message] = accountFault(check);
    report(context, code, message, 'accountNumber');
    return null;
  }
  const accountNumber = check.kind === 'valid' ? check.accountNumber : String(value).trim();
  if (!isMeantAsIban(accountNumber)) return { accountNumber, ibanCountry: null };
  if (isInUs) {
    const message =
      'The account number looks like an IBAN, but ACH and domestic wires pay accounts in the United States. Correct the type or the number, or confirm it.';
    report(context, 'iban-in-us-payment', message, 'accountNumber');
    return { accountNumber, ibanCountry: null };
  }
  const iban = checkIban(accountNumber);
  if (iban.kind === 'valid') return { accountNumber: iban.iban, ibanCountry: iban.country };
  const message = `${ibanFault(iban)} Copy the IBAN from its source again.`;
  report(context, 'iban-malformed', message, 'accountNumber');
  return null;
}

function bicFault(check: Exclude<BicCheck, { kind: 'valid' }>): string {
  switch (check.kind) {
    case 'strange-character':
      return `Character ${check.position} of the SWIFT code is neither a letter nor a digit.`;
    case 'wrong-length':
      return `A SWIFT code has 8 or 11 characters, this one ${check.actual}.`;
    case 'digit-for-letter':
      return `Character ${check.position} of the SWIFT code is a digit where a letter must stand.`;
    case 'no-such-country':
      return `Characters 5 and 6 of the SWIFT code name no country.`;
    case 'test-bic':
      return 'The SWIFT code belongs to a test system, because its eighth character is 0.';
  }
}

export interface Bic {
  bic: string;
  country: string;
}

export function readBic(context: Context, field: 'swiftCode' | 'intermediarySwiftCode'): Bic | null {
  const value = usableValue(context, field);
  if (value === null) return null;
  const check = checkBic(String(value));
  if (check.kind === 'valid') return { bic: check.bic, country: check.country };
  report(context, 'bic-malformed', `${bicFault(check)} Copy it from its source again.`, field);
  return null;
}

/** What account and bank say of each other. */
export function compareCountries(context: Context, account: Account | null, bic: Bic | null): void {
  if (account === null || bic === null) return;
  const { ibanCountry } = account;
  if (ibanCountry === null) {
    if (!usesIban(bic.country)) return;
    const message = `Banks of ${bic.country} name accounts by an IBAN, and this account number is none. Ask for the IBAN, or confirm it.`;
    report(context, 'iban-missing', message, 'accountNumber');
  } else if (!bicAgreesWithIban(bic.country, ibanCountry)) {
    const message = `The SWIFT code names a bank of ${bic.country}, the IBAN an account of ${ibanCountry}. Correct one of them.`;
    report(context, 'bic-disagrees-with-iban', message, 'swiftCode');
  }
}

function routingFault(check: Exclude<RoutingNumberCheck, { kind: 'valid' }>): string {
  switch (check.kind) {
    case 'lost-leading-zero':
      return 'The routing number has eight digits; with a zero in front it is one, and a numeric cell drops that zero.';
    case 'not-digits':
      return `Character ${check.position} of the routing number is no digit.`;
    case 'wrong-length':
      return `A routing number has 9 digits, this one ${check.digits}.`;
    case 'all-zeros':
      return 'The routing number consists of zeros.';
    case 'prefix-not-allotted':
      return `No routing number begins with ${check.prefix}.`;
    case 'travelers-checks':
      return "The routing number stands for traveler's checks.";
    case 'wrong-checksum':
      return 'The checksum of the routing number is wrong: at least one digit is.';
  }
}

/** Nothing is padded: a zero that was lost is put back by the user's click alone. */
export function readRouting(context: Context): string | null {
  const value = usableValue(context, 'routingNumber');
  if (value === null) return null;
  const given = typeof value === 'string' ? value.trim() : value;
  const check = checkRoutingNumber(given);
  if (check.kind === 'valid') return check.routingNumber;
  if (check.kind === 'lost-leading-zero') {
    const message = `${routingFault(check)} Compare it with its source, then put the zero back as text.`;
    const correction = { kind: 'restore-zeros', to: check.meant } as const;
    report(context, 'routing-number-lost-zero', message, 'routingNumber', correction);
    return null;
  }
  const message = `${routingFault(check)} Copy it from its source again.`;
  const plain = String(value).replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff-]/g, '');
  const isPlain = checkRoutingNumber(plain).kind === 'valid';
  const correction = isPlain ? ({ kind: 'trim', to: plain } as const) : null;
  report(context, 'routing-number-malformed', message, 'routingNumber', correction);
  return null;
}
