import type { DistributionRequest } from '../contract/index.ts';
import { contentInGroup } from './content-key.ts';
import { addTotals } from './currency-totals.ts';
import { isStaged } from './group-rules.ts';
import type { DistributionGroup, PlannedDistribution, SubmissionPlan } from './plan.ts';
import type { SubmissionSource } from './source.ts';
import { finish, pauseIfDue, rowsPerLook, unpaced, type Pace, type Steps } from './steps.ts';

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
  const texts: string[] = [];
  for (const group of groups) {
    if (!isStaged(group)) {
      distributions.push(planDistribution(group));
      yield* pauseIfDue(pace);
      texts.push(yield* rowsText(group, pace));
      yield* pauseIfDue(pace);
    }
  }
  const staged = alreadyStaged.map(({ key, rows }) => [key, rows.map((row) => row.staged?.distributionId)]);
  yield* pauseIfDue(pace);
  return {
    source,
    distributions,
    alreadyStaged,
    totals: addTotals(distributions.map(({ totals }) => totals)),
    fingerprint: `${JSON.stringify(staged)}${texts.join('')}`,
  };
}

/** One distribution as it would be sent. Throws for one that is staged, whole or in part. */
export function planDistribution(group: DistributionGroup): PlannedDistribution {
  if (group.rows.some((row) => row.staged !== null)) {
    throw new Error(`The distribution ${group.key} is staged in part and must not be planned.`);
  }
  const { key, rows, totals, hiddenTotals, rowsOutsideSelection } = group;
  return { key, request: requestOf(group), rows, totals, hiddenTotals, rowsOutsideSelection };
}

function requestOf(group: DistributionGroup): DistributionRequest {
  const first = group.rows[0];
  if (first === undefined) throw new Error(`The distribution ${group.key} has no rows.`);
  return {
    name: first.distributionName,
    vehicle: first.vehicle,
    distributionDate: first.distributionDate,
    externalReference: first.externalReference,
    payments: group.rows.map((row) => ({
      entity: row.entity,
      amountCents: row.amountCents,
      currency: row.currency,
      contacts: row.contacts,
      dateOverride: row.dateOverride,
    })),
  };
}

/**
 * A part of the fingerprint, which is the text itself and no hash of it: two plans can then never be taken for one
 * another. It covers what is sent, and the order and the visibility of the rows; each row's text says where it ends.
 */
function* rowsText({ key, rows }: DistributionGroup, pace: Pace): Steps<string> {
  const parts: string[] = [key];
  let text = '';
  let untilLook = rowsPerLook;
  for (const row of rows) {
    text += `\n${contentInGroup(row)}${row.hidden ? ' hidden' : ''}`;
    if (untilLook-- > 0) continue;
    parts.push(text);
    text = '';
    yield* pauseIfDue(pace);
    untilLook = rowsPerLook;
  }
  parts.push(text);
  return parts.join('');
}
