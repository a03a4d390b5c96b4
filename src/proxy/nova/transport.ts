import { Agent } from 'undici';
import type { Dispatcher } from 'undici';

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
 * Connections to Nova, kept open between requests. undici's own interface is used instead of `fetch`, whose streams and
 * events cost several times the work of a small exchange. It follows no redirect, so that credentials go to the
 * configured host only, and repeats nothing by itself.
 */
const connections = new Agent({ headersTimeout: 0, bodyTimeout: 0 });

/** Sends one request and reads the whole answer within `timeoutMs`. Throws a `TransportError`. */
export async function exchange(
  request: NovaRequest,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<NovaAnswer> {
  if (signal.aborted) throw new TransportError('no', 'The proxy is stopping', signal.reason);
  const reading = new AnswerReader();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    reading.breakOff(new Error('the time is over'));
  }, timeoutMs);
  const stop = () => reading.breakOff(new Error('the proxy is stopping'));
  signal.addEventListener('abort', stop);
  try {
    const { origin, pathname, search } = new URL(request.url);
    // Without this header a server may compress its answer as it likes.
    const headers = { ...request.headers, 'accept-encoding': 'identity' };
    const { method, body = null } = request;
    connections.dispatch({ origin, path: pathname + search, method, headers, body }, reading);
    return await reading.answer;
  } catch (error) {
    if (isLate) {
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
    signal.removeEventListener('abort', stop);
  }
}

/** Puts one answer together from what undici reports of it. */
class AnswerReader implements Dispatcher.DispatchHandler {
  readonly answer: Promise<NovaAnswer>;
  #resolve!: (answer: NovaAnswer) => void;
  #reject!: (error: Error) => void;
  #controller: Dispatcher.DispatchController | null = null;
  #brokenOff: Error | null = null;
  #status = 0;
  #retryAfter: string | null = null;
  readonly #chunks: Buffer[] = [];

  constructor() {
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Waits no longer, and keeps a request from leaving that has not left. */
  breakOff(reason: Error): void {
    this.#brokenOff = reason;
    this.#controller?.abort(reason);
    this.#reject(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#brokenOff !== null) controller.abort(this.#brokenOff);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    const retryAfter = headers['retry-after'];
    this.#status = status;
    this.#retryAfter = (Array.isArray(retryAfter) ? retryAfter[0] : retryAfter) ?? null;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    // The decoder leaves out a byte order mark, which JSON does not know.
    const text = utf8.decode(Buffer.concat(this.#chunks));
    this.#resolve({ status: this.#status, retryAfter: this.#retryAfter, text });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }
}

const utf8 = new TextDecoder();

/**
 * The system's code of a failed exchange: its own, that of its cause, or of the first of several attempts to connect.
 * Members are looked at, not classes, because an error may come from another realm than this module.
 */
function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('errors' in error && Array.isArray(error.errors)) return errorCode(error.errors[0]);
  return 'cause' in error ? errorCode(error.cause) : null;
}
