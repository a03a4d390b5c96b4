import {
  samePlanInSlices,
  type DistributionOutcome,
  type PlannedDistribution,
  type SubmissionPlan,
} from '../../domain/index.ts';
import type { Desk } from '../desk.ts';
import { runInSlices, slices } from '../slices.ts';
import type { Reading, Stop } from '../state.ts';
import { knownOutcome, type Submission } from '../submission.ts';
import { checkAgain, checkSliced, rereadSame } from './check.ts';

/**
 * Reads the rows once more immediately before sending. Null when they still make the very plan that the user confirmed;
 * else a new reading, which goes back to the check. It also proves that Excel takes calls at all: while a cell is being
 * edited this throws, and nothing was sent yet.
 */
export async function changedSince(desk: Desk, reading: Reading): Promise<Reading | null> {
  const fresh = await rereadSame(desk, reading);
  const { plan } = await checkSliced(desk, { ...fresh, staged: reading.staged });
  const confirmed = reading.check.plan;
  const isSame =
    fresh.tieOut?.amountCents !== null &&
    plan !== null &&
    confirmed !== null &&
    (await runInSlices(samePlanInSlices(plan, confirmed, slices)));
  if (isSame) return null;
  return checkAgain(desk, reading);
}

export interface RunHooks {
  /** Called before each request, with how many have an outcome by then. */
  onSending: (done: number, distribution: PlannedDistribution) => void;
  /** Called as soon as an outcome is known, with the outcomes of all distributions as far as they are known. */
  onOutcomes: (outcomes: DistributionOutcome[]) => void;
  isCancelled: () => boolean;
}

/**
 * Sends what is to be sent, one distribution per request, in sheet order. Those accepted before keep their first outcome
 * and are not sent, unless they are to be repeated on purpose; nor are those that only a person can resolve. Stops between distributions when the user asks for it, and after an outcome that nobody knows,
 * because Nova is then in trouble and every further request could end the same way. A rejection stops nothing: it
 * concerns its own distribution. What `stage` throws passes through; `onOutcomes` has told everything by then.
 */
export async function sendAll(
  desk: Desk,
  plan: SubmissionPlan,
  submission: Submission,
  hooks: RunHooks,
): Promise<Stop | null> {
  const outcomes: DistributionOutcome[] = submission.all.map(({ distribution, earlier }) => ({
    distribution,
    outcome: knownOutcome(distribution, earlier, submission.repeats),
  }));
  hooks.onOutcomes([...outcomes]);
  let done = 0;
  const toSend = new Set(submission.toSend);
  for (const [index, { distribution, outcome: known }] of outcomes.entries()) {
    if (known !== null || !toSend.has(distribution)) continue;
    if (hooks.isCancelled()) return { reason: 'cancelled' };
    hooks.onSending(done, distribution);
    const decision = submission.repeats[distribution.key];
    const outcome = await desk.proxy.stage({
      distribution: distribution.request,
      source: plan.source,
      ...(decision !== undefined &&
        ('ofEntryId' in decision ? { repeat: decision } : { replaces: decision })),
    });
    done += 1;
    outcomes[index] = { distribution, outcome };
    hooks.onOutcomes([...outcomes]);
    if (outcome.outcome === 'unknown' && done < submission.toSend.length) return { reason: 'unknown' };
  }
  return null;
}
