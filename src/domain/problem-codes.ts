import type { Correction } from './correction.ts';
import type { TableField } from './fields.ts';
import type { Problem, Severity } from './problem.ts';
import { registrationCodes } from './registering/problem-codes.ts';
import type { CellPosition } from './sheet-table.ts';

export interface Rule {
  /** What the pane calls a group of such problems; the same for one and for many. */
  title: string;
  severity: Severity;
  /** Why the rule exists, for the documentation. */
  reason: string;
}

/** The codes of payout tables, some of which every table can have. */
export const payoutCodes = {
  // The table as a whole
  'no-payout-rows': {
    title: 'No payouts found',
    severity: 'problem',
    reason: 'A table without payouts has nothing to stage.',
  },
  'nothing-selected': {
    title: 'Nothing selected',
    severity: 'problem',
    reason: 'The selection touches no payout row of the table.',
  },
  'required-column-missing': {
    title: 'Required column missing',
    severity: 'problem',
    reason: 'Nova requires name, vehicle, date, entity and amount of every payment.',
  },
  'column-mapped-twice': {
    title: 'Column chosen twice',
    severity: 'problem',
    reason: 'One column cannot mean two things.',
  },
  'column-is-result': {
    title: 'Result column chosen as field',
    severity: 'problem',
    reason: 'A result column is written by Distribution Desk, so it must not be read as a field.',
  },
  'result-column-twice': {
    title: 'Result column twice',
    severity: 'problem',
    reason: 'With two columns of one result header nobody can say which one holds the true ids.',
  },
  'result-column-spelling': {
    title: 'Result column misspelled',
    severity: 'problem',
    reason:
      'Results are written under the exact header; a second column of nearly that name would hide the ids.',
  },
  'result-column-name-taken': {
    title: 'Name of a result column taken',
    severity: 'problem',
    reason:
      'A column of the user bears the name of a result column; writing there would destroy its content.',
  },
  'sheet-protected': {
    title: 'Sheet is protected',
    severity: 'problem',
    reason: 'Results could not be written beside the rows.',
  },
  'result-columns-blocked': {
    title: 'No room for results',
    severity: 'problem',
    reason: 'Result columns are never written over other content.',
  },
  'changed-since-staged': {
    title: 'Changed since it was staged',
    severity: 'warning',
    reason: 'Nova pays what was staged, whatever the sheet says since, so the two must be brought together.',
  },
  // Any cell
  'required-cell-blank': {
    title: 'Required value missing',
    severity: 'problem',
    reason: 'Nova requires the field.',
  },
  'cell-error': {
    title: 'Cell shows an error',
    severity: 'problem',
    reason: 'An error value is never read as zero or as blank.',
  },
  'cell-is-boolean': {
    title: 'Cell is TRUE or FALSE',
    severity: 'problem',
    reason: 'TRUE or FALSE is no value of any field.',
  },
  'text-too-long': {
    title: 'Text too long',
    severity: 'problem',
    reason:
      'Texts are limited on their way to Nova: names and references of payouts to 500 characters, others to less.',
  },
  // Ids
  'id-has-invisible-character': {
    title: 'Invisible character in id',
    severity: 'problem',
    reason: 'An id with a character that nobody sees belongs to nobody in Nova.',
  },
  'id-has-space': {
    title: 'Space in id',
    severity: 'problem',
    reason: 'An id must be exact; a space makes it another text.',
  },
  'id-has-lookalike': {
    title: 'Look-alike letter in id',
    severity: 'problem',
    reason: 'A letter of another alphabet can look like the right one and name somebody else, or nobody.',
  },
  'id-wrong-kind': {
    title: 'Id of another kind',
    severity: 'problem',
    reason: "The id's prefix says that it names another kind of thing, so a column is mixed up.",
  },
  'id-prefix-case': {
    title: 'Id prefix in capitals',
    severity: 'problem',
    reason: "Nova's ids distinguish capitals and small letters.",
  },
  'id-malformed': {
    title: 'Malformed id',
    severity: 'problem',
    reason: 'Nova refuses an id that does not fit its pattern.',
  },
  // Amount and currency
  'amount-is-text': {
    title: 'Amount is text',
    severity: 'problem',
    reason: 'Text can be read in more than one notation; an amount is taken from numbers only.',
  },
  'amount-not-a-number': {
    title: 'Amount is not a number',
    severity: 'problem',
    reason: 'The amount cannot be read.',
  },
  'amount-has-fraction-of-cent': {
    title: 'Fraction of a cent',
    severity: 'problem',
    reason:
      'Fractions of the smallest unit are refused, never rounded, because rounding changes what is paid.',
  },
  'amount-zero': { title: 'Amount is zero', severity: 'problem', reason: 'Nova takes amounts above 0 only.' },
  'amount-negative': {
    title: 'Amount is negative',
    severity: 'problem',
    reason: 'Nova takes amounts above 0 only.',
  },
  'amount-too-large': {
    title: 'Amount too large',
    severity: 'problem',
    reason: 'Excel keeps 15 digits; beyond them the cents are not those that were typed.',
  },
  'total-too-large': {
    title: 'Total too large',
    severity: 'problem',
    reason: 'Beyond 90 trillion the total of the cents is no longer exact.',
  },
  'currency-malformed': {
    title: 'Malformed currency',
    severity: 'problem',
    reason: 'A currency is an ISO 4217 code.',
  },
  'currency-not-supported': {
    title: 'Currency not supported',
    severity: 'problem',
    reason: 'Nova pays USD only today.',
  },
  // Dates
  'date-is-text': {
    title: 'Date is text',
    severity: 'problem',
    reason: 'Day and month of a date in text can be read in either order; only YYYY-MM-DD is certain.',
  },
  'date-never-was': {
    title: 'Date that never was',
    severity: 'problem',
    reason: "29 February 1900 and days before 1 January 1900 exist in Excel's numbering only.",
  },
  'date-out-of-range': {
    title: 'Date out of range',
    severity: 'problem',
    reason: 'The number is no date that Excel knows.',
  },
  'date-has-time': {
    title: 'Date with a time',
    severity: 'warning',
    reason: 'A payout date has no time; the day is sent as midnight UTC and the time is dropped.',
  },
  'date-in-past': {
    title: 'Date in the past',
    severity: 'warning',
    reason: 'A payout in the past is often a table of last time.',
  },
  'date-on-weekend': {
    title: 'Date on a weekend',
    severity: 'warning',
    reason: 'Banks do not pay on Saturdays and Sundays.',
  },
  'date-far-ahead': {
    title: 'Date far ahead',
    severity: 'warning',
    reason: 'A date more than two years ahead is often a typing error.',
  },
  // Values that can be read in more than one way
  'amount-is-ambiguous': {
    title: 'Ambiguous amount',
    severity: 'problem',
    reason: 'A text such as 1,234 is a thousand times more in one notation than in the other.',
  },
  'currency-disagrees': {
    title: 'Currencies disagree',
    severity: 'problem',
    reason:
      'Where column, sign and number format name different currencies, nobody can say which one is meant.',
  },
  'date-order-ambiguous': {
    title: 'Ambiguous date',
    severity: 'problem',
    reason: 'A text such as 03/04/2027 is 3 April in one country and 4 March in another.',
  },
  'cell-merged': {
    title: 'Merged cells',
    severity: 'problem',
    reason:
      'Merged cells hold one value for several rows or fields, and Excel gives it to the first cell alone.',
  },
  // Contacts, names, references
  'contact-twice': {
    title: 'Contact named twice',
    severity: 'warning',
    reason: 'One contact is notified once of one payment.',
  },
  'too-many-contacts': {
    title: 'Too many contacts',
    severity: 'problem',
    reason: 'A payment takes at most 100 contacts.',
  },
  'name-is-number': {
    title: 'Name is a number',
    severity: 'warning',
    reason: 'A number as a name is often a date or a column that is mixed up.',
  },
  'reference-inexact': {
    title: 'Inexact reference',
    severity: 'problem',
    reason: 'Excel keeps 15 digits of a number, so a longer reference has lost digits.',
  },
  // What Nova knows of the payees
  'entity-unknown': {
    title: 'Entity unknown to Nova',
    severity: 'problem',
    reason: 'Nova refuses a distribution that names an entity which the organization has not.',
  },
  'contact-unknown': {
    title: 'Contact unknown to Nova',
    severity: 'problem',
    reason: 'Nova refuses a distribution that names a contact which the organization has not.',
  },
  'payee-name-differs': {
    title: 'Payee is not the legal name',
    severity: 'warning',
    reason:
      'The entity id decides who is paid. Where its legal name is another than the payee in the row, one of the two is wrong. Case, accents, punctuation, legal forms, "The", "&" and the order of words are forgiven.',
  },
  'payee-without-instructions': {
    title: 'No payment instructions',
    severity: 'warning',
    reason: 'An entity without payment instructions can be staged, but not be paid.',
  },
  'payees-not-checked': {
    title: 'Payees not checked',
    severity: 'warning',
    reason: 'What Nova could not be asked about is said, and never counts as checked.',
  },
  // Results that stand in the row already
  'result-id-malformed': {
    title: 'Malformed result id',
    severity: 'problem',
    reason: 'What stands in a result column decides whether a row is paid again, so it must be certain.',
  },
  'result-ids-incomplete': {
    title: 'Incomplete result ids',
    severity: 'problem',
    reason: 'A payment id without its distribution id was written and then lost half.',
  },
  'payment-id-twice': {
    title: 'Payment id twice',
    severity: 'problem',
    reason: 'A row that was copied with its ids would count as staged and never be paid.',
  },
  // Distributions
  'distribution-partly-staged': {
    title: 'Distribution staged in part',
    severity: 'problem',
    reason:
      'A staged distribution takes no further payments; sending the rest must be a decision of its own.',
  },
  'distribution-too-large': {
    title: 'Distribution too large',
    severity: 'problem',
    reason: 'A distribution takes at most 20,000 payments.',
  },
  'payee-twice': {
    title: 'Payee twice in a distribution',
    severity: 'warning',
    reason: 'Paying one entity twice is the most expensive typing error.',
  },
  'reference-on-two-distributions': {
    title: 'Reference on two distributions',
    severity: 'warning',
    reason: 'An external reference names one distribution, so that it can be found again by it.',
  },
  'reference-splits-distribution': {
    title: 'Reference splits a distribution',
    severity: 'warning',
    reason: 'Rows that differ in their external reference alone become several distributions.',
  },
  'name-with-two-dates': {
    title: 'One name with two dates',
    severity: 'warning',
    reason: 'One name and vehicle with two dates is often one distribution with a mistyped date.',
  },
  'name-nearly-equal': {
    title: 'Names nearly equal',
    severity: 'warning',
    reason: 'Names that differ in spaces or capitals alone become several distributions.',
  },
  'distribution-cents-differ': {
    title: 'Cents lost to rounding',
    severity: 'warning',
    reason:
      'Formulas can hold fractions of a cent; the sum of the cells is then not the sum of what is paid, and somebody gets the difference.',
  },
  'subtotal-among-rows': {
    title: 'Subtotal among the rows',
    severity: 'problem',
    reason: 'A subtotal that is read as a payout pays everybody above it a second time.',
  },
  'amount-equals-rows-above': {
    title: 'Amount equals the rows above',
    severity: 'warning',
    reason:
      'An amount that is the sum of the rows right above it is often a subtotal with a payee filled in.',
  },
  'amount-unusual': {
    title: 'Unusual amount',
    severity: 'warning',
    reason:
      'Ten times the median of a distribution, or a tenth, is often a misplaced decimal point. Distributions of fewer than four payments have no usual amount; where more than three and a tenth of all lie so far out, the one farthest out is named for all.',
  },
  'tie-out-differs': {
    title: 'Total differs from the tie-out cell',
    severity: 'problem',
    reason: 'The cell holds the total that was approved; a table that adds up to another was changed since.',
  },
  'currencies-mixed': {
    title: 'Currencies mixed',
    severity: 'warning',
    reason: 'A distribution in two currencies has no one total.',
  },
} as const satisfies Record<string, Rule>;

/** Every code that the domain emits. A code never changes its meaning; a rule that goes leaves its code unused. */
export const problemCodes = { ...payoutCodes, ...registrationCodes } as const satisfies Record<string, Rule>;

export type ProblemCode = keyof typeof problemCodes;

/** A problem with the severity of its rule, and the change that would mend it where one is certain. */
export function problemAt(
  code: ProblemCode,
  message: string,
  cell: CellPosition | null,
  field: TableField | null,
  correction: Correction | null = null,
): Problem {
  const problem = { code, severity: problemCodes[code].severity, message, cell, field };
  return correction === null ? problem : { ...problem, correction };
}
