import { problemTexts } from '../words/index.ts';
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
    problems.push(problemAt('sheet-protected', problemTexts.table.isProtected, null, null));
  }
  const missing = resultColumnsOf(read.form.results).filter(
    (column) => read.resultColumns[column] === null,
  ).length;
  // An Excel table could push its neighbours aside, but what stands beside a table often belongs to its rows.
  if (missing > table.freeColumnsRight) {
    const message = problemTexts.table.noRoom(missing, table.freeColumnsRight);
    problems.push(problemAt('result-columns-blocked', message, null, null));
  }
  return problems;
}
