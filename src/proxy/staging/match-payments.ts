import type { PaymentId, PaymentRequest } from '../../contract/index.ts';

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
  /** Sentences for the user. Empty when every payment found its own and none is left over. */
  warnings: string[];
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
): string[] {
  const warnings: string[] = [];
  if (stagedCount !== requestedCount) {
    warnings.push(
      `${requestedCount} payments were sent, but Nova lists ${stagedCount}. Compare this distribution with the sheet in Nova's dashboard before it is approved.`,
    );
  }
  if (unmatchedCount > 0) {
    warnings.push(
      `${unmatchedCount} of ${requestedCount} rows match none of the payments that Nova lists, so they have no payment id.`,
    );
  }
  if (leftOver.length > 0) {
    warnings.push(`Nova lists payments that match no row: ${leftOver.join(', ')}.`);
  }
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
