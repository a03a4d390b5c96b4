/** What is said of one cell: its id, amount, currency, date or text. */
import { minorUnitDigits, type IdPrefix } from '../../contract/index.ts';
import { formatCount, formatDay, formatDayInWords, formatDecimal } from '../format.ts';

const kinds: Readonly<Record<IdPrefix, string>> = {
  veh: 'a vehicle id',
  ent: 'an entity id',
  cnt: 'a contact id',
  dst: 'a distribution id',
  dpmt: 'a payment id',
  dntf: 'a notification id',
  pmi: 'an id of bank details',
  org: 'an organization id',
};

const invisible: Readonly<Record<string, string>> = {
  '\u00ad': 'a soft hyphen',
  '\u180e': 'a Mongolian vowel separator',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u200e': 'a left-to-right mark',
  '\u200f': 'a right-to-left mark',
  '\u2060': 'a word joiner',
  '\ufeff': 'a zero-width no-break space',
};

const spaces: Readonly<Record<string, string>> = {
  ' ': 'a space',
  '\t': 'a tab',
  '\n': 'a line break',
  '\r': 'a line break',
  '\u00a0': 'a non-breaking space',
  '\u2007': 'a figure space',
  '\u202f': 'a narrow non-breaking space',
  '\u3000': 'an ideographic space',
};

/** The place of a character in an id, counted from 1. */
export interface Place {
  character: string;
  position: number;
  length: number;
}

const at = ({ position, length }: Place) => `at character ${position} of ${length}`;

export const ids = {
  malformed: (text: string, wanted: IdPrefix) =>
    `“${text}” is not ${kinds[wanted]}. Copy the id from Nova: ${wanted}_ followed by letters and digits.`,
  invisible: (place: Place) =>
    `The id holds ${invisible[place.character] ?? 'an invisible character'} ${at(place)}, which nobody sees. Copy the id from Nova again.`,
  space: (place: Place) =>
    `The id holds ${spaces[place.character] ?? 'a space of another width'} ${at(place)}. Remove it.`,
  lookalike: (place: Place, latin: string) =>
    `The “${place.character}” ${at(place)} only looks like “${latin}”. Copy the id from Nova again.`,
  wrongKind: (found: IdPrefix, wanted: IdPrefix) =>
    `This is ${kinds[found]} (${found}_…), and ${kinds[wanted]} (${wanted}_…) belongs here. Enter the right id, or choose another column.`,
  prefixCase: (start: string, wanted: IdPrefix) =>
    `The id begins with ${start}_ and must begin with ${wanted}_ in small letters. Copy the id from Nova again.`,
  contactIsEmail: (text: string) =>
    `“${text}” is an e-mail address. Enter the id of the contact instead (cnt_…).`,
  resultMalformed: (text: string) =>
    `“${text}” is not an id that Nova gave. Bring the id back, or clear the cell if the row was never staged.`,
  resultIncomplete: (paymentId: string) =>
    `The payment id ${paymentId} has no distribution id beside it. Bring the distribution id back, or clear both if the row was never staged.`,
  paymentTwice: (paymentId: string, address: string) =>
    `${paymentId} is in ${address} already. If this row was copied and is to be paid, clear its result cells.`,
};

export const amounts = {
  notFinite: 'The amount is not a number. Enter a number.',
  zero: 'The amount is zero. Enter an amount above zero, or delete the row.',
  negative:
    'The amount is below zero, and Nova cannot collect. Enter an amount above zero, or take the row out of the table.',
  tooLarge: 'The amount has more digits than Excel keeps exactly. Correct it, or split it into several rows.',
  textTooLarge: (text: string) =>
    `“${text}” has more digits than Excel keeps exactly. Correct it, or split it into several rows.`,
  totalTooLarge:
    'With this amount, the total is too large to be exact to the cent. Correct the amount, or split the table.',
  fraction: (value: number, currency: string) => {
    const digits = minorUnitDigits(currency);
    const unit = digits === 2 ? 'cent' : `smallest unit of ${currency}`;
    return `${formatDecimal(String(value))} holds a fraction of a ${unit}. Round it in the sheet, for example with =ROUND(…,${digits}).`;
  },
  notAnAmount: (text: string) =>
    `“${text}” is not an amount. Enter a number, such as ${formatDecimal('1234.56')}.`,
  /** The two readings are decimals such as `-1.234`. */
  ambiguous: (text: string, one: string, other: string) =>
    `“${text}” is text that can be read as ${formatDecimal(one, 'plain')} or as ${formatDecimal(other, 'plain')}. Type the amount as a number.`,
  ungrouped: (text: string) =>
    `“${text}” is text, and its digits are not grouped as those of a number. Type the amount as a number.`,
  isText: (text: string, decimal: string) =>
    `“${text}” is text that reads as ${formatDecimal(decimal)}. Convert the cell to a number, or type the amount again.`,
};

/** What names a currency, where something does. */
export interface CurrencySaid {
  column: string | null;
  text: string | null;
  format: string | null;
}

export const currencies = {
  disagree: ({ column, text, format }: CurrencySaid) => {
    const said = [
      ...(column === null ? [] : [`the currency column says ${column}`]),
      ...(text === null ? [] : [`the text of the cell says ${text}`]),
      ...(format === null ? [] : [`its number format shows ${format}`]),
    ];
    return `The currency of this amount is not certain: ${said.join(', ')}. Make them agree.`;
  },
  columnNotPaid: (code: string) =>
    `Nova pays USD only today, not ${code}. Correct the currency, or take the row out of the table.`,
  amountNotPaid: (code: string, by: 'text' | 'format') =>
    `The amount is in ${code}, as ${by === 'text' ? 'its text says' : 'its number format shows'}, and Nova pays USD only today. Correct it, or take the row out of the table.`,
  /** Empty where the setting is. */
  defaultNotPaid: (code: string) =>
    `Nova pays USD only today, and the default currency in the settings is ${code || 'empty'}. Set it to USD.`,
  hidden: (code: string) => `The currency “${code}” holds a character that nobody sees. Type it again.`,
  malformed: (text: string) => `“${text}” is not a currency code. Enter its three letters, such as USD.`,
  lookalike: (text: string) =>
    `“${text}” is not a currency code: one of its letters only looks like a Latin one. Enter the three letters, such as USD.`,
};

/** The fields that hold a day, as sentences name them. */
const dayFields = { distributionDate: 'date', dateOverride: 'override date' };
export type DayField = keyof typeof dayFields;

export const dates = {
  ambiguous: (text: string, one: string, other: string) =>
    `“${text}” can be ${formatDayInWords(one)} or ${formatDayInWords(other)}. Enter a date, or write it as ${one} or ${other}.`,
  noSuchDay: (text: string) => `${text} is a day that does not exist. Enter another date.`,
  notADate: (text: string) => `“${text}” is text, not a date. Enter a date, or write it as YYYY-MM-DD.`,
  shortYear: (text: string, day: string) =>
    `“${text}” is text whose year has two digits, perhaps ${formatDayInWords(day)}. Enter a date, or write it as YYYY-MM-DD.`,
  isText: (text: string, day: string) =>
    `“${text}” is text that reads as ${formatDayInWords(day)}. Enter a date, or write it as ${day}.`,
  leapDayOf1900: 'The date is February 29, 1900, a day that never was. Enter the date again.',
  day0Of1900:
    'The date is what Excel shows as January 0, 1900: mostly an empty cell behind a formula. Enter the date, or mend the formula.',
  outOfRange: (value: number) =>
    `${value} is no date that Excel knows. Enter a date, for example 2026-01-30.`,
  hasTime: (day: string) =>
    `The date has a time of day. ${formatDay(day)} is sent, without the time. Remove the time, or confirm the date.`,
  inPast: (field: DayField, day: string) =>
    `The ${dayFields[field]} ${formatDay(day)} lies in the past. Correct or confirm it.`,
  farAhead: (field: DayField, day: string) =>
    `The ${dayFields[field]} ${formatDay(day)} is more than two years ahead. Correct or confirm it.`,
  onWeekend: (field: DayField, day: string, isSaturday: boolean) =>
    `The ${dayFields[field]} ${formatDay(day)} is a ${isSaturday ? 'Saturday' : 'Sunday'}. Choose a business day, or confirm it.`,
};

/** `label` is what the field is called: see `fields.ts`. */
export const cells = {
  blank: (label: string, advice: string) => `The ${label} is missing. ${advice}`.trim(),
  isBoolean: (label: string, value: boolean) =>
    `The cell holds ${value ? 'TRUE' : 'FALSE'} and not the ${label}. Enter the value, or clear the cell.`,
  error: (shown: string) => `The cell shows ${shown}. Mend its formula, or enter the value.`,
  textTooLong: (label: string, length: number, longest: number) =>
    `The ${label} has ${formatCount(length)} characters; at most ${formatCount(longest)} can be sent. Shorten it.`,
  merged: (address: string) =>
    `The cells ${address} are merged, so only the first of them holds a value. Unmerge them, and fill in each cell.`,
  nameIsNumber: (value: number) =>
    `The distribution would have the number ${value} as its name. Enter a name, or confirm it.`,
  referenceInexact: (value: number) =>
    `The reference is a number that Excel may not show exactly (${value}). Format the cell as text, and enter the reference again.`,
  contactTwice: (id: string) => `${id} is named twice and will be notified once. Remove one, or confirm it.`,
  tooManyContacts: (count: number, most: number) =>
    `The cell names ${formatCount(count)} contacts, and a payment takes at most ${formatCount(most)}. Remove some.`,
};
