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
import { createSender, type Fetch, type Sender } from './api-sender.ts';

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
  /** False without a token, so that a first start asks nothing of the proxy. */
  hasToken: () => boolean;
}

/** Where the token is kept; `storage.ts` gives the browser's. */
export interface TokenStore {
  read: (key: string) => string | null;
  write: (key: string, text: string) => void;
  remove: (key: string) => void;
}

/** The pane's own version, and who is told the proxy's. */
export interface Versions {
  own: string;
  heard: (version: string | null) => void;
}

const tokenKey = 'distribution-desk.token';

const readTimeoutMs = 120_000;

export function createProxyClient(
  store: TokenStore,
  fetchFromProxy: Fetch = fetch.bind(globalThis),
  openAccount: (method: EntraMethod) => Promise<EntraAccount> = (method) => openEntraAccount(method, false),
  versions: Versions | null = null,
): ProxyClient {
  let account: EntraAccount | null = null;
  const tokenOf = async () =>
    account === null ? store.read(tokenKey) : account.isSignedIn() ? account.token() : null;
  const own: Record<string, string> = versions === null ? {} : { [versionHeader]: versions.own };
  const byPerson = createSender(tokenOf, fetchFromProxy, own, versions?.heard);
  const automatic = { ...own, [automaticHeader]: '1' };
  const byItself = createSender(tokenOf, fetchFromProxy, automatic, versions?.heard);
  const { json: send } = byPerson;
  const signing = {
    async signIn(code: string) {
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
  };
  const clientOf = (sender: Sender): ProxyClient => ({
    ...signing,
    ...createOversightClient(sender),
    ...createLedgerClient(sender),
    ...createPayeeClient(sender),
    ...createRegistrationsClient(sender),
    automatic: () => clientOf(byItself),
  });
  return clientOf(byPerson);
}
