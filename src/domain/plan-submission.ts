import type { DistributionRequest, PaymentRequest } from '../contract/index.ts';
import { addTotals } from './currency-totals.ts';
import { isStaged } from './group-rules.ts';
import type { DistributionGroup, PlannedDistribution, SubmissionPlan } from './plan.ts';
import type { SubmissionSource } from './source.ts';
import { finish, forEachPaced, pauseIfDue, unpaced, type Pace, type Steps } from './steps.ts';

/**
 * What will be sent, exactly. Throws when a group is staged in part, because `groupPayments` reports that as a problem
 * and nobody may plan over a problem.
 */
export function planSubmission(groups: DistributionGroup[], source: SubmissionSource): SubmissionPlan {
  return finish(planSteps(groups, source, unpaced));
}

/** `planSubmission`, distribution by distribution. */
export function* planSteps(
  groups: DistributionGroup[],
  source: SubmissionSource,
  pace: Pace,
): Steps<SubmissionPlan> {
  const alreadyStaged = groups.filter(isStaged);
  const distributions: PlannedDistribution[] = [];
  for (const group of groups) {
    if (!isStaged(group)) {
      distributions.push(yield* planOne(group, pace));
      yield* pauseIfDue(pace);
    }
  }
  return {
    source,
    distributions,
    alreadyStaged,
    totals: addTotals(distributions.map(({ totals }) => totals)),
  };
}

/** One distribution as it would be sent. Throws for one that is staged, whole or in part. */
export function planDistribution(group: DistributionGroup): PlannedDistribution {
  return finish(planOne(group, unpaced));
}

function* planOne(group: DistributionGroup, pace: Pace): Steps<PlannedDistribution> {
  const { key, rows, totals, hiddenTotals, rowsOutsideSelection } = group;
  return { key, request: yield* requestOf(group, pace), rows, totals, hiddenTotals, rowsOutsideSelection };
}

function* requestOf({ key, rows }: DistributionGroup, pace: Pace): Steps<DistributionRequest> {
  const first = rows[0];
  if (first === undefined) throw new Error(`The distribution ${key} has no rows.`);
  const payments: PaymentRequest[] = [];
  yield* forEachPaced(rows, pace, (row) => {
    if (row.staged !== null) {
      throw new Error(`The distribution ${key} is staged in part and must not be planned.`);
    }
    payments.push({
      entity: row.entity,
      amountCents: row.amountCents,
      currency: row.currency,
      contacts: row.contacts,
      dateOverride: row.dateOverride,
    });
  });
  return {
    name: first.distributionName,
    vehicle: first.vehicle,
    distributionDate: first.distributionDate,
    externalReference: first.externalReference,
    payments,
  };
}
