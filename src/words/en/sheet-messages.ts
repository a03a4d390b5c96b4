/** What is said of rows that were staged: in the Message column of the sheet, and where a row is gone. */
import { cellWords } from '../cell-words.ts';

const orEmpty = (value: string) => (value === '' ? 'empty' : value);

/** A field of a row, as it was staged and as the sheet says now; empty where nothing was, or is. */
export interface Changed {
  label: string;
  staged: string;
  now: string;
}

export const sheet = {
  notStaged: (reason: string) => `Not staged: ${reason}`,
  outcomeUnknown: (reason: string) => `Outcome not known yet: ${reason}`,
  notRefreshed: (reason: string) => `Not refreshed: ${reason}`,
  notGiven: "Nova's answer holds no payment for this row; look at the distribution in Nova.",
  notListed: `${cellWords.notListed.en}; look at the distribution in Nova.`,
  /** `time` is in UTC, because a cell is read in more than one place. */
  stagedFrom: (workbook: string, sheetName: string, time: string, who: string) =>
    `${cellWords.stagedFrom.en} ${workbook}, sheet ${sheetName}, on ${time} UTC by ${who}.`,
  registeredFrom: (workbook: string, sheetName: string, time: string, who: string) =>
    `Registered from ${workbook}, sheet ${sheetName}, on ${time} UTC by ${who}.`,
  changed: (changes: readonly Changed[]) =>
    `${cellWords.drift.en} ${changes.map(({ label, staged, now }) => `${label} was ${orEmpty(staged)}, is ${orEmpty(now)}`).join('; ')}.`,
  /** A text that stands in a cell, as such. */
  quoted: (text: string) => `“${text}”`,
  /** The same of one field, as a problem at its cell. */
  changedCell: ({ label, staged, now }: Changed, id: string) =>
    `The ${label} was staged as ${orEmpty(staged)} in ${id}; the cell now says ${orEmpty(now)}. Nova keeps what was staged. Bring the cell back, or cancel the distribution in Nova and stage it anew.`,
  rowGone: (row: number) => `What stood in row ${row} was deleted or changed, or the row has other ids now.`,
};
