import type { z } from 'zod';
import {
  apiErrorSchema,
  type linkRequestSchema,
  lookupResponseSchema,
  outcomeSchema,
  refreshResponseSchema,
  sessionSchema,
  signInResponseSchema,
  type DistributionId,
  type DistributionRequest,
  type LookupResponse,
  type Outcome,
  type RefreshResponse,
  type Session,
  type StageRequest,
} from '../contract/index.ts';

/**
 * The proxy refused, failed, or could not be reached. `code` is the proxy's own, or one of the pane's:
 * `proxy-unreachable` (no answer at all, so nobody can say whether the request arrived) and `answer-unreadable`.
 */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly code: string;
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;

  constructor(code: string, message: string, status: number, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.status = status;
  }

  /** True when the user has to sign in again; a wrong code at the sign-in itself is not that. */
  get signInRequired(): boolean {
    return this.status === 401 && this.code !== 'code-wrong';
  }

  /** True unless it is certain that the request was not carried out: what is not known to be harmless is in doubt. */
  get inDoubt(): boolean {
    return !certainRefusals.has(this.code);
  }
}

/** The proxy answers with these before anything reached Nova. */
const certainRefusals: ReadonlySet<string> = new Set([
  'sign-in-required',
  'request-invalid',
  'request-too-large',
  'too-many-requests',
  'not-found',
  'busy',
  'repeat-outdated',
  'not-cancelled',
  'nova-unavailable',
  'stopping',
]);

export type LinkRequest = z.infer<typeof linkRequestSchema>;

/** Everything that the pane asks of the proxy. Every method throws a `ProxyError`, and nothing else, when it fails. */
export interface ProxyClient {
  signIn: (code: string) => Promise<void>;
  signOut: () => void;
  /** False without a token, so that a first start asks nothing of the proxy. */
  hasToken: () => boolean;
  session: () => Promise<Session>;
  stage: (request: StageRequest) => Promise<Outcome>;
  /** Says which distribution an unknown entry became; the proxy compares it with what was sent. */
  link: (entryId: string, request: LinkRequest) => Promise<Outcome>;
  /** A second person says that an unknown entry never became anything. */
  declareNeverCreated: (entryId: string, reason: string) => Promise<Outcome>;
  lookup: (distributions: DistributionRequest[]) => Promise<LookupResponse>;
  refresh: (distributionIds: DistributionId[]) => Promise<RefreshResponse>;
}

/** Where the token is kept; `storage.ts` gives the browser's. */
export interface TokenStore {
  read: (key: string) => string | null;
  write: (key: string, text: string) => void;
  remove: (key: string) => void;
}

const tokenKey = 'distribution-desk.token';

/** The contract's limit for one lookup or refresh. */
const largestList = 2_000;

/** The proxy retries Nova for a while before it answers "unknown"; giving up sooner would only lose that answer. */
const stageTimeoutMs = 300_000;
const readTimeoutMs = 120_000;

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export function createProxyClient(
  store: TokenStore,
  fetchFromProxy: Fetch = fetch.bind(globalThis),
): ProxyClient {
  const send = createSender(store, fetchFromProxy);
  return {
    async signIn(code) {
      const answer = await send('POST', '/api/sign-in', signInResponseSchema, readTimeoutMs, { code });
      store.write(tokenKey, answer.token);
    },
    signOut: () => store.remove(tokenKey),
    hasToken: () => store.read(tokenKey) !== null,
    session: () => send('GET', '/api/session', sessionSchema, readTimeoutMs),
    stage: (request) => send('POST', '/api/distributions', outcomeSchema, stageTimeoutMs, request),
    link: (entryId, request) =>
      send(
        'POST',
        `/api/entries/${encodeURIComponent(entryId)}/link`,
        outcomeSchema,
        stageTimeoutMs,
        request,
      ),
    declareNeverCreated: (entryId, reason) =>
      send(
        'POST',
        `/api/entries/${encodeURIComponent(entryId)}/declare-never-created`,
        outcomeSchema,
        readTimeoutMs,
        { reason },
      ),
    async lookup(distributions) {
      const outcomes: LookupResponse['outcomes'] = [];
      for (const part of inParts(distributions)) {
        const body = { distributions: part };
        const answer = await send(
          'POST',
          '/api/distributions/lookup',
          lookupResponseSchema,
          readTimeoutMs,
          body,
        );
        outcomes.push(...answer.outcomes);
      }
      return { outcomes };
    },
    async refresh(distributionIds) {
      const answers: RefreshResponse[] = [];
      for (const part of inParts(distributionIds)) {
        const body = { distributionIds: part };
        answers.push(
          await send('POST', '/api/distributions/refresh', refreshResponseSchema, stageTimeoutMs, body),
        );
      }
      const checkedAt = answers.at(-1)?.checkedAt;
      if (checkedAt === undefined) throw new RangeError('A refresh needs at least one distribution id.');
      return { checkedAt, distributions: answers.flatMap((answer) => answer.distributions) };
    },
  };
}

function inParts<T>(list: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < list.length; start += largestList) {
    parts.push(list.slice(start, start + largestList));
  }
  return parts;
}

/** One request, its answer parsed by the contract. Failures of every kind become a `ProxyError`. */
function createSender(store: TokenStore, fetchFromProxy: Fetch) {
  return async function send<T extends z.ZodType>(
    method: 'GET' | 'POST',
    path: string,
    answerSchema: T,
    timeoutMs: number,
    body?: unknown,
  ): Promise<z.infer<T>> {
    const token = store.read(tokenKey);
    const headers: Record<string, string> = { accept: 'application/json' };
    if (token !== null) headers.authorization = `Bearer ${token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const init: RequestInit = { method, headers, cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) };
    if (body !== undefined) init.body = JSON.stringify(body);

    // A gateway's page in between is no JSON; it counts as an answer that cannot be read.
    const { status, content } = await fetchFromProxy(path, init)
      .then(async (response) => ({
        status: response.status,
        content: (await response.json().catch((): unknown => undefined)) as unknown,
      }))
      .catch((cause: unknown) => {
        throw new ProxyError('proxy-unreachable', 'The Distribution Desk server did not answer.', 0, {
          cause,
        });
      });
    if (status < 200 || status >= 300) throw refusal(status, content);
    const answer = answerSchema.safeParse(content);
    if (!answer.success) {
      const message = 'The Distribution Desk server answered in a way that this pane does not understand.';
      throw new ProxyError('answer-unreadable', message, status, { cause: answer.error });
    }
    return answer.data;
  };
}

function refusal(status: number, content: unknown): ProxyError {
  const body = apiErrorSchema.safeParse(content);
  if (body.success) return new ProxyError(body.data.error.code, body.data.error.message, status);
  const message = `The Distribution Desk server answered with status ${status} and no explanation.`;
  return new ProxyError(status === 401 ? 'sign-in-required' : 'answer-unreadable', message, status);
}
