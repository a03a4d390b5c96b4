/** Reads the cells that say where the money goes. Account numbers stand in no message, whole or in part. */
import type { InstructionsType } from '../../contract/index.ts';
import { registrationProblems } from '../../words/index.ts';
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

function accountFault(
  check: Exclude<AccountNumberCheck, { kind: 'valid' | 'blank' }>,
): [ProblemCode, string] {
  const says = registrationProblems.account;
  switch (check.kind) {
    case 'number-cell':
      return check.digitsLost
        ? ['account-number-lost-digits', says.lostDigits]
        : ['account-number-is-number', says.isNumber];
    case 'scientific-notation':
      return ['account-number-lost-digits', says.powerOfTen];
    case 'zeros-beyond-precision':
      return ['account-number-lost-digits', says.endsInZeros];
    case 'masked':
      return ['account-number-masked', says.masked];
    case 'strange-character':
      return ['account-number-malformed', says.strangeCharacter(check.position)];
    case 'too-long':
      return ['account-number-malformed', says.tooLong(check.actual, check.longest)];
    case 'no-digit':
      return ['account-number-malformed', says.noDigit];
  }
}

function ibanFault(check: Exclude<IbanCheck, { kind: 'valid' }>): string {
  const says = registrationProblems.iban;
  switch (check.kind) {
    case 'strange-character':
      return says.strangeCharacter(check.position);
    case 'no-such-country':
      return says.noSuchCountry;
    case 'country-without-iban':
      return says.countryWithoutIban(check.country);
    case 'wrong-length':
      return says.wrongLength(check.country, check.expected, check.actual);
    case 'wrong-structure':
      return says.wrongStructure(check.country);
    case 'wrong-check-digits':
      return says.wrongCheckDigits;
    case 'wrong-national-check':
      return says.wrongNationalCheck(check.country);
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
    report(context, 'iban-in-us-payment', registrationProblems.account.ibanInUs, 'accountNumber');
    return { accountNumber, ibanCountry: null };
  }
  const iban = checkIban(accountNumber);
  if (iban.kind === 'valid') return { accountNumber: iban.iban, ibanCountry: iban.country };
  report(context, 'iban-malformed', ibanFault(iban), 'accountNumber');
  return null;
}

function bicFault(check: Exclude<BicCheck, { kind: 'valid' }>): string {
  const says = registrationProblems.bic;
  switch (check.kind) {
    case 'strange-character':
      return says.strangeCharacter(check.position);
    case 'wrong-length':
      return says.wrongLength(check.actual);
    case 'digit-for-letter':
      return says.digitForLetter(check.position);
    case 'no-such-country':
      return says.noSuchCountry;
    case 'test-bic':
      return says.ofTestSystem;
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
  report(context, 'bic-malformed', bicFault(check), field);
  return null;
}

/** What account and bank say of each other. */
export function compareCountries(context: Context, account: Account | null, bic: Bic | null): void {
  if (account === null || bic === null) return;
  const { ibanCountry } = account;
  if (ibanCountry === null) {
    if (!usesIban(bic.country)) return;
    const message = registrationProblems.account.ibanMissing(bic.country);
    report(context, 'iban-missing', message, 'accountNumber');
  } else if (!bicAgreesWithIban(bic.country, ibanCountry)) {
    const message = registrationProblems.account.bankElsewhere(bic.country, ibanCountry);
    report(context, 'bic-disagrees-with-iban', message, 'swiftCode');
  }
}

function routingFault(check: Exclude<RoutingNumberCheck, { kind: 'valid' }>): string {
  const says = registrationProblems.routing;
  switch (check.kind) {
    case 'lost-leading-zero':
      return says.lostZero;
    case 'not-digits':
      return says.notDigits(check.position);
    case 'wrong-length':
      return says.wrongLength(check.digits);
    case 'all-zeros':
      return says.allZeros;
    case 'prefix-not-allotted':
      return says.prefixNotAllotted(check.prefix);
    case 'travelers-checks':
      return says.travelersChecks;
    case 'wrong-checksum':
      return says.wrongChecksum;
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
    const correction = { kind: 'restore-zeros', to: check.meant } as const;
    report(context, 'routing-number-lost-zero', routingFault(check), 'routingNumber', correction);
    return null;
  }
  const plain = String(value).replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff-]/g, '');
  const isPlain = checkRoutingNumber(plain).kind === 'valid';
  const correction = isPlain ? ({ kind: 'trim', to: plain } as const) : null;
  report(context, 'routing-number-malformed', routingFault(check), 'routingNumber', correction);
  return null;
}
