/** Ids that come back from the ledger to rows that lost them. Nothing here leads to a request that creates anything. */
import type { Accepted, Cents, Currency, StagedContent } from '../contract/index.ts';
import type { ContactId, EntityId, VehicleId } from '../contract/index.ts';
import { sentKey } from './content-key.ts';
import type { PayoutRow } from './payout-row.ts';
import { planDistribution } from './plan-submission.ts';
import type { DistributionGroup, DistributionOutcome, PlannedDistribution } from './plan.ts';

/** The distributions of which no row bears ids: whether they were staged before is for the ledger to say. */
export function wholeWithoutIds(groups: readonly DistributionGroup[]): PlannedDistribution[] {
  return groups
    .filter(({ rows }) => rows.every(({ staged }) => staged === null))
    .map((group) => planDistribution(group));
}

/**
 * Of distributions whose ids stand beside some of their rows only, the rows that may have theirs back: those whose
 * content is that of a payment which no row bears. Equal rows are taken in sheet order. What fits no payment is left
 * out: it is new, or was changed. Ids of the other mode never come back.
 */
export function restoreParts(
  groups: readonly DistributionGroup[],
  contents: readonly StagedContent[],
): DistributionOutcome[] {
  const ours = contents.filter(({ isOfOtherMode }) => isOfOtherMode !== true);
  const known = new Map(ours.map((content) => [content.distributionId as string, content]));
  return groups.flatMap((group) => {
    const ids = new Set(group.rows.flatMap(({ staged }) => staged?.distributionId ?? []));
    const [id, other] = [...ids];
    const content = id === undefined || other !== undefined ? undefined : known.get(id);
    return content === undefined ? [] : (restorePart(group, content) ?? []);
  });
}

function restorePart(group: DistributionGroup, content: StagedContent): DistributionOutcome | null {
  const borne = new Set(group.rows.flatMap(({ staged }) => staged?.paymentId ?? []));
  const free = new Map<string, StagedContent['payments']>();
  for (const payment of content.payments) {
    if (payment.id === null || borne.has(payment.id)) continue;
    const key = sentKey(asSent(content, payment));
    free.set(key, [...(free.get(key) ?? []), payment]);
  }
  const rows: PayoutRow[] = [];
  const payments: Accepted['payments'] = [];
  for (const row of group.rows) {
    if (row.staged !== null) continue;
    const payment = free.get(sentKey({ ...row, contacts: sorted(row.contacts) }))?.shift();
    if (payment === undefined || payment.id === null) continue;
    rows.push(row);
    payments.push({ id: payment.id, status: payment.status });
  }
  if (rows.length === 0) return null;
  const part = planDistribution({ ...group, rows });
  return { distribution: part, outcome: acceptedOf(content, payments) };
}

function asSent(content: StagedContent, payment: StagedContent['payments'][number]) {
  return {
    vehicle: content.vehicle as VehicleId,
    distributionDate: content.distributionDate,
    distributionName: content.name,
    externalReference: content.externalReference,
    entity: payment.entity as EntityId,
    amountCents: payment.amountCents as Cents,
    currency: payment.currency as Currency,
    contacts: sorted(payment.contacts as ContactId[]),
    dateOverride: payment.dateOverride,
  };
}

function sorted(contacts: readonly ContactId[]): ContactId[] {
  return [...new Set(contacts)].sort();
}

/** What the ledger remembers of it, as the answer to these rows. */
function acceptedOf(content: StagedContent, payments: Accepted['payments']): Accepted {
  const { entryId, contentHash, generation, livemode } = content;
  const { acceptedAt, acceptedFor, acceptedFrom, distributionId, distributionStatus, senderUrl } = content;
  return {
    ...{ entryId, contentHash, generation, livemode },
    outcome: 'accepted',
    existing: true,
    ...{ acceptedAt, acceptedFor, acceptedFrom, distributionId, distributionStatus, senderUrl },
    payments,
    warnings: [],
  };
}
