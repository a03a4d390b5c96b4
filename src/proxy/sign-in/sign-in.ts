import type { SignInMethods } from '../../contract/index.ts';
import { told } from '../../words/said.ts';
import type { Clock } from '../clock.ts';
import type { Config, SignInConfig } from '../config.ts';
import { ProxyError } from '../errors.ts';
import type { LedgerDatabase } from '../ledger/schema.ts';
import { SignInCodes } from './codes.ts';
import { createEntraSignIn } from './entra.ts';
import { Sessions } from './sessions.ts';
import type { SignedIn } from './sessions.ts';
import { Users } from './users.ts';

/** How people sign in here, and who they are by what they send with each request. */
export interface SignIn {
  users: Users;
  codes: SignInCodes;
  /** What the pane is told about signing in. */
  methods: SignInMethods;
  /** Who holds this bearer token; null when it is not good. `isUse`: whether a person asked, which keeps it alive. */
  identify(token: string, isUse?: boolean): Promise<SignedIn | null>;
  /** A token for a one-time code; null for a code that is not good. */
  exchange(code: string): Promise<{ token: string; userName: string; expiresAt: string } | null>;
  /** Ends this token, where it is one of ours. */
  signOut(token: string, userName: string): Promise<void>;
}

/** One of two ways, by configuration: one-time codes with tokens of our own, or Entra's access tokens. Never both. */
export function createSignIn(
  config: Pick<Config, 'signIn' | 'signInCodeMinutes' | 'session' | 'nova'>,
  database: LedgerDatabase,
  clock: Clock,
): SignIn {
  const users = new Users(database, clock);
  const codes = new SignInCodes(database, users, config.signInCodeMinutes, clock);
  const sessions = new Sessions(database, clock, config.session);
  const { signIn } = config;
  const find =
    signIn.kind === 'entra'
      ? createEntraSignIn(signIn, users, clock)
      : (token: string, isUse?: boolean) => sessions.find(token, isUse);
  return {
    users,
    codes,
    methods: methodsOf(signIn),
    async identify(token, isUse) {
      const found = await find(token, isUse);
      // Decided here and not by each route, so that no route can forget it.
      if (found === null || config.nova.mode === 'sandbox' || found.live) return found;
      return { ...found, roles: ['viewer'] };
    },
    async exchange(code) {
      if (signIn.kind === 'entra') {
        throw new ProxyError(404, 'not-found', told('noCodesHere'));
      }
      const userId = await codes.redeem(code);
      return userId === null ? null : sessions.open(userId);
    },
    // The pane forgets a token of Entra's itself; what Entra gave out, only Entra or `npm run users` can end.
    async signOut(token, userName) {
      if (signIn.kind === 'codes') await sessions.close(token, userName);
    },
  };
}

function methodsOf(signIn: SignInConfig): SignInMethods {
  if (signIn.kind === 'codes') return { codes: true };
  const { tenantId, clientId, authority, scope } = signIn;
  return { entra: { tenantId, clientId, authority, scope } };
}
