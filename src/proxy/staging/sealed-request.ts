import { contactIdSchema, isoDateSchema, vehicleIdSchema } from '../../contract/index.ts';
import type { Cents, Currency, DistributionRequest, NovaDistributionRequest } from '../../contract/index.ts';

/** What a canonical body says, as the request that made it; the payments in the order in which they go to Nova. */
export function requestOfBody(body: string): DistributionRequest {
  const [distribution] = JSON.parse(body) as [NovaDistributionRequest];
  return {
    name: distribution.name,
    vehicle: vehicleIdSchema.parse(distribution.vehicle),
    distributionDate: isoDateSchema.parse(distribution.distribution_date.slice(0, 10)),
    externalReference: distribution.external_reference ?? null,
    payments: distribution.payments.map((payment) => ({
      entity: payment.entity,
      amountCents: payment.amount as Cents,
      currency: payment.currency as Currency,
      contacts: payment.notifications.map(({ contact }) => contactIdSchema.parse(contact)),
      dateOverride:
        payment.distribution_date_override === undefined
          ? null
          : isoDateSchema.parse(payment.distribution_date_override.slice(0, 10)),
    })),
  };
}
