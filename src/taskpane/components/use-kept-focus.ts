import { useEffect, useState } from 'react';

/**
 * For the element that holds the pane. What has the focus may go away while it has it: a notice that is dismissed, a form
 * that was filled in, a button that means nothing any more. Unless something else takes the focus at once, it goes to the
 * heading of the screen; otherwise the keyboard and the screen reader would start again from the top of the pane. Not while
 * the sheet has the keyboard.
 */
export function useKeptFocus(): (root: HTMLElement | null) => void {
  const [root, setRoot] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (root === null) return undefined;
    let last: Element | null = null;
    const note = ({ target }: FocusEvent) => {
      last = target instanceof Element && root.contains(target) ? target : null;
    };
    const observer = new MutationObserver(() => {
      if (last === null || last.isConnected) return;
      last = null;
      if (document.activeElement === document.body && document.hasFocus())
        root.querySelector<HTMLElement>('h1')?.focus();
    });
    document.addEventListener('focusin', note);
    observer.observe(root, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', note);
      observer.disconnect();
    };
  }, [root]);
  return setRoot;
}
