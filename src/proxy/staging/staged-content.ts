import { distributionIdSchema } from '../../contract/index.ts';
import type {
  DistributionId,
  IsoDate,
  NovaDistributionRequest,
  PaymentRequest,
  StagedContent,
} from '../../contract/index.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { matchPayments } from './match-payments.ts';
import { isOfOtherMode, stagedOf } from './outcome.ts';

/**
 * What was sent for these distributions, in their order, with the ids that Nova gave: for telling which rows were changed
 * since, and for giving rows their ids back. Null for an id that the ledger does not hold. Asks nothing of Nova.
 */
export async function findStagedContents(
  distributionIds: readonly DistributionId[],
  entries: LedgerEntries,
  mode: 'sandbox' | 'live',
): Promise<(StagedContent | null)[]> {
  const found = await entries.findByNovaIds([...new Set(distributionIds)]);
  const byId = new Map(found.map((entry) => [entry.nova_id, entry]));
  return distributionIds.map((id) => {
    const entry = byId.get(id);
    return entry?.state === 'accepted' ? contentOf(entry, mode) : null;
  });
}

function contentOf(entry: LedgerEntry, mode: 'sandbox' | 'live'): StagedContent {
  const [sent] = JSON.parse(entry.body) as [NovaDistributionRequest];
  const staged = stagedOf(entry);
  const requested = sent.payments.map(toPaymentRequest);
  const { payments: matched } = matchPayments(requested, staged.payments);
  return {
    distributionId: distributionIdSchema.parse(entry.nova_id),
    entryId: entry.id,
    contentHash: entry.content_hash,
    generation: entry.generation,
    livemode: entry.livemode === 1,
    ...(isOfOtherMode(entry, mode) ? { isOfOtherMode: true as const } : {}),
    acceptedAt: entry.accepted_at ?? entry.updated_at,
    acceptedFor: entry.user_name,
    acceptedFrom: { workbook: entry.workbook, sheet: entry.sheet },
    distributionStatus: staged.status,
    senderUrl: staged.senderUrl,
    name: sent.name,
    vehicle: sent.vehicle,
    distributionDate: dayOf(sent.distribution_date),
    externalReference: sent.external_reference ?? null,
    payments: requested.map((payment, index) => ({
      id: matched[index]?.id ?? null,
      status: matched[index]?.status ?? '',
      ...payment,
    })),
  };
}

function toPaymentRequest(payment: NovaDistributionRequest['payments'][number]): PaymentRequest {
  const override = payment.distribution_date_override ?? null;
  return {
    entity: payment.entity,
    amountCents: payment.amount as PaymentRequest['amountCents'],
    currency: payment.currency as PaymentRequest['currency'],
    contacts: payment.notifications.map(({ contact }) => contact),
    dateOverride: override === null ? null : dayOf(override),
  };
}

/** The ledger's own bodies say a day as its midnight in UTC. */
function dayOf(instant: string): IsoDate {
  return instant.slice(0, 10) as IsoDate;
}
