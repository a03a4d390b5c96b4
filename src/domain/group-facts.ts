/** What distributions add up to, to the cent and below it, and who is paid more than once in one. */
import { cents, type Cents } from '../contract/index.ts';
import { problemTexts } from '../words/index.ts';
import { addDecimal, decimalText, roundedCents, zeroDecimal, type Decimal } from './exact-decimal.ts';
import type { PayoutRow } from './payout-row.ts';
import type { DistributionGroup, GroupFacts } from './plan.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './problem-codes.ts';
import { fieldCell, type ReadResult } from './read-result.ts';
import { forEachPaced, pauseIfDue, type Pace, type Steps } from './steps.ts';
import type { InvalidRow } from './validate-rows.ts';

export interface FactsAndProblems {
  facts: GroupFacts[];
  problems: Problem[];
}

interface Sum {
  key: string;
  /** The cells that hold whole cents exactly, which nearly all do. */
  wholeCents: number;
  /** The exact decimals of the other cells. */
  others: Decimal;
  /** Every cell rounded to cents. */
  totalCents: number;
  firstFraction: number | null;
}

/**
 * Facts of every distribution among `groups`, and of those all of whose rows were refused. A refused row counts as far
 * as its amount can be read, because fractions of a cent are what refuses it.
 */
export function* groupFacts(
  read: ReadResult,
  groups: readonly DistributionGroup[],
  invalidRows: readonly InvalidRow[],
  pace: Pace,
): Steps<FactsAndProblems> {
  const sums = new Map<string, Sum>();
  const payees = new Map<string, GroupFacts['payees']>();
  for (const group of groups) {
    const sum = sumFor(sums, group.key);
    yield* forEachPaced(group.rows, pace, (row) => add(sum, read, row, row.amountCents));
    payees.set(group.key, yield* payeesPaidTwice(group.rows, pace));
  }
  yield* forEachPaced(invalidRows, pace, (row) => {
    if (row.groupKey !== null && row.roundedCents !== null) {
      add(sumFor(sums, row.groupKey), read, row, row.roundedCents);
    }
  });
  const problems: Problem[] = [];
  const facts: GroupFacts[] = [];
  for (const sum of sums.values()) {
    const raw = addDecimal(sum.others, { digits: BigInt(sum.wholeCents), scale: 2 });
    const differenceCents = roundedCents(raw) - sum.totalCents;
    if (differenceCents !== 0) problems.push(differs(read, sum, differenceCents));
    facts.push({
      key: sum.key,
      rawTotal: decimalText(raw),
      totalCents: cents(sum.totalCents),
      differenceText:
        differenceCents === 0 ? null : problemTexts.distributions.centsDifference(differenceCents, payable),
      payees: payees.get(sum.key) ?? [],
    });
    yield* pauseIfDue(pace);
  }
  return { facts, problems };
}

function sumFor(sums: Map<string, Sum>, key: string): Sum {
  const before = sums.get(key);
  if (before !== undefined) return before;
  const sum = { key, wholeCents: 0, others: zeroDecimal, totalCents: 0, firstFraction: null };
  sums.set(key, sum);
  return sum;
}

function add(
  sum: Sum,
  read: ReadResult,
  row: Pick<InvalidRow, 'index' | 'rowIndex'>,
  amountCents: number,
): void {
  if (sum.totalCents + amountCents > Number.MAX_SAFE_INTEGER) return;
  sum.totalCents += amountCents;
  const value = read.table.values[row.index]?.[read.mapping.amount ?? -1];
  // A double is the nearest one to a decimal of whole cents, and then it was typed or rounded as that decimal.
  if (typeof value !== 'number' || value === amountCents / 100) {
    sum.wholeCents += amountCents;
    return;
  }
  sum.others = addDecimal(sum.others, value);
  sum.firstFraction ??= row.rowIndex;
}

/** Amounts that cannot be paid because of their currency are not summed, and Nova pays USD only. */
const payable = 'USD';

function differs(read: ReadResult, sum: Sum, differenceCents: number): Problem {
  const inCells = sum.totalCents + differenceCents;
  const message = problemTexts.distributions.centsDiffer(inCells, sum.totalCents, payable);
  const cell = sum.firstFraction === null ? null : fieldCell(read, sum.firstFraction, 'amount');
  return problemAt('distribution-cents-differ', message, cell, 'amount');
}

function* payeesPaidTwice(rows: readonly PayoutRow[], pace: Pace): Steps<GroupFacts['payees']> {
  const first = new Set<string>();
  const again = new Set<string>();
  yield* forEachPaced(rows, pace, ({ entity }) => {
    if (first.has(entity)) again.add(entity);
    else first.add(entity);
  });
  if (again.size === 0) return [];
  const totals = new Map<string, { entity: string; amountCents: Cents; count: number }>();
  yield* forEachPaced(rows, pace, ({ entity, amountCents }) => {
    if (!again.has(entity)) return;
    const total = totals.get(entity);
    if (total === undefined) totals.set(entity, { entity, amountCents, count: 1 });
    else {
      total.amountCents = cents(total.amountCents + amountCents);
      total.count += 1;
    }
  });
  return [...totals.values()];
}
