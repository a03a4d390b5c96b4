/** What is said of a table, of its distributions and of its payees. Rows are numbered as Excel numbers them. */
import { formatCount, formatDay, formatList, formatMoney } from '../format.ts';
import { plural } from './plural.ts';

export const table = {
  noRows: 'No row below the header holds a payout. Select a cell of the payout table.',
  nothingSelected: 'The selection touches no payout. Select at least one row of a distribution.',
  columnMissing: (label: string) =>
    `No column holds the ${label}. Choose the column, or add one to the table.`,
  columnTwice: (header: string, one: string, other: string) =>
    `The column “${header}” is chosen for both the ${one} and the ${other}. Choose another column for one of them.`,
  columnIsResult: (header: string, label: string) =>
    `The column “${header}” holds results and cannot be the ${label}. Choose another column.`,
  resultTwice: (name: string) =>
    `Two columns are called “${name}”. Rename or delete the one that does not hold the results.`,
  resultNameTaken: (header: string) =>
    `Results would be written into your column “${header}”. Rename that column.`,
  resultSpelling: (header: string, name: string) =>
    `The column “${header}” must be called “${name}” exactly, so that its ids are read and written. Rename it.`,
  isProtected:
    'The sheet is protected, so results cannot be written. Unprotect it: Review > Unprotect Sheet.',
  noRoom: (needed: number, free: number) =>
    `Results need ${plural(needed, 'free column', 'free columns')} right of the data, and ${formatCount(free)} ${free === 1 ? 'is' : 'are'} free. Insert columns there, or move what stands in them.`,
  /** All in cents of one currency; `address` is the cell's, and rows that have a problem are not counted. */
  tieOut: (rows: number, cell: number, currency: string, address: string, uncounted: number) => {
    const difference = formatMoney(Math.abs(rows - cell), currency);
    const missing =
      uncounted === 0
        ? ''
        : ` ${uncounted === 1 ? 'One row that has a problem is' : `${formatCount(uncounted)} rows that have problems are`} not counted.`;
    return `The rows add up to ${formatMoney(rows, currency)}, but ${address} says ${formatMoney(cell, currency)}: ${difference} ${rows > cell ? 'more' : 'less'} in the table.${missing} Correct the table or the cell.`;
  },
};

/** `$0.01 more in the cells`; in cents, above zero where the cells hold more than is paid. */
const centsDifference = (differenceCents: number, currency: string) =>
  `${formatMoney(Math.abs(differenceCents), currency)} ${differenceCents > 0 ? 'more' : 'less'} in the cells`;

export const distributions = {
  partlyStaged: (open: number, all: number, distributionId: string) =>
    `${formatCount(open)} of ${formatCount(all)} rows of this distribution ${open === 1 ? 'is' : 'are'} not staged; the others are in ${distributionId}. A staged distribution takes no further payments. Give the new rows another name or external reference, or bring the missing ids back.`,
  payeeTwice: (row: number, isSameAmount: boolean) =>
    `This entity is paid in row ${row} of the same distribution already${isSameAmount ? ', with the same amount' : ''}. Remove one of the two, or confirm both.`,
  tooLarge: (payments: number, most: number) =>
    `The distribution has ${formatCount(payments)} payments; at most ${formatCount(most)} go into one. Split it by name or external reference.`,
  currenciesMixed: (codes: readonly string[]) =>
    `The distribution mixes ${formatList(codes)}. Split it by name or external reference, or confirm it.`,
  referenceOnTwo: (reference: string, row: number) =>
    `The external reference “${reference}” is on the distribution of row ${row} already. Give each distribution its own, or confirm it.`,
  nameWithTwoDates: (row: number, day: string) =>
    `Row ${row} has the same name and vehicle and the date ${formatDay(day)}. Correct the date, or confirm two distributions.`,
  referenceSplits: (row: number) =>
    `This row has the name, vehicle and date of row ${row} and another external reference, so it becomes a distribution of its own. Make the references equal, or confirm it.`,
  nameNearlyEqual: (name: string, row: number) =>
    `The name differs from “${name}” in row ${row} in spaces, capitals or punctuation alone, so there would be two distributions. Make the names equal, or confirm it.`,
  centsDifference,
  /** All in cents. */
  centsDiffer: (cells: number, paid: number, currency: string) =>
    `The cells of this distribution add up to ${formatMoney(cells, currency)}, but to ${formatMoney(paid, currency)} when each is rounded to cents: ${centsDifference(cells - paid, currency)}. Round the amounts in the sheet, and decide which payment takes the difference.`,
  subtotal: (amountCents: number, currency: string, rowsAbove: number) =>
    `${formatMoney(amountCents, currency)} is what the ${formatCount(rowsAbove)} rows above add up to, so this row is a subtotal and no payout. Delete it, or move it out of the table.`,
  equalsRowsAbove: (amountCents: number, currency: string, rowsAbove: number) =>
    `${formatMoney(amountCents, currency)} is exactly what the ${formatCount(rowsAbove)} rows above add up to. If this is a subtotal, delete the row. If not, confirm that it is paid as well.`,
  /** `times` is how often the smaller of the two goes into the other, without its fraction. */
  unusual: (times: number, isMore: boolean, medianCents: number, currency: string) => {
    const median = formatMoney(medianCents, currency);
    const compared = isMore
      ? `The amount is at least ${formatCount(times)} times the median of its distribution, ${median}.`
      : `The median of its distribution, ${median}, is at least ${formatCount(times)} times this amount.`;
    return `${compared} Look for a misplaced decimal point, or confirm it.`;
  },
  manyUnusual: (unusual: number, all: number, medianCents: number, amountCents: number, currency: string) =>
    `${formatCount(unusual)} of the ${formatCount(all)} payments of this distribution are ten times its median of ${formatMoney(medianCents, currency)} or more, or a tenth or less. This one, ${formatMoney(amountCents, currency)}, lies farthest out. Look for misplaced decimal points, or confirm them.`,
};

export const payees = {
  entityUnknown: (id: string) =>
    `Your organization has no entity ${id} in Nova. Check the id, or register the entity first.`,
  contactUnknown: (id: string) =>
    `Your organization has no contact ${id} in Nova. Check the id, or register the contact first.`,
  nameDiffers: (payee: string, legalName: string, entity: string) =>
    `The row names “${payee}”, but in Nova the legal name of ${entity} is “${legalName}”, and the id decides who is paid. Correct the payee or the id, or confirm that both are the same.`,
  withoutBankDetails: (legalName: string, entity: string) =>
    `“${legalName}” (${entity}) has no bank details in Nova: it can be staged, but not be paid. Register its bank details first, or confirm it.`,
  /** `reason` is a sentence; null where there was no time to ask about all. */
  notChecked: (count: number, reason: string | null) =>
    `${plural(count, 'entity or contact was', 'entities and contacts were')} not checked with Nova: ${reason ?? 'there was no time to ask about all of them.'} Check again, or go on knowing that neither names nor bank details were compared.`,
};
