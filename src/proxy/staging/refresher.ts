import type { DistributionId, NovaDistribution, Refreshed, Said } from '../../contract/index.ts';
import { say, told } from '../../words/said.ts';
import { toInstant } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { ProxyError } from '../errors.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import { programName } from '../ledger/mode-lock.ts';
import type { ModeLock } from '../ledger/mode-lock.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import type { CallResult } from '../nova/call.ts';
import type { NovaClient } from '../nova/client.ts';
import { paymentCountOf } from './canonical-content.ts';
import { reasonOf } from './explain-reason.ts';
import { novaSaid } from './explain-rejection.ts';
import { asWarnings, stagedOf } from './outcome.ts';
import { toStagedDistribution } from './staged-distribution.ts';
import type { StagedDistribution } from './staged-distribution.ts';

export interface RefresherParts {
  entries: LedgerEntries;
  nova: NovaClient;
  clock: Clock;
  mode: 'sandbox' | 'live';
  lock: ModeLock;
  /** What is being read just now, so that several panes that ask for one distribution ask Nova once. */
  underWay: Map<DistributionId, Promise<Reading>>;
}

/** What came of asking for one distribution; `reached` is false when Nova could not be asked at all. */
interface Reading {
  refreshed: Refreshed;
  /** Why it could not be read; empty where it was. */
  said: Said;
  reached: boolean;
}

/** Fewer than the calls to Nova that may run at once, so that a refresh of many never keeps a submission waiting. */
const mostAtOnce = 4;

/**
 * Asks Nova for the present statuses, in the order of `distributionIds`, and keeps them in the ledger for a later
 * restore. A distribution that cannot be read says why and does not fail the others; only a Nova that could be asked for
 * none of them ends the whole with a `ProxyError` (`nova-unavailable`).
 */
export async function refreshDistributions(
  distributionIds: readonly DistributionId[],
  parts: RefresherParts,
): Promise<Refreshed[]> {
  const waiting = [...new Set(distributionIds)];
  const readings = new Map<DistributionId, Reading>();
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      readings.set(id, await readOnce(id, parts));
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, work));
  const [first] = readings.values();
  if (first !== undefined && [...readings.values()].every(({ reached }) => !reached)) {
    throw new ProxyError(503, 'nova-unavailable', first.said, { retryAfterSeconds: 30 });
  }
  return distributionIds.map((id) => {
    const reading = readings.get(id);
    if (reading === undefined) throw new Error('a refresh ended without an answer');
    return reading.refreshed;
  });
}

function readOnce(id: DistributionId, parts: RefresherParts): Promise<Reading> {
  const joined = parts.underWay.get(id);
  if (joined !== undefined) return joined;
  const reading = refreshOne(id, parts).finally(() => parts.underWay.delete(id));
  parts.underWay.set(id, reading);
  return reading;
}

async function refreshOne(id: DistributionId, parts: RefresherParts): Promise<Reading> {
  const answer = await parts.nova.getDistribution(id);
  if (answer.kind !== 'done') return explainFailure(id, answer);
  const distribution = answer.value;
  if (distribution.livemode !== (parts.mode === 'live')) {
    const says = told('notOfMode', { id, mode: parts.mode });
    await parts.lock.engage({ says, distributionId: id, entryId: null, by: { userName: programName } });
    return notRead(id, 'mode-mismatch', [says]);
  }
  const entry = await parts.entries.findByNovaId(id);
  const expectedCount = entry === null ? null : paymentCountOf(entry.body);
  const listed = await parts.nova.listPayments(distribution, expectedCount);
  const staged = toStagedDistribution(distribution, listed.payments, listed.complete);
  if (entry !== null) await keep(entry, staged, parts);
  const refreshed: Refreshed = {
    found: true,
    distributionId: id,
    distributionStatus: staged.status,
    senderUrl: staged.senderUrl,
    payments: staged.payments.map((payment) => ({ id: payment.id, status: payment.status })),
    ...asWarnings(warningsFor(staged.complete, staged.payments.length, expectedCount)),
  };
  return { refreshed, said: [], reached: true };
}

/** Panes ask every few minutes, so what is no news is not written; nor is less than what is known already. */
async function keep(entry: LedgerEntry, staged: StagedDistribution, parts: RefresherParts): Promise<void> {
  const known = stagedOf(entry);
  if ((known.complete && !staged.complete) || textOf(known) === textOf(staged)) return;
  await parts.entries.replaceResult(entry.id, staged, toInstant(parts.clock.now()));
}

/** Equal for equal knowledge: Nova promises no order of the payments. */
function textOf(staged: StagedDistribution): string {
  const payments = staged.payments.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  return JSON.stringify({ ...staged, payments });
}

function warningsFor(complete: boolean, listedCount: number, expectedCount: number | null): Said[] {
  const warnings: Said[] = [];
  if (!complete) warnings.push([told('paymentsMissingStill')]);
  if (expectedCount !== null && listedCount !== expectedCount) {
    warnings.push([told('otherCount', { sent: expectedCount, listed: listedCount })]);
  }
  return warnings;
}

function notRead(distributionId: DistributionId, code: string, said: Said, reached = true): Reading {
  return { refreshed: { found: false, distributionId, code, ...say(said) }, said, reached };
}

function explainFailure(
  id: DistributionId,
  answer: Exclude<CallResult<NovaDistribution>, { kind: 'done' }>,
): Reading {
  if (answer.kind === 'not-sent') {
    return notRead(id, 'nova-unavailable', [reasonOf(answer), told('noStatusRead')], false);
  }
  if (answer.kind === 'unknown') {
    return notRead(id, answer.code, [reasonOf(answer), told('statusNotRead', { id })]);
  }
  const advice =
    answer.status === 404
      ? told('idNotKnown', { id })
      : answer.status === 403
        ? told('mayNotRead', { id, scope: 'distributions:read' })
        : told('notShown', { id });
  return notRead(id, answer.error.code, [advice, novaSaid(answer.error.message)]);
}
