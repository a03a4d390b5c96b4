import type { z } from 'zod';
import { apiErrorSchema, requestIdHeader, versionHeader } from '../contract/index.ts';
import { ProxyError } from './proxy-error.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** One request to the proxy each; failures of every kind become a `ProxyError`. */
export interface Sender {
  /** The answer parsed by the contract. */
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
 * `more` are headers of every request; `heardVersion` is told the version of whatever answers, null where it says none.
 */
export function createSender(
  tokenOf: () => Promise<string | null>,
  fetchFromProxy: Fetch,
  more: Readonly<Record<string, string>> = {},
  heardVersion: (version: string | null) => void = () => undefined,
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
      heardVersion(response.headers.get(versionHeader));
      const answered = { status, ok, requestId };
      // A gateway's page in between is no JSON; it counts as an answer that cannot be read.
      return ok
        ? { ...answered, content: await contentOf(response), refused: undefined }
        : { ...answered, content: undefined, refused: await response.json().catch((): unknown => undefined) };
    } catch (cause) {
      const message = 'The Distribution Desk server did not answer.';
      throw new ProxyError('proxy-unreachable', message, 0, { cause, requestId });
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
      if (!answered.ok) throw refusal(answered);
      const answer = answerSchema.safeParse(answered.content);
      if (answer.success) return answer.data;
      const message = 'The Distribution Desk server answered in a way that this pane does not understand.';
      const { status, requestId } = answered;
      throw new ProxyError('answer-unreadable', message, status, { cause: answer.error, requestId });
    },
    async text(path, timeoutMs) {
      const answered = await send(path, { method: 'GET' }, timeoutMs, (response) => response.text());
      if (answered.content === undefined) throw refusal(answered);
      return answered.content;
    },
  };
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

function refusal({ status, requestId, refused }: Answer<unknown>): ProxyError {
  const body = apiErrorSchema.safeParse(refused);
  if (body.success)
    return new ProxyError(body.data.error.code, body.data.error.message, status, { requestId });
  const message = `The Distribution Desk server answered with status ${status} and no explanation.`;
  return new ProxyError(status === 401 ? 'sign-in-required' : 'answer-unreadable', message, status, {
    requestId,
  });
}
