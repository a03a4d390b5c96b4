/**
 * Reads the body of `POST /v1/distributions` by the letter of the Nova reference. It shares no schema with the proxy on
 * purpose: a rule that the proxy gets wrong must be refused here, not agreed upon.
 */
import { asArray, asId, asObject, asString, invalid, optionalText, required } from './read-body.ts';

export interface PaymentRequest {
  readonly amountCents: number;
  readonly currency: string;
  readonly entity: string;
  readonly contacts: readonly string[];
  readonly distributionDateOverride: string | null;
}

export interface DistributionRequest {
  readonly name: string;
  readonly distributionDate: string;
  readonly vehicle: string;
  readonly externalReference: string | null;
  readonly payments: readonly PaymentRequest[];
}

const dateTimePattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** A date-time of RFC 3339 on a day that the calendar has. */
function asDateTime(found: { value: unknown; param: string }): string {
  const text = asString(found);
  const day = dateTimePattern.exec(text)?.[1];
  const midnight = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day ?? '')) {
    throw invalid(found.param, 'must be a date-time such as 2024-04-20T00:00:00Z');
  }
  return text;
}

function readPayment(value: unknown, param: string): PaymentRequest {
  const payment = asObject(value, param);
  const amount = required(payment, 'amount', param);
  if (typeof amount.value !== 'number' || !Number.isSafeInteger(amount.value) || amount.value <= 0) {
    throw invalid(amount.param, 'must be an integer above 0, in the smallest currency unit');
  }
  const currency = required(payment, 'currency', param);
  if (asString(currency) !== 'USD') throw invalid(currency.param, 'must be USD');
  const entity = asId('ent', required(payment, 'entity', param));
  const notificationsParam = `${param}.notifications`;
  const contacts = asArray(payment.notifications ?? [], notificationsParam).map((notification, index) => {
    const itemParam = `${notificationsParam}[${index}]`;
    return asId('cnt', required(asObject(notification, itemParam), 'contact', itemParam));
  });
  const override = payment.distribution_date_override;
  return {
    amountCents: amount.value,
    currency: 'USD',
    entity,
    contacts,
    distributionDateOverride:
      override === undefined
        ? null
        : asDateTime({ value: override, param: `${param}.distribution_date_override` }),
  };
}

/** Throws a 400 that names the first member that is wrong. Members that the reference does not know are ignored. */
export function readDistributionRequest(body: unknown): DistributionRequest {
  const elements = asArray(body, 'body');
  if (elements.length !== 1) throw invalid('body', 'required array length: 1 element');
  const param = '[0]';
  const distribution = asObject(elements[0], param);

  const name = required(distribution, 'name', param);
  if (asString(name).length < 1) throw invalid(name.param, 'minimum string length: 1');
  const payments = required(distribution, 'payments', param);
  const items = asArray(payments.value, payments.param);
  if (items.length < 1) throw invalid(payments.param, 'minimum array length: 1');

  return {
    name: asString(name),
    distributionDate: asDateTime(required(distribution, 'distribution_date', param)),
    vehicle: asId('veh', required(distribution, 'vehicle', param)),
    externalReference: optionalText(distribution, 'external_reference', param),
    payments: items.map((item, index) => readPayment(item, `${payments.param}[${index}]`)),
  };
}
