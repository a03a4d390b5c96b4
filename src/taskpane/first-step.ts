import type { DeskActions } from './controller.ts';
import type { Store } from './store.ts';

/** What a button of the ribbon asks the pane to do when it opens, by the page's address. */
export type FirstStep = 'check' | 'refresh';

/** From the query of the page, such as `?start=check`. */
export function firstStepOf(search: string): FirstStep | null {
  const start = new URLSearchParams(search).get('start');
  return start === 'check' || start === 'refresh' ? start : null;
}

/**
 * Does the first step once, as soon as somebody is signed in, and only from the first screen: results that an earlier life
 * of the pane left come first. Both steps only read; a refresh writes no more than statuses.
 */
export function createFirstStep(
  step: FirstStep | null,
  { get }: Store,
  actions: Pick<DeskActions, FirstStep>,
): () => Promise<void> {
  let left = step;
  return async () => {
    if (left === null || get().session === null) return;
    const now = left;
    left = null;
    if (get().phase.step === 'source') await actions[now]();
  };
}
