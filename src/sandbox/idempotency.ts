/**
 * The Idempotency-Key of the Nova reference (Create distributions, Headers): a repeat within 24 hours gets the stored
 * answer, another body 409 `idempotency_mismatch`, an unfinished first request 409 `conflict`; 5xx, 408 and 429 are
 * not stored. Neither is any other 409, which says something of the moment, nor a refusal that comes before the key
 * is read (401, a foreign organization, a body that is no JSON).
 */
import { createHash } from 'node:crypto';
import type { SandboxClock } from './clock.ts';
import { NovaProblem } from './problems.ts';

const retentionMs = 24 * 60 * 60 * 1000;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What is kept under a key. */
export interface StoredRequest {
  readonly fingerprint: string;
  readonly firstSeenMs: number;
  /** Undefined while the first request is still being worked on. */
  answer: Answer | undefined;
}

export interface KeyedRequest {
  readonly organizationId: string;
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly rawBody: Buffer;
}

function isStored(status: number): boolean {
  return status < 500 && status !== 408 && status !== 409 && status !== 429;
}

const nameOf = (request: Pick<KeyedRequest, 'organizationId' | 'key'>): string =>
  JSON.stringify([request.organizationId, request.key]);

export class IdempotencyStore {
  readonly #clock: SandboxClock;
  readonly #requests = new Map<string, StoredRequest>();

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /**
   * Answers from the store, or lets `work` answer and stores what the rules store. `work` answers its refusals
   * instead of throwing them; what it throws is a bug, and leaves nothing behind.
   */
  async answerOnce(
    request: KeyedRequest,
    work: () => Promise<Answer>,
  ): Promise<{ answer: Answer; replayed: boolean }> {
    const name = nameOf(request);
    const fingerprint = createHash('sha256')
      .update(`${request.method} ${request.path}\n`)
      .update(request.rawBody)
      .digest('hex');
    const known = this.#find(name);
    if (known !== undefined) return { answer: this.#replay(known, fingerprint), replayed: true };

    const stored: StoredRequest = { fingerprint, firstSeenMs: this.#clock.nowMs(), answer: undefined };
    this.#requests.set(name, stored);
    try {
      const answer = await work();
      if (isStored(answer.status)) stored.answer = answer;
      return { answer, replayed: false };
    } finally {
      if (stored.answer === undefined) this.#requests.delete(name);
    }
  }

  clear(): void {
    this.#requests.clear();
  }

  /** What is kept for good of this request, with the name under which it is kept; null while there is no answer. */
  kept(request: Pick<KeyedRequest, 'organizationId' | 'key'>): [string, StoredRequest] | null {
    const name = nameOf(request);
    const stored = this.#requests.get(name);
    return stored?.answer === undefined ? null : [name, stored];
  }

  restore([name, stored]: [string, StoredRequest]): void {
    this.#requests.set(name, stored);
  }

  /** An unfinished request does not age: its key stays taken until it ends. */
  #find(name: string): StoredRequest | undefined {
    const stored = this.#requests.get(name);
    if (stored?.answer !== undefined && this.#clock.nowMs() - stored.firstSeenMs >= retentionMs) {
      this.#requests.delete(name);
      return undefined;
    }
    return stored;
  }

  #replay(stored: StoredRequest, fingerprint: string): Answer {
    if (stored.fingerprint !== fingerprint) {
      throw new NovaProblem(
        409,
        'idempotency_mismatch',
        'This Idempotency-Key was used with a different request. Use a fresh key for each operation.',
      );
    }
    if (stored.answer === undefined) {
      throw new NovaProblem(409, 'conflict', 'The first request with this Idempotency-Key has not finished.');
    }
    return stored.answer;
  }
}
