import { mergedProblems } from './check-merged.ts';
import type { CheckOptions, SliceOptions } from './check-settings.ts';
import type { ColumnMapping } from './fields.ts';
import { resultColumnNames } from './fields.ts';
import { groupPayments } from './group-payments.ts';
import { planSubmission } from './plan-submission.ts';
import type { CheckResult, DistributionGroup } from './plan.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './problem-codes.ts';
import { fieldColumns, type ReadResult } from './read-result.ts';
import { readTable } from './read-table.ts';
import type { SheetTable } from './sheet-table.ts';
import { validateRows, type ValidatedRows } from './validate-rows.ts';

/**
 * Every stage up to the plan. Problems are in sheet order, those of the table as a whole first. With a narrower
 * selection, problems of rows that surely belong to other distributions are left out.
 */
export function checkTable(table: SheetTable, mapping: ColumnMapping, options: CheckOptions): CheckResult {
  const read = readTable(table, mapping);
  const validated = validateRows(read, options);
  const { groups, problems: groupProblems } = groupPayments(
    validated.rows,
    table.selectedRows,
    fieldColumns(read),
  );
  const rowProblems = concerningSelection(table, validated, groups);
  const problems = [
    ...tableProblems(read),
    ...selectionProblems(read, groups, rowProblems),
    ...read.problems,
    ...mergedProblems(read),
    ...rowProblems,
    ...groupProblems,
  ].sort(bySheetOrder);
  const blocked = problems.some((problem) => problem.severity === 'problem');
  return {
    problems,
    plan: blocked ? null : planSubmission(groups, table.source),
    groups,
    groupFacts: [],
    rowCount: read.rows.length,
    leftOut: read.leftOut,
  };
}

/** The same as `checkTable`, yielding whenever a slice has taken its time, so that the page stays responsive. */
// eslint-disable-next-line require-yield -- the stages become generators in the next step
export function* checkTableInSlices(
  table: SheetTable,
  mapping: ColumnMapping,
  options: CheckOptions,
  _slices: SliceOptions,
): Generator<undefined, CheckResult> {
  return checkTable(table, mapping, options);
}

function tableProblems(read: ReadResult): Problem[] {
  const { table } = read;
  const problems: Problem[] = [];
  if (table.sheetProtected) {
    const message =
      'The sheet is protected, so that results could not be written. Unprotect it (Review > Unprotect Sheet).';
    problems.push(problemAt('sheet-protected', message, null, null));
  }
  const missing = resultColumnNames.filter((column) => read.resultColumns[column] === null).length;
  // An Excel table could push its neighbours aside, but what stands beside a table often belongs to its rows.
  if (missing > table.freeColumnsRight) {
    const message = `Results need ${missing} free columns right of the data, and ${table.freeColumnsRight} are free. Insert columns there, or move what stands in them.`;
    problems.push(problemAt('result-columns-blocked', message, null, null));
  }
  if (read.rows.length === 0) {
    const message = 'No row below the header holds a payout. Select a cell of the payout table.';
    problems.push(problemAt('no-payout-rows', message, null, null));
  }
  return problems;
}

/** Of rows that cannot be read, those that are selected, that belong to a kept distribution, or that nobody can place. */
function concerningSelection(
  table: SheetTable,
  validated: ValidatedRows,
  groups: DistributionGroup[],
): Problem[] {
  if (table.selectedRows === null) return validated.problems;
  const selected = new Set(table.selectedRows);
  const kept = new Set(groups.map((group) => group.key));
  for (const row of validated.invalidRows) {
    if (selected.has(row.index) && row.groupKey !== null) kept.add(row.groupKey);
  }
  const concerned = new Set(groups.flatMap((group) => group.rows.map((row) => row.rowIndex)));
  for (const row of validated.invalidRows) {
    if (selected.has(row.index) || row.groupKey === null || kept.has(row.groupKey))
      concerned.add(row.rowIndex);
  }
  return validated.problems.filter(
    (problem) => problem.cell === null || concerned.has(problem.cell.rowIndex),
  );
}

function selectionProblems(read: ReadResult, groups: DistributionGroup[], rowProblems: Problem[]): Problem[] {
  const nothing = read.table.selectedRows !== null && groups.length === 0 && rowProblems.length === 0;
  if (!nothing || read.rows.length === 0) return [];
  const message = 'The selection touches no payout. Select at least one row of a distribution.';
  return [problemAt('nothing-selected', message, null, null)];
}

function bySheetOrder(a: Problem, b: Problem): number {
  if (a.cell === null || b.cell === null) return (a.cell === null ? 0 : 1) - (b.cell === null ? 0 : 1);
  return a.cell.rowIndex - b.cell.rowIndex || a.cell.columnIndex - b.cell.columnIndex;
}
