import { CellEditModeError } from '../excel/index.ts';
import { settle, type Boundary } from './boundary.ts';
import type { Desk } from './desk.ts';
import { createSheetWatch } from './sheet-watch.ts';
import { Superseded } from './slices.ts';
import type { Place } from './place.ts';
import type { Rules } from './rules.ts';
import type { Job } from './state.ts';

export interface Pauses {
  /** How long the sheet must be quiet before it is checked again. */
  quietMs: number;
  /** How long to wait while somebody types in a cell. */
  retryMs: number;
  /** How long between two refreshes that nobody asked for. */
  refreshMs?: number;
}

export const defaultPauses: Pauses = { quietMs: 600, retryMs: 1_000 };

/**
 * Checks again by itself when a person changes the sheet, as long as the check or the preview is shown, and when a place
 * is shown again that was left at one. What was found before stays in sight meanwhile; a newer check, whoever started it,
 * makes an older one pointless.
 */
export function startAutoCheck<J extends Job>(
  desk: Desk,
  place: Place<J>,
  { checks }: Pick<Rules<J>, 'checks'>,
  boundary: Boundary,
  pauses: Pauses,
): void {
  const { dispatch } = place;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest = 0;

  const schedule = (pauseMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void recheck(), pauseMs);
  };

  const recheck = async (): Promise<void> => {
    const reading = watchedReading(place);
    if (reading === null) return;
    if (place.pane().busy !== null) {
      schedule(pauses.quietMs);
      return;
    }
    newest += 1;
    const mine = newest;
    const isCurrent = () =>
      mine === newest && place.pane().busy === null && watchedReading(place) === reading;
    dispatch({ type: 'rechecking', rechecking: true });
    const done = await settle(() => checks.again(desk, reading, { isCurrent, asks: 'new' }));
    if (mine !== newest) return;
    if (done.ok && isCurrent()) {
      dispatch({ type: 'rechecked', reading: done.value, notice: null });
      return;
    }
    const isLeft = !isCurrent();
    dispatch({ type: 'rechecking', rechecking: false });
    // Nobody looks at what it was about any more, so that not even its failure is told.
    if (done.ok || isLeft || done.error instanceof Superseded) schedule(pauses.quietMs);
    else if (done.error instanceof CellEditModeError) schedule(pauses.retryMs);
    else boundary.report(done.error);
  };

  const watch = createSheetWatch(desk, boundary, pauses.retryMs, () => schedule(pauses.quietMs));
  const isHere = () => place.pane().place === place.name;
  let wasHere = isHere();
  place.subscribe(() => {
    const reading = watchedReading(place);
    watch.follow(reading?.table.reference ?? null);
    // Nobody heard of what was changed while another place was shown.
    if (isHere() && !wasHere && reading !== null) schedule(0);
    wasHere = isHere();
  });
}

/** The reading on the screens that follow the sheet; null elsewhere. */
function watchedReading<J extends Job>(place: Place<J>): J['reading'] | null {
  const { phase } = place.get();
  return place.isShown() && (phase.step === 'checked' || phase.step === 'preview') ? phase.reading : null;
}
