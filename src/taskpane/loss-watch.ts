import { CellEditModeError } from '../excel/index.ts';
import type { Pauses } from './auto-check.ts';
import { settle, type Boundary } from './boundary.ts';
import type { Desk } from './desk.ts';
import { lookForIds } from './flows/write.ts';
import { keepResults } from './pending-results.ts';
import { createSheetWatch } from './sheet-watch.ts';
import type { PaneEvent, PaneState, Results } from './state.ts';
import type { Store } from './store.ts';

/**
 * While results are shown that stand in the sheet, notices that their ids are gone from it: Ctrl+Z takes them away like
 * anything else. They are kept until they are written again. Nothing is written unasked.
 */
export function startLossWatch(desk: Desk, store: Store, boundary: Boundary, pauses: Pauses): void {
  const { dispatch, get } = store;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const schedule = (pauseMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), pauseMs);
  };

  const look = async (): Promise<void> => {
    const results = watchedResults(get());
    if (results === null) return;
    const looking = boundary.quietly(() => findLoss(desk, results));
    if (looking === null) {
      schedule(pauses.quietMs);
      return;
    }
    const done = await settle(() => looking);
    if (watchedResults(get()) !== results) return;
    if (get().busy !== null) schedule(pauses.quietMs);
    else if (done.ok) {
      if (done.value !== null) dispatch(done.value);
    } else if (done.error instanceof CellEditModeError) schedule(pauses.retryMs);
    else boundary.report(done.error);
  };

  const watch = createSheetWatch(desk, boundary, pauses.retryMs, () => schedule(pauses.quietMs));
  store.subscribe(() => watch.follow(watchedResults(get())?.reference ?? null));
}

/** Null while every row that is on the sheet bears its ids; else the results are kept again, as before they were written. */
export async function findLoss(desk: Desk, results: Results): Promise<PaneEvent | null> {
  const { held, placed } = await lookForIds(desk, results);
  if (held === placed) return null;
  keepResults(desk.storage, results);
  return { type: 'ids-lost', held: { held, placed } };
}

function watchedResults({ session, phase }: PaneState): Results | null {
  const isShown = session !== null && phase.step === 'result';
  return isShown && phase.writing.status === 'written' ? phase.results : null;
}
