import type { SliceOptions } from './check-settings.ts';
import type { PayoutRow } from './payout-row.ts';
import type { SubmissionPlan } from './plan.ts';
import { finish, forEachPaced, paceOf, unpaced, type Pace, type Steps } from './steps.ts';

/**
 * True when two plans send the same: the rows are read again and planned again before sending, and what differs goes
 * back to the check. Every value is compared, with no hash in between, so that two plans can never be taken for one
 * another. It covers what is sent, the payees' names, the order and the visibility of the rows, and which distributions
 * are staged already; not where on the sheet the rows stand.
 */
export function samePlan(first: SubmissionPlan, second: SubmissionPlan): boolean {
  return finish(sameSteps(first, second, unpaced));
}

/** `samePlan`, yielding whenever a slice has taken its time. */
export function samePlanInSlices(
  first: SubmissionPlan,
  second: SubmissionPlan,
  slices: SliceOptions,
): Generator<undefined, boolean> {
  return sameSteps(first, second, paceOf(slices));
}

interface Part {
  /** Covers the vehicle, the date, the name and the external reference. */
  key: string;
  rows: readonly PayoutRow[];
}

function* sameSteps(first: SubmissionPlan, second: SubmissionPlan, pace: Pace): Steps<boolean> {
  pace.resume();
  return (
    (yield* sameParts(first.distributions, second.distributions, isSentAlike, pace)) &&
    (yield* sameParts(first.alreadyStaged, second.alreadyStaged, isStagedAlike, pace))
  );
}

function* sameParts(
  first: readonly Part[],
  second: readonly Part[],
  isAlike: (row: PayoutRow, other: PayoutRow) => boolean,
  pace: Pace,
): Steps<boolean> {
  if (first.length !== second.length) return false;
  for (const [position, part] of first.entries()) {
    const other = second[position];
    if (other?.key !== part.key || other.rows.length !== part.rows.length) return false;
    let areAlike = true;
    yield* forEachPaced(part.rows, pace, (row, index) => {
      const otherRow = other.rows[index];
      areAlike &&= otherRow !== undefined && isAlike(row, otherRow);
    });
    if (!areAlike) return false;
  }
  return true;
}

function isSentAlike(row: PayoutRow, other: PayoutRow): boolean {
  return (
    row.entity === other.entity &&
    row.amountCents === other.amountCents &&
    row.currency === other.currency &&
    row.dateOverride === other.dateOverride &&
    row.payeeName === other.payeeName &&
    row.hidden === other.hidden &&
    row.contacts.length === other.contacts.length &&
    row.contacts.every((contact, index) => contact === other.contacts[index])
  );
}

function isStagedAlike(row: PayoutRow, other: PayoutRow): boolean {
  return row.staged?.distributionId === other.staged?.distributionId;
}
