import { distributionIdSchema, type Outcome, type Unknown } from '../contract/index.ts';
import type { PlannedDistribution } from '../domain/index.ts';
import type { Guard } from './controller.ts';
import type { Desk } from './desk.ts';
import { payoutRules } from './payout-rules.ts';
import { keepResults } from './pending-results.ts';
import type { Place } from './place.ts';
import { writeCurrent } from './run.ts';
import type { PaneEvent, PayoutJob, Repeat } from './state.ts';
import type { Store } from './store.ts';

/** What only a person can decide: what became of an unknown submission, and whether one is repeated on purpose. */
export interface ResolvingActions {
  link: (distribution: PlannedDistribution, outcome: Unknown, distributionId: string) => Promise<void>;
  declareNeverCreated: (distribution: PlannedDistribution, outcome: Unknown, reason: string) => Promise<void>;
  /** Null takes the repeat back; nothing is sent before the control total is confirmed. */
  repeat: (distribution: PlannedDistribution, repeat: Repeat | null) => void;
  /** Says of which entry this is not another version; null takes it back. */
  stageBeside: (distribution: PlannedDistribution, entryId: string | null) => void;
}

export function resolvingActions(
  desk: Desk,
  store: Store,
  payouts: Place<PayoutJob>,
  guard: Guard,
  retryMs: number,
): ResolvingActions {
  const { dispatch, get } = store;
  /** Beside the results of a run, the outcome is kept with them, and goes into the sheet at once. */
  const resolved = async (distribution: PlannedDistribution, outcome: Outcome): Promise<PaneEvent> => {
    const event: PaneEvent = { type: 'resolved', key: distribution.key, outcome };
    if (get().phase.step !== 'result') return event;
    dispatch(event);
    const { phase } = get();
    if (phase.step === 'result') keepResults(desk.storage, phase.results);
    return writeCurrent(desk, payouts, payoutRules, retryMs);
  };
  return {
    link: (distribution, { entryId }, distributionId) =>
      guard('resolving', async () => {
        const request = {
          distributionId: distributionIdSchema.parse(distributionId),
          distribution: distribution.request,
        };
        return resolved(distribution, await desk.proxy.link(entryId, request));
      }),
    declareNeverCreated: (distribution, { entryId }, reason) =>
      guard('resolving', async () =>
        resolved(distribution, await desk.proxy.declareNeverCreated(entryId, reason)),
      ),
    repeat: ({ key }, repeat) => dispatch({ type: 'repeat', key, repeat }),
    stageBeside: ({ key }, entryId) => dispatch({ type: 'other', key, entryId }),
  };
}
