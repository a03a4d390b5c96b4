import { distributionIdSchema } from '../../contract/index.ts';
import type { Cents, DistributionId, PaymentChange, PaymentRequest } from '../../contract/index.ts';
import type { LedgerDatabase } from '../ledger/schema.ts';
import { requestOfBody } from './sealed-request.ts';

/** One earlier payment to a payee. */
export interface EarlierPayment {
  distributionId: DistributionId;
  acceptedAt: string;
  amountCents: Cents;
  currency: string;
}

export interface PayeeHistory {
  /** By entity, the latest first. */
  payments: ReadonlyMap<string, readonly EarlierPayment[]>;
  /** How many distributions were looked at. */
  distributions: number;
  /** False when there are older ones. */
  complete: boolean;
}

/** Enough to tell what is usual, and bounded, because each one is read as a whole. */
const mostDistributions = 200;
const mostPerPayee = 12;
const readAtOnce = 20;

/** What the same payees got before, from the latest accepted distributions of the organization. */
export async function readPayeeHistory(
  entities: ReadonlySet<string>,
  database: LedgerDatabase,
  organization: string,
): Promise<PayeeHistory> {
  const accepted = database
    .selectFrom('ledger_entry')
    .where('organization', '=', organization)
    .where('kind', '=', 'distribution')
    .where('state', '=', 'accepted');
  const latest = await accepted
    .select('id')
    .orderBy('accepted_at', 'desc')
    .orderBy('id')
    .limit(mostDistributions + 1)
    .execute();
  const ids = latest.slice(0, mostDistributions).map(({ id }) => id);
  const payments = new Map<string, EarlierPayment[]>();
  for (let start = 0; start < ids.length; start += readAtOnce) {
    const some = await accepted
      .select(['body', 'accepted_at', 'nova_id'])
      .where('id', 'in', ids.slice(start, start + readAtOnce))
      .orderBy('accepted_at', 'desc')
      .execute();
    for (const { body, accepted_at: acceptedAt, nova_id: id } of some) {
      const distributionId = distributionIdSchema.parse(id);
      for (const { entity, amountCents, currency } of requestOfBody(body).payments) {
        if (!entities.has(entity)) continue;
        const known = payments.get(entity) ?? [];
        if (known.length < mostPerPayee) {
          payments.set(entity, [
            ...known,
            { distributionId, acceptedAt: acceptedAt ?? '', amountCents, currency },
          ]);
        }
      }
    }
  }
  return { payments, distributions: ids.length, complete: latest.length <= mostDistributions };
}

/** A payment of three times what is usual, or of a third, is worth a second look. */
const unusualFactor = 3;

/** What is different about a payment from what its payee got before. */
export function changesOf(
  { amountCents, currency }: PaymentRequest,
  earlier: readonly EarlierPayment[],
): PaymentChange[] {
  if (earlier.length === 0) return [{ change: 'new-payee' }];
  const same = earlier.filter((payment) => payment.currency === currency);
  const [last] = same;
  if (last === undefined) return [{ change: 'new-currency' }];
  const sorted = same.map((payment) => payment.amountCents).sort((left, right) => left - right);
  const usualCents = sorted[Math.floor((sorted.length - 1) / 2)] ?? last.amountCents;
  const isUsual = amountCents < usualCents * unusualFactor && amountCents * unusualFactor > usualCents;
  if (isUsual) return [];
  const comparedPayments = same.length;
  return [{ change: 'unusual-amount', usualCents, lastCents: last.amountCents, comparedPayments }];
}
