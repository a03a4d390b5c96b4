import type { Said } from '../../contract/index.ts';
import { told } from '../../words/said.ts';
import { toInstant } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { ProxyError } from '../errors.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import type { LedgerEntry, Setback } from '../ledger/entry.ts';
import { whyLocked } from '../ledger/mode-lock.ts';
import type { Mismatch, ModeLock } from '../ledger/mode-lock.ts';
import type { LedgerDatabase } from '../ledger/schema.ts';
import type { Breaker } from '../nova/breaker.ts';
import { novaDown } from '../nova/call.ts';
import type { CallResult } from '../nova/call.ts';
import type { NovaClient } from '../nova/client.ts';
import { TokenError } from '../nova/token.ts';
import type { TokenSource } from '../nova/token.ts';
import { hashOfBody } from './canonical-content.ts';
import { keyEndMs } from './key-life.ts';
import { kindOf } from './kinds.ts';
import { keepLease } from './lease.ts';
import { reasonOf } from './explain-reason.ts';
import { modeMismatch } from './outcome.ts';
import type { Created } from './submission-kind.ts';

export interface SenderParts {
  entries: LedgerEntries;
  database: LedgerDatabase;
  nova: NovaClient;
  tokens: TokenSource;
  breaker: Breaker;
  /** What stops all sending. */
  lock: ModeLock;
  clock: Clock;
  random: () => number;
  mode: 'sandbox' | 'live';
  /** How long this proxy counts as alive after each of its signs of life. */
  leaseMs: number;
  /** The pause before an unknown entry is asked for again by itself the first time; it doubles from time to time. */
  firstAskPauseMs: number;
}

/** What became of an entry in one run, and whether anything was sent for it. */
export interface Run {
  entry: LedgerEntry;
  sent: boolean;
  /** True when this very run made it wait for an approval. */
  sealed?: boolean;
}

/** The pauses between askings for an unknown entry grow up to this. */
const longestAskPauseMs = 10 * 60 * 1000;

/** Sends entries that this proxy has claimed, and records what became of them. */
export class Sender {
  readonly #parts: SenderParts;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /**
   * Why nothing can be sent now, looked for before an entry is marked as being sent, so that a failure here leaves no
   * doubt behind; null when nothing stands against it.
   */
  async findSetback(): Promise<Setback | null> {
    if (this.#parts.breaker.closedForMs() > 0) return { ...novaDown, tries: 0 };
    try {
      await this.#parts.tokens.get();
      return null;
    } catch (error) {
      if (error instanceof TokenError) return { code: error.code, reason: error.message, tries: 0 };
      throw error;
    }
  }

  /**
   * Sends a claimed entry with its own key; `bytes` are its body, or what it stands for. `maybeSentBefore` unless it was
   * reserved: then a failure to send says nothing. `lane` is whose turn it takes.
   */
  async send(entry: LedgerEntry, bytes: string, maybeSentBefore: boolean, lane: string): Promise<Run> {
    const { clock, entries, mode, nova } = this.#parts;
    const notAfterMs = keyEndMs(entry.first_sent_at ?? this.#at());
    if (clock.now() >= notAfterMs) {
      const reason = 'The idempotency key has come to its end';
      const setback = { code: 'key-expired', reason, tries: 0 };
      return { entry: await entries.recordUnknown(entry, setback, this.#at(), null), sent: false };
    }
    const lease = keepLease(entry, this.#parts);
    const kind = kindOf(entry);
    const request = { path: kind.path, body: bytes, idempotencyKey: entry.idempotency_key };
    try {
      const held = kind.heldBefore === null ? [] : await kind.heldBefore(entry, entries);
      const read = (answer: unknown, organizationId: string | null) =>
        kind.readCreated(answer, entry, { organizationId, mode, held });
      const result = await nova.create(request, read, {
        maybeSentBefore,
        notAfterMs,
        beforeTry: () => lease.holds(),
        mayGoOn: () => this.#findLock(),
        signal: lease.lost,
        lane,
      });
      return await this.#record(entry, bytes, maybeSentBefore, result);
    } finally {
      lease.end();
    }
  }

  /** Ends a claimed entry that its former owner left behind, and that cannot be sent again without its rows. */
  async endWithoutBytes(entry: LedgerEntry): Promise<Run> {
    const reason = 'The proxy was stopped while this was being sent';
    const setback = { code: 'interrupted', reason, tries: 0 };
    return { entry: await this.#parts.entries.recordUnknown(entry, setback, this.#at(), null), sent: false };
  }

  async #record(
    entry: LedgerEntry,
    bytes: string,
    maybeSentBefore: boolean,
    result: CallResult<Created>,
  ): Promise<Run> {
    const { entries } = this.#parts;
    switch (result.kind) {
      case 'done':
        return { entry: await this.#recordAccepted(entry, result.value, result.tries), sent: true };
      case 'refused': {
        const refusal = kindOf(entry).explainRefusal(result.status, result.error, bytes);
        return { entry: await entries.recordRejected(entry, refusal, result.tries, this.#at()), sent: true };
      }
      case 'unknown':
        if (result.code === 'wrong-organization') await this.#engageForOrganization(entry, result.reason);
        return { entry: await this.#recordUnknown(entry, result), sent: true };
      case 'not-sent':
        return this.endUnsent(entry, maybeSentBefore, result);
    }
  }

  /** Looked for before each try, because many may have been waiting for their turn when the lock came. */
  async #findLock(): Promise<{ code: string; reason: string } | null> {
    const lock = await this.#parts.lock.current();
    return lock === null ? null : { code: 'mode-mismatch', reason: lock.reason.replace(/\.$/, '') };
  }

  /** Of the lock that stood in the way; `reason` tells where it was released since. */
  async #whyLocked(reason: string): Promise<Said> {
    const lock = await this.#parts.lock.current();
    return lock === null ? [told('asRecorded', { text: `${reason}.` })] : whyLocked(lock);
  }

  #recordUnknown(entry: LedgerEntry, setback: Setback): Promise<LedgerEntry> {
    const { clock, entries, random } = this.#parts;
    if (setback.code === 'idempotency-mismatch') {
      return entries.recordUnknown(entry, withBothHashes(entry, setback), this.#at(), null);
    }
    const pauseMs = Math.min(
      longestAskPauseMs,
      this.#parts.firstAskPauseMs * 2 ** Math.min(entry.ask_count, 30),
    );
    const nextAskAt = toInstant(clock.now() + Math.round(pauseMs * (0.5 + random() / 2)));
    return entries.recordUnknown(entry, setback, this.#at(), nextAskAt);
  }

  async #recordAccepted(entry: LedgerEntry, created: Created, tries: number): Promise<LedgerEntry> {
    const { entries, lock, mode } = this.#parts;
    // First of all the id, whatever happens to what the answer left out.
    const isOther = created.livemode !== (mode === 'live');
    // What stops the sending is recorded with it, so that no moment lies between the two.
    const halt = (transaction: LedgerDatabase) => lock.engage(this.#mismatch(entry, created.id), transaction);
    const told = [entry, created, tries, this.#at()] as const;
    let accepted = isOther ? null : await entries.acceptOwn(...told);
    if (accepted === null) {
      const holder = await entries.findByNovaId(created.id);
      if (holder !== null && holder.id !== entry.id) {
        const reason = `Nova answered with ${created.id}, which belongs to another submission`;
        return entries.recordUnknown(entry, { code: 'answer-not-ours', reason, tries }, this.#at(), null);
      }
      accepted = await entries.recordAccepted(...told, isOther ? halt : null);
    }
    if (isOther || created.rest === null) return accepted;
    return this.#replaceResult(accepted, await created.rest(this.#parts.nova));
  }

  #engageForOrganization(entry: LedgerEntry, reason: string): Promise<void> {
    const by = { userName: entry.user_name, workbook: entry.workbook, sheet: entry.sheet };
    return this.#parts.lock.engage({
      says: [reasonOf({ code: 'wrong-organization', reason }), told('checkOrganization')],
      distributionId: null,
      entryId: entry.id,
      by,
    });
  }

  #mismatch(entry: LedgerEntry, novaId: string): Mismatch {
    const says = modeMismatch({ ...entry, nova_id: novaId }, this.#parts.mode);
    const by = { userName: entry.user_name, workbook: entry.workbook, sheet: entry.sheet };
    // The reason names it in any case.
    const distributionId = entry.kind === 'distribution' ? novaId : null;
    return { says, distributionId, entryId: entry.id, by };
  }

  /** Tries once more to fetch what was not to be had when the entry was accepted. */
  async complete(entry: LedgerEntry): Promise<LedgerEntry> {
    const whole = await kindOf(entry).complete(entry, this.#parts.nova);
    return whole === null ? entry : this.#replaceResult(entry, whole);
  }

  async #replaceResult(entry: LedgerEntry, result: object): Promise<LedgerEntry> {
    await this.#parts.entries.replaceResult(entry.id, result, this.#at());
    return { ...entry, result: JSON.stringify(result) };
  }

  /** An entry that may have reached Nova earlier stays unknown; any other goes back to where it was, and may be tried. */
  async endUnsent(entry: LedgerEntry, maybeSentBefore: boolean, setback: Setback): Promise<Run> {
    if (maybeSentBefore) return { entry: await this.#recordUnknown(entry, setback), sent: false };
    const ended = await this.#parts.entries.recordNotSent(entry, setback, this.#at());
    if (ended.state !== 'reserved') return { entry: ended, sent: false };
    const { code, reason } = setback;
    if (code === 'mode-mismatch') throw new ProxyError(503, code, await this.#whyLocked(reason));
    const sentences = [reasonOf({ code, reason }), told('nothingCreated', { kind: entry.kind })];
    const closedForSeconds = Math.ceil(this.#parts.breaker.closedForMs() / 1000);
    const retryAfterSeconds = closedForSeconds > 0 ? closedForSeconds : 30;
    throw new ProxyError(503, 'nova-unavailable', sentences, { retryAfterSeconds });
  }

  #at(): string {
    return toInstant(this.#parts.clock.now());
  }
}

/**
 * Nova does not tell the body that it holds under the key, so what can be kept is the hash of what was sent now and the
 * one from which the key derives. Equal ones say that somebody else used the key; different ones, that the ledger was
 * damaged.
 */
function withBothHashes(entry: LedgerEntry, setback: Setback): Setback {
  const hashes = `sent now: SHA-256 ${hashOfBody(entry.body)}; the key was made for: SHA-256 ${entry.content_hash}`;
  return { ...setback, reason: `${setback.reason} (${hashes})` };
}
