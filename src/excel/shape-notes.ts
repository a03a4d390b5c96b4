import { bottomOf } from './cell-grid.ts';
import { columnName, type Extent } from './extent.ts';

/** What the user is told when the table that was taken is not the only possibility. Rows and columns are named as the sheet does. */
export const notes = {
  blankColumn: (column: number) =>
    `Column ${columnName(column)} is blank, and the columns on both sides of it were taken.`,
  blankRow: (row: number) => `Row ${row + 1} is blank, and the rows below it were taken too.`,
  moreBelow: (table: Extent, below: Extent) =>
    `The table was taken to end in row ${bottomOf(table)}, but cells from row ${below.rowIndex + 1} on look as if they could belong to it.`,
  headerAgain: (below: Extent) =>
    `The same header stands again in row ${below.rowIndex + 1}; the rows below that were left out.`,
  twoHeaderRows: (lastRow: number) => `Rows ${lastRow} and ${lastRow + 1} were taken as one header.`,
  noHeader: (row: number) =>
    `No row looks like a header, so row ${row + 1} was taken as the header and is not paid.`,
  nameEnds: (name: string, bottom: number) =>
    `The name “${name}” ends in row ${bottom}, but more rows are filled below it.`,
  names: (taken: string, others: readonly string[]) =>
    `The selection lies in several named ranges; “${taken}” was taken, not ${list(others)}.`,
  outside: (taken: string, others: readonly string[]) =>
    others.length === 0
      ? `The selection is outside of the table; ${taken} was taken.`
      : `The selection is outside of any table; ${taken} was taken, not ${list(others)}.`,
  partly: (taken: string, outside: readonly string[]) =>
    `Only a part of the selection lies in the table ${taken} that was taken; ${list(outside, 'and')} ${outside.length === 1 ? 'does' : 'do'} not.`,
  others: (taken: string, others: readonly string[]) =>
    `The selection holds several tables; ${taken} was taken, not ${list(others)}.`,
};

/** The first few by name. */
function list(names: readonly string[], word: 'or' | 'and' = 'or'): string {
  const shown = names.slice(0, 3);
  const rest = names.length - shown.length;
  return rest === 0 ? shown.join(` ${word} `) : `${shown.join(', ')} ${word} ${rest} more`;
}
