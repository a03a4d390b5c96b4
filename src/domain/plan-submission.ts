import type { DistributionRequest } from '../contract/index.ts';
import { currencyTotals } from './currency-totals.ts';
import { isStaged } from './group-rules.ts';
import type { DistributionGroup, PlannedDistribution, SubmissionPlan } from './plan.ts';
import type { SubmissionSource } from './source.ts';

/**
 * What will be sent, exactly. Throws when a group is staged in part, because `groupPayments` reports that as a problem
 * and nobody may plan over a problem.
 */
export function planSubmission(groups: DistributionGroup[], source: SubmissionSource): SubmissionPlan {
  const alreadyStaged = groups.filter(isStaged);
  const distributions = groups.filter((group) => !isStaged(group)).map(plan);
  return {
    source,
    distributions,
    alreadyStaged,
    totals: currencyTotals(distributions.flatMap((distribution) => distribution.rows)),
    fingerprint: fingerprintOf(distributions, alreadyStaged),
  };
}

function plan(group: DistributionGroup): PlannedDistribution {
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
 * The text itself and no hash of it: two plans can then never be taken for one another. It covers what is sent, the
 * order and the visibility of the rows, and what is left out because it is staged.
 */
function fingerprintOf(distributions: PlannedDistribution[], alreadyStaged: DistributionGroup[]): string {
  return JSON.stringify([
    distributions.map(({ rows }) => rows.map((row) => [row.contentKey, row.hidden ? 1 : 0])),
    alreadyStaged.map(({ key, rows }) => [key, rows.map((row) => row.staged?.distributionId)]),
  ]);
}
