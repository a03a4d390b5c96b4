import { formatCents } from '../../contract/index.ts';
import type { Cents, CentsPerCurrency, Limits, NovaMode } from '../../contract/index.ts';
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
      throw exceeded(
        `Nothing may be staged for the vehicle ${facts.vehicle}: it is not one of those allowed here.`,
      );
    }
    if (largestPayment === null && largestDistribution === null && totalPerDay === null) return;
    const { currency, totalCents, largestPaymentCents } = facts;
    if (currency === null || totalCents === null) {
      throw exceeded(
        'Payments in several currencies cannot be held to the limits. Stage each currency on its own.',
      );
    }
    assertWithin('one payment', largestPayment, currency, largestPaymentCents);
    assertWithin('one distribution', largestDistribution, currency, totalCents);
    // More than a whole day has room for would be refused on any day.
    assertWithin('one day', totalPerDay, currency, totalCents);
  }

  /** In live mode, only those who are named may stage and approve. */
  assertMayGoLive(userName: string): void {
    const { liveUsers } = this.limits;
    if (this.#mode !== 'live' || liveUsers === null || liveUsers.includes(userName)) return;
    throw exceeded(`${userName} is not among those who may work in live mode here.`);
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

function assertWithin(what: string, amounts: CentsPerCurrency | null, currency: string, cents: number): void {
  if (amounts === null) return;
  const limitCents = limitOf(amounts, currency);
  if (limitCents === null) {
    throw exceeded(`No limit for ${what} is set in ${currency}, so nothing may be staged in it.`);
  }
  if (cents <= limitCents) return;
  const words = (amount: number) => `${formatCents(amount as Cents, currency)} ${currency}`;
  throw exceeded(
    `The limit for ${what} is ${words(limitCents)}; ${words(cents)} goes beyond it by ${words(cents - limitCents)}.`,
  );
}

function exceeded(sentence: string): ProxyError {
  return new ProxyError(403, 'limit-exceeded', `${sentence} Nothing was sent.`);
}
