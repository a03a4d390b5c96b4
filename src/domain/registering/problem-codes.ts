import type { Rule } from '../problem-codes.ts';

/** The codes of tables of bank details, entities and contacts. */
export const registrationCodes = {
  'no-registration-rows': {
    title: 'Nothing to register found',
    severity: 'problem',
    reason: 'A table without rows has nothing to register.',
  },
  'registered-id-twice': {
    title: 'Id of Nova twice',
    severity: 'problem',
    reason: 'A row that was copied with its id would count as registered and never be sent.',
  },
  'row-twice': {
    title: 'Same row twice',
    severity: 'problem',
    reason: 'Two equal rows would become one and the same request, and nobody could say whose id it gave.',
  },
  'reference-twice': {
    title: 'External reference twice',
    severity: 'problem',
    reason:
      'Nova refuses a second entity or contact of one external reference, and people find things by it.',
  },
  'name-twice': {
    title: 'Name twice',
    severity: 'warning',
    reason: 'Two entities of one name, or two contacts of one address, are often the same one entered twice.',
  },
  'text-has-hidden-character': {
    title: 'Hidden character in text',
    severity: 'problem',
    reason: 'A character that nobody sees, or a line break, travels to the bank with the text.',
  },
  // Payment instructions
  'instructions-type-unknown': {
    title: 'Unknown type of instructions',
    severity: 'problem',
    reason: 'Nova pays by ACH, domestic wire or international wire; a wire alone could be either.',
  },
  'instructions-incomplete': {
    title: 'Instructions incomplete',
    severity: 'warning',
    reason: 'Nova takes partial instructions, but nobody can be paid by them.',
  },
  'instructions-part-not-sent': {
    title: 'Part of the row not sent',
    severity: 'warning',
    reason: 'Nova has no such field for the type of the row, so that what stands there reaches nobody.',
  },
  'account-number-is-number': {
    title: 'Account number is a number',
    severity: 'problem',
    reason: 'A cell that holds a number has lost the leading zeros of an account number.',
  },
  'account-number-lost-digits': {
    title: 'Account number has lost digits',
    severity: 'problem',
    reason: 'Excel keeps 15 digits of a number and puts zeros in the place of the others.',
  },
  'account-number-masked': {
    title: 'Account number masked',
    severity: 'problem',
    reason: 'Dots or stars stand in the place of the number.',
  },
  'account-number-malformed': {
    title: 'Malformed account number',
    severity: 'problem',
    reason: 'No bank has such an account number.',
  },
  'iban-malformed': {
    title: 'Malformed IBAN',
    severity: 'problem',
    reason: "Length, structure or check digits are not those of the IBAN's country (ISO 13616).",
  },
  'iban-missing': {
    title: 'IBAN expected',
    severity: 'warning',
    reason: 'Banks of the country name accounts by an IBAN, and send back wires without one.',
  },
  'iban-in-us-payment': {
    title: 'IBAN in a US payment',
    severity: 'warning',
    reason: 'ACH and domestic wires pay accounts in the United States, which have no IBAN.',
  },
  'routing-number-lost-zero': {
    title: 'Routing number lost its zero',
    severity: 'problem',
    reason: 'A numeric cell drops the leading zero of a routing number; it is put back by a person only.',
  },
  'routing-number-malformed': {
    title: 'Malformed routing number',
    severity: 'problem',
    reason: 'Length, prefix or checksum are not those of an ABA routing number.',
  },
  'bic-malformed': {
    title: 'Malformed SWIFT code',
    severity: 'problem',
    reason: 'Form, length or country are not those of a BIC (ISO 9362).',
  },
  'bic-disagrees-with-iban': {
    title: 'SWIFT code and IBAN disagree',
    severity: 'problem',
    reason: 'A bank of one country does not hold an account of another.',
  },
  'branch-code-is-number': {
    title: 'Branch code is a number',
    severity: 'warning',
    reason: 'A cell that holds a number has lost leading zeros, if there were any.',
  },
  'address-incomplete': {
    title: 'Address incomplete',
    severity: 'problem',
    reason: 'Nova requires street, city and country of an address that is given at all.',
  },
  'address-state-missing': {
    title: 'State or ZIP code missing',
    severity: 'warning',
    reason: 'Nova takes a US address without them; banks ask for them.',
  },
  'address-is-po-box': {
    title: 'PO box as address',
    severity: 'problem',
    reason: 'Nova takes no PO box as the address of a wire.',
  },
  'country-malformed': {
    title: 'Malformed country',
    severity: 'problem',
    reason: 'A country is a code of ISO 3166-1 alpha-2, such as US.',
  },
  'us-state-malformed': {
    title: 'Malformed US state',
    severity: 'problem',
    reason: 'A US state is its two letters.',
  },
  'zip-malformed': {
    title: 'Malformed ZIP code',
    severity: 'problem',
    reason: 'A US postal code is ZIP or ZIP+4; a numeric cell drops its leading zeros.',
  },
  'beneficiary-unlike-entity': {
    title: 'Beneficiary unlike entity',
    severity: 'warning',
    reason:
      'Money for one payee that goes to an account in another name is a mistake or a fraud, or needs a reason.',
  },
  'account-on-two-entities': {
    title: 'One account for two entities',
    severity: 'warning',
    reason: 'Two payees with one account are often a row copied and not changed.',
  },
  // Entities and contacts
  'entity-type-unknown': {
    title: 'Unknown type of entity',
    severity: 'problem',
    reason: 'Nova knows sixteen types of entities, and no other.',
  },
  'email-malformed': {
    title: 'Malformed e-mail address',
    severity: 'problem',
    reason: 'A contact is notified at its address, so it must be one.',
  },
} as const satisfies Record<string, Rule>;
