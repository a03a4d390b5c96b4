import type { z } from 'zod';
import {
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
import { createOversightClient, type OversightClient } from './api-approvals.ts';
import { createSender, type Fetch } from './api-sender.ts';

export { ProxyError } from './proxy-error.ts';

export type LinkRequest = z.infer<typeof linkRequestSchema>;

/** Everything that the pane asks of the proxy. Every method throws a `ProxyError`, and nothing else, when it fails. */
export interface ProxyClient extends OversightClient {
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

export function createProxyClient(
  store: TokenStore,
  fetchFromProxy: Fetch = fetch.bind(globalThis),
): ProxyClient {
  const sender = createSender(() => Promise.resolve(store.read(tokenKey)), fetchFromProxy);
  const send = sender.json;
  return {
    ...createOversightClient(sender),
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
