import type { ResultColumn } from '../domain/index.ts';

export const TEXT_FORMAT = '@';

/** The serial is UTC, and says so: people in several time zones look at one workbook. */
const DATE_TIME_FORMAT = 'yyyy-mm-dd hh:mm "UTC"';

export function formatOf(column: ResultColumn): string {
  return column === 'checkedAt' ? DATE_TIME_FORMAT : TEXT_FORMAT;
}

/** A date format of the user's own is left as it is. */
export function keeps(column: ResultColumn, format: string): boolean {
  return column === 'checkedAt' ? /[ymdh]/i.test(format) : format === TEXT_FORMAT;
}
