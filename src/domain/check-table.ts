import { problemTexts } from '../words/index.ts';
import { mergedProblems } from './check-merged.ts';
import type { CheckOptions, SliceOptions } from './check-settings.ts';
import { driftProblems, driftSteps } from './find-drift.ts';
import { groupKeys } from './content-key.ts';
import type { ColumnMapping } from './fields.ts';
import { groupFacts } from './group-facts.ts';
import { groupSteps } from './group-payments.ts';
import { hiddenSubtotals } from './hidden-subtotals.ts';
import { planSteps } from './plan-submission.ts';
import { payoutForm } from './payout-form.ts';
import type { PayeeRow } from './payout-row.ts';
import type { CheckResult, DistributionGroup } from './plan.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './problem-codes.ts';
import { fieldColumns, type ReadResult } from './read-result.ts';
import { readSteps } from './read-table.ts';
import type { SheetTable } from './sheet-table.ts';
import { finish, pauseIfDue, paceOf, unpaced, type Pace, type Steps } from './steps.ts';
import { placeProblems } from './table-problems.ts';
import { tieOutProblems } from './tie-out.ts';
import { validateSteps, type InvalidRow, type ValidatedRows } from './validate-rows.ts';

/**
 * Every stage up to the plan. Problems are in sheet order, those of the table as a whole first. With a narrower
 * selection, problems of rows that surely belong to other distributions are left out.
 */
export function checkTable(table: SheetTable, mapping: ColumnMapping, options: CheckOptions): CheckResult {
  return finish(checkSteps(table, mapping, options, unpaced));
}

/**
 * The same, yielding whenever a slice has taken its time: the caller lets the page draw and then asks for the next one.
 * The table must not change meanwhile.
 */
export function checkTableInSlices(
  table: SheetTable,
  mapping: ColumnMapping,
  options: CheckOptions,
  slices: SliceOptions,
): Generator<undefined, CheckResult> {
  return checkSteps(table, mapping, options, paceOf(slices));
}

function* checkSteps(
  table: SheetTable,
  mapping: ColumnMapping,
  options: CheckOptions,
  pace: Pace,
): Steps<CheckResult> {
  pace.resume();
  const read = yield* readSteps(payoutForm, table, mapping, pace);
  yield* pauseIfDue(pace);
  const validated = yield* validateSteps(read, options, pace);
  const grouped = yield* groupSteps(validated.rows, table.selectedRows, fieldColumns(read), pace);
  const { groups } = grouped;
  const subtotals = yield* hiddenSubtotals(read, validated, groupKeys(), pace);
  const concerned = concernedRows(table, validated, groups);
  yield* pauseIfDue(pace);
  const refused = validated.invalidRows.filter(concerned);
  const rowProblems = [...validated.problems, ...subtotals].filter(
    ({ cell }) => cell === null || concerned(cell),
  );
  const { facts, problems: factProblems } = yield* groupFacts(read, groups, refused, pace);
  const drifts = yield* driftSteps(read, options.staged ?? [], options.defaultCurrency, pace);
  const found = [
    ...tableProblems(read),
    ...selectionProblems(read, groups, rowProblems),
    ...tieOutProblems(options.tieOut, groups, refused.length),
    ...read.problems,
    ...mergedProblems(read),
    ...driftProblems(drifts).filter(({ cell }) => cell === null || concerned(cell)),
    ...rowProblems,
    ...grouped.problems,
    ...factProblems,
  ];
  yield* pauseIfDue(pace);
  const problems = escalate(found.sort(bySheetOrder), options.escalated ?? []);
  yield* pauseIfDue(pace);
  const blocked = problems.some((problem) => problem.severity === 'problem');
  return {
    problems,
    plan: blocked ? null : yield* planSteps(groups, table.source, pace),
    groups,
    groupFacts: facts,
    payees: payeesOf(groups, refused),
    rowCount: read.rows.length,
    leftOut: read.leftOut,
  };
}

/**
 * Warnings that the user turned into problems. It happens last, so that the groups and facts of a table are the same
 * whatever the settings are.
 */
export function escalate(problems: Problem[], codes: readonly string[]): Problem[] {
  if (codes.length === 0) return problems;
  const escalated = new Set(codes);
  return problems.map((problem) =>
    escalated.has(problem.code) ? { ...problem, severity: 'problem' } : problem,
  );
}

/** Rows that were staged are left out: whatever is said of their payees now, Nova pays what it was told. */
function payeesOf(groups: readonly DistributionGroup[], refused: readonly InvalidRow[]): PayeeRow[] {
  return [
    ...groups.flatMap(({ rows }) => rows.filter(({ staged }) => staged === null)),
    ...refused.flatMap(({ payee }) => payee ?? []),
  ];
}

function tableProblems(read: ReadResult): Problem[] {
  const problems = placeProblems(read);
  if (read.rows.length === 0) {
    problems.push(problemAt('no-payout-rows', problemTexts.table.noRows, null, null));
  }
  return problems;
}

/**
 * Tells the rows whose problems are shown: those of kept distributions, and of rows that cannot be read those that are
 * selected, that belong to a kept distribution, or that nobody can place.
 */
function concernedRows(
  table: SheetTable,
  validated: ValidatedRows,
  groups: DistributionGroup[],
): (row: { rowIndex: number }) => boolean {
  if (table.selectedRows === null) return () => true;
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
  return ({ rowIndex }) => concerned.has(rowIndex);
}

function selectionProblems(read: ReadResult, groups: DistributionGroup[], rowProblems: Problem[]): Problem[] {
  const nothing = read.table.selectedRows !== null && groups.length === 0 && rowProblems.length === 0;
  if (!nothing || read.rows.length === 0) return [];
  return [problemAt('nothing-selected', problemTexts.table.nothingSelected, null, null)];
}

export function bySheetOrder(a: Problem, b: Problem): number {
  if (a.cell === null || b.cell === null) return (a.cell === null ? 0 : 1) - (b.cell === null ? 0 : 1);
  return a.cell.rowIndex - b.cell.rowIndex || a.cell.columnIndex - b.cell.columnIndex;
}
