import type { TableField } from './fields.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './problem-codes.ts';
import type { ReadResult } from './read-result.ts';
import { resultColumnsOf } from './table-form.ts';

/** What keeps results from being written where they belong. */
export function placeProblems<F extends TableField>(read: ReadResult<F>): Problem[] {
  const { table } = read;
  const problems: Problem[] = [];
  if (table.sheetProtected) {
    const message =
      'The sheet is protected, so that results could not be written. Unprotect it (Review > Unprotect Sheet).';
    problems.push(problemAt('sheet-protected', message, null, null));
  }
  const missing = resultColumnsOf(read.form.results).filter(
    (column) => read.resultColumns[column] === null,
  ).length;
  // An Excel table could push its neighbours aside, but what stands beside a table often belongs to its rows.
  if (missing > table.freeColumnsRight) {
    const message = `Results need ${missing} free columns right of the data, and ${table.freeColumnsRight} are free. Insert columns there, or move what stands in them.`;
    problems.push(problemAt('result-columns-blocked', message, null, null));
  }
  return problems;
}
