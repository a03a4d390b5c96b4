import type { Outcome } from '../contract/index.ts';
import type { DistributionOutcome } from '../domain/index.ts';
import type { Boundary } from './boundary.ts';
import { settle } from './boundary.ts';
import type { Desk } from './desk.ts';
import { waitingNewsNotice } from './oversight-notices.ts';
import { keepResults, keepWaiting, waitingResults } from './pending-results.ts';
import { writeCurrent } from './run.ts';
import { forMeToApprove } from './side-view.ts';
import type { Place } from './place.ts';
import { payoutRules } from './payout-rules.ts';
import type { PaneEvent, PaneState, PayoutJob, Results } from './state.ts';
import type { Store } from './store.ts';
import { isWaiting } from './submission.ts';

/**
 * Looks by itself, every now and then while the pane is visible, for what others decided: how much waits for this user's
 * approval, and what became of this user's own submissions that wait. What was approved goes into the sheet at once.
 * Failures say nothing: the next look comes, and whatever a person starts tells what is wrong. Answers with a look.
 */
export function createApprovalWatch(
  desk: Desk,
  store: Store,
  payouts: Place<PayoutJob>,
  boundary: Boundary,
): () => Promise<void> {
  const { dispatch, get } = store;
  return async () => {
    const { session, busy } = get();
    if (session === null || busy !== null) return;
    await settle(async () => {
      if (session.roles.includes('approver')) {
        const list = await desk.proxy.approvals();
        if (get().session !== null) dispatch({ type: 'waiting', count: forMeToApprove(list) });
      }
      const results = watchedResults(desk, get());
      if (results === null) return;
      const outcomes = await decidedSince(desk, results.outcomes);
      if (outcomes !== null) await takeIn(desk, store, payouts, boundary, results, outcomes);
    });
  };
}

/** The results on the screen, or those that were left waiting, where nothing else is on the screen. */
function watchedResults(desk: Desk, { phase, place }: PaneState): Results | null {
  // Whoever is in another place hears of it when they come back.
  if (place !== 'payouts') return null;
  const results =
    phase.step === 'result' ? phase.results : phase.step === 'source' ? waitingResults(desk.storage) : null;
  return results !== null && results.outcomes.some(isWaiting) ? results : null;
}

/** All outcomes with those that were decided meanwhile; null while there is nothing new. */
async function decidedSince(
  desk: Desk,
  outcomes: readonly DistributionOutcome[],
): Promise<DistributionOutcome[] | null> {
  const waiting = outcomes.filter(isWaiting);
  const answer = await desk.proxy.lookup(waiting.map(({ distribution }) => distribution.request));
  const news = new Map<string, Outcome>();
  waiting.forEach(({ distribution, outcome }, index) => {
    const now = answer.outcomes[index] ?? null;
    if (now !== null && now.outcome !== outcome?.outcome) news.set(distribution.key, now);
  });
  if (news.size === 0) return null;
  return outcomes.map((one) => ({ ...one, outcome: news.get(one.distribution.key) ?? one.outcome }));
}

async function takeIn(
  desk: Desk,
  store: Store,
  payouts: Place<PayoutJob>,
  boundary: Boundary,
  before: Results,
  outcomes: DistributionOutcome[],
): Promise<void> {
  const { dispatch, get } = store;
  // Somebody began something else meanwhile; the next look finds the same news.
  if (get().busy !== null || watchedResults(desk, get())?.knownAt !== before.knownAt) return;
  const results: Results = { ...before, outcomes, knownAt: desk.clock.now().toISOString() };
  keepResults(desk.storage, results);
  keepWaiting(desk.storage, outcomes.some(isWaiting) ? results : null);
  await boundary.guard('writing', async (): Promise<PaneEvent> => {
    dispatch({ type: 'run-ended', results });
    dispatch({ type: 'notice', notice: newsOf(before.outcomes, outcomes) });
    return writeCurrent(desk, payouts, payoutRules);
  });
}

function newsOf(before: readonly DistributionOutcome[], now: readonly DistributionOutcome[]) {
  const decided = now.filter((one, index) => {
    const earlier = before[index];
    return earlier !== undefined && isWaiting(earlier) && !isWaiting(one);
  });
  const returned = decided.filter(({ outcome }) => outcome?.outcome === 'returned').length;
  return waitingNewsNotice(decided.length - returned, returned);
}
