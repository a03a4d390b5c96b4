/** What each rule of the check is called, why it is there, and what to do where it speaks; see `../explanation.ts`. */
import type { Explanation } from '../explanation.ts';
import { registrationRules } from './registration-rules.ts';
import { strings } from './strings.ts';

const columns = `“${strings.mapping.title}”`;
const fix = `“${strings.corrections.fix}”`;
const payeeDetails = `“${strings.places.names.registrations}”`;
const settings = `“${strings.session.settings}”`;

export const rules = {
  ...registrationRules,

  // The table as a whole
  'no-payout-rows': {
    title: 'No payouts found',
    reason: 'No row below the header of this table holds a payout, so there is nothing to stage.',
    remedy: 'Select a cell of the table that holds your payouts, and then check again.',
  },
  'nothing-selected': {
    title: 'No payout selected',
    reason: 'The selection touches no payout. Blank rows and totals are none.',
    remedy: 'Select the rows to stage, or one cell of the table to take all of it, and then check again.',
  },
  'required-column-missing': {
    title: 'Required column missing',
    reason:
      'No column holds something that Nova needs. A payout needs a distribution name, a vehicle, a date, an entity and an amount.',
    remedy: `Choose the column under ${columns}, or add one to the table and check again.`,
  },
  'column-mapped-twice': {
    title: 'Column chosen twice',
    reason: 'One column cannot hold two things. One of the two would be read from the wrong cells.',
    remedy: `Under ${columns}, choose another column for one of them.`,
  },
  'column-is-result': {
    title: 'Result column chosen as a field',
    reason: 'Distribution Desk writes its results into this column and would read them as your data.',
    remedy: `Under ${columns}, choose another column.`,
  },
  'result-column-twice': {
    title: 'Result column twice',
    reason:
      'What was staged is known by the ids in the result columns. With two of one name, nobody can say which one holds the true ids.',
    remedy: 'Rename or delete the one that does not hold the ids, and then check again.',
  },
  'result-column-spelling': {
    title: 'Result column misspelled',
    reason:
      'Ids and statuses are read and written under exact headers. Ids under a header that is only similar would be overlooked.',
    remedy: 'Rename the header as the message says. Its cells stay as they are.',
  },
  'result-column-name-taken': {
    title: 'Name of a result column taken',
    reason: 'A column of yours has the name of a result column. Results would be written over its cells.',
    remedy: 'Rename your column, and then check again. The result column is added beside the table.',
  },
  'sheet-protected': {
    title: 'Sheet is protected',
    reason: 'Excel lets nobody write to a protected sheet, so the ids could not stand beside your rows.',
    remedy: 'Unprotect the sheet in Excel (Review > Unprotect Sheet), and then check again.',
  },
  'result-columns-blocked': {
    title: 'No room for results',
    reason: 'Results are written right of the table, and never over anything else.',
    remedy: 'Insert columns right of the table, or move what stands there, and then check again.',
  },
  'changed-since-staged': {
    title: 'Changed since it was staged',
    reason: 'Nova pays what was staged, whatever the sheet says since. Now the two differ.',
    remedy:
      'Bring the cell back to what was staged. If the new value is right, cancel the distribution in Nova and stage it anew.',
  },
  // Any cell
  'required-cell-blank': {
    title: 'Required value missing',
    reason: 'Nova needs this value of every row.',
    remedy: 'Enter it. If the row does not belong to the table, delete it.',
  },
  'cell-error': {
    title: 'Cell shows an error',
    reason: 'The formula has no result. An error is never read as zero or as blank.',
    remedy: 'Mend the formula, or enter the value.',
    example: '#REF! means that the formula points at cells that were deleted.',
  },
  'cell-is-boolean': {
    title: 'Cell is TRUE or FALSE',
    reason: 'TRUE or FALSE is no amount, date, name or id.',
    remedy: 'Enter the value, or clear the cell where it may be empty.',
  },
  'text-too-long': {
    title: 'Text too long',
    reason:
      'A text that is sent has a longest length, and none is cut off: 500 characters for names and references of payouts, less for others.',
    remedy: 'Shorten the text. The message says how long it may be.',
  },
  // Ids
  'id-has-invisible-character': {
    title: 'Invisible character in id',
    reason:
      'The id holds a character that nobody sees, as copying from a mail or a web page can leave it. With it, the id names nobody in Nova.',
    remedy: `Choose ${fix} where it is offered, or copy the id from Nova again.`,
  },
  'id-has-space': {
    title: 'Space in id',
    reason: 'An id is exact to the character. With a space or a line break, it is another one.',
    remedy: `Choose ${fix} where it is offered, or remove the space.`,
  },
  'id-has-lookalike': {
    title: 'Look-alike letter in id',
    reason:
      'A letter of another alphabet looks like the right one. The id would name somebody else, or nobody.',
    remedy: 'Copy the id from Nova again instead of typing it.',
    example: 'The Cyrillic “А” and the Latin “A” look the same and are two letters.',
  },
  'id-wrong-kind': {
    title: 'Id of another kind',
    reason: 'An id begins with what it names. This one names another kind of thing than belongs here.',
    remedy: `Enter the right id. If the whole column is like this, choose another one under ${columns}.`,
    example: 'veh_… names a vehicle, ent_… an entity, cnt_… a contact.',
  },
  'id-prefix-case': {
    title: 'Id begins in capitals',
    reason: 'Nova tells capitals from small letters, and its ids begin in small ones.',
    remedy: `Choose ${fix} where it is offered, or copy the id from Nova again.`,
    example: 'ENT_… must be ent_….',
  },
  'id-malformed': {
    title: 'Not an id of Nova',
    reason: 'An id of Nova has a beginning that says what it names, and then letters and digits alone.',
    remedy: 'Copy the id from Nova as it is shown there. For a contact, enter its id and not its address.',
    example: 'ent_7Kd2Qm81 could be an entity.',
  },
  // Amount and currency
  'amount-is-text': {
    title: 'Amount is text',
    reason:
      'The cell holds text, even where it looks like a number. Text can be read in more than one way, so amounts are taken from numbers only.',
    remedy: `Choose ${fix} where it is offered and shows the right amount, or type the amount as a number.`,
    example: 'A number with an apostrophe or a space in front of it is text.',
  },
  'amount-not-a-number': {
    title: 'Amount is not a number',
    reason: 'No amount can be read from this cell, and none is guessed.',
    remedy: 'Enter the amount as a number.',
  },
  'amount-has-fraction-of-cent': {
    title: 'Fraction of a cent',
    reason:
      'Whole cents are paid. Nothing is rounded here, because rounding changes what somebody gets and what the total is.',
    remedy: 'Round the amount in the sheet, and then check again.',
    example: '=ROUND(A2*B2,2)',
  },
  'amount-zero': {
    title: 'Amount is zero',
    reason: 'Nova takes amounts above zero only.',
    remedy: 'Enter the amount. If nothing is paid, delete the row.',
  },
  'amount-negative': {
    title: 'Amount is negative',
    reason: 'Nova pays and cannot collect, so it takes amounts above zero only.',
    remedy: 'Correct the amount, or take the row out of the table.',
  },
  'amount-too-large': {
    title: 'Amount too large',
    reason: 'Excel keeps 15 digits of a number. Beyond them, the cents are not those that were typed.',
    remedy: 'Correct the amount, or split it into several rows.',
  },
  'total-too-large': {
    title: 'Total too large',
    reason: 'Beyond 90 trillion, the total is no longer exact to the cent.',
    remedy: 'Correct the amount, or split the table.',
  },
  'currency-malformed': {
    title: 'Not a currency code',
    reason: 'A currency is named by its three letters (ISO 4217).',
    remedy: `Enter the code. A blank cell takes the default currency of the ${settings}.`,
    example: 'USD',
  },
  'currency-not-supported': {
    title: 'Currency not supported',
    reason: 'Nova pays USD only today.',
    remedy: `If the amount is in USD, correct the currency, in the cell or in the ${settings}. If not, take the row out of the table.`,
  },
  // Dates
  'date-is-text': {
    title: 'Date is text',
    reason:
      'The cell holds text, even where it looks like a date. Day and month can stand in either order, so of text only YYYY-MM-DD is taken.',
    remedy: `Choose ${fix} where it is offered and shows the right day, or enter a date.`,
    example: '2026-01-30',
  },
  'date-never-was': {
    title: 'Date that never was',
    reason:
      'Excel counts 29 February 1900 and “0 January 1900”, which never were. The second is mostly an empty cell behind a formula.',
    remedy: 'Enter the date, or mend the formula.',
  },
  'date-out-of-range': {
    title: 'Date out of range',
    reason: 'The number in this cell is no date that Excel knows.',
    remedy: 'Enter a date.',
    example: '2026-01-30',
  },
  'date-has-time': {
    title: 'Date with a time',
    reason: 'A payout date has no time of day. The day is sent, and the time is left out.',
    remedy: 'Make sure that the day is right, or remove the time.',
  },
  'date-in-past': {
    title: 'Date in the past',
    reason: 'A date in the past is often left from the table of last time.',
    remedy: 'Correct the date, or confirm it.',
  },
  'date-on-weekend': {
    title: 'Date on a weekend',
    reason: 'Banks do not pay on Saturdays and Sundays. Holidays are not checked.',
    remedy: 'Choose a business day, or confirm the date.',
  },
  'date-far-ahead': {
    title: 'Date far ahead',
    reason: 'A date more than two years ahead is often a typing error.',
    remedy: 'Correct the date, or confirm it.',
  },
  // Values that can be read in more than one way
  'amount-is-ambiguous': {
    title: 'Amount can be read in two ways',
    reason: 'In one notation the text is a thousand times what it is in the other.',
    remedy: 'Type the amount as a number.',
    example: '“1,234” is 1234.00 to one reader and 1.234 to another.',
  },
  'currency-disagrees': {
    title: 'Currencies disagree',
    reason:
      'The currency column, the sign in the cell and its number format name different currencies. Nobody can say which one is meant.',
    remedy: 'Make them name the same currency.',
    example: 'The column says USD, and the cell is formatted in €.',
  },
  'date-order-ambiguous': {
    title: 'Date can be read in two ways',
    reason: 'Some countries write the day first, others the month. The text can be two days.',
    remedy: 'Enter a date, or write it as YYYY-MM-DD.',
    example: '03/04/2027 is 3 April in one country and 4 March in another.',
  },
  'cell-merged': {
    title: 'Merged cells',
    reason: 'Merged cells hold one value, and Excel gives it to the first of them alone.',
    remedy: 'Unmerge the cells in Excel (Home > Merge & Center), and fill in each one.',
  },
  // Contacts, names, references
  'contact-twice': {
    title: 'Contact named twice',
    reason: 'A contact is notified once of a payment, however often it is named.',
    remedy: 'Confirm it, or enter the id of whoever was meant instead.',
  },
  'too-many-contacts': {
    title: 'Too many contacts',
    reason: 'A payment takes at most 100 contacts.',
    remedy: 'Remove contacts from the cell.',
  },
  'name-is-number': {
    title: 'Name is a number',
    reason: 'A number as a name is often a date, or another column than was meant.',
    remedy: `Enter the name, choose another column under ${columns}, or confirm it.`,
    example: '46052 is how Excel keeps 30 January 2026.',
  },
  'reference-inexact': {
    title: 'Inexact reference',
    reason: 'Excel keeps 15 digits of a number. A longer reference has lost its last digits.',
    remedy: 'Format the cell as text, and enter the reference again.',
  },
  // What Nova knows of the payees
  'entity-unknown': {
    title: 'Entity not known to Nova',
    reason: 'Your organization has no such entity in Nova, which refuses a distribution that names one.',
    remedy: `Check the id in Nova. If the payee is new, register it first under ${payeeDetails}.`,
    example: 'An id of the sandbox is not known on live, and the other way about.',
  },
  'contact-unknown': {
    title: 'Contact not known to Nova',
    reason: 'Your organization has no such contact in Nova, which refuses a distribution that names one.',
    remedy: `Check the id in Nova. If the contact is new, register it first under ${payeeDetails}.`,
  },
  'payee-name-differs': {
    title: 'Payee is not the legal name',
    reason:
      'The entity id decides who is paid, and its legal name is not the payee of the row. One of the two may be wrong. Case, accents, punctuation, legal forms, “The”, “&” and the order of words make no difference.',
    remedy: 'Correct the payee or the id, or confirm that both are the same.',
  },
  'payee-without-instructions': {
    title: 'No bank details',
    reason: 'Nova has no bank details of this entity. It can be staged, but not be paid.',
    remedy: `Register the bank details first under ${payeeDetails}, or confirm that they follow.`,
  },
  'payees-not-checked': {
    title: 'Payees not checked',
    reason:
      'Nova could not be asked about some payees, so their ids, names and bank details were not compared.',
    remedy: `Choose “${strings.problems.again}”. If it stays, look at these payees in Nova before you go on.`,
  },
  // Results that stand in the row already
  'result-id-malformed': {
    title: 'Result id cannot be read',
    reason: 'The ids in the result columns say what was sent already, so they must be exact. This is none.',
    remedy:
      'Bring the id back, for example with Undo in Excel. Clear the cell only if the row was never sent.',
  },
  'result-ids-incomplete': {
    title: 'Distribution id missing',
    reason: 'The row has a payment id and no distribution id. Half of what Nova gave is lost.',
    remedy: 'Bring the distribution id back. Clear both only if the row was never staged.',
  },
  'payment-id-twice': {
    title: 'Payment id twice',
    reason: 'A row that was copied with its ids counts as staged and would never be paid.',
    remedy: 'If this row is to be paid, clear its result cells. If not, delete it.',
  },
  // Distributions
  'distribution-partly-staged': {
    title: 'Distribution staged in part',
    reason: 'Some of its rows were staged and some not. A staged distribution takes no further payments.',
    remedy:
      'Give the new rows another distribution name or external reference. If they were staged too, bring their ids back.',
  },
  'distribution-too-large': {
    title: 'Distribution too large',
    reason: 'A distribution takes at most 20,000 payments.',
    remedy: 'Split it by name or external reference.',
  },
  'payee-twice': {
    title: 'Payee twice in a distribution',
    reason: 'Two rows of one distribution pay the same entity. Paid by mistake, it is hard to get back.',
    remedy: 'Remove one of the rows, or confirm that both are paid.',
  },
  'reference-on-two-distributions': {
    title: 'Reference on two distributions',
    reason: 'One finds a distribution by its external reference, so it should stand on one alone.',
    remedy: 'Give each distribution its own, or confirm it.',
  },
  'reference-splits-distribution': {
    title: 'Reference splits a distribution',
    reason:
      'The rows have the same name, vehicle and date, and another external reference. They become a distribution of their own.',
    remedy: 'If they belong together, make the references equal. If not, confirm it.',
  },
  'name-with-two-dates': {
    title: 'One name with two dates',
    reason: 'One name and vehicle with two dates become two distributions. Often one date is a typing error.',
    remedy: 'Correct the date, or confirm that there are two.',
  },
  'name-nearly-equal': {
    title: 'Names nearly equal',
    reason: 'Names that differ in spaces, capitals or punctuation alone become two distributions.',
    remedy: 'If they belong together, make the names equal. If not, confirm it.',
    example: '“Q4 2026” and “Q4-2026”',
  },
  'distribution-cents-differ': {
    title: 'Cents lost to rounding',
    reason:
      'Formulas can hold fractions of a cent that the format hides. The cells then add up to another total than what is paid, and somebody gets the difference.',
    remedy: 'Round the amounts in the sheet, and decide which payment takes the difference.',
  },
  'subtotal-among-rows': {
    title: 'Subtotal among the rows',
    reason:
      'The row is the sum of the rows above it. Read as a payout, it would pay all of them a second time.',
    remedy: 'Delete the row, or move it out of the table.',
  },
  'amount-equals-rows-above': {
    title: 'Amount equals the rows above',
    reason: 'The amount is exactly the sum of the rows right above it. It may be a subtotal with a payee.',
    remedy: 'If it is a subtotal, delete the row. If not, confirm that it is paid as well.',
  },
  'amount-unusual': {
    title: 'Unusual amount',
    reason:
      'The amount is at least ten times the median of its distribution, or at most a tenth: often a misplaced decimal point. Distributions of fewer than four payments, or in two currencies, are not judged. Where more than three and a tenth of all lie so far out, the farthest is named for all.',
    remedy:
      'Compare the amount with its source, and then correct or confirm it. Where it is named for all, look at the others too.',
  },
  'tie-out-differs': {
    title: 'Total differs from the tie-out cell',
    reason:
      'The cell holds the total that was approved, and the rows add up to another. One of them was changed since. Rows that were staged before count too.',
    remedy: 'Find the difference in the rows, or correct the cell.',
  },
  'currencies-mixed': {
    title: 'Currencies mixed',
    reason: 'A distribution in two currencies has no one total to compare.',
    remedy: 'Split it by name or external reference, or confirm it.',
  },
} satisfies Record<string, Explanation>;
