import { useEffect, useState } from 'react';

/**
 * For a dialog that is there for as long as it is open: when it goes, the focus goes back to where it was before, unless
 * something else has taken it. Fluent does this for the dialogs that a trigger of its own opens.
 */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
}
