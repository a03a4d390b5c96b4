import type { NovaDistribution, NovaDistributionRequest } from '../../contract/index.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import type { NovaClient } from '../nova/client.ts';
import { readCreated } from '../nova/read-answer.ts';
import { NotOurs } from '../nova/verdict.ts';
import { paymentCountOf } from './canonical-content.ts';
import { toRefusal } from './explain-rejection.ts';
import { stagedOf } from './outcome.ts';
import { toStagedDistribution } from './staged-distribution.ts';
import type { StagedDistribution } from './staged-distribution.ts';
import type { SubmissionKind } from './submission-kind.ts';

/** A distribution with its payments, which may come in several pages. */
export const distributionKind: SubmissionKind = {
  path: '/v1/distributions',
  heldBefore: null,

  readCreated(answer, { body }, { organizationId }) {
    const [sent] = JSON.parse(body) as [NovaDistributionRequest];
    const distribution = readCreated(answer, sent.vehicle, organizationId);
    if (distribution === null || distribution instanceof NotOurs) return distribution;
    const { data, has_more: hasMore } = distribution.payments;
    const isWhole = !hasMore && data.length >= sent.payments.length;
    return {
      id: distribution.id,
      livemode: distribution.livemode,
      result: toStagedDistribution(distribution, data, !hasMore),
      rest: isWhole ? null : (nova) => fetchPages(distribution, sent.payments.length, nova),
    };
  },

  explainRefusal: (status, error, bytes) => toRefusal(status, error, JSON.parse(bytes)),

  async complete(entry: LedgerEntry, nova: NovaClient) {
    if (stagedOf(entry).complete || entry.nova_id === null) return null;
    const answer = await nova.getDistribution(entry.nova_id);
    return answer.kind === 'done' ? fetchPages(answer.value, paymentCountOf(entry.body), nova) : null;
  },
};

async function fetchPages(
  distribution: NovaDistribution,
  expectedCount: number,
  nova: NovaClient,
): Promise<StagedDistribution> {
  const { payments, complete } = await nova.listPayments(distribution, expectedCount);
  return toStagedDistribution(distribution, payments, complete);
}
