import type { DistributionRequest, NovaDistribution, Outcome, StageRequest } from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { ProxyError } from '../errors.ts';
import { writeAudit } from '../ledger/audit.ts';
import type { LedgerEntries, LedgerEntry, Setback, Submitter } from '../ledger/entries.ts';
import type { LedgerDatabase } from '../ledger/schema.ts';
import type { CallResult } from '../nova/call.ts';
import type { NovaClient } from '../nova/client.ts';
import type { TokenSource } from '../nova/token.ts';
import { TokenError } from '../nova/token.ts';
import { canonicalContent, paymentCountOf } from './canonical-content.ts';
import { toRefusal } from './explain-rejection.ts';
import { keyEndMs, keyLifeMs } from './key-life.ts';
import { isOfOtherMode, modeMismatchSentence, stagedOf, toOutcome } from './outcome.ts';
import { toStagedDistribution } from './staged-distribution.ts';

export interface StagerParts {
  entries: LedgerEntries;
  database: LedgerDatabase;
  nova: NovaClient;
  tokens: TokenSource;
  clock: Clock;
  mode: 'sandbox' | 'live';
}

/** What became of an entry in one run, and whether anything was sent for it. */
interface Run {
  entry: LedgerEntry;
  sent: boolean;
}

/**
 * Takes distributions through the ledger to Nova, each content by one run at a time: whoever asks for a content that
 * is being sent waits for that run and gets its result.
 */
export class Stager {
  readonly #parts: StagerParts;
  readonly #running = new Map<string, Promise<Run>>();
  /** Set by an answer of the wrong mode; from then on this program sends nothing more. */
  #halted: string | null = null;
  #stopping = false;

  constructor(parts: StagerParts) {
    this.#parts = parts;
  }

  /**
   * Stages one distribution, or answers with what the same content became before. Throws a `ProxyError`:
   * `nova-unavailable` when nothing can have reached Nova, so that the same rows may be submitted again;
   * `mode-mismatch` when Nova's answer was of the other mode, then and ever after; `stopping` while the program ends.
   */
  async stage(request: StageRequest, userName: string): Promise<Outcome> {
    const content = canonicalContent(request.distribution);
    const joined = this.#running.get(content.hash);
    const by: Submitter = { userName, ...request.source };
    const run = await (joined ?? this.#start(content.hash, () => this.#submit(content, by)));
    const existing = joined !== undefined || !run.sent;
    if (existing) await this.#auditExisting(run.entry, by);
    if (isOfOtherMode(run.entry, this.#parts.mode)) throw this.#modeMismatch(run.entry);
    const outcome = this.#outcome(run.entry, request.distribution, existing);
    if (outcome === null) throw new Error('a submission ended without an outcome');
    return outcome;
  }

  /** What the ledger knows of these contents, in their order; null where Nova cannot have seen them. Sends nothing. */
  async lookup(requests: readonly DistributionRequest[]): Promise<(Outcome | null)[]> {
    const hashes = requests.map((request) => canonicalContent(request).hash);
    const latest = new Map<string, LedgerEntry>();
    for (const entry of await this.#parts.entries.findByHashes([...new Set(hashes)])) {
      const other = latest.get(entry.content_hash);
      const counts = entry.state !== 'reserved';
      if (counts && (other === undefined || other.generation < entry.generation))
        latest.set(entry.content_hash, entry);
    }
    return requests.map((request, index) => {
      const entry = latest.get(hashes[index] ?? '');
      return entry === undefined ? null : this.#outcome(entry, request, true);
    });
  }

  /**
   * Asks again, with its own key, for everything that may have reached Nova without an answer. For the start of the
   * program, after `adoptAbandoned`; what stays unknown is asked again when somebody submits it.
   */
  async resumeUnknown(): Promise<void> {
    const { clock, entries } = this.#parts;
    const unknown = await entries.listUnknown(toInstant(clock.now() - keyLifeMs));
    await Promise.all(unknown.map((entry) => this.#resume(entry)));
  }

  async #resume(entry: LedgerEntry): Promise<void> {
    if (this.#stopping || this.#running.has(entry.content_hash)) return;
    try {
      await this.#start(entry.content_hash, () => this.#send(entry));
    } catch (error) {
      // What a person would be told, and the ledger tells whoever asks. Anything else is a bug.
      if (!(error instanceof ProxyError)) throw error;
    }
  }

  /** Takes nothing new and resolves when all that is under way has ended. */
  async drain(): Promise<void> {
    this.#stopping = true;
    while (this.#running.size > 0) await Promise.allSettled(this.#running.values());
  }

  #start(hash: string, run: () => Promise<Run>): Promise<Run> {
    const promise = run().finally(() => this.#running.delete(hash));
    this.#running.set(hash, promise);
    return promise;
  }

  async #submit(content: { hash: string; body: string }, by: Submitter): Promise<Run> {
    if (this.#stopping)
      throw new ProxyError(503, 'stopping', 'The proxy is stopping. Submit again in a minute.');
    const { entries } = this.#parts;
    let entry = await entries.reserve(content, by, this.#at());
    if (entry.state === 'sending') {
      // Nobody in this program sends it (those who do are joined), so recording its end must have failed.
      await entries.adoptAbandoned(this.#at(), entry.id);
      entry = await entries.reserve(content, by, this.#at());
    }
    if (entry.state === 'accepted') return { entry: await this.#completePages(entry), sent: false };
    return this.#send(entry);
  }

  /** Sends an entry that is reserved or unknown, and records what became of it. */
  async #send(entry: LedgerEntry): Promise<Run> {
    const { clock, entries, nova } = this.#parts;
    if (this.#halted !== null) throw new ProxyError(503, 'mode-mismatch', this.#halted);
    const maybeSentBefore = entry.state === 'unknown';
    const notAfterMs = keyEndMs(entry.first_sent_at ?? this.#at());
    if (maybeSentBefore && clock.now() >= notAfterMs) return { entry, sent: false };

    const setback = await this.#tokenSetback();
    if (setback !== null) return this.#endUnsent(entry, maybeSentBefore, setback);

    const marked = await entries.markSending(entry, this.#at());
    if (!marked) throw new Error('an entry changed its state while this program held it');
    const sending: LedgerEntry = {
      ...entry,
      state: 'sending',
      first_sent_at: entry.first_sent_at ?? this.#at(),
    };
    const result = await nova.createDistribution(entry.body, entry.idempotency_key, {
      maybeSentBefore,
      notAfterMs,
    });
    return this.#record(sending, maybeSentBefore, result);
  }

  /** Gets the token before the entry is marked as being sent, so that a failure here leaves no doubt behind. */
  async #tokenSetback(): Promise<Setback | null> {
    try {
      await this.#parts.tokens.get();
      return null;
    } catch (error) {
      if (error instanceof TokenError) return { code: error.code, reason: error.message, tries: 0 };
      throw error;
    }
  }

  async #record(
    entry: LedgerEntry,
    maybeSentBefore: boolean,
    result: CallResult<NovaDistribution>,
  ): Promise<Run> {
    const { entries } = this.#parts;
    switch (result.kind) {
      case 'done':
        return { entry: await this.#recordAccepted(entry, result.value, result.tries), sent: true };
      case 'refused': {
        const refusal = toRefusal(result.status, result.error, JSON.parse(entry.body));
        return { entry: await entries.recordRejected(entry, refusal, result.tries, this.#at()), sent: true };
      }
      case 'unknown':
        return { entry: await entries.recordUnknown(entry, result, this.#at()), sent: true };
      case 'not-sent':
        return this.#endUnsent(entry, maybeSentBefore, result);
    }
  }

  async #recordAccepted(
    entry: LedgerEntry,
    distribution: NovaDistribution,
    tries: number,
  ): Promise<LedgerEntry> {
    const { entries } = this.#parts;
    // First of all the id, whatever happens to the further pages.
    const { data, has_more: hasMore } = distribution.payments;
    const firstPage = toStagedDistribution(distribution, data, !hasMore);
    const accepted = await entries.recordAccepted(entry, distribution, firstPage, tries, this.#at());
    if (isOfOtherMode(accepted, this.#parts.mode)) {
      this.#halted = modeMismatchSentence(accepted, this.#parts.mode);
      const by = { userName: entry.user_name, workbook: entry.workbook, sheet: entry.sheet };
      const result = `livemode ${distribution.livemode} in ${this.#parts.mode} mode: sending stopped`;
      const record = { at: this.#at(), by, action: 'mode-mismatch' as const, entryId: entry.id, result };
      await writeAudit(this.#parts.database, record);
      return accepted;
    }
    return hasMore || data.length < paymentCountOf(entry.body)
      ? this.#fetchPages(accepted, distribution)
      : accepted;
  }

  /** Tries once more to list what was not to be had when the distribution was accepted. */
  async #completePages(entry: LedgerEntry): Promise<LedgerEntry> {
    if (stagedOf(entry).complete || entry.distribution_id === null) return entry;
    const answer = await this.#parts.nova.getDistribution(entry.distribution_id);
    return answer.kind === 'done' ? this.#fetchPages(entry, answer.value) : entry;
  }

  async #fetchPages(entry: LedgerEntry, distribution: NovaDistribution): Promise<LedgerEntry> {
    const { payments, complete } = await this.#parts.nova.listPayments(
      distribution,
      paymentCountOf(entry.body),
    );
    const staged = toStagedDistribution(distribution, payments, complete);
    await this.#parts.entries.replaceResult(entry.id, staged, this.#at());
    return { ...entry, result: JSON.stringify(staged) };
  }

  /** An entry that may have reached Nova earlier stays unknown; any other goes back to where it was, and may be tried. */
  async #endUnsent(entry: LedgerEntry, maybeSentBefore: boolean, setback: Setback): Promise<Run> {
    const { entries } = this.#parts;
    if (maybeSentBefore)
      return { entry: await entries.recordUnknown(entry, setback, this.#at()), sent: false };
    await entries.recordNotSent(entry, setback, this.#at());
    const message = `${setback.reason}, so nothing was created. Submit again when Nova can be reached.`;
    throw new ProxyError(503, 'nova-unavailable', message, { retryAfterSeconds: 30 });
  }

  #modeMismatch(entry: LedgerEntry): ProxyError {
    return new ProxyError(503, 'mode-mismatch', modeMismatchSentence(entry, this.#parts.mode));
  }

  #auditExisting(entry: LedgerEntry, by: Submitter): Promise<void> {
    const record = { at: this.#at(), by, action: 'stage' as const, entryId: entry.id };
    return writeAudit(this.#parts.database, { ...record, result: `nothing sent: ${entry.state} before` });
  }

  #outcome(entry: LedgerEntry, request: DistributionRequest, existing: boolean): Outcome | null {
    return toOutcome(entry, request, { existing, nowMs: this.#parts.clock.now(), mode: this.#parts.mode });
  }

  #at(): string {
    return toInstant(this.#parts.clock.now());
  }
}
