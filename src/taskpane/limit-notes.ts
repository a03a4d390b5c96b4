import type { CentsPerCurrency, Currency, Limits } from '../contract/index.ts';
import type { PlannedDistribution } from '../domain/index.ts';
import { formatMoney, oversight } from '../words/index.ts';

/**
 * What the proxy would refuse this distribution for, told before anybody confirms it; the proxy decides all the same.
 * The day's total is not among it: what others send meanwhile is not known here.
 */
export function limitNotes(limits: Limits | undefined, distribution: PlannedDistribution): string[] {
  if (limits === undefined) return [];
  const { largestPayment, largestDistribution, vehicles } = limits;
  const words = oversight.limits;
  const notes: string[] = [];
  const { vehicle, payments } = distribution.request;
  if (vehicles !== null && !vehicles.includes(vehicle)) notes.push(words.vehicle(vehicle));
  for (const { currency, amountCents } of distribution.totals) {
    const note = beyond(largestDistribution, currency, amountCents, words.distribution);
    if (note !== null) notes.push(note);
    const largest = payments.reduce(
      (most, payment) => (payment.currency === currency ? Math.max(most, payment.amountCents) : most),
      0,
    );
    const ofPayment = beyond(largestPayment, currency, largest, words.payment);
    if (ofPayment !== null) notes.push(ofPayment);
  }
  return notes;
}

/** Whether a second person has to approve it. */
export function needsApproval(limits: Limits | undefined, { totals }: PlannedDistribution): boolean {
  const from = limits?.approval?.from;
  if (from === undefined) return false;
  if (from === 'always') return true;
  return totals.some(({ currency, amountCents }) => {
    const threshold = from[currency as Currency];
    return threshold === undefined || amountCents >= threshold;
  });
}

function beyond(
  limit: CentsPerCurrency | null,
  currency: string,
  amountCents: number,
  words: (amount: string, most: string) => string,
): string | null {
  if (limit === null) return null;
  const most = limit[currency as Currency];
  if (most === undefined) return oversight.limits.currency(currency);
  return amountCents > most ? words(formatMoney(amountCents, currency), formatMoney(most, currency)) : null;
}
