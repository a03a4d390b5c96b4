import type { CentsPerCurrency, Limits, NovaMode, Sentence } from '../../contract/index.ts';
import { told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';
import type { ContentFacts } from '../ledger/content-facts.ts';

/** Decides by the configured limits alone. What the ledger has to be asked for, the day's total, is decided there. */
export class LimitPolicy {
  readonly limits: Limits;
  readonly #mode: NovaMode;
  readonly #vehicles: ReadonlySet<string> | null;

  constructor(limits: Limits, mode: NovaMode) {
    this.limits = limits;
    this.#mode = mode;
    this.#vehicles = limits.vehicles === null ? null : new Set(limits.vehicles);
  }

  /** Throws a `ProxyError` (`limit-exceeded`) that says which limit stands against it, and by how much. */
  assertAllowed(facts: ContentFacts, userName: string): void {
    const { largestPayment, largestDistribution, totalPerDay } = this.limits;
    this.assertMayGoLive(userName);
    if (this.#vehicles !== null && !this.#vehicles.has(facts.vehicle)) {
      throw exceeded(told('vehicleNotAllowed', { vehicle: facts.vehicle }));
    }
    if (largestPayment === null && largestDistribution === null && totalPerDay === null) return;
    const { currency, totalCents, largestPaymentCents } = facts;
    if (currency === null || totalCents === null) {
      throw exceeded(told('severalCurrencies'));
    }
    assertWithin('payment', largestPayment, currency, largestPaymentCents);
    assertWithin('distribution', largestDistribution, currency, totalCents);
    // More than a whole day has room for would be refused on any day.
    assertWithin('day', totalPerDay, currency, totalCents);
  }

  /** In live mode, only those who are named may stage and approve. */
  assertMayGoLive(userName: string): void {
    const { liveUsers } = this.limits;
    if (this.#mode !== 'live' || liveUsers === null || liveUsers.includes(userName)) return;
    throw exceeded(told('notAmongLive', { userName }));
  }

  /** What may be sent on one day in this currency, in cents; null where nothing limits it. */
  dayLimitCents(currency: string | null): number | null {
    const { totalPerDay } = this.limits;
    return totalPerDay === null ? null : (limitOf(totalPerDay, currency) ?? 0);
  }

  /** Whether a second person has to approve it, and from which amount on; null amount: whatever the amount. */
  approvalFor({ currency, totalCents }: ContentFacts): { fromCents: number | null } | null {
    const { approval } = this.limits;
    if (approval === null) return null;
    if (approval.from === 'always') return { fromCents: null };
    const fromCents = limitOf(approval.from, currency);
    if (fromCents === null || totalCents === null) return { fromCents: null };
    return totalCents >= fromCents ? { fromCents } : null;
  }

  /** How long something may wait for an approval, in milliseconds. */
  get approvalLifeMs(): number {
    return (this.limits.approval?.expiresAfterHours ?? 72) * 3_600_000;
  }
}

function limitOf(amounts: CentsPerCurrency, currency: string | null): number | null {
  if (currency === null || !Object.hasOwn(amounts, currency)) return null;
  return (amounts as Record<string, number>)[currency] ?? null;
}

function assertWithin(
  what: 'payment' | 'distribution' | 'day',
  amounts: CentsPerCurrency | null,
  currency: string,
  amountCents: number,
): void {
  if (amounts === null) return;
  const limitCents = limitOf(amounts, currency);
  if (limitCents === null) {
    throw exceeded(told('noLimitInCurrency', { what, currency }));
  }
  if (amountCents <= limitCents) return;
  throw exceeded(told('beyondLimit', { what, currency, limitCents, amountCents }));
}

function exceeded(sentence: Sentence): ProxyError {
  return new ProxyError(403, 'limit-exceeded', [sentence, told('nothingSent')]);
}
