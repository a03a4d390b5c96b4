/**
 * The catalogue's part about Excel: what it refuses, and which cells were taken as the table. Rows count from 1 and columns
 * have letters, as the sheet shows them.
 */
import { formatAlternatives, formatCount, formatList } from '../format.ts';
import { plural } from './plural.ts';

/** The first few by name. */
function some(names: readonly string[], list: (names: readonly string[]) => string): string {
  const rest = names.length - 3;
  return list(rest > 0 ? [...names.slice(0, 3), `${formatCount(rest)} more`] : names);
}
const oneOf = (names: readonly string[]) => some(names, formatAlternatives);
const allOf = (names: readonly string[]) => some(names, formatList);

export const sheetSays = {
  noAnswer: (seconds: number) =>
    `Excel has not answered for ${plural(seconds, 'second', 'seconds')}. Wait until it responds, and then try again.`,
  editing: 'A cell is being edited. Press Enter or Esc in the sheet, and then try again.',
  isProtected:
    'The sheet is protected or read-only, so nothing can be written to it. Unprotect it, and then try again.',
  tableGone: (sheet: string) =>
    `The table on “${sheet}” cannot be found any more. Select the payout table, and check it again.`,
  checkedSheetGone: 'The sheet that was checked is no longer in this workbook. Check the table again.',
  changed: 'The sheet changed in the meantime, so nothing was written. Try again.',
  noRoom: (needed: number, free: number) =>
    `The results need ${plural(needed, 'empty column', 'empty columns')} right of the table, and ${free === 1 ? 'there is' : 'there are'} ${formatCount(free)}. Insert empty columns there, and then try again.`,
  nameTaken: (header: string) =>
    `The column “${header}” holds content or formulas of its own, where results of that name would go. Rename it, and then try again.`,
  noTable: 'There is no table at the selection. Select a cell in the payout table, and then try again.',
  severalTables: (names: readonly string[]) =>
    `The selection touches several tables: ${formatList(names.map((name) => `“${name}”`))}. Select a cell in the one to check, and then try again.`,
  noCells: 'The selection is not a range of cells. Select a cell in the payout table, and then try again.',
  noHeaderRow: (table: string) =>
    `The table “${table}” shows no header row. Turn it on (Table Design, Header Row), and then try again.`,
  tooManyResults: 'This workbook holds a thousand results sheets. Delete some, and then try again.',
  refused: (message: string, code: string) => `Excel refused: ${message} (${code})`,
  openInNova: 'Open in Nova',

  taken: {
    blankColumn: (column: string) =>
      `Column ${column} is blank, and the columns on both sides of it were taken.`,
    blankRow: (row: number) => `Row ${row} is blank, and the rows below it were taken too.`,
    moreBelow: (last: number, below: number) =>
      `The table was taken to end in row ${last}, but cells from row ${below} on look as if they could belong to it.`,
    headerAgain: (row: number) =>
      `The same header stands again in row ${row}; the rows below that were left out.`,
    twoHeaderRows: (first: number, second: number) => `Rows ${first} and ${second} were taken as one header.`,
    noHeader: (row: number) =>
      `No row looks like a header, so row ${row} was taken as the header and is not paid.`,
    nameEnds: (name: string, row: number) =>
      `The name “${name}” ends in row ${row}, but more rows are filled below it.`,
    names: (taken: string, others: readonly string[]) =>
      `The selection lies in several named ranges; “${taken}” was taken, not ${oneOf(others)}.`,
    outside: (taken: string, others: readonly string[]) =>
      others.length === 0
        ? `The selection is outside of the table; ${taken} was taken.`
        : `The selection is outside of any table; ${taken} was taken, not ${oneOf(others)}.`,
    partly: (taken: string, outside: readonly string[]) =>
      `Only a part of the selection lies in the table ${taken} that was taken; ${allOf(outside)} ${outside.length === 1 ? 'does' : 'do'} not.`,
    others: (taken: string, others: readonly string[]) =>
      `The selection holds several tables; ${taken} was taken, not ${oneOf(others)}.`,
  },
};
