import type { AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import type { SignInMethods } from '../contract/index.ts';
import { connection } from '../words/index.ts';
import { ProxyError } from './proxy-error.ts';

export type EntraMethod = Extract<SignInMethods, { entra: unknown }>['entra'];

/** Somebody's account at Microsoft, as far as this pane may use it. */
export interface EntraAccount {
  /** Whether somebody is signed in here, as far as is known without asking. */
  isSignedIn: () => boolean;
  /** Asks a person. Throws a `ProxyError` (`sign-in-failed`) when they did not, or could not, sign in. */
  signIn: () => Promise<void>;
  /** An access token that is good now; throws a `ProxyError` (`sign-in-required`) when a person has to be asked. */
  token: () => Promise<string>;
  /** Forgets the account here; it stays signed in to Office. */
  signOut: () => void;
}

/** The page that Microsoft leads back to; see `sign-in-return.ts`. */
const returnPage = 'sign-in-return.html';

/**
 * Signs in through Office itself where it can (nested app authentication), so that whoever is signed in to Excel needs no
 * second sign-in; elsewhere in a window of its own. The library is loaded only by panes that sign in this way. Tokens are
 * kept for as long as the pane is open, in the browser's session storage, and never in the workbook. `throughOffice`:
 * whether Office says that it can.
 */
export async function openEntraAccount(method: EntraMethod, throughOffice: boolean): Promise<EntraAccount> {
  const msal = await import('@azure/msal-browser');
  const client: IPublicClientApplication = await msal.createNestablePublicClientApplication({
    auth: {
      clientId: method.clientId,
      authority: method.authority,
      // Nothing but the configured authority is ever asked, nor trusted.
      knownAuthorities: [new URL(method.authority).host],
      redirectUri: new URL(returnPage, window.location.href).href,
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
  const request = { scopes: [method.scope] };
  let account = client.getActiveAccount() ?? client.getAllAccounts()[0] ?? null;
  const keep = (answer: AuthenticationResult): string => {
    account = answer.account;
    client.setActiveAccount(account);
    return answer.accessToken;
  };
  const silently = async (): Promise<string> => {
    if (account !== null) {
      // Without the hidden frame that it would try last: browsers keep a frame from the provider's cookies.
      const cacheLookupPolicy = msal.CacheLookupPolicy.AccessTokenAndRefreshToken;
      return keep(await client.acquireTokenSilent({ ...request, account, cacheLookupPolicy }));
    }
    if (!throughOffice) throw new Error('Nobody is signed in here yet.');
    // Office knows who is signed in before this page does.
    return keep(await client.ssoSilent(request));
  };
  return {
    isSignedIn: () => account !== null,
    async signIn() {
      await client.acquireTokenPopup(request).then(keep, (cause: unknown) => {
        throw new ProxyError('sign-in-failed', connection.microsoftRefused, 0, { cause });
      });
    },
    token: () =>
      silently().catch((cause: unknown) => {
        throw new ProxyError('sign-in-required', connection.signInAgain, 401, { cause });
      }),
    signOut() {
      client.setActiveAccount(null);
      if (account !== null) void client.clearCache({ account });
      account = null;
    },
  };
}
