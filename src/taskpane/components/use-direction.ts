import { useSyncExternalStore } from 'react';

/**
 * The direction of the page, which is that of the language its words are in, whatever the language of Office: an English
 * sentence that is laid out from the right has its full stop at the wrong end.
 */
export function useDirection(): 'ltr' | 'rtl' {
  return useSyncExternalStore(subscribe, () => (document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'));
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['dir'] });
  return () => observer.disconnect();
}
