/** The rules of tables of bank details, entities and contacts, as `rules.ts` has those of payouts. */
import type { Explanation } from '../explanation.ts';
import { strings } from './strings.ts';

const fix = `“${strings.corrections.fix}”`;

export const registrationRules = {
  'no-registration-rows': {
    title: 'Nothing to register found',
    reason: 'No row below the header of this table holds anything to register.',
    remedy: 'Select a cell of a table of bank details, entities or contacts, and then check again.',
  },
  'registered-id-twice': {
    title: 'Id of Nova twice',
    reason: 'A row that was copied with its id counts as registered and would never be sent.',
    remedy: 'If this row is to be registered, clear its result cells. If not, delete it.',
  },
  'row-twice': {
    title: 'Same row twice',
    reason: 'Two equal rows are one thing to Nova, and nobody could say whose id it gave.',
    remedy: 'Remove one of them.',
  },
  'reference-twice': {
    title: 'External reference twice',
    reason:
      'One finds things by their external reference, and Nova refuses a second entity or contact with the same one.',
    remedy: 'Give each row its own, or none.',
  },
  'name-twice': {
    title: 'Name twice',
    reason: 'Two entities of one name, or two contacts of one address, are often one entered twice.',
    remedy: 'Remove one of the rows, or confirm that there are two.',
  },
  'text-has-hidden-character': {
    title: 'Hidden character in text',
    reason: 'A line break or a character that nobody sees would travel to the bank with the text.',
    remedy: `Choose ${fix} where it is offered, or type the text again.`,
  },
  // Bank details
  'instructions-type-unknown': {
    title: 'Way of payment not known',
    reason: 'Nova pays by ACH, domestic wire or international wire. “Wire” alone could be either wire.',
    remedy: 'Enter ACH, domestic wire or international wire.',
  },
  'instructions-incomplete': {
    title: 'Bank details incomplete',
    reason: 'Nova takes bank details with something missing, but nobody can be paid by them.',
    remedy: 'Enter what is missing, or confirm that it follows.',
  },
  'instructions-part-not-sent': {
    title: 'Part of the row not sent',
    reason: 'Nova has no place for this where one pays this way, so it would reach nobody.',
    remedy: 'Correct the way of payment, or confirm that the rest is enough.',
    example: 'A SWIFT code is not sent with a domestic wire.',
  },
  'account-number-is-number': {
    title: 'Account number is a number',
    reason: 'Excel drops the zeros in front of a number, and an account number can begin with them.',
    remedy: 'Format the cell as text, and enter the account number again from its source.',
  },
  'account-number-lost-digits': {
    title: 'Account number has lost digits',
    reason: 'Excel keeps 15 digits of a number and puts zeros in the place of the others.',
    remedy:
      'Format the cell as text, and enter the account number again from its source. The sheet no longer has it.',
  },
  'account-number-masked': {
    title: 'Account number masked',
    reason: 'Dots or stars stand in the place of the account number.',
    remedy: 'Enter it in full from its source.',
  },
  'account-number-malformed': {
    title: 'Not an account number',
    reason: 'It has too many characters, no digit, or a character that no account number has.',
    remedy: 'Enter it again from its source.',
  },
  'iban-malformed': {
    title: 'Error in the IBAN',
    reason:
      'Its length, structure or check digits are not those of its country (ISO 13616). At least one character is wrong.',
    remedy: 'Copy the IBAN from its source again. Never correct it by guessing.',
  },
  'iban-missing': {
    title: 'IBAN expected',
    reason: 'Banks of this country name accounts by an IBAN and send back wires without one.',
    remedy: 'Ask the payee for the IBAN, or confirm the account number.',
  },
  'iban-in-us-payment': {
    title: 'IBAN in a US payment',
    reason: 'ACH and domestic wires pay accounts in the United States, which have no IBAN.',
    remedy: 'Correct the way of payment or the account number, or confirm it.',
  },
  'routing-number-lost-zero': {
    title: 'Routing number lost its zero',
    reason:
      'Excel drops the zero in front of a number. It is put back only by you, because another number may be meant.',
    remedy: `Compare it with its source, and then choose ${fix}.`,
    example: '11000015 becomes 011000015.',
  },
  'routing-number-malformed': {
    title: 'Error in the routing number',
    reason: 'Its length, its first digits or its check digit are not those of a routing number (ABA).',
    remedy: 'Copy it from its source again.',
  },
  'bic-malformed': {
    title: 'Error in the SWIFT code',
    reason: 'A SWIFT code (BIC, ISO 9362) has 8 or 11 characters. Characters 5 and 6 name its country.',
    remedy: 'Copy it from its source again.',
  },
  'bic-disagrees-with-iban': {
    title: 'SWIFT code and IBAN disagree',
    reason:
      'The SWIFT code names a bank of one country, the IBAN an account of another. No bank has such an account.',
    remedy: 'Ask the payee which one is right, and correct the other.',
  },
  'branch-code-is-number': {
    title: 'Branch code is a number',
    reason: 'Excel drops the zeros in front of a number, and a branch code can begin with them.',
    remedy: 'Format the cell as text and enter the code again, or confirm it.',
  },
  'address-incomplete': {
    title: 'Address incomplete',
    reason: 'Where an address is given, Nova needs its street, city and country.',
    remedy: 'Enter what is missing, or clear the whole address.',
  },
  'address-state-missing': {
    title: 'State or ZIP code missing',
    reason: 'Nova takes an address in the United States without them, but banks ask for them.',
    remedy: 'Enter them, or confirm the address as it is.',
  },
  'address-is-po-box': {
    title: 'PO box as address',
    reason: 'Nova takes no PO box as the address of a wire.',
    remedy: 'Enter a street.',
  },
  'country-malformed': {
    title: 'Not a country code',
    reason: 'A country is named by its two capital letters (ISO 3166-1).',
    remedy: `Choose ${fix} where it is offered, or enter the code.`,
    example: 'US, GB, CH',
  },
  'us-state-malformed': {
    title: 'Not a US state',
    reason: 'A US state is named by its two capital letters.',
    remedy: `Choose ${fix} where it is offered, or enter the letters.`,
    example: 'NY',
  },
  'zip-malformed': {
    title: 'Not a ZIP code',
    reason: 'A ZIP code has 5 digits, or 5 and 4 with a hyphen. Excel drops the zeros in front of a number.',
    remedy: `Choose ${fix} where it is offered, or enter the code as text.`,
    example: '02110 or 02110-1234',
  },
  'beneficiary-unlike-entity': {
    title: 'Beneficiary is not the entity',
    reason:
      'Money for one payee that goes to an account in another name is a mistake or a fraud, or has a reason.',
    remedy: 'Ask the payee on a number that you knew before. Then correct the row, or confirm it.',
  },
  'account-on-two-entities': {
    title: 'One account for two entities',
    reason: 'Two payees with one account are often a row that was copied and not changed.',
    remedy: 'Correct one of the rows, or confirm that both are paid there.',
  },
  // Entities and contacts
  'entity-type-unknown': {
    title: 'Type of entity not known',
    reason: 'Nova knows sixteen types of entities. This is none of them, or could be two.',
    remedy: 'Enter one of them.',
    example: 'Individual, IRA, corporation, LLC, partnership, trust, other entity.',
  },
  'email-malformed': {
    title: 'Not an e-mail address',
    reason: 'A contact is notified at its address, so one address must stand here, and nothing else.',
    remedy: 'Enter one address. For two people, use two rows.',
    example: 'name@example.com',
  },
} satisfies Record<string, Explanation>;
