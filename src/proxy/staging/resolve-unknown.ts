import type { z } from 'zod';
import type {
  DistributionRequest,
  linkRequestSchema,
  NovaDistribution,
  NovaDistributionRequest,
  Outcome,
} from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import { ProxyError } from '../errors.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import type { LedgerClock } from '../ledger/ledger-clock.ts';
import type { ModeLock } from '../ledger/mode-lock.ts';
import type { CallResult } from '../nova/call.ts';
import type { NovaClient } from '../nova/client.ts';
import { canonicalContent } from './canonical-content.ts';
import { nounOf } from './entry-kind.ts';
import type { Refusal } from './explain-rejection.ts';
import { matchPayments } from './match-payments.ts';
import { modeMismatchSentence, needsPerson, toOutcome } from './outcome.ts';
import { toStagedDistribution } from './staged-distribution.ts';
import type { StagedDistribution } from './staged-distribution.ts';

export interface ResolverParts {
  entries: LedgerEntries;
  nova: NovaClient;
  clock: LedgerClock;
  mode: 'sandbox' | 'live';
  lock: ModeLock;
}

/**
 * Records which distribution an unknown entry became, after Nova has shown that it says the same: vehicle, date, name,
 * external reference, mode and every payment. Throws a `ProxyError`: `not-found`, `content-differs` when the rows are not
 * those of the entry, `not-unresolved` when people need not decide, `link-held`, `link-not-found`, `link-mismatch`,
 * `nova-unavailable`.
 */
export async function linkDistribution(
  entryId: string,
  request: z.infer<typeof linkRequestSchema>,
  userName: string,
  parts: ResolverParts,
): Promise<Outcome> {
  const { clock, entries } = parts;
  const { distributionId } = request;
  const entry = await findEntry(entryId, parts);
  if (canonicalContent(request.distribution).hash !== entry.content_hash) {
    const message =
      'The rows are no longer those that were submitted under this entry. Bring them back, check them, and link again.';
    throw new ProxyError(409, 'content-differs', message);
  }
  if (entry.nova_id === distributionId) return outcomeOf(entry, request.distribution, parts);
  await assertForPeople(entry, clock);
  await assertFree(distributionId, entry, entries);
  const { distribution, staged } = await retrieve(
    distributionId,
    request.distribution.payments.length,
    parts,
  );
  if (distribution.livemode !== (parts.mode === 'live')) {
    const reason = modeMismatchSentence({ ...entry, nova_id: distributionId }, parts.mode);
    await parts.lock.engage({ reason, distributionId, entryId: entry.id, by: { userName } });
  }
  const differences = differencesFrom(entry, request.distribution, distribution, staged, parts.mode);
  if (differences.length > 0) {
    const message = `${distributionId} is not what was submitted: ${differences.join('; ')}. Nothing was linked.`;
    throw new ProxyError(409, 'link-mismatch', message);
  }
  const linked = await entries
    .link(entry, { ...distribution, result: staged }, userName, toInstant(clock.now()))
    .catch(async (error: unknown) => {
      // Two people who link the same distribution to two entries at once: the database lets one of them.
      await assertFree(distributionId, entry, entries);
      throw error;
    });
  return outcomeOf(linked ?? raise(notUnresolved()), request.distribution, parts);
}

/**
 * Records that Nova has nothing for an unknown entry of whatever kind, on the word of somebody who did not submit it; the content
 * may then be submitted again, as a new generation. Throws a `ProxyError`: `not-found`, `not-unresolved`,
 * `second-person-required`.
 */
export async function declareNeverCreated(
  entryId: string,
  reason: string,
  userName: string,
  parts: ResolverParts,
): Promise<Outcome> {
  const { clock, entries } = parts;
  const entry = await findEntry(entryId, parts);
  await assertForPeople(entry, clock);
  if (entry.user_name === userName) {
    const message = `It was submitted for ${userName}, so another person has to look in Nova's dashboard and declare that it was never created.`;
    throw new ProxyError(403, 'second-person-required', message);
  }
  const refusal: Refusal = {
    status: 404,
    code: 'declared-never-created',
    message: `${userName} declared that Nova never created this ${nounOf(entry)}: ${reason}`,
    param: null,
    requestId: null,
  };
  const declared = await entries.declareNeverCreated(
    entry,
    refusal,
    userName,
    reason,
    toInstant(clock.now()),
  );
  const { id, content_hash: contentHash, generation } = declared ?? raise(notUnresolved());
  return { entryId: id, contentHash, generation, outcome: 'rejected', ...refusal };
}

export async function findEntry(entryId: string, parts: ResolverParts): Promise<LedgerEntry> {
  const entry = await parts.entries.find(entryId);
  return (
    entry ?? raise(new ProxyError(404, 'not-found', 'The ledger has no such entry. Check the rows again.'))
  );
}

/** A person's word is final, so whether the key has ended is asked and not reckoned. */
export async function assertForPeople(entry: LedgerEntry, clock: LedgerClock): Promise<void> {
  await clock.sync();
  if (!needsPerson(entry, clock.now())) throw notUnresolved();
}

export function notUnresolved(): ProxyError {
  const message =
    'This entry needs no decision: its outcome is known, or is still found out by asking Nova again. Check the rows again.';
  return new ProxyError(409, 'not-unresolved', message);
}

export async function assertFree(novaId: string, entry: LedgerEntry, entries: LedgerEntries): Promise<void> {
  const holder = await entries.findByNovaId(novaId);
  if (holder === null || holder.id === entry.id) return;
  const message = `${novaId} is what another submission became (${holder.workbook}, sheet ${holder.sheet}, by ${holder.user_name}), so it cannot be this one.`;
  throw new ProxyError(409, 'link-held', message);
}

async function retrieve(
  distributionId: string,
  paymentCount: number,
  parts: ResolverParts,
): Promise<{ distribution: NovaDistribution; staged: StagedDistribution }> {
  const distribution = shown(await parts.nova.getDistribution(distributionId), distributionId);
  const { payments, complete } = await parts.nova.listPayments(distribution, paymentCount);
  if (!complete) throw notCompared('Nova did not list all of its payments', distributionId);
  return { distribution, staged: toStagedDistribution(distribution, payments, complete) };
}

/** What Nova showed of something that is to be linked. Throws a `ProxyError`: `link-not-found`, `nova-unavailable`. */
export function shown<T>(answer: CallResult<T>, id: string): T {
  if (answer.kind === 'done') return answer.value;
  if (answer.kind === 'refused' && answer.status === 404) {
    const message = `Nova does not know ${id}. Check that it was copied whole, and from this organization.`;
    throw new ProxyError(404, 'link-not-found', message);
  }
  throw notCompared(
    answer.kind === 'refused' ? `Nova refused to show it (${answer.status})` : answer.reason,
    id,
  );
}

function notCompared(reason: string, id: string): ProxyError {
  const message = `${reason}, so ${id} could not be compared and nothing was linked. Try again in a minute.`;
  return new ProxyError(503, 'nova-unavailable', message, { retryAfterSeconds: 30 });
}

/** What a person would see when comparing the two, one phrase each. */
function differencesFrom(
  entry: LedgerEntry,
  request: DistributionRequest,
  distribution: NovaDistribution,
  staged: StagedDistribution,
  mode: 'sandbox' | 'live',
): string[] {
  const [sent] = JSON.parse(entry.body) as [NovaDistributionRequest];
  const differences: string[] = [];
  const compare = (what: string, ours: string | null, theirs: string | null) => {
    if (ours !== theirs) differences.push(`the ${what} is ${theirs ?? 'missing'}, not ${ours ?? 'left out'}`);
  };
  compare('vehicle', sent.vehicle, distribution.vehicle);
  compare('date', dayOf(sent.distribution_date), dayOf(distribution.distribution_date));
  compare('name', sent.name, distribution.name);
  compare('external reference', sent.external_reference ?? null, distribution.external_reference ?? null);
  compare('mode', mode, distribution.livemode ? 'live' : 'sandbox');
  const { warnings } = matchPayments(request.payments, staged.payments);
  return [...differences, ...warnings.map((warning) => warning.replace(/\.$/, ''))];
}

/** However the instant is written; a text that is none stays as it came. */
function dayOf(text: string): string {
  const timeMs = Date.parse(text);
  return Number.isNaN(timeMs) ? text : new Date(timeMs).toISOString();
}

function outcomeOf(entry: LedgerEntry, request: DistributionRequest, parts: ResolverParts): Outcome {
  const context = { existing: true, nowMs: parts.clock.now(), mode: parts.mode };
  return toOutcome(entry, request, context) ?? raise(new Error('a resolved entry has no outcome'));
}

function raise(error: Error): never {
  throw error;
}
