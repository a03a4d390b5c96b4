import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { toNovaDateTime } from '../../contract/index.ts';
import type { DistributionRequest, NovaDistributionRequest, PaymentRequest } from '../../contract/index.ts';

/** What a distribution is, whatever the order of its rows: the bytes that go to Nova, and their hash. */
export interface CanonicalContent {
  /** The body of `POST /v1/distributions`: an array of one distribution, RFC 8785. */
  body: string;
  /** SHA-256 of the body, in hexadecimal. */
  hash: string;
  /** The same body as data. */
  distribution: NovaDistributionRequest;
}

/**
 * Builds the one body that stands for this distribution. Payments are put in the order of their own canonical texts,
 * and a payment's contacts in alphabetical order, each once, so that sorting the sheet does not make new content.
 *
 * Whatever changes here changes every hash, and with it what counts as submitted before: members may be added only in
 * a way that leaves the body of present requests as it is.
 */
export function canonicalContent(request: DistributionRequest): CanonicalContent {
  const payments = request.payments
    .map(toNovaPayment)
    .map((payment) => ({ payment, text: canonicalText(payment) }))
    .sort((left, right) => compareText(left.text, right.text))
    .map(({ payment }) => payment);
  const distribution: NovaDistributionRequest = {
    name: request.name,
    distribution_date: toNovaDateTime(request.distributionDate),
    vehicle: request.vehicle,
    payments,
    ...(request.externalReference === null ? {} : { external_reference: request.externalReference }),
  };
  const body = canonicalText([distribution]);
  return { body, hash: sha256(body), distribution };
}

/**
 * The key under which Nova knows one generation of one content. It is derived, never drawn, so that a proxy that lost
 * its ledger, or a second one, still asks under the same key and cannot create the distribution twice while the key
 * lives. The mode is left out on purpose: a proxy whose mode was set wrongly at first must not get a second key.
 */
export function idempotencyKey(organization: string, contentHash: string, generation: number): string {
  return `dd1-${sha256(canonicalText(['distribution-desk', organization, contentHash, generation]))}`;
}

/** The content hash of a canonical body. */
export function hashOfBody(body: string): string {
  return sha256(body);
}

/** How many payments a canonical body holds. */
export function paymentCountOf(body: string): number {
  const [distribution] = JSON.parse(body) as [NovaDistributionRequest];
  return distribution.payments.length;
}

function toNovaPayment(payment: PaymentRequest): NovaDistributionRequest['payments'][number] {
  return {
    amount: payment.amountCents,
    currency: payment.currency,
    entity: payment.entity,
    notifications: [...new Set(payment.contacts)].sort(compareText).map((contact) => ({ contact })),
    ...(payment.dateOverride === null
      ? {}
      : { distribution_date_override: toNovaDateTime(payment.dateOverride) }),
  };
}

/** RFC 8785. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON has a canonical text');
  return text;
}

/** By UTF-16 code units, as RFC 8785 orders members: the same on every machine and in every language. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** In hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
