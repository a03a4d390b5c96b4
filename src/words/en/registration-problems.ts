/**
 * The catalogue's part about cells and rows of bank details, entities and contacts. A field comes by its label, as
 * `fields` has it; no text takes a value that may be an account number.
 */
import type { InstructionsType } from '../../contract/index.ts';
import { formatList } from '../format.ts';
import { plural } from './plural.ts';

const asText = 'Format the cell as text and enter the number again from its source.';
const fromSource = 'Copy it from its source again.';

const types: Readonly<Record<InstructionsType, string>> = {
  ach: 'ACH',
  domestic_wire: 'a domestic wire',
  international_wire: 'an international wire',
};

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const the = (labels: readonly string[]) => formatList(labels.map((label) => `the ${label}`));

export const registrationProblems = {
  table: {
    noRows: 'No row below the header holds anything to register. Select a cell of the table.',
    noColumn: (label: string, rows: number) =>
      `No column holds the ${label}, without which ${rows === 1 ? '1 row cannot be paid' : `${plural(rows, 'row', 'rows')} cannot be paid`}. Choose the column, or confirm that the rest follows.`,
  },

  ids: {
    notFromNova:
      'What stands here is not an id that Nova gave. Restore the id, or clear the cell if the row was never registered.',
    twice: (id: string, row: number) =>
      `${id} stands in row ${row} already. If this row was copied and is to be registered, clear its result cells.`,
    notAnEntity:
      'This is no entity id. It must be ent_ followed by letters and digits, exactly as Nova shows it.',
  },

  rows: {
    same: (row: number, registeredAs: string | null) =>
      `Row ${row} says the same${registeredAs === null ? '' : `, registered as ${registeredAs}`}. Remove one of them.`,
    sameReference: (row: number) =>
      `Row ${row} bears the same external reference. Give each row its own, or none.`,
    sameEmail: (row: number) =>
      `Row ${row} has the same e-mail address. Remove one of them, or confirm that there are two.`,
    sameName: (row: number) =>
      `Row ${row} has the same name. Remove one of them, or confirm that there are two.`,
    sameAccount: (ending: string, row: number, other: string, here: string) =>
      `This account (ending ${ending}) stands in row ${row} for another entity: ${other}, here ${here}. Correct one of them, or confirm that both are paid there.`,
  },

  text: {
    hiddenCharacter: (label: string) =>
      `The ${label} holds a line break or a character that nobody sees. Remove it.`,
    tooLong: (label: string, length: number, most: number) =>
      `The ${label} has ${length} characters; at most ${most} can be sent. Shorten it.`,
    nameIsNumber: (label: string) => `The ${label} is a number. Enter a name, or confirm it.`,
    referenceInexact:
      'The reference is a number that Excel may not show exactly. Format the cell as text and enter it again.',
  },

  party: {
    entityType:
      'The type is none that Nova knows, or could be two of them. Enter one of its list, such as individual, IRA, corporation, LLC, partnership, trust or other entity.',
    email:
      'This is no e-mail address. Enter one alone, such as name@example.com; for two people, use two rows.',
  },

  instructions: {
    wireOfWhichKind:
      'The type does not say whether the wire is domestic or international. Enter one of them.',
    typeUnknown: 'The type is none that Nova pays by. Enter ACH, domestic wire or international wire.',
    branchIsNumber:
      'The branch code is a number, so that leading zeros are lost if it had any. Enter it as text, or confirm it.',
    otherBeneficiary:
      'The beneficiary bears another name than the entity. Correct one of them, or confirm that the money goes to another name.',
    otherBeneficiaryNamed: (beneficiary: string, entity: string) =>
      `The account is in the name of "${beneficiary}", the entity is "${entity}". Correct one of them, or confirm that the money goes to another name.`,
    missing: (labels: readonly string[], type: InstructionsType) =>
      `${capital(the(labels))} ${labels.length === 1 ? 'is' : 'are'} missing, without which ${types[type]} is not paid. Enter ${labels.length === 1 ? 'it' : 'them'}, or confirm that the rest follows.`,
    notSent: (labels: readonly string[], type: InstructionsType) =>
      `Nova takes no such field for ${types[type]}, so that ${the(labels)} of this row will not be sent. Correct the type, or confirm it.`,
    /** What is missing when the first line of it is: stands where a label does. */
    address: 'address',
  },

  account: {
    lostDigits: `The account number is a number with more digits than Excel keeps, so that its last ones are lost. ${asText}`,
    isNumber: `The account number is a number, so that leading zeros are lost if it had any. ${asText}`,
    powerOfTen: `The account number is written as a power of ten, so that its digits are lost. ${asText}`,
    endsInZeros: `The account number ends in zeros from its 16th digit on, as Excel leaves it when digits are lost. ${asText}`,
    masked: 'The account number is masked. Enter it in full.',
    strangeCharacter: (position: number) =>
      `Character ${position} of the account number is none that an account number has, or one that nobody sees. Enter the number again.`,
    tooLong: (actual: number, longest: number) =>
      `The account number has ${actual} characters; at most ${longest} are possible here. Correct it.`,
    noDigit: 'The account number holds no digit. Correct it.',
    ibanInUs:
      'The account number looks like an IBAN, but ACH and domestic wires pay accounts in the United States. Correct the type or the number, or confirm it.',
    ibanMissing: (country: string) =>
      `Banks of ${country} name accounts by an IBAN, and this account number is none. Ask for the IBAN, or confirm it.`,
    bankElsewhere: (bankCountry: string, ibanCountry: string) =>
      `The SWIFT code names a bank of ${bankCountry}, the IBAN an account of ${ibanCountry}. Correct one of them.`,
  },

  iban: {
    strangeCharacter: (position: number) =>
      `Character ${position} of the IBAN is neither a letter nor a digit. ${fromSource}`,
    noSuchCountry: `The IBAN begins with the code of no country. ${fromSource}`,
    countryWithoutIban: (country: string) =>
      `The IBAN begins with ${country}, where accounts have none. ${fromSource}`,
    wrongLength: (country: string, expected: number, actual: number) =>
      `An IBAN of ${country} has ${expected} characters, this one ${actual}. ${fromSource}`,
    wrongStructure: (country: string) =>
      `The IBAN has letters where ${country} has digits, or the other way about. ${fromSource}`,
    wrongCheckDigits: `The check digits of the IBAN do not belong to the rest: at least one character is wrong. ${fromSource}`,
    wrongNationalCheck: (country: string) =>
      `The check digits that ${country} puts into the account number are wrong: at least one character is. ${fromSource}`,
  },

  bic: {
    strangeCharacter: (position: number) =>
      `Character ${position} of the SWIFT code is neither a letter nor a digit. ${fromSource}`,
    wrongLength: (actual: number) => `A SWIFT code has 8 or 11 characters, this one ${actual}. ${fromSource}`,
    digitForLetter: (position: number) =>
      `Character ${position} of the SWIFT code is a digit where a letter must stand. ${fromSource}`,
    noSuchCountry: `Characters 5 and 6 of the SWIFT code name no country. ${fromSource}`,
    ofTestSystem: `The SWIFT code belongs to a test system, because its eighth character is 0. ${fromSource}`,
  },

  routing: {
    lostZero:
      'The routing number has eight digits; with a zero in front it is one, and a numeric cell drops that zero. Compare it with its source, and then put the zero back as text.',
    notDigits: (position: number) => `Character ${position} of the routing number is no digit. ${fromSource}`,
    wrongLength: (digits: number) => `A routing number has 9 digits, this one ${digits}. ${fromSource}`,
    allZeros: `The routing number consists of zeros. ${fromSource}`,
    prefixNotAllotted: (prefix: string) => `No routing number begins with ${prefix}. ${fromSource}`,
    travelersChecks: `The routing number stands for traveler's checks. ${fromSource}`,
    wrongChecksum: `The checksum of the routing number is wrong: at least one digit is. ${fromSource}`,
  },

  address: {
    missing: (label: string) =>
      `The ${label} is missing, which Nova requires of an address. Enter it, or clear the whole address.`,
    missingInUs: (label: string) =>
      `The ${label} of an address in the United States is missing. Enter it, or confirm it.`,
    poBox: 'The address is a PO box, which Nova does not take. Enter a street.',
    country: 'The country is no code of two capital letters, such as US or GB. Enter its ISO code.',
    usState: 'The state is not the two capital letters of a US state, such as NY. Enter them.',
    zip: 'The postal code is no US ZIP code: 5 digits, or 5 and 4 with a hyphen. Correct it.',
    zipLostZeros:
      'The ZIP code has lost its leading zeros, as a numeric cell drops them. Enter all 5 digits as text.',
  },

  /** Written into the sheet, beside the row. */
  beside: {
    notRegistered: (why: string) => `Not registered: ${why}`,
    holder: (id: string, name: string) => `The reference belongs to ${id} (${name}).`,
    unknown: (why: string) => `Outcome not known yet: ${why}`,
    notSent: (why: string) => `Not sent: ${why}`,
    rowGone: (row: number) => `The row that stood in row ${row} was deleted or changed, or bears another id.`,
  },
};
