import { CellEditModeError } from '../excel/index.ts';
import type { Pauses } from './auto-check.ts';
import { settle, type Boundary } from './boundary.ts';
import type { Desk } from './desk.ts';
import type { Place } from './place.ts';
import type { Rules } from './rules.ts';
import { createSheetWatch } from './sheet-watch.ts';
import type { Job, PlaceEvent } from './state.ts';

/**
 * While results are shown that stand in the sheet, notices that their ids are gone from it: Ctrl+Z takes them away like
 * anything else. They are kept until they are written again. Nothing is written unasked.
 */
export function startLossWatch<J extends Job>(
  desk: Desk,
  place: Place<J>,
  rules: Rules<J>,
  boundary: Boundary,
  pauses: Pauses,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const schedule = (pauseMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), pauseMs);
  };

  const look = async (): Promise<void> => {
    const results = watchedResults(place);
    if (results === null) return;
    const looking = boundary.quietly(() => findLoss(desk, rules, results));
    if (looking === null) {
      schedule(pauses.quietMs);
      return;
    }
    const done = await settle(() => looking);
    if (watchedResults(place) !== results) return;
    if (place.pane().busy !== null) schedule(pauses.quietMs);
    else if (done.ok) {
      if (done.value !== null) place.dispatch(done.value);
    } else if (done.error instanceof CellEditModeError) schedule(pauses.retryMs);
    else boundary.report(done.error);
  };

  const watch = createSheetWatch(desk, boundary, pauses.retryMs, () => schedule(pauses.quietMs));
  place.subscribe(() => watch.follow(watchedResults(place)?.reference ?? null));
}

/** Null while every row that is on the sheet bears its ids; else the results are kept again, as before they were written. */
export async function findLoss<J extends Job>(
  desk: Desk,
  rules: Rules<J>,
  results: J['results'],
): Promise<Extract<PlaceEvent<J>, { type: 'ids-lost' }> | null> {
  const { held, placed } = await rules.lookForIds(desk, results);
  if (held === placed) return null;
  rules.keep(desk.storage, results);
  return { type: 'ids-lost', held: { held, placed } };
}

function watchedResults<J extends Job>(place: Place<J>): J['results'] | null {
  const { phase } = place.get();
  const isShown = place.isShown() && phase.step === 'result' && phase.writing.status === 'written';
  return isShown ? phase.results : null;
}
