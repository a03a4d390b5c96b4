import { z } from 'zod';
import {
  type linkRequestSchema,
  lookupResponseSchema,
  outcomeSchema,
  refreshResponseSchema,
  sessionSchema,
  signInMethodsSchema,
  signInResponseSchema,
  stagedResponseSchema,
  type DistributionId,
  type DistributionRequest,
  type LookupResponse,
  type Outcome,
  type RefreshResponse,
  type Session,
  type SignInMethods,
  type StagedContent,
  type StageRequest,
} from '../contract/index.ts';
import { createOversightClient, type OversightClient } from './api-approvals.ts';
import { openEntraAccount, type EntraAccount, type EntraMethod } from './entra-account.ts';
import { createSender, type Fetch } from './api-sender.ts';

export { ProxyError } from './proxy-error.ts';

export type LinkRequest = z.infer<typeof linkRequestSchema>;

/** Everything that the pane asks of the proxy. Every method throws a `ProxyError`, and nothing else, when it fails. */
export interface ProxyClient extends OversightClient {
  /** How to sign in here; also makes ready for it, so this comes before everything else. */
  methods: () => Promise<SignInMethods>;
  signIn: (code: string) => Promise<void>;
  /** Asks the person to sign in to their account at Microsoft. */
  signInToAccount: () => Promise<void>;
  /** Ends the sign-in here and, where it has one, at the proxy. */
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
  /** What the ledger holds of these distributions; those that it does not know are left out. Asks nothing of Nova. */
  staged: (distributionIds: DistributionId[]) => Promise<StagedContent[]>;
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
  openAccount: (method: EntraMethod) => Promise<EntraAccount> = (method) => openEntraAccount(method, false),
): ProxyClient {
  let account: EntraAccount | null = null;
  const sender = createSender(
    async () => (account === null ? store.read(tokenKey) : account.isSignedIn() ? account.token() : null),
    fetchFromProxy,
  );
  const send = sender.json;
  return {
    ...createOversightClient(sender),
    async signIn(code) {
      const answer = await send('POST', '/api/sign-in', signInResponseSchema, readTimeoutMs, { code });
      store.write(tokenKey, answer.token);
    },
    async methods() {
      const methods = await send('GET', '/api/sign-in/methods', signInMethodsSchema, readTimeoutMs);
      if ('entra' in methods && account === null) {
        account = await openAccount(methods.entra);
        // Whoever is signed in to Office already needs nothing more; for everybody else the screen asks.
        await account.token().catch(() => null);
      }
      return methods;
    },
    async signInToAccount() {
      if (account === null) throw new Error('This proxy signs nobody in by an account.');
      await account.signIn();
    },
    signOut() {
      if (account !== null) account.signOut();
      else if (store.read(tokenKey) !== null) {
        // Best effort: a proxy that cannot be reached ends the session by itself, and the token is gone here anyway.
        void send('POST', '/api/sign-out', z.undefined(), readTimeoutMs).catch(() => null);
        store.remove(tokenKey);
      }
    },
    hasToken: () => (account === null ? store.read(tokenKey) !== null : account.isSignedIn()),
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
      const alike: LookupResponse['alike'] = [];
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
        alike.push(...answer.alike);
      }
      return { outcomes, alike };
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
    async staged(distributionIds) {
      const contents: StagedContent[] = [];
      for (const part of inParts(distributionIds)) {
        const body = { distributionIds: part };
        const answer = await send(
          'POST',
          '/api/distributions/staged',
          stagedResponseSchema,
          readTimeoutMs,
          body,
        );
        contents.push(...answer.distributions.filter((content) => content !== null));
      }
      return contents;
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
