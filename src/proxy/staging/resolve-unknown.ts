import type { z } from 'zod';
import type {
  DistributionRequest,
  linkRequestSchema,
  NovaDistribution,
  NovaDistributionRequest,
  Outcome,
  Said,
  Sentence,
} from '../../contract/index.ts';
import { say, told, type Compared } from '../../words/said.ts';
import { toInstant } from '../clock.ts';
import { ProxyError } from '../errors.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import type { LedgerClock } from '../ledger/ledger-clock.ts';
import type { ModeLock } from '../ledger/mode-lock.ts';
import type { CallResult } from '../nova/call.ts';
import type { NovaClient } from '../nova/client.ts';
import { canonicalContent } from './canonical-content.ts';
import { reasonOf } from './explain-reason.ts';
import type { Refusal } from './explain-rejection.ts';
import { matchPayments } from './match-payments.ts';
import { modeMismatch, needsPerson, toOutcome } from './outcome.ts';
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
    throw new ProxyError(409, 'content-differs', told('rowsDiffer'));
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
    const says = modeMismatch({ ...entry, nova_id: distributionId }, parts.mode);
    await parts.lock.engage({ says, distributionId, entryId: entry.id, by: { userName } });
  }
  const differences = differencesFrom(entry, request.distribution, distribution, staged, parts.mode);
  if (differences.length > 0) {
    throw linkMismatch(distributionId, differences);
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
    throw new ProxyError(403, 'second-person-required', told('sentForYou', { userName }));
  }
  const refusal: Refusal = {
    status: 404,
    code: 'declared-never-created',
    ...say(told('neverCreated', { kind: entry.kind, userName, reason })),
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
  return entry ?? raise(new ProxyError(404, 'not-found', [told('noSuchEntry'), told('checkRowsAgain')]));
}

/** A person's word is final, so whether the key has ended is asked and not reckoned. */
export async function assertForPeople(entry: LedgerEntry, clock: LedgerClock): Promise<void> {
  await clock.sync();
  if (!needsPerson(entry, clock.now())) throw notUnresolved();
}

export function notUnresolved(): ProxyError {
  return new ProxyError(409, 'not-unresolved', told('needsNoDecision'));
}

export async function assertFree(novaId: string, entry: LedgerEntry, entries: LedgerEntries): Promise<void> {
  const holder = await entries.findByNovaId(novaId);
  if (holder === null || holder.id === entry.id) return;
  const { workbook, sheet, user_name: userName } = holder;
  throw new ProxyError(409, 'link-held', told('heldByOther', { id: novaId, workbook, sheet, userName }));
}

async function retrieve(
  distributionId: string,
  paymentCount: number,
  parts: ResolverParts,
): Promise<{ distribution: NovaDistribution; staged: StagedDistribution }> {
  const distribution = shown(await parts.nova.getDistribution(distributionId), distributionId);
  const { payments, complete } = await parts.nova.listPayments(distribution, paymentCount);
  if (!complete) throw notCompared(told('paymentsNotListed', { id: distributionId }), distributionId);
  return { distribution, staged: toStagedDistribution(distribution, payments, complete) };
}

/** What Nova showed of something that is to be linked. Throws a `ProxyError`: `link-not-found`, `nova-unavailable`. */
export function shown<T>(answer: CallResult<T>, id: string): T {
  if (answer.kind === 'done') return answer.value;
  if (answer.kind === 'refused' && answer.status === 404) {
    throw new ProxyError(404, 'link-not-found', told('linkNotFound', { id }));
  }
  throw notCompared(answer.kind === 'refused' ? told('notShown', { id }) : reasonOf(answer), id);
}

/** What Nova has under an id is not what was sent; each difference is a sentence. */
export function linkMismatch(id: string, differences: Said): ProxyError {
  const sentences = [told('notWhatWasSent', { id }), ...differences, told('nothingLinked')];
  return new ProxyError(409, 'link-mismatch', sentences);
}

function notCompared(reason: Sentence, id: string): ProxyError {
  return new ProxyError(503, 'nova-unavailable', [reason, told('notCompared', { id })], {
    retryAfterSeconds: 30,
  });
}

/** What a person would see when comparing the two. */
function differencesFrom(
  entry: LedgerEntry,
  request: DistributionRequest,
  distribution: NovaDistribution,
  staged: StagedDistribution,
  mode: 'sandbox' | 'live',
): Said {
  const [sent] = JSON.parse(entry.body) as [NovaDistributionRequest];
  const differences: Sentence[] = [];
  const compare = (what: Compared, ours: string | null, theirs: string | null) => {
    if (ours !== theirs) differences.push(told('differs', { what, theirs, ours }));
  };
  compare('vehicle', sent.vehicle, distribution.vehicle);
  compare('date', dayOf(sent.distribution_date), dayOf(distribution.distribution_date));
  compare('name', sent.name, distribution.name);
  compare('external-reference', sent.external_reference ?? null, distribution.external_reference ?? null);
  compare('mode', mode, distribution.livemode ? 'live' : 'sandbox');
  const { warnings } = matchPayments(request.payments, staged.payments);
  return [...differences, ...warnings.flatMap(([first]) => first ?? [])];
}

/** However the instant is written, as a day where it is midnight in UTC; a text that is none stays as it came. */
function dayOf(text: string): string {
  const timeMs = Date.parse(text);
  return Number.isNaN(timeMs) ? text : new Date(timeMs).toISOString().replace('T00:00:00.000Z', '');
}

function outcomeOf(entry: LedgerEntry, request: DistributionRequest, parts: ResolverParts): Outcome {
  const context = { existing: true, nowMs: parts.clock.now(), mode: parts.mode };
  return toOutcome(entry, request, context) ?? raise(new Error('a resolved entry has no outcome'));
}

function raise(error: Error): never {
  throw error;
}
