/**
 * How records look in answers: the shapes of "Create distributions", "Retrieve a distribution" and "Create payment
 * instructions", and of Nova's public pages on entities and contacts.
 */
import { inAnotherOrder } from './in-another-order.ts';
import type {
  ContactRecord,
  DistributionRecord,
  EntityRecord,
  InstructionsRecord,
  NotificationRecord,
  PaymentRecord,
} from './records.ts';

export interface WireSettings {
  readonly livemode: boolean;
  /** How many items a nested list holds at most. */
  readonly pageSize: number;
}

export interface WireList {
  object: 'list';
  data: unknown[];
  has_more: boolean;
  url: string;
}

/** The dashboard does not exist here; the name under `.example` makes sure that the links lead nowhere. */
const dashboardUrl = 'https://dashboard.nova-sandbox.example';

export function listToWire<T>(
  items: readonly T[],
  render: (item: T) => unknown,
  page: { start: number; size: number; url: string },
): WireList {
  const end = page.start + page.size;
  return {
    object: 'list',
    data: items.slice(page.start, end).map(render),
    has_more: end < items.length,
    url: page.url,
  };
}

export const notificationToWire = (notification: NotificationRecord, settings: WireSettings) => ({
  object: 'distribution_notification',
  livemode: settings.livemode,
  id: notification.id,
  contact: notification.contact,
});

export function paymentToWire(payment: PaymentRecord, settings: WireSettings): Record<string, unknown> {
  return {
    object: 'distribution_payment',
    livemode: settings.livemode,
    id: payment.id,
    amount: payment.amountCents,
    currency: payment.currency,
    status: payment.status,
    recipient_confirmed_at: payment.recipientConfirmedAt,
    verified_at: payment.verifiedAt,
    entity: payment.entity,
    payment_instructions: payment.paymentInstructions,
    notifications: listToWire(payment.notifications, (item) => notificationToWire(item, settings), {
      start: 0,
      size: settings.pageSize,
      url: `/v1/distribution_payments/${payment.id}/notifications`,
    }),
    distribution_date_override: payment.distributionDateOverride,
  };
}

export function distributionToWire(
  distribution: DistributionRecord,
  settings: WireSettings,
): Record<string, unknown> {
  return {
    object: 'distribution',
    livemode: settings.livemode,
    id: distribution.id,
    name: distribution.name,
    distribution_date: distribution.distributionDate,
    vehicle: distribution.vehicle,
    external_reference: distribution.externalReference,
    short_id: distribution.shortId,
    status: distribution.status,
    published_at: distribution.publishedAt,
    approved_at: distribution.approvedAt,
    executed_at: distribution.executedAt,
    cancelled_at: distribution.cancelledAt,
    created_at: distribution.createdAt,
    updated_at: distribution.updatedAt,
    sender_url: `${dashboardUrl}/sender/distributions/${distribution.shortId}`,
    recipient_url: `${dashboardUrl}/recipient/distributions/${distribution.shortId}`,
    payments: listToWire(distribution.payments, (payment) => paymentToWire(payment, settings), {
      start: 0,
      size: settings.pageSize,
      url: `/v1/distributions/${distribution.id}/payments`,
    }),
  };
}

export const entityToWire = (entity: EntityRecord, settings: WireSettings) => ({
  object: 'entity',
  livemode: settings.livemode,
  id: entity.id,
  name: entity.name,
  type: entity.type,
  external_reference: entity.externalReference,
  external_type: entity.externalType,
  payment_instructions: entity.paymentInstructions,
});

export const contactToWire = (contact: ContactRecord, settings: WireSettings) => ({
  object: 'contact',
  livemode: settings.livemode,
  id: contact.id,
  name: contact.name,
  email: contact.email,
  external_reference: contact.externalReference,
});

/** What one element of the request became: ids alone, in another order than the instructions were sent. */
export const entityInstructionsToWire = (
  entity: string,
  created: readonly InstructionsRecord[],
  settings: WireSettings,
) => ({
  object: 'entity_payment_instructions',
  livemode: settings.livemode,
  entity,
  payment_instructions: listToWire(inAnotherOrder(created), ({ id }) => id, {
    start: 0,
    size: settings.pageSize,
    url: `/v1/entities/${entity}/payment_instructions`,
  }),
});
