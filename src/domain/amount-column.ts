import { columnNotation } from './amount-notation.ts';
import { currenciesOfFormat } from './currency-marks.ts';
import type { RawRow, ReadResult } from './read-result.ts';
import type { Pace, Steps } from './steps.ts';
import { parseTextAmount, type Notation } from './text-amount.ts';

/** What is known of the amounts of a table before its rows are read one by one. */
export interface AmountColumn {
  /** Null when no text in the column proves one. */
  notation: Notation | null;
  /** The currencies that a text can mean by its sign or code, the usual one first; null when it names none. */
  currenciesOfText: (text: string) => readonly string[] | null;
  /** The same of a row's number format. */
  currenciesOfFormat: (row: RawRow) => readonly string[] | null;
  /** The row's amount names a currency by either of the two. */
  namesCurrency: (row: RawRow) => boolean;
}

/** Looks once over the column; texts and formats are few beside the rows, and each is reckoned once. */
export function* amountColumn(read: ReadResult, pace: Pace): Steps<AmountColumn> {
  const column = read.mapping.amount;
  const ofText = remembered((text: string) => parseTextAmount(text)?.currencies ?? null);
  const ofFormat = remembered(currenciesOfFormat);
  const ofRow = (row: RawRow) => {
    const format = column === null ? undefined : read.table.numberFormats[row.index]?.[column];
    return format === undefined ? null : ofFormat(format);
  };
  return {
    notation: column === null ? null : yield* columnNotation(read.rows, column, pace),
    currenciesOfText: ofText,
    currenciesOfFormat: ofRow,
    namesCurrency: (row) => {
      const value = column === null ? undefined : row.cells[column];
      return (typeof value === 'string' && ofText(value) !== null) || ofRow(row) !== null;
    },
  };
}

function remembered<T>(reckon: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const value = reckon(text);
    known.set(text, value);
    return value;
  };
}
