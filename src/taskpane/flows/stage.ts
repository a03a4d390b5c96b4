import { samePlanInSlices } from '../../domain/index.ts';
import type { Desk } from '../desk.ts';
import type { Rules, Sending, Shipment } from '../rules.ts';
import { runInSlices, slices } from '../slices.ts';
import type { Job, Reading, Stop } from '../state.ts';
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

export interface RunHooks<E> {
  /** Called before each request, with how many have an outcome by then. */
  onSending: (done: number, sending: Sending<E>) => void;
  /** Called as soon as an outcome is known, with all entries as far as they are known. */
  onOutcomes: (entries: E[]) => void;
  isCancelled: () => boolean;
}

/**
 * Makes the requests one after the other. Stops between two of them when the user asks for it, and after an outcome that
 * nobody knows, because Nova is then in trouble and every further request could end the same way. A rejection stops
 * nothing: it concerns its own request. What `send` throws passes through; `onOutcomes` has told everything by then.
 */
export async function sendAll<J extends Job>(
  { entries, requests }: Shipment<J>,
  isUnknown: Rules<J>['isUnknown'],
  hooks: RunHooks<J['entry']>,
): Promise<Stop | null> {
  const known = [...entries];
  hooks.onOutcomes([...known]);
  for (const [done, sending] of requests.entries()) {
    if (hooks.isCancelled()) return { reason: 'cancelled' };
    hooks.onSending(done, sending);
    const entry = await sending.send();
    known[sending.index] = entry;
    hooks.onOutcomes([...known]);
    if (isUnknown(entry) && done + 1 < requests.length) return { reason: 'unknown' };
  }
  return null;
}
