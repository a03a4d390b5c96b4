import { allConfirmed } from './control-total.ts';
import {
  checkAgain,
  checkCandidate,
  checkKnown,
  checkRemapped,
  checkSelection,
  checkUnder,
} from './flows/check.ts';
import { changedSince } from './flows/stage.ts';
import { lookForIds, writeNews, writeResults } from './flows/write.ts';
import { forgetResults, keepResults, keepWaiting } from './pending-results.ts';
import { resultsAsLines, unplacedAsLines } from './results-text.ts';
import type { Rules, Shipment } from './rules.ts';
import type { Desk } from './desk.ts';
import type { PayoutJob, Phase } from './state.ts';
import { isWaiting, knownOutcome, replacedPaymentIds, submissionOf } from './submission.ts';

export const payoutRules: Rules<PayoutJob> = {
  checks: {
    selection: checkSelection,
    candidate: checkCandidate,
    again: checkAgain,
    known: checkKnown,
    remapped: checkRemapped,
    under: checkUnder,
  },
  confirmed,
  changedSince,
  async lookUp(desk, { distribution }) {
    const { outcomes } = await desk.proxy.lookup([distribution.request]);
    return { distribution, outcome: outcomes[0] ?? null };
  },
  isUnknown: ({ outcome }) => outcome?.outcome === 'unknown',
  isWaiting,
  resultsOf: ({ table, mapping, settings }, run) => ({
    reference: table.reference,
    mapping,
    header: table.header,
    ...run,
    defaultCurrency: settings.defaultCurrency,
  }),
  write: (desk, phase) =>
    phase.step === 'result' ? writeResults(desk, phase.results) : writeNews(desk, phase.news),
  lookForIds,
  keep: keepResults,
  forget: forgetResults,
  keepWaiting,
  linesOf: resultsAsLines,
  unplacedLines: unplacedAsLines,
};

/**
 * One request for each distribution that is to be staged, in sheet order. Those accepted before keep their first outcome
 * and are not sent, unless they are to be repeated on purpose; nor are those that only a person can resolve, or that wait
 * for a second one: these are followed from their outcome on.
 */
function confirmed(desk: Desk, phase: Phase): Shipment<PayoutJob> {
  if (phase.step !== 'confirm' && phase.step !== 'preview') throw new Error(`No run from ${phase.step}.`);
  const { reading } = phase;
  const { plan } = reading.check;
  if (plan === null) throw new Error('Problems block this plan.');
  const submission = submissionOf(plan, reading);
  const isConfirmed = phase.step === 'confirm' && allConfirmed(submission.totals, phase.typed);
  if (submission.toSend.length > 0 && !isConfirmed) throw new Error('The control total was not confirmed.');
  const entries = submission.all.map(({ distribution, earlier }) => ({
    distribution,
    outcome: knownOutcome(distribution, earlier, submission.repeats),
  }));
  const toSend = new Set(submission.toSend);
  const requests = entries.flatMap(({ distribution, outcome: known }, index) => {
    if (known !== null || !toSend.has(distribution)) return [];
    const decision = submission.repeats[distribution.key];
    const send = async () => ({
      distribution,
      outcome: await desk.proxy.stage({
        distribution: distribution.request,
        source: plan.source,
        ...(decision !== undefined &&
          ('ofEntryId' in decision
            ? { repeat: decision }
            : { replaces: { ...decision, paymentIds: replacedPaymentIds(distribution) } })),
      }),
    });
    return [{ index, key: distribution.key, name: distribution.request.name, send }];
  });
  return { reading, entries, requests };
}
