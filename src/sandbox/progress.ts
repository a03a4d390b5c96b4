/**
 * What people do in Nova's dashboard after staging: publish, approve, execute or cancel. No API does it, so only the
 * control endpoint calls this.
 */
import type { DistributionRecord, PaymentRecord } from './records.ts';

const steps = ['draft', 'published', 'approved', 'executed'];

export type Progress = { readonly done: true } | { readonly done: false; readonly reason: string };

function movePayment(payment: PaymentRecord, step: string, now: string): void {
  if (payment.status === 'failed') return;
  if (step === 'published') {
    payment.status = 'recipient_confirmed';
    payment.recipientConfirmedAt = now;
  } else if (step === 'approved') {
    payment.status = 'verified';
    payment.verifiedAt = now;
  } else if (step === 'executed') {
    payment.status = 'disbursed';
  }
}

function takeStep(distribution: DistributionRecord, step: string, now: string): void {
  distribution.status = step;
  if (step === 'published') distribution.publishedAt = now;
  if (step === 'approved') distribution.approvedAt = now;
  if (step === 'executed') distribution.executedAt = now;
  distribution.payments.forEach((payment) => movePayment(payment, step, now));
}

/**
 * Moves the distribution forward to `status`, through the steps between, its payments with it. `failPayment` fails
 * before the move and stays failed. Never backwards, and never out of `executed` or `cancelled`; to the status that
 * it already has, only to fail a payment.
 */
export function moveDistribution(
  distribution: DistributionRecord,
  order: { status: string; failPayment?: string | undefined },
  now: string,
): Progress {
  const from = steps.indexOf(distribution.status);
  const to = steps.indexOf(order.status);
  const cancels = order.status === 'cancelled';
  if (from < 0 || (cancels ? distribution.status === 'executed' : to < from)) {
    return {
      done: false,
      reason: `A distribution cannot go from ${distribution.status} to ${order.status}.`,
    };
  }
  if (order.failPayment !== undefined) {
    const payment = distribution.payments.find((candidate) => candidate.id === order.failPayment);
    if (payment === undefined) {
      return { done: false, reason: `The distribution has no payment ${order.failPayment}.` };
    }
    payment.status = 'failed';
  }
  if (cancels) {
    distribution.status = 'cancelled';
    distribution.cancelledAt = now;
  } else {
    steps.slice(from + 1, to + 1).forEach((step) => takeStep(distribution, step, now));
  }
  distribution.updatedAt = now;
  return { done: true };
}
