/** Rules over the rows of one distribution and over several distributions. */
import { problemTexts } from '../words/index.ts';
import type { PayoutField } from './fields.ts';
import type { PayoutRow } from './payout-row.ts';
import type { DistributionGroup } from './plan.ts';
import type { Problem } from './problem.ts';
import { problemAt, type ProblemCode } from './problem-codes.ts';
import type { FieldColumns } from './read-result.ts';
import { forEachPaced, pauseIfDue, type Pace, type Steps } from './steps.ts';
import { unusualAmounts } from './unusual-amounts.ts';

const mostPayments = 20_000;

type KeyOf = (row: PayoutRow) => string | null;
type Found = (row: PayoutRow, other: PayoutRow) => void;
type Report = (code: ProblemCode, message: string, row: PayoutRow, field: PayoutField) => void;

/**
 * Judges `all` distributions, since one that is not selected can still contradict one that is, and reports what
 * concerns the `kept` ones. Distributions that are staged as a whole were judged before and are only compared with.
 */
export function* groupRules(
  all: DistributionGroup[],
  kept: ReadonlySet<DistributionGroup>,
  columns: FieldColumns | null,
  pace: Pace,
): Steps<Problem[]> {
  const problems: Problem[] = [];
  const report: Report = (code, message, row, field) => {
    const columnIndex = columns?.[field] ?? null;
    const cell = columnIndex === null ? null : { rowIndex: row.rowIndex, columnIndex };
    problems.push(problemAt(code, message, cell, field));
  };
  const judged = new Set([...kept].filter((group) => group.rows.some((row) => row.staged === null)));
  for (const group of judged) {
    for (const rule of [partlyStaged, tooLarge, currenciesMixed, unusual]) {
      rule(group, report);
      yield* pauseIfDue(pace);
    }
    yield* payeeTwice(group, report, pace);
  }
  yield* comparePairs(all, judged, report, pace);
  return problems;
}

/** True when every row bears ids: nothing of it is sent. */
export function isStaged(group: Pick<DistributionGroup, 'rows'>): boolean {
  return group.rows.every((row) => row.staged !== null);
}

function partlyStaged(group: DistributionGroup, report: Report): void {
  const staged = group.rows.find((row) => row.staged !== null)?.staged ?? null;
  const open = group.rows.filter((row) => row.staged === null);
  const first = open[0];
  if (staged === null || first === undefined) return;
  const { distributionId } = staged;
  const message = problemTexts.distributions.partlyStaged(open.length, group.rows.length, distributionId);
  report('distribution-partly-staged', message, first, 'distributionName');
}

function* payeeTwice(group: DistributionGroup, report: Report, pace: Pace): Steps<void> {
  const first = new Map<string, PayoutRow>();
  yield* forEachPaced(group.rows, pace, (row) => {
    const other = first.get(row.entity);
    if (other === undefined) {
      first.set(row.entity, row);
      return;
    }
    const isSameAmount = other.amountCents === row.amountCents;
    const message = problemTexts.distributions.payeeTwice(other.rowIndex + 1, isSameAmount);
    report('payee-twice', message, row, 'entity');
  });
}

function tooLarge(group: DistributionGroup, report: Report): void {
  const row = group.rows[mostPayments];
  if (row === undefined) return;
  const message = problemTexts.distributions.tooLarge(group.rows.length, mostPayments);
  report('distribution-too-large', message, row, 'distributionName');
}

function currenciesMixed(group: DistributionGroup, report: Report): void {
  const [main, ...others] = group.totals;
  if (main === undefined || others.length === 0) return;
  const row = group.rows.find((candidate) => candidate.currency !== main.currency);
  if (row === undefined) return;
  const message = problemTexts.distributions.currenciesMixed(group.totals.map(({ currency }) => currency));
  report('currencies-mixed', message, row, 'currency');
}

function unusual(group: DistributionGroup, report: Report): void {
  for (const { row, message } of unusualAmounts(group)) report('amount-unusual', message, row, 'amount');
}

/** Distributions that were probably meant as one, or bear a reference that was meant for one. */
function* comparePairs(
  all: DistributionGroup[],
  judged: ReadonlySet<DistributionGroup>,
  report: Report,
  pace: Pace,
): Steps<void> {
  const compare = (keyOf: KeyOf, found: Found) => comparing(all, judged, keyOf, found, pace);
  yield* compare(
    (row) => row.externalReference,
    (row, other) => {
      const reference = row.externalReference ?? '';
      const message = problemTexts.distributions.referenceOnTwo(reference, other.rowIndex + 1);
      report('reference-on-two-distributions', message, row, 'externalReference');
    },
  );
  const named = (row: PayoutRow) => [row.vehicle, row.distributionName];
  yield* compare(
    (row) => JSON.stringify(named(row)),
    (row, other) => {
      if (row.distributionDate === other.distributionDate) return;
      const { rowIndex, distributionDate } = other;
      const message = problemTexts.distributions.nameWithTwoDates(rowIndex + 1, distributionDate);
      report('name-with-two-dates', message, row, 'distributionDate');
    },
  );
  yield* compare(
    (row) => JSON.stringify([...named(row), row.distributionDate]),
    (row, other) => {
      const message = problemTexts.distributions.referenceSplits(other.rowIndex + 1);
      report('reference-splits-distribution', message, row, 'externalReference');
    },
  );
  const roughly = (row: PayoutRow) =>
    JSON.stringify([row.vehicle, row.distributionDate, roughName(row.distributionName)]);
  yield* compare(roughly, (row, other) => {
    if (row.distributionName === other.distributionName) return;
    const { distributionName, rowIndex } = other;
    const message = problemTexts.distributions.nameNearlyEqual(distributionName, rowIndex + 1);
    report('name-nearly-equal', message, row, 'distributionName');
  });
}

/** Calls `found` for each distribution whose key one before it has, once for every distribution that is to be judged. */
function* comparing(
  all: DistributionGroup[],
  judged: ReadonlySet<DistributionGroup>,
  keyOf: KeyOf,
  found: Found,
  pace: Pace,
): Steps<void> {
  const first = new Map<string, { group: DistributionGroup; row: PayoutRow }>();
  const told = new Set<DistributionGroup>();
  yield* forEachPaced(all, pace, (group) => {
    const row = group.rows[0];
    const key = row === undefined ? null : keyOf(row);
    if (row === undefined || key === null) return;
    const other = first.get(key);
    if (other === undefined) first.set(key, { group, row });
    else if (judged.has(group)) found(row, other.row);
    else if (judged.has(other.group) && !told.has(other.group)) {
      told.add(other.group);
      found(other.row, row);
    }
  });
}

function roughName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
