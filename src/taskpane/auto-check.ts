import { CellEditModeError } from '../excel/index.ts';
import { settle, type Boundary } from './boundary.ts';
import type { Desk } from './desk.ts';
import { checkAgain } from './flows/check.ts';
import { createSheetWatch } from './sheet-watch.ts';
import { Superseded } from './slices.ts';
import type { PaneState, Reading } from './state.ts';
import type { Store } from './store.ts';

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
 * Checks again by itself when a person changes the sheet, as long as the check or the preview is shown. What was found
 * before stays in sight meanwhile; a newer check, whoever started it, makes an older one pointless.
 */
export function startAutoCheck(desk: Desk, store: Store, boundary: Boundary, pauses: Pauses): void {
  const { dispatch, get } = store;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest = 0;

  const schedule = (pauseMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void recheck(), pauseMs);
  };

  const recheck = async (): Promise<void> => {
    const reading = watchedReading(get());
    if (reading === null) return;
    if (get().busy !== null) {
      schedule(pauses.quietMs);
      return;
    }
    newest += 1;
    const mine = newest;
    const isCurrent = () => mine === newest && get().busy === null && watchedReading(get()) === reading;
    dispatch({ type: 'rechecking', rechecking: true });
    const done = await settle(() => checkAgain(desk, reading, { isCurrent }));
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
  store.subscribe(() => watch.follow(watchedReading(get())?.table.reference ?? null));
}

/** The reading on the screens that follow the sheet; null elsewhere. */
function watchedReading({ session, phase }: PaneState): Reading | null {
  const isShown = session !== null && (phase.step === 'checked' || phase.step === 'preview');
  return isShown ? phase.reading : null;
}
