import type { DistributionRequest, PaymentRequest } from './distribution-request.ts';
import { NovaProblem } from './problems.ts';
import { lettersAndDigits } from './ids.ts';
import { inAnotherOrder } from './in-another-order.ts';
import type { DistributionRecord, Origin, PaymentRecord, Records } from './records.ts';
import type { SandboxState } from './state.ts';

function notFound(what: string, id: string, param: string): NovaProblem {
  return new NovaProblem(404, 'not_found', `No ${what} ${id} in this organization.`, { param });
}

/** "404: vehicle, entity or contact not found". Nothing is created unless every reference resolves. */
function checkReferences(request: DistributionRequest, records: Records): void {
  if (!records.vehicles.has(request.vehicle)) throw notFound('vehicle', request.vehicle, '[0].vehicle');
  request.payments.forEach((payment, index) => {
    const param = `[0].payments[${index}]`;
    if (!records.entities.has(payment.entity)) throw notFound('entity', payment.entity, `${param}.entity`);
    payment.contacts.forEach((contact, position) => {
      if (!records.contacts.has(contact)) {
        throw notFound('contact', contact, `${param}.notifications[${position}].contact`);
      }
    });
  });
}

function stagePayment(state: SandboxState, payment: PaymentRequest): PaymentRecord {
  return {
    id: state.ids.next('dpmt'),
    amountCents: payment.amountCents,
    currency: payment.currency,
    entity: payment.entity,
    paymentInstructions: state.records.entities.get(payment.entity)?.paymentInstructions[0] ?? null,
    notifications: payment.contacts.map((contact) => ({ id: state.ids.next('dntf'), contact })),
    distributionDateOverride: payment.distributionDateOverride,
    status: 'staged',
    recipientConfirmedAt: null,
    verifiedAt: null,
  };
}

/** Stages the distribution as a draft, or throws a 404 and leaves everything as it was. */
export function createDistribution(
  state: SandboxState,
  request: DistributionRequest,
  origin: Origin,
): DistributionRecord {
  checkReferences(request, state.records);
  const id = state.ids.next('dst');
  const sent = request.payments.map((payment) => stagePayment(state, payment));
  const now = state.clock.timestamp();
  const distribution: DistributionRecord = {
    id,
    ...origin,
    shortId: `D-${lettersAndDigits(id, 6).toUpperCase()}`,
    name: request.name,
    distributionDate: request.distributionDate,
    vehicle: request.vehicle,
    externalReference: request.externalReference,
    createdAt: now,
    paymentIdsInSentOrder: sent.map((payment) => payment.id),
    payments: inAnotherOrder(sent),
    status: 'draft',
    publishedAt: null,
    approvedAt: null,
    executedAt: null,
    cancelledAt: null,
    updatedAt: now,
  };
  state.records.distributions.set(id, distribution);
  return distribution;
}
