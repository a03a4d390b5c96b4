import type { RuleCode } from '../../words/index.ts';
import type { Severity } from '../problem.ts';

/** The rules of tables of bank details, entities and contacts, by their severity. */
export const registrationCodes = {
  'no-registration-rows': 'problem',
  'registered-id-twice': 'problem',
  'row-twice': 'problem',
  'reference-twice': 'problem',
  'name-twice': 'warning',
  'text-has-hidden-character': 'problem',
  // Payment instructions
  'instructions-type-unknown': 'problem',
  'instructions-incomplete': 'warning',
  'instructions-part-not-sent': 'warning',
  'account-number-is-number': 'problem',
  'account-number-lost-digits': 'problem',
  'account-number-masked': 'problem',
  'account-number-malformed': 'problem',
  'iban-malformed': 'problem',
  'iban-missing': 'warning',
  'iban-in-us-payment': 'warning',
  'routing-number-lost-zero': 'problem',
  'routing-number-malformed': 'problem',
  'bic-malformed': 'problem',
  'bic-disagrees-with-iban': 'problem',
  'branch-code-is-number': 'warning',
  'address-incomplete': 'problem',
  'address-state-missing': 'warning',
  'address-is-po-box': 'problem',
  'country-malformed': 'problem',
  'us-state-malformed': 'problem',
  'zip-malformed': 'problem',
  'beneficiary-unlike-entity': 'warning',
  'account-on-two-entities': 'warning',
  // Entities and contacts
  'entity-type-unknown': 'problem',
  'email-malformed': 'problem',
} as const satisfies Partial<Record<RuleCode, Severity>>;
