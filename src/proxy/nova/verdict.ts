import { novaErrorSchema } from '../../contract/index.ts';
import type { NovaError } from '../../contract/index.ts';
import type { NovaAnswer } from './transport.ts';

/** What is read from a body that is whole and yet no answer to what was asked, such as one for another organization. */
export class NotOurs {
  readonly code: string;
  /** The beginning of a sentence for the user, without its end. */
  readonly reason: string;

  constructor(code: string, reason: string) {
    this.code = code;
    this.reason = reason;
  }
}

/** What one answer of Nova means for the request that it answers. */
export type Verdict<T> =
  | { kind: 'done'; value: T }
  /** A definite no: Nova did not do it. */
  | { kind: 'refused'; status: number; error: NovaError }
  /** The token is not good (any more): worth one new exchange. */
  | { kind: 'token-refused'; status: number; error: NovaError }
  /** Worth asking again with the same key. `sent` says whether this try may have had an effect. */
  | { kind: 'again'; sent: 'no' | 'maybe'; code: string; reason: string; waitMs: number | null }
  /** Asking again would not help, and the answer does not say that nothing was done. */
  | { kind: 'unclear'; code: string; reason: string };

/**
 * Judges an answer by Nova's rules: 5xx, 408 and 429 are not stored, so the same key may try again; `409 conflict`
 * means that the first request is still under way; `409 idempotency_mismatch` is never answered with a fresh key.
 * Source: Create distributions, "Idempotency-Key".
 *
 * `read` takes the parsed body of a 2xx answer and returns null when it is not what the reference describes, or what is
 * wrong with it. An answer that cannot be read, or is not ours, may still stand for something done, so it is asked again
 * and never taken for a refusal.
 */
export function judge<T>(
  answer: NovaAnswer,
  read: (body: unknown) => T | NotOurs | null,
  nowMs: number,
): Verdict<T> {
  const { status } = answer;
  const body = parseJson(answer.text);
  if (status >= 200 && status < 300) {
    const value = body === undefined ? null : read(body);
    if (value instanceof NotOurs) return again('maybe', value.code, value.reason);
    if (value !== null) return { kind: 'done', value };
    return again('maybe', 'answer-unreadable', 'Nova answered with something that this program cannot read');
  }
  const waitMs = retryAfterMs(answer.retryAfter, nowMs);
  if (status === 429) return again('no', 'nova-busy', 'Nova asks to slow down (429)', waitMs);
  if (status === 408) return again('maybe', 'nova-timeout', 'Nova timed out (408)', waitMs);
  if (status >= 500)
    return again('maybe', 'nova-failed', `Nova had a problem of its own (${status})`, waitMs);

  const parsed = novaErrorSchema.safeParse(body);
  const error = parsed.success ? parsed.data : null;
  if (status === 401) {
    const fallback = { type: 'authentication_error', code: 'unauthorized', message: 'no reason given' };
    return { kind: 'token-refused', status, error: error ?? fallback };
  }
  if (error === null) {
    const reason = `Nova, or something in between, answered ${status} in a form that this program cannot read`;
    return { kind: 'unclear', code: 'answer-unreadable', reason };
  }
  // A conflict that names the reference is one with something else, and no request of ours that is under way.
  const isOfReference = error.param?.includes('external_reference') === true;
  if (status === 409 && error.code === 'conflict' && !isOfReference) {
    return again('maybe', 'still-processing', 'Nova is still working on the first request', waitMs);
  }
  if (status === 409 && error.code === 'idempotency_mismatch') {
    const reason = 'Nova holds another request under the same idempotency key';
    return { kind: 'unclear', code: 'idempotency-mismatch', reason };
  }
  return { kind: 'refused', status, error };
}

function again<T>(
  sent: 'no' | 'maybe',
  code: string,
  reason: string,
  waitMs: number | null = null,
): Verdict<T> {
  return { kind: 'again', sent, code, reason, waitMs };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `Retry-After` in seconds, or as an HTTP date (RFC 9110, section 10.2.3); null when absent or unreadable. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const dateMs = Date.parse(header);
  return Number.isNaN(dateMs) ? null : Math.max(0, dateMs - nowMs);
}
