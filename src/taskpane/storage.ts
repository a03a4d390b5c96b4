/**
 * What survives a reload of the pane within one Excel session: the token, and results that are not in the sheet yet.
 * Never the only home of anything: a lost token is a new sign-in, and lost results come back from the ledger with the
 * next check.
 */
export interface PaneStorage {
  read: (key: string) => string | null;
  write: (key: string, text: string) => void;
  remove: (key: string) => void;
}

/** Browsers allow about 5 million characters per origin; beyond this, results stay in memory and in the ledger. */
const largestText = 4_000_000;

/**
 * Keeps values in memory and, where the browser allows it, in `sessionStorage` too. A browser that blocks storage for
 * embedded pages throws as soon as it is touched, as does a full one; both are expected and harmless here, so this is
 * the one place beside the boundary hook that swallows an exception.
 */
export function createPaneStorage(): PaneStorage {
  const memory = new Map<string, string>();
  const attempt = <T>(action: () => T): T | null => {
    try {
      return action();
    } catch {
      return null;
    }
  };
  return {
    read: (key) => memory.get(key) ?? attempt(() => window.sessionStorage.getItem(key)),
    write(key, text) {
      memory.set(key, text);
      if (text.length > largestText) attempt(() => window.sessionStorage.removeItem(key));
      else attempt(() => window.sessionStorage.setItem(key, text));
    },
    remove(key) {
      memory.delete(key);
      attempt(() => window.sessionStorage.removeItem(key));
    },
  };
}
