import { initialState, reduce, type PaneEvent, type PaneState } from './state.ts';

/** The pane's state outside React, so that a run that lasts minutes always sees the newest state. */
export interface Store {
  get: () => PaneState;
  dispatch: (event: PaneEvent) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createStore(): Store {
  let state = initialState;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    dispatch(event) {
      state = reduce(state, event);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
