import { useSyncExternalStore } from 'react';
import type { PaneState } from './state.ts';
import type { Store } from './store.ts';

/** The pane's state, drawn anew whenever it changes. */
export function useDesk(store: Store): PaneState {
  return useSyncExternalStore((listener) => store.subscribe(listener), store.get);
}
