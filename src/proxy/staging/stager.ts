import { systemSleep, toInstant } from '../clock.ts';
import { told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';
import { writeAudit } from '../ledger/audit.ts';
import type { LimitPolicy } from '../limits/limit-policy.ts';
import type { ApprovalEntries } from '../ledger/approval-entries.ts';
import type { Content } from '../ledger/content.ts';
import type { LedgerEntry, Setback, Submitter, Terms } from '../ledger/entry.ts';
import type { EntryState } from '../ledger/schema.ts';
import { standingEntry } from '../ledger/plan-generation.ts';
import type { Repeat } from '../ledger/plan-generation.ts';
import type { Takeover } from '../ledger/replaced-payments.ts';
import type { Admission } from './admission.ts';
import { keepsBytes } from './entry-kind.ts';
import { isApprovalOver } from './explain-approval.ts';
import { isOfOtherMode, modeMismatch, needsPerson } from './outcome.ts';
import { Sender } from './sender.ts';
import type { Run, SenderParts } from './sender.ts';

export interface StagerParts extends SenderParts {
  admission: Admission;
  limits: LimitPolicy;
  approvals: ApprovalEntries;
  /** Aborts when a stop can wait no longer. */
  stopping: AbortSignal;
  /** Told how each entry ended for which something was sent, or which was sealed. */
  observeOutcome: (state: EntryState) => void;
}

/** One content on its way through the ledger to Nova, of whatever kind. */
export interface Submission {
  content: Content;
  /** What goes to Nova: the content's body, or what that stands for. */
  bytes: string;
  by: Submitter;
  repeat: Repeat | null;
  /** The payments of cancelled distributions that it pays in place of. */
  takesOver?: readonly Takeover[];
  /**
   * What stands between it and its sending, asked only where this content was not let through before. May throw a
   * `ProxyError`; `limit-exceeded` is recorded.
   */
  terms: () => Terms | Promise<Terms>;
}

const recordedRefusals: ReadonlySet<string> = new Set(['limit-exceeded', 'already-replaced']);

/** Nothing further is done for these by themselves. */
const settledStates: readonly EntryState[] = ['accepted', 'rejected', 'awaiting', 'returned'];

/** How often, and for how long, somebody waits for an entry that another proxy is sending. */
const lookPauseMs = 150;
const mostLooks = 100;

/**
 * Takes submissions through the ledger to Nova, each content by one run at a time: whoever asks for a content that
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
   * Submits one content, or finds what the same content became before (`existing`). Throws a `ProxyError`:
   * `nova-unavailable` when nothing can have reached Nova, so that the same rows may be submitted again; `busy` when
   * too much is under way; `mode-mismatch` when Nova's answer was of the other mode, then and ever after;
   * `limit-exceeded` when a limit stands against it and `already-replaced` when other content took over what it replaces,
   * which are recorded; `repeat-outdated` for a repeat of what is not the latest; `stopping` while the program ends.
   */
  async submit(submission: Submission): Promise<{ entry: LedgerEntry; existing: boolean }> {
    const { content, by, repeat } = submission;
    const joined = repeat === null ? this.#running.get(content.hash) : undefined;
    if (repeat !== null) await this.#settled(content.hash);
    const running = joined ?? this.#start(content.hash, () => this.#submit(submission));
    const run = await running.catch((error: unknown) => this.#recordRefusal(error, content, by));
    const existing = joined !== undefined || !(run.sent || run.sealed === true);
    if (existing) await this.#auditExisting(run.entry, by);
    if (isOfOtherMode(run.entry, this.#parts.mode)) throw this.#modeMismatch(run.entry);
    return { entry: run.entry, existing };
  }

  /** The entries that stand for these contents, by hash; none where Nova cannot have seen it. Sends nothing. */
  async standing(hashes: readonly string[]): Promise<Map<string, LedgerEntry>> {
    const generations = Map.groupBy(
      (await this.#parts.entries.findByHashes([...new Set(hashes)])).filter(
        ({ state, approved_at: approvedAt }) => state !== 'reserved' || approvedAt !== null,
      ),
      (entry) => entry.content_hash,
    );
    const standing = new Map<string, LedgerEntry>();
    for (const [hash, entries] of generations) {
      const entry = standingEntry(entries);
      if (entry !== null) standing.set(hash, entry);
    }
    return standing;
  }

  /** Whether asking again makes sense now: Nova can be reached as far as is known, and nothing has stopped the sending. */
  async mayResume(): Promise<boolean> {
    if (this.#stopping || (await this.#parts.lock.current()) !== null) return false;
    return (await this.#sender.findSetback()) === null;
  }

  /**
   * Asks again, with its own key, for an entry that may have reached Nova without an answer; one that cannot be sent
   * again without its rows becomes unknown.
   */
  async resume(entry: LedgerEntry): Promise<void> {
    if (this.#stopping || this.#running.has(entry.content_hash)) return;
    try {
      const bytes = keepsBytes(entry) ? entry.body : null;
      await this.#start(entry.content_hash, () => this.#take(entry, null, { bytes, lane: '', looks: 0 }));
    } catch (error) {
      // What a person would be told, and the ledger tells whoever asks. Anything else is a bug.
      if (!(error instanceof ProxyError)) throw error;
    }
  }

  /**
   * Sends what a second person has approved, for whom it takes a place. Approved twice, or by this proxy and another, it
   * is sent once: whoever comes later gets the same end. Only for kinds whose bytes the ledger keeps. Throws as `submit`
   * does.
   */
  async sendApproved(entry: LedgerEntry, userName: string): Promise<LedgerEntry> {
    await this.#settled(entry.content_hash);
    const run = async () => {
      if (this.#stopping) throw stoppingError();
      const leave = this.#parts.admission.enter(userName);
      try {
        const setback = await this.#sender.findSetback();
        return await this.#take(entry, setback, { bytes: entry.body, lane: userName, looks: mostLooks });
      } finally {
        leave();
      }
    };
    return (await this.#start(entry.content_hash, run)).entry;
  }

  /** Takes nothing new and resolves when all that is under way has ended. */
  async drain(): Promise<void> {
    this.#stopping = true;
    while (this.#running.size > 0) await Promise.allSettled(this.#running.values());
  }

  #start(hash: string, run: () => Promise<Run>): Promise<Run> {
    const promise = run()
      .then((ended) => {
        if (ended.sent || ended.sealed === true) this.#parts.observeOutcome(ended.entry.state);
        return ended;
      })
      .finally(() => this.#running.delete(hash));
    this.#running.set(hash, promise);
    return promise;
  }

  /** A repeat is not the submission that it repeats, so it does not join that one's run but comes after it. */
  async #settled(hash: string): Promise<void> {
    for (let running = this.#running.get(hash); running !== undefined; running = this.#running.get(hash)) {
      await Promise.allSettled([running]);
    }
  }

  async #submit(submission: Submission): Promise<Run> {
    const { content, by, repeat } = submission;
    if (this.#stopping) throw stoppingError();
    const { approvals, admission, clock, entries, lock } = this.#parts;
    let seen = await entries.generations(content.hash);
    let known = entries.usable(seen, repeat);
    if (known?.state === 'awaiting' && isApprovalOver(known, clock.now())) {
      await approvals.expire(known);
      seen = await entries.generations(content.hash);
      known = entries.usable(seen, repeat);
    }
    if (known?.state === 'accepted') return { entry: await this.#sender.complete(known), sent: false };
    if (known?.state === 'awaiting') return { entry: known, sent: false };
    await lock.assertFree();
    const isUndecided = known === null || (known.state === 'reserved' && known.approved_at === null);
    const terms = isUndecided ? await submission.terms() : null;
    const leave = admission.enter(by.userName);
    try {
      if (known !== null && terms !== null && terms.approval !== null) {
        const entry = await approvals.seal(known, terms.approval, terms.seen);
        if (entry !== null) return { entry, sent: false, sealed: true };
      }
      // An entry that there is may have changed its state by the time that it is needed; a gap cannot unnoticed.
      return await this.#reserveAndSend(submission, terms, known === null ? seen : null);
    } finally {
      leave();
    }
  }

  async #reserveAndSend(
    { bytes, by, content, repeat, takesOver = [] }: Submission,
    terms: Terms | null,
    seen: readonly LedgerEntry[] | null,
  ): Promise<Run> {
    const needsApproval = terms !== null && terms.approval !== null;
    const setback = needsApproval ? null : await this.#sender.findSetback();
    const leaseMs = setback === null ? this.#parts.leaseMs : null;
    const options = { repeat, terms, seen, leaseMs, takesOver };
    const { entry, claimed } = await this.#parts.entries.reserve(content, by, this.#at(), options);
    if (entry.state === 'awaiting') return { entry, sent: false, sealed: true };
    return claimed
      ? this.#sender.send(entry, bytes, false, by.userName)
      : this.#take(entry, setback, { bytes, lane: by.userName, looks: mostLooks });
  }

  /**
   * Sends an entry that exists, as soon as it belongs to nobody else: reserved, unknown, or left behind. One that
   * another proxy is sending is looked at again and again, and its end is the result; after `looks` of them the answer
   * is that it is still being sent. Without `bytes` nothing is sent: one that was left behind becomes unknown.
   */
  async #take(
    seen: LedgerEntry,
    setback: Setback | null,
    { bytes, lane, looks }: { bytes: string | null; lane: string; looks: number },
  ): Promise<Run> {
    const { clock, entries, leaseMs, lock, stopping } = this.#parts;
    let entry = seen;
    for (let look = 0; ; look += 1) {
      if (settledStates.includes(entry.state)) return { entry, sent: false };
      if (needsPerson(entry, clock.now())) return { entry, sent: false };
      if (bytes === null && entry.state !== 'sending') return { entry, sent: false };
      if (setback !== null && entry.state === 'reserved')
        return this.#sender.endUnsent(entry, false, setback);
      if (setback !== null && entry.state === 'unknown') return { entry, sent: false };
      await lock.assertFree();
      const claimed = await entries.claim(entry, leaseMs, this.#dayLimitCents(entry));
      if (claimed !== null) {
        return bytes === null
          ? this.#sender.endWithoutBytes(claimed)
          : this.#sender.send(claimed, bytes, entry.state !== 'reserved', lane);
      }
      const now = await entries.find(entry.id);
      if (now === null) throw new Error('a ledger entry is gone');
      entry = now;
      if (entry.state !== 'sending') continue;
      if (look >= looks || stopping.aborted) return { entry, sent: false };
      // Real time, whatever the clock of a test says: the other proxy is waited for, not a deadline.
      await systemSleep(lookPauseMs, stopping);
    }
  }

  #modeMismatch(entry: LedgerEntry): ProxyError {
    return new ProxyError(503, 'mode-mismatch', modeMismatch(entry, this.#parts.mode));
  }

  /** Records that the ledger stood against a submission, of which no entry tells; any other error only passes through. */
  async #recordRefusal(error: unknown, content: Content, by: Submitter): Promise<never> {
    if (error instanceof ProxyError && recordedRefusals.has(error.code)) {
      const result = `refused: ${error.message} (${content.facts.name}, content ${content.hash})`;
      await writeAudit(this.#parts.database, {
        at: this.#at(),
        by,
        action: 'refuse',
        outcome: 'refused',
        result,
      });
    }
    throw error;
  }

  #auditExisting(entry: LedgerEntry, by: Submitter): Promise<void> {
    const record = { at: this.#at(), by, action: 'stage' as const, entryId: entry.id };
    return writeAudit(this.#parts.database, { ...record, result: `nothing sent: ${entry.state} before` });
  }

  /** Only what moves money counts in a day. */
  #dayLimitCents({ kind, currency }: LedgerEntry): number | null {
    return kind === 'distribution' ? this.#parts.limits.dayLimitCents(currency) : null;
  }

  #at(): string {
    return toInstant(this.#parts.clock.now());
  }
}

function stoppingError(): ProxyError {
  return new ProxyError(503, 'stopping', told('serverStopping'));
}
