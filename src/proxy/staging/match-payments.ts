import type { PaymentId, PaymentRequest, Said } from '../../contract/index.ts';
import { told } from '../../words/said.ts';

/** A payment of Nova's, as the ledger keeps it. */
export interface StagedPayment {
  id: PaymentId;
  status: string;
  entity: string;
  amountCents: number;
  currency: string;
  /** `YYYY-MM-DD`, or Nova's own text where it is no midnight in UTC. */
  dateOverride: string | null;
  /** Null where Nova's answer does not list them, or not all of them. */
  contacts: readonly string[] | null;
}

export interface PaymentMatch {
  /** In the order of the request; null where nothing matches. */
  payments: ({ id: PaymentId; status: string } | null)[];
  /** For the user. Empty when every payment found its own and none is left over. */
  warnings: Said[];
}

/**
 * Gives Nova's payments to the payments that were asked for. Nothing promises that they come back in the order sent,
 * so they are matched by what they say: entity, amount, currency, override date, and contacts where Nova lists them.
 * Payments that say the same are interchangeable: they get distinct ids, the lowest id to the first row. What does not
 * match is left out and named, never guessed.
 */
export function matchPayments(
  requested: readonly PaymentRequest[],
  staged: readonly StagedPayment[],
): PaymentMatch {
  const byContent = new Map<string, StagedPayment[]>();
  const withoutContacts = new Map<string, StagedPayment[]>();
  for (const payment of [...staged].sort((left, right) => (left.id < right.id ? -1 : 1))) {
    if (payment.contacts === null) push(withoutContacts, moneyKey(payment), payment);
    else push(byContent, fullKey(payment, payment.contacts), payment);
  }

  const taken = new Set<string>();
  const take = (pool: StagedPayment[] | undefined): StagedPayment | null => {
    const payment = pool?.shift() ?? null;
    if (payment !== null) taken.add(payment.id);
    return payment;
  };
  // Those that say everything first: one that says less must not take the place of one that fits exactly.
  const exact = requested.map((payment) => take(byContent.get(fullKey(payment, payment.contacts))));
  const matched = requested.map(
    (payment, index) => exact[index] ?? take(withoutContacts.get(moneyKey(payment))),
  );

  const leftOver = staged.filter((payment) => !taken.has(payment.id)).map((payment) => payment.id);
  const unmatchedCount = matched.filter((payment) => payment === null).length;
  return {
    payments: matched.map((payment) =>
      payment === null ? null : { id: payment.id, status: payment.status },
    ),
    warnings: warningsFor(requested.length, staged.length, unmatchedCount, leftOver),
  };
}

function warningsFor(
  requestedCount: number,
  stagedCount: number,
  unmatchedCount: number,
  leftOver: readonly string[],
): Said[] {
  const warnings: Said[] = [];
  if (stagedCount !== requestedCount) {
    const count = told('otherCount', { sent: requestedCount, listed: stagedCount });
    warnings.push([count, told('compareBeforeApproval')]);
  }
  if (unmatchedCount > 0) {
    warnings.push([told('rowsWithoutPayment', { count: unmatchedCount, of: requestedCount })]);
  }
  if (leftOver.length > 0) warnings.push([told('paymentsWithoutRow', { ids: leftOver.join(', ') })]);
  return warnings;
}

type Money = Pick<StagedPayment, 'entity' | 'amountCents' | 'currency' | 'dateOverride'>;

/** None of the parts can hold a space: ids, numbers, currency codes and dates. */
function moneyKey(payment: Money): string {
  return `${payment.entity} ${payment.amountCents} ${payment.currency} ${payment.dateOverride ?? '-'}`;
}

function fullKey(payment: Money, contacts: readonly string[]): string {
  return `${moneyKey(payment)} ${[...new Set(contacts)].sort().join(' ')}`;
}

function push<T>(pools: Map<string, T[]>, key: string, value: T): void {
  const pool = pools.get(key);
  if (pool === undefined) pools.set(key, [value]);
  else pool.push(value);
}
