import type { z } from 'zod';
import { apiErrorSchema, requestIdHeader, versionHeader } from '../contract/index.ts';
import { connection } from '../words/index.ts';
import { ProxyError } from './proxy-error.ts';
import { sayAllAgain } from './say-all-again.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** One request to the proxy each; failures of every kind become a `ProxyError`. */
export interface Sender {
  /** The answer parsed by the contract, with what it says to people in the language of the user. */
  json: <T extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    answerSchema: T,
    timeoutMs: number,
    body?: unknown,
  ) => Promise<z.infer<T>>;
  /** The answer as it came. */
  text: (path: string, timeoutMs: number) => Promise<string>;
}

/**
 * `tokenOf` gives the bearer token of the moment, null while nobody is signed in; it throws a `ProxyError` of its own.
 * `more` are headers of every request.
 */
export function createSender(
  tokenOf: () => Promise<string | null>,
  fetchFromProxy: Fetch,
  more: Readonly<Record<string, string>> = {},
  { heard = ignore, reached = ignore }: Partial<SenderListener> = {},
): Sender {
  const send = async <T>(
    path: string,
    init: RequestInit,
    timeoutMs: number,
    contentOf: (response: Response) => Promise<T>,
  ): Promise<Answer<T>> => {
    const token = await tokenOf();
    const requestId = crypto.randomUUID();
    const headers: Record<string, string> = {
      ...(init.headers as Record<string, string>),
      ...more,
      [requestIdHeader]: requestId,
    };
    if (token !== null) headers.authorization = `Bearer ${token}`;
    const full: RequestInit = { ...init, headers, cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) };
    try {
      const response = await fetchFromProxy(path, full);
      const { status, ok } = response;
      heard(response.headers.get(versionHeader));
      reached(!isGatewayAlone(response));
      const answered = { status, ok, requestId };
      // A gateway's page in between is no JSON; it counts as an answer that cannot be read.
      return ok
        ? { ...answered, content: await contentOf(response), refused: undefined }
        : { ...answered, content: undefined, refused: await response.json().catch((): unknown => undefined) };
    } catch (cause) {
      reached(false);
      throw new ProxyError('proxy-unreachable', connection.noAnswer, 0, { cause, requestId });
    }
  };
  return {
    async json(method, path, answerSchema, timeoutMs, body) {
      const init: RequestInit = { method, headers: { accept: 'application/json' } };
      if (body !== undefined) {
        init.headers = { ...init.headers, 'content-type': 'application/json' };
        init.body = JSON.stringify(body);
      }
      const answered = await send(path, init, timeoutMs, (response) =>
        response.json().then(
          (read: unknown) => read,
          () => undefined,
        ),
      );
      if (!answered.ok) throw await refusal(answered);
      const answer = answerSchema.safeParse(answered.content);
      if (answer.success) return sayAllAgain(answer.data);
      const { status, requestId } = answered;
      throw new ProxyError('answer-unreadable', connection.unreadable, status, {
        cause: answer.error,
        requestId,
      });
    },
    async text(path, timeoutMs) {
      const answered = await send(path, { method: 'GET' }, timeoutMs, (response) => response.text());
      if (answered.content === undefined) throw await refusal(answered);
      return answered.content;
    },
  };
}

/** Hears of every request. */
export interface SenderListener {
  /** The version of whatever answered; null where it says none. */
  heard: (version: string | null) => void;
  /** Whether the proxy answered. */
  reached: (answered: boolean) => void;
}

function ignore(): void {
  // Nobody listens.
}

/** What stands before the proxy says that there is none behind it. */
function isGatewayAlone({ status, headers }: Response): boolean {
  return status >= 502 && status <= 504 && headers.get(versionHeader) === null;
}

interface Answer<T> {
  status: number;
  ok: boolean;
  requestId: string;
  /** What an answer that is ok holds. */
  content: T | undefined;
  /** What any other holds. */
  refused: unknown;
}

async function refusal({ status, requestId, refused }: Answer<unknown>): Promise<ProxyError> {
  const body = apiErrorSchema.safeParse(refused);
  if (body.success) {
    const { code, message } = await sayAllAgain(body.data.error);
    return new ProxyError(code, message, status, { requestId });
  }
  const message = connection.noExplanation(status);
  return new ProxyError(status === 401 ? 'sign-in-required' : 'answer-unreadable', message, status, {
    requestId,
  });
}
