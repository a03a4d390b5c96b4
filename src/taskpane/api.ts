import { z } from 'zod';
import {
  automaticHeader,
  signInMethodsSchema,
  signInResponseSchema,
  versionHeader,
  type SignInMethods,
} from '../contract/index.ts';
import { createOversightClient, type OversightClient } from './api-approvals.ts';
import { createLedgerClient, type LedgerClient } from './api-ledger.ts';
import { createPayeeClient, type PayeeClient } from './api-payees.ts';
import { createRegistrationsClient, type RegistrationsClient } from './api-registrations.ts';
import { openEntraAccount, type EntraAccount, type EntraMethod } from './entra-account.ts';
import { sayAllAgain } from './say-all-again.ts';
import { createSender, type Fetch, type Sender, type SenderListener } from './api-sender.ts';

export type { LinkRequest } from './api-ledger.ts';
export { ProxyError } from './proxy-error.ts';

/** Everything that the pane asks of the proxy. Every method throws a `ProxyError`, and nothing else, when it fails. */
export interface ProxyClient extends OversightClient, LedgerClient, PayeeClient, RegistrationsClient {
  /** The same, for what the pane asks by itself: it does not keep an idle session alive. */
  automatic: () => ProxyClient;
  /** How to sign in here; also makes ready for it, so this comes before everything else. */
  methods: () => Promise<SignInMethods>;
  signIn: (code: string) => Promise<void>;
  /** Asks the person to sign in to their account at Microsoft. */
  signInToAccount: () => Promise<void>;
  /** Ends the sign-in here and, where it has one, at the proxy. */
  signOut: () => void;
  /** Any answer of the proxy; needs no sign-in. */
  isThere: () => Promise<unknown>;
  /** False without a token, so that a first start asks nothing of the proxy. */
  hasToken: () => boolean;
}

/** A client that can begin before anything else is ready. */
export interface EarlyProxyClient extends ProxyClient {
  /**
   * Asks at once what `methods` and, with a token, `session` will answer first, so that the page need not wait for both one
   * after the other once Office.js is there. What fails, fails where it is waited for.
   */
  askAhead: () => void;
}

/** Where the token is kept; `storage.ts` gives the browser's. */
export interface TokenStore {
  read: (key: string) => string | null;
  write: (key: string, text: string) => void;
  remove: (key: string) => void;
}

/** The pane's own version, and who is told of the proxy's and of whether it answers. */
export interface Versions extends Partial<SenderListener> {
  own: string;
}

const tokenKey = 'distribution-desk.token';

const readTimeoutMs = 120_000;
const isThereTimeoutMs = 10_000;

export function createProxyClient(
  store: TokenStore,
  fetchFromProxy: Fetch = fetch.bind(globalThis),
  openAccount: (method: EntraMethod) => Promise<EntraAccount> = (method) => openEntraAccount(method, false),
  versions: Versions | null = null,
): EarlyProxyClient {
  let account: EntraAccount | null = null;
  const tokenOf = async () =>
    account === null ? store.read(tokenKey) : account.isSignedIn() ? account.token() : null;
  const own: Record<string, string> = versions === null ? {} : { [versionHeader]: versions.own };
  const byPerson = createSender(tokenOf, fetchFromProxy, own, versions ?? {});
  const automatic = { ...own, [automaticHeader]: '1' };
  const byItself = createSender(tokenOf, fetchFromProxy, automatic, versions ?? {});
  const { json: send } = byPerson;
  const methods = askedOnce(() => send('GET', '/api/sign-in/methods', signInMethodsSchema, readTimeoutMs));
  const session = askedOnce(createLedgerClient(byPerson).session);
  const signing = {
    async signIn(code: string) {
      const answer = await send('POST', '/api/sign-in', signInResponseSchema, readTimeoutMs, { code });
      store.write(tokenKey, answer.token);
      session.forget();
    },
    async methods() {
      const found = await methods.take().catch((error: unknown) => {
        // Whoever tries again asks both anew.
        session.forget();
        throw error;
      });
      if ('entra' in found && account === null) {
        // Asked with a token that this way of signing in does not know.
        session.forget();
        account = await openAccount(found.entra);
        // Whoever is signed in to Office already needs nothing more; for everybody else the screen asks.
        await account.token().catch(() => null);
      }
      return found;
    },
    async signInToAccount() {
      if (account === null) throw new Error('This proxy signs nobody in by an account.');
      await account.signIn();
    },
    signOut() {
      session.forget();
      if (account !== null) account.signOut();
      else if (store.read(tokenKey) !== null) {
        // Best effort: a proxy that cannot be reached ends the session by itself, and the token is gone here anyway.
        void send('POST', '/api/sign-out', z.undefined(), readTimeoutMs).catch(() => null);
        store.remove(tokenKey);
      }
    },
    isThere: () => byItself.json('GET', '/api/sign-in/methods', signInMethodsSchema, isThereTimeoutMs),
    hasToken: () => (account === null ? store.read(tokenKey) !== null : account.isSignedIn()),
  };
  const clientOf = (sender: Sender): ProxyClient => ({
    ...signing,
    ...createOversightClient(sender),
    ...createLedgerClient(sender),
    ...createPayeeClient(sender),
    ...createRegistrationsClient(sender),
    automatic: () => clientOf(byItself),
  });
  return {
    ...clientOf(byPerson),
    // It may have been asked before the language of the user was known.
    session: async () => sayAllAgain(await session.take()),
    askAhead() {
      methods.ask();
      if (store.read(tokenKey) !== null) session.ask();
    },
  };
}

/** A question that may be asked before its answer is needed: `take` uses that answer once, and asks anew after that. */
function askedOnce<T>(question: () => Promise<T>): {
  ask: () => void;
  take: () => Promise<T>;
  forget: () => void;
} {
  let asked: Promise<T> | null = null;
  return {
    ask() {
      asked = question();
      // Whoever takes it hears of the failure; until then it is nobody's.
      asked.catch(() => null);
    },
    take() {
      const answer = asked ?? question();
      asked = null;
      return answer;
    },
    forget() {
      asked = null;
    },
  };
}
