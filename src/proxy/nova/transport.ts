import { joinSignals } from './joined-signal.ts';

/** One HTTP exchange with Nova, and the one question that matters when it breaks: can Nova have seen the request? */

export interface NovaAnswer {
  status: number;
  retryAfter: string | null;
  text: string;
}

/** The exchange broke before a whole answer was read. */
export class TransportError extends Error {
  /** `no`: the request never left. `maybe`: Nova may have seen it and done what it asks. */
  readonly sent: 'no' | 'maybe';

  constructor(sent: 'no' | 'maybe', message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'TransportError';
    this.sent = sent;
  }
}

/** Failures of finding the host, connecting to it, and agreeing on TLS: the request itself comes after all of them. */
const notSentCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
]);

export interface NovaRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

/**
 * Sends one request and reads the whole answer within `timeoutMs`. Redirects are handed back, never followed, so that
 * credentials go to the configured host only. Throws a `TransportError`.
 */
export async function exchange(
  request: NovaRequest,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<NovaAnswer> {
  if (signal.aborted) throw new TransportError('no', 'The proxy is stopping', signal.reason);
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutMs);
  const joined = joinSignals([signal, timeout.signal]);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: 'manual',
      signal: joined.signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    const text = await response.text();
    return { status: response.status, retryAfter: response.headers.get('retry-after'), text };
  } catch (error) {
    if (timeout.signal.aborted) {
      throw new TransportError('maybe', `Nova did not answer within ${timeoutMs} milliseconds`, error);
    }
    const code = errorCode(error);
    if (code !== null && notSentCodes.has(code)) {
      throw new TransportError('no', `Nova could not be reached (${code})`, error);
    }
    throw new TransportError(
      'maybe',
      `The connection to Nova broke${code === null ? '' : ` (${code})`}`,
      error,
    );
  } finally {
    clearTimeout(timer);
    joined.release();
  }
}

/**
 * The system's code of a failed fetch: on its cause, or on the first of several attempts to connect. Members are looked
 * at, not classes, because fetch's errors may come from another realm than this module.
 */
function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('errors' in error && Array.isArray(error.errors)) return errorCode(error.errors[0]);
  return 'cause' in error ? errorCode(error.cause) : null;
}
