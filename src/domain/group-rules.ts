/** Rules over the rows of one distribution and over several distributions. */
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
  const message =
    `${open.length} of ${group.rows.length} rows of this distribution are not staged, the others are in ${staged.distributionId}. ` +
    'A staged distribution takes no further payments: give the new rows another name or external reference, or restore the missing ids.';
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
    const same = other.amountCents === row.amountCents ? ', with the same amount' : '';
    const message = `This entity is paid in row ${other.rowIndex + 1} of the same distribution already${same}. Remove one of them, or confirm both.`;
    report('payee-twice', message, row, 'entity');
  });
}

function tooLarge(group: DistributionGroup, report: Report): void {
  const row = group.rows[mostPayments];
  if (row === undefined) return;
  const message = `The distribution has ${group.rows.length} payments; at most ${mostPayments} go into one. Split it by name or external reference.`;
  report('distribution-too-large', message, row, 'distributionName');
}

function currenciesMixed(group: DistributionGroup, report: Report): void {
  const [main, ...others] = group.totals;
  if (main === undefined || others.length === 0) return;
  const row = group.rows.find((candidate) => candidate.currency !== main.currency);
  if (row === undefined) return;
  const names = group.totals.map((total) => total.currency).join(' and ');
  report('currencies-mixed', `The distribution mixes ${names}. Split it, or confirm it.`, row, 'currency');
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
      const message = `The external reference "${row.externalReference ?? ''}" stands on the distribution of row ${other.rowIndex + 1} already. Give each distribution its own, or confirm it.`;
      report('reference-on-two-distributions', message, row, 'externalReference');
    },
  );
  const named = (row: PayoutRow) => [row.vehicle, row.distributionName];
  yield* compare(
    (row) => JSON.stringify(named(row)),
    (row, other) => {
      if (row.distributionDate === other.distributionDate) return;
      const message = `The same name and vehicle stand in row ${other.rowIndex + 1} with the date ${other.distributionDate}. Correct the date, or confirm two distributions.`;
      report('name-with-two-dates', message, row, 'distributionDate');
    },
  );
  yield* compare(
    (row) => JSON.stringify([...named(row), row.distributionDate]),
    (row, other) => {
      const message = `Rows of the same name, vehicle and date as row ${other.rowIndex + 1} become a distribution of their own, because the external reference differs. Make the references equal, or confirm it.`;
      report('reference-splits-distribution', message, row, 'externalReference');
    },
  );
  const roughly = (row: PayoutRow) =>
    JSON.stringify([row.vehicle, row.distributionDate, roughName(row.distributionName)]);
  yield* compare(roughly, (row, other) => {
    if (row.distributionName === other.distributionName) return;
    const message = `The name differs from "${other.distributionName}" in row ${other.rowIndex + 1} in spaces, capitals or punctuation only, so that two distributions arise. Make the names equal, or confirm it.`;
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
