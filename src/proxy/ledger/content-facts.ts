import type { NovaDistributionRequest } from '../../contract/index.ts';

/** What a submission is judged and listed by, beside its hash. Amounts in cents. */
export interface ContentFacts {
  name: string;
  vehicle: string;
  paymentCount: number;
  /** Null where the payments are in several currencies, which no sum can stand for. */
  currency: string | null;
  totalCents: number | null;
  largestPaymentCents: number;
}

export function factsOf({ name, vehicle, payments }: NovaDistributionRequest): ContentFacts {
  const currency = payments[0]?.currency ?? null;
  let isMixed = currency === null;
  let totalCents = 0;
  let largestPaymentCents = 0;
  for (const payment of payments) {
    if (payment.currency !== currency) isMixed = true;
    totalCents += payment.amount;
    largestPaymentCents = Math.max(largestPaymentCents, payment.amount);
  }
  // Beyond the safe integers a sum is not exact, and an amount that is not exact is none.
  const isExact = !isMixed && Number.isSafeInteger(totalCents);
  return {
    name,
    vehicle,
    paymentCount: payments.length,
    currency: isExact ? currency : null,
    totalCents: isExact ? totalCents : null,
    largestPaymentCents,
  };
}

/** The same of a canonical body. */
export function factsOfBody(body: string): ContentFacts {
  const [distribution] = JSON.parse(body) as [NovaDistributionRequest];
  return factsOf(distribution);
}
