import { CellEditModeError } from '../excel/index.ts';
import { ProxyError } from './api.ts';
import type { Pauses } from './auto-check.ts';
import { settle, type Boundary, type Settled } from './boundary.ts';
import type { Desk } from './desk.ts';
import { refreshStatuses } from './flows/refresh.ts';
import { writeNews } from './flows/write.ts';
import { addChanges } from './refresh-summary.ts';
import { knownTable, type KnownTable, type PaneState } from './state.ts';
import type { Store } from './store.ts';
import { assertSameNova } from './workbook-nova.ts';

const usualRefreshMs = 3 * 60_000;
/** A proxy or a Nova in trouble is asked ever more seldom, down to this. */
const longestPauseMs = 30 * 60_000;
/** After a first failure, in units of the pause for a cell that is being edited. */
const firstRetryPauses = 10;
/** A table that takes long to read is read more seldom, so that Excel is left alone most of the time. */
const restPerWork = 20;

export interface AutoRefresh {
  /** From now on this table is followed, though no screen shows it; its statuses are asked for at once. */
  follow: (known: KnownTable) => void;
}

/**
 * Refreshes the statuses by itself while somebody can see the pane and nothing else is under way. It moves nobody: what
 * it brings goes beside the rows, where something is new, and waits in `background` until somebody looks. While a cell
 * is being edited Excel takes no call, so it comes back later; a sign-in that has ended is left for the user's next step
 * to find.
 */
export function startAutoRefresh(desk: Desk, store: Store, boundary: Boundary, pauses: Pauses): AutoRefresh {
  const intervalMs = pauses.refreshMs ?? usualRefreshMs;
  let followed: KnownTable | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAtMs = Number.POSITIVE_INFINITY;
  let failures = 0;
  let running = false;

  const nowMs = () => desk.clock.now().getTime();
  const schedule = (pauseMs: number): void => {
    dueAtMs = nowMs() + pauseMs;
    clearTimeout(timer);
    // A hidden pane sleeps until it is seen again.
    if (desk.page.isVisible()) timer = setTimeout(() => void tick(), pauseMs);
  };

  const tick = async (): Promise<void> => {
    if (running || followed === null || store.get().session === null) return;
    if (!isCalm(store.get())) {
      schedule(pauses.retryMs);
      return;
    }
    running = true;
    const startedMs = nowMs();
    const done = await settle(() => refreshQuietly(desk, store, boundary, followed));
    running = false;
    failures = done.ok ? 0 : failures + 1;
    const pauseMs = pauseAfter(done, failures, intervalMs, pauses.retryMs);
    if (pauseMs !== null) schedule(Math.max(pauseMs, done.ok ? restPerWork * (nowMs() - startedMs) : 0));
  };

  let isBegun = false;
  store.subscribe(() => {
    const { phase, session } = store.get();
    followed = knownTable(phase) ?? followed;
    const begins = session !== null && followed !== null;
    if (begins && !isBegun) schedule(intervalMs);
    isBegun = begins;
  });
  desk.page.onVisibility(() => {
    // What came due meanwhile is done at once.
    if (!desk.page.isVisible()) clearTimeout(timer);
    else if (Number.isFinite(dueAtMs)) schedule(Math.max(0, dueAtMs - nowMs()));
  });
  return {
    follow(known) {
      followed = known;
      schedule(0);
    },
  };
}

/** Nothing is being sent or written, and nobody is about to: the control total is typed with the numbers in sight. */
function isCalm({ busy, rechecking, phase }: PaneState): boolean {
  if (busy !== null || rechecking || phase.step === 'progress' || phase.step === 'confirm') return false;
  return !('writing' in phase) || phase.writing.status === 'written';
}

/** How long to wait after a refresh that was one of so many `failures` in a row. Null stops it: without a sign-in there is nothing to ask. */
export function pauseAfter(
  done: Settled<boolean>,
  failures: number,
  intervalMs: number,
  retryMs: number,
): number | null {
  if (done.ok) return done.value ? intervalMs : retryMs;
  if (done.error instanceof CellEditModeError) return retryMs;
  if (done.error instanceof ProxyError && done.error.signInRequired) return null;
  // The first failure is mostly a moment's; what lasts is asked ever more seldom.
  return failures === 1
    ? firstRetryPauses * retryMs
    : Math.min(longestPauseMs, intervalMs * 2 ** (failures - 1));
}

/** False when something else came first and the news have to wait. */
async function refreshQuietly(
  desk: Desk,
  store: Store,
  boundary: Boundary,
  known: KnownTable | null,
): Promise<boolean> {
  await assertSameNova(desk, store.get());
  const refreshed = await refreshStatuses(desk, known, true);
  if (refreshed === null) return true;
  if (!isCalm(store.get())) return false;
  const written = await boundary.quietly(() => writeNews(desk, refreshed.news));
  if (written === null) return false;
  const before = store.get().background;
  const summary = addChanges(refreshed.summary, before?.summary);
  const background = { summary, news: refreshed.news, writing: { status: 'written' as const, ...written } };
  store.dispatch({ type: 'background', background });
  return true;
}
