import type { DistributionId, NovaDistribution, Refreshed } from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { ProxyError } from '../errors.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import type { CallResult } from '../nova/call.ts';
import type { NovaClient } from '../nova/client.ts';
import { paymentCountOf } from './canonical-content.ts';
import { stagedOf } from './outcome.ts';
import { toStagedDistribution } from './staged-distribution.ts';

export interface RefresherParts {
  entries: LedgerEntries;
  nova: NovaClient;
  clock: Clock;
  mode: 'sandbox' | 'live';
}

/**
 * Asks Nova for the present statuses, in the order of `distributionIds`, and keeps them in the ledger for a later
 * restore. A distribution that Nova does not know is an answer; a Nova that cannot be reached ends the whole with a
 * `ProxyError` (`nova-unavailable`) instead of one failure after another.
 */
export async function refreshDistributions(
  distributionIds: readonly DistributionId[],
  parts: RefresherParts,
): Promise<Refreshed[]> {
  const broken = new AbortController();
  const wanted = new Map(distributionIds.map((id) => [id, null as Refreshed | null] as const));
  try {
    await Promise.all(
      [...wanted.keys()].map(async (id) => wanted.set(id, await refreshOne(id, parts, broken.signal))),
    );
  } finally {
    broken.abort();
  }
  return distributionIds.map((id) => {
    const refreshed = wanted.get(id);
    if (!refreshed) throw new Error('a refresh ended without an answer');
    return refreshed;
  });
}

async function refreshOne(
  id: DistributionId,
  parts: RefresherParts,
  signal: AbortSignal,
): Promise<Refreshed> {
  const answer = await parts.nova.getDistribution(id, signal);
  if (answer.kind !== 'done') return explainFailure(id, answer);
  const distribution = answer.value;
  if (distribution.livemode !== (parts.mode === 'live')) {
    const message = `${id} is not of ${parts.mode} mode, in which this proxy works. Check NOVA_MODE and the credentials.`;
    return { found: false, distributionId: id, code: 'mode-mismatch', message };
  }
  const entry = await parts.entries.findByDistributionId(id);
  const expectedCount = entry === null ? null : paymentCountOf(entry.body);
  const listed = await parts.nova.listPayments(distribution, expectedCount, signal);
  const staged = toStagedDistribution(distribution, listed.payments, listed.complete);
  if (entry !== null && (staged.complete || !stagedOf(entry).complete)) {
    await parts.entries.replaceResult(entry.id, staged, toInstant(parts.clock.now()));
  }
  return {
    found: true,
    distributionId: id,
    distributionStatus: staged.status,
    senderUrl: staged.senderUrl,
    payments: staged.payments.map((payment) => ({ id: payment.id, status: payment.status })),
    warnings: warningsFor(staged.complete, staged.payments.length, expectedCount),
  };
}

function warningsFor(complete: boolean, listedCount: number, expectedCount: number | null): string[] {
  const warnings: string[] = [];
  if (!complete)
    warnings.push('Nova did not list all payments of this distribution; refresh again to fetch the rest.');
  if (expectedCount !== null && listedCount !== expectedCount) {
    warnings.push(`${expectedCount} payments were sent, but Nova lists ${listedCount}.`);
  }
  return warnings;
}

function explainFailure(
  id: DistributionId,
  answer: Exclude<CallResult<NovaDistribution>, { kind: 'done' }>,
): Refreshed {
  if (answer.kind === 'not-sent') {
    const message = `${answer.reason}, so no status was read. Refresh again when Nova can be reached.`;
    throw new ProxyError(503, 'nova-unavailable', message, { retryAfterSeconds: 30 });
  }
  if (answer.kind === 'unknown') {
    const message = `${answer.reason}, so the status of ${id} was not read. Refresh again in a minute.`;
    return { found: false, distributionId: id, code: answer.code, message };
  }
  const advice =
    answer.status === 404
      ? `Nova does not know ${id}. Check that the id belongs to this organization and mode.`
      : answer.status === 403
        ? `These credentials may not read ${id} in Nova. Ask your Nova admin for the scope distributions:read.`
        : `Nova refused to show ${id}.`;
  return {
    found: false,
    distributionId: id,
    code: answer.error.code,
    message: `${advice} Nova said: ${answer.error.message}`,
  };
}
