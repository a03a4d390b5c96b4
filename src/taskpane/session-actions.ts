import type { Guard } from './controller.ts';
import type { Desk } from './desk.ts';
import { restoredNotice } from './notices.ts';
import { keptResults } from './pending-results.ts';
import type { Results } from './state.ts';
import type { Store } from './store.ts';

/** What the first screen needs: the only actions whose code comes with the page itself. */
export interface SessionActions {
  /** Takes up what an earlier life of the pane left: results that are not in the sheet, and the sign-in. */
  start: () => Promise<void>;
  signIn: (code: string) => Promise<void>;
  /** Signs in to an account at Microsoft, in a window of its own where Office does not do it. */
  signInToAccount: () => Promise<void>;
  signOut: () => void;
}

/** `opened` runs after the start and after each sign-in. */
export function sessionActions(
  desk: Desk,
  { dispatch, get }: Store,
  guard: Guard,
  opened: () => Promise<void>,
): SessionActions {
  const signedIn = async () => ({ type: 'signed-in' as const, session: await desk.proxy.session() });
  return {
    start: async () => {
      await guard('starting', async () => {
        const results = keptResults(desk.storage);
        if (results !== null && isResult(results) && get().phase.step === 'source') {
          dispatch({ type: 'run-ended', results });
          dispatch({ type: 'write-failed', notice: restoredNotice() });
        }
        const methods = await desk.proxy.methods();
        dispatch({ type: 'sign-in-way', way: 'entra' in methods ? 'account' : 'code' });
        return desk.proxy.hasToken() ? signedIn() : null;
      });
      await opened();
    },
    signIn: async (code) => {
      await guard('signing-in', async () => {
        await desk.proxy.signIn(code);
        return signedIn();
      });
      await opened();
    },
    signInToAccount: async () => {
      await guard('signing-in', async () => {
        await desk.proxy.signInToAccount();
        return signedIn();
      });
      await opened();
    },
    signOut() {
      if (get().busy !== null) return;
      desk.proxy.signOut();
      dispatch({ type: 'signed-out', notice: null });
    },
  };
}

/** Not so where the pane was gone before its first answer came: then the ledger says what became of it. */
function isResult({ outcomes, stop }: Results): boolean {
  return stop !== null || outcomes.some(({ outcome }) => outcome !== null);
}
