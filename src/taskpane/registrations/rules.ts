import { sameRegistrationPlan, type RegistrationResult } from '../../domain/index.ts';
import type { Desk } from '../desk.ts';
import type { Rules, Shipment } from '../rules.ts';
import type { Phase } from '../phase.ts';
import { judge, registrationChecks, rereadSame } from './checks.ts';
import { forgetUnwritten, keepUnwritten } from './kept.ts';
import type { RegistrationJob, RegistrationReading } from './phase.ts';
import { resultLines, unplacedLines } from './results-text.ts';
import { submissionOf } from './submission.ts';
import { lookForIds, writeResults } from './write.ts';

export const registrationRules: Rules<RegistrationJob> = {
  checks: registrationChecks,
  confirmed,
  changedSince,
  async lookUp(desk, { registration }) {
    const [outcomes = []] = await desk.proxy.lookUpRegistrations([registration.registration]);
    return { registration, outcome: outcomes.every((one) => one === null) ? null : outcomes };
  },
  isUnknown: ({ outcome }) => (outcome ?? []).some((one) => one?.outcome === 'unknown'),
  isWaiting: ({ outcome }) => (outcome ?? []).some((one) => one?.outcome === 'awaiting-approval'),
  resultsOf: ({ table, mapping, kind }, run) => ({
    reference: table.reference,
    mapping,
    header: table.header,
    kind,
    ...run,
  }),
  write(desk, phase) {
    if (phase.step !== 'result') throw new Error('Registrations have no statuses to refresh.');
    return writeResults(desk, phase.results);
  },
  lookForIds,
  keep: keepUnwritten,
  forget: forgetUnwritten,
  // What was approved is sent when the same rows are submitted again, so there is nothing to wait for.
  keepWaiting: () => undefined,
  linesOf: resultLines,
  unplacedLines,
};

/** Reads the rows once more immediately before sending. Null when they still make the very plan that was confirmed. */
async function changedSince(desk: Desk, reading: RegistrationReading): Promise<RegistrationReading | null> {
  const fresh = await rereadSame(desk, reading);
  const { plan } = await judge({ ...fresh, kind: reading.kind });
  const confirmedPlan = reading.check.plan;
  const isSame = plan !== null && confirmedPlan !== null && sameRegistrationPlan(plan, confirmedPlan);
  return isSame ? null : registrationChecks.again(desk, reading);
}

/** One request for each group of which something is to be registered; the others keep what the ledger knows of them. */
function confirmed(desk: Desk, phase: Phase<RegistrationJob>): Shipment<RegistrationJob> {
  if (phase.step !== 'confirm' && phase.step !== 'preview') throw new Error(`No run from ${phase.step}.`);
  const { reading } = phase;
  const { plan } = reading.check;
  if (plan === null) throw new Error('Problems block this plan.');
  const { groups, toSend } = submissionOf(plan, reading);
  const isConfirmed = phase.step === 'confirm' && (reading.kind !== 'payment-instructions' || phase.ticked);
  if (toSend.length > 0 && !isConfirmed) throw new Error('Nobody confirmed what is registered.');
  const entries = groups.map(({ registration, items, isSent }): RegistrationResult => ({
    registration,
    outcome: isSent ? null : items.map(({ earlier }) => earlier),
  }));
  const requests = groups.flatMap(({ registration, isSent }, index) => {
    if (!isSent) return [];
    const send = async () => ({
      registration,
      outcome: await desk.proxy.register({ registration: registration.registration, source: plan.source }),
    });
    return [{ index, key: registration.key, name: registration.title, send }];
  });
  return { reading, entries, requests };
}
