import type { DistributionRequest, Outcome, StageRequest } from '../../contract/index.ts';
import { systemSleep, toInstant } from '../clock.ts';
import { ProxyError } from '../errors.ts';
import { writeAudit } from '../ledger/audit.ts';
import type { LedgerEntry, Setback, Submitter } from '../ledger/entry.ts';
import { standingEntry } from '../ledger/plan-generation.ts';
import type { Repeat } from '../ledger/plan-generation.ts';
import type { Admission } from './admission.ts';
import { canonicalContent } from './canonical-content.ts';
import { isOfOtherMode, modeMismatchSentence, needsPerson, toOutcome } from './outcome.ts';
import { Sender } from './sender.ts';
import type { Run, SenderParts } from './sender.ts';

export interface StagerParts extends SenderParts {
  admission: Admission;
  /** Aborts when a stop can wait no longer. */
  stopping: AbortSignal;
}

interface Content {
  hash: string;
  body: string;
}

/** How often, and for how long, somebody waits for an entry that another proxy is sending. */
const lookPauseMs = 150;
const mostLooks = 100;

/**
 * Takes distributions through the ledger to Nova, each content by one run at a time: whoever asks for a content that
 * is being sent, by this proxy or by another on the same ledger, waits for that run and gets its result.
 */
export class Stager {
  readonly #parts: StagerParts;
  readonly #sender: Sender;
  readonly #running = new Map<string, Promise<Run>>();
  #stopping = false;

  constructor(parts: StagerParts) {
    this.#parts = parts;
    this.#sender = new Sender(parts);
  }

  /**
   * Stages one distribution, or answers with what the same content became before. Throws a `ProxyError`:
   * `nova-unavailable` when nothing can have reached Nova, so that the same rows may be submitted again; `busy` when
   * too much is under way; `mode-mismatch` when Nova's answer was of the other mode, then and ever after;
   * `repeat-outdated` for a repeat of what is not the latest; `stopping` while the program ends.
   */
  async stage(request: StageRequest, userName: string): Promise<Outcome> {
    const content = canonicalContent(request.distribution);
    const repeat = request.repeat ?? null;
    const by: Submitter = { userName, ...request.source };
    const joined = repeat === null ? this.#running.get(content.hash) : undefined;
    if (repeat !== null) await this.#settled(content.hash);
    const run = await (joined ?? this.#start(content.hash, () => this.#submit(content, by, repeat)));
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
    const generations = new Map<string, LedgerEntry[]>();
    for (const entry of await this.#parts.entries.findByHashes([...new Set(hashes)])) {
      if (entry.state === 'reserved') continue;
      const others = generations.get(entry.content_hash);
      if (others === undefined) generations.set(entry.content_hash, [entry]);
      else others.push(entry);
    }
    return requests.map((request, index) => {
      const entry = standingEntry(generations.get(hashes[index] ?? '') ?? []);
      return entry === null ? null : this.#outcome(entry, request, true);
    });
  }

  /** Whether asking again makes sense now: Nova can be reached as far as is known, and nothing has stopped the sending. */
  async mayResume(): Promise<boolean> {
    if (this.#stopping || this.#sender.isHalted()) return false;
    return (await this.#sender.findSetback()) === null;
  }

  /** Asks again, with its own key, for an entry that may have reached Nova without an answer. */
  async resume(entry: LedgerEntry): Promise<void> {
    if (this.#stopping || this.#running.has(entry.content_hash)) return;
    try {
      await this.#start(entry.content_hash, () => this.#take(entry, null, { lane: '', looks: 0 }));
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

  /** A repeat is not the submission that it repeats, so it does not join that one's run but comes after it. */
  async #settled(hash: string): Promise<void> {
    for (let running = this.#running.get(hash); running !== undefined; running = this.#running.get(hash)) {
      await Promise.allSettled([running]);
    }
  }

  async #submit(content: Content, by: Submitter, repeat: Repeat | null): Promise<Run> {
    if (this.#stopping)
      throw new ProxyError(503, 'stopping', 'The proxy is stopping. Submit again in a minute.');
    const seen = await this.#parts.entries.generations(content.hash);
    const known = this.#parts.entries.usable(seen, repeat);
    if (known?.state === 'accepted') return { entry: await this.#sender.completePages(known), sent: false };
    this.#sender.assertNotHalted();
    const leave = this.#parts.admission.enter(by.userName);
    try {
      // An entry that there is may have changed its state by the time that it is needed; a gap cannot unnoticed.
      return await this.#reserveAndSend(content, by, repeat, known === null ? seen : null);
    } finally {
      leave();
    }
  }

  async #reserveAndSend(
    content: Content,
    by: Submitter,
    repeat: Repeat | null,
    seen: readonly LedgerEntry[] | null,
  ): Promise<Run> {
    const setback = await this.#sender.findSetback();
    const leaseMs = setback === null ? this.#parts.leaseMs : null;
    const { entry, claimed } = await this.#parts.entries.reserve(content, by, this.#at(), {
      repeat,
      leaseMs,
      seen,
    });
    return claimed
      ? this.#sender.send(entry, false, by.userName)
      : this.#take(entry, setback, { lane: by.userName, looks: mostLooks });
  }

  /**
   * Sends an entry that exists, as soon as it belongs to nobody else: reserved, unknown, or left behind. One that
   * another proxy is sending is looked at again and again, and its end is the result; after `looks` of them the answer
   * is that it is still being sent.
   */
  async #take(
    seen: LedgerEntry,
    setback: Setback | null,
    options: { lane: string; looks: number },
  ): Promise<Run> {
    const { clock, entries, leaseMs, stopping } = this.#parts;
    let entry = seen;
    for (let look = 0; ; look += 1) {
      if (entry.state === 'accepted' || entry.state === 'rejected') return { entry, sent: false };
      if (needsPerson(entry, clock.now())) return { entry, sent: false };
      if (setback !== null && entry.state === 'reserved')
        return this.#sender.endUnsent(entry, false, setback);
      if (setback !== null && entry.state === 'unknown') return { entry, sent: false };
      const claimed = await entries.claim(entry, leaseMs);
      if (claimed !== null) return this.#sender.send(claimed, entry.state !== 'reserved', options.lane);
      const now = await entries.find(entry.id);
      if (now === null) throw new Error('a ledger entry is gone');
      entry = now;
      if (entry.state !== 'sending') continue;
      if (look >= options.looks || stopping.aborted) return { entry, sent: false };
      // Real time, whatever the clock of a test says: the other proxy is waited for, not a deadline.
      await systemSleep(lookPauseMs, stopping);
    }
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
