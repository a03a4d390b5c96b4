import { ExcelError } from '../excel/index.ts';
import { ProxyError } from './api.ts';
import type { Desk } from './desk.ts';
import { noticeOf, signedOutNotice } from './notices.ts';
import { inShownPlace, shownPhase } from './place.ts';
import type { Busy, PaneEvent } from './state.ts';
import type { Store } from './store.ts';

/**
 * Where everything that the pane starts ends up: the only place that catches what the other rooms throw, and turns it
 * into words that say what to do.
 */
export interface Boundary {
  /**
   * Runs one job; while a job that makes the pane busy runs, no other starts, so that a second click does nothing. What
   * the job answers with, it ends with, in one step. Never rejects.
   */
  guard: (busy: Busy | null, work: () => Promise<PaneEvent | null>) => Promise<void>;
  /**
   * Runs work in the workbook that nobody asked for. A job that a person starts waits for its end. Null when a job runs
   * already; then the work was not begun. What the work throws passes through.
   */
  quietly: <T>(work: () => Promise<T>) => Promise<T> | null;
  /** Tells the user what went wrong outside a job. */
  report: (error: unknown) => void;
  /**
   * A refusal that says more about the account or the server than is known here: what may be done is asked for anew, so
   * that no button stays on that would be refused again.
   */
  heard: (error: unknown) => void;
  /** The sign-in is no longer good; everything else stays as it is. */
  endSession: () => void;
}

/** `note` is told of everything that went wrong. */
export function createBoundary(
  desk: Desk,
  store: Store,
  note: (error: unknown) => void = () => undefined,
): Boundary {
  const { dispatch, get } = store;
  const endSession = (): void => {
    desk.proxy.signOut();
    dispatch({ type: 'signed-out', notice: signedOutNotice() });
  };
  const heard = (error: unknown): void => {
    if (!(error instanceof ProxyError) || !saysWhatMayBeDone.has(error.code)) return;
    void settle(() => desk.proxy.automatic().session()).then((done) => {
      if (done.ok) dispatch({ type: 'session', session: done.value });
    });
  };
  const report = (error: unknown, endsRun = false): void => {
    note(error);
    heard(error);
    const { step } = shownPhase(get());
    const isReading = step === 'checked' || step === 'preview' || step === 'confirm' || step === 'choose';
    const isGone = error instanceof ExcelError && error.code === 'table-gone';
    if (isReading && isGone) dispatch(inShownPlace(get(), { type: 'go', to: 'source' }));
    // What fails beside a run, such as a check that began before it, says nothing about the run and must not end it.
    if (step === 'progress' && endsRun) {
      dispatch(inShownPlace(get(), { type: 'run-abandoned', notice: noticeOf(error) }));
    } else dispatch({ type: 'notice', notice: noticeOf(error) });
    if (error instanceof ProxyError && error.signInRequired) endSession();
  };
  let quiet: Promise<unknown> = Promise.resolve();
  return {
    endSession,
    heard,
    report: (error) => report(error),
    quietly(work) {
      if (get().busy !== null) return null;
      const running = work();
      quiet = settle(() => running);
      return running;
    },
    async guard(busy, work) {
      if (get().busy !== null) return;
      if (busy !== null) {
        dispatch({ type: 'busy', busy });
        await quiet;
      }
      const done = await settle(work);
      if (!done.ok) report(done.error, busy === 'staging');
      const event = done.ok ? done.value : null;
      if (busy !== null) dispatch({ type: 'job-ended', event });
      else if (event !== null) dispatch(event);
    },
  };
}

const saysWhatMayBeDone: ReadonlySet<string> = new Set([
  'mode-mismatch',
  'role-missing',
  'live-not-allowed',
  'limit-exceeded',
  'lock-changed',
]);

export type Settled<T> = { ok: true; value: T } | { ok: false; error: unknown };

/** For work whose failure must not lose what it had reached, above all a run in which money was committed. */
export async function settle<T>(work: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error };
  }
}
