import { sandboxSeed } from '../../sandbox/seed.ts';

/** To whom the same distributions are given: to our proxy in its own terms, to a pass-through in Nova's. */
export type Target = 'proxy' | 'pass-through';

export interface PreparedRequest {
  path: string;
  headers: Record<string, string>;
  body: string;
}

const paymentCount = 3;

/** The `number`-th small distribution of a run; no two numbers make the same one. */
export function prepareRequest(target: Target, run: string, number: number, token: string): PreparedRequest {
  const { entities, vehicles, contacts } = sandboxSeed;
  const idOf = (items: readonly { id: string }[], index: number) => items[index % items.length]?.id ?? '';
  const name = `Load ${run} ${number}`;
  const vehicle = idOf(vehicles, number);
  const rows = Array.from({ length: paymentCount }, (_, index) => ({
    entity: idOf(entities, number + index),
    amountCents: 100_00 + index,
    contact: idOf(contacts, number + index),
  }));
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  if (target === 'proxy') {
    const payments = rows.map(({ entity, amountCents, contact }) => ({
      entity,
      amountCents,
      currency: 'USD',
      contacts: [contact],
      dateOverride: null,
    }));
    const distribution = {
      name,
      vehicle,
      distributionDate: '2027-09-30',
      externalReference: null,
      payments,
    };
    const source = { workbook: 'Load.xlsx', sheet: 'Payouts' };
    return { path: '/api/distributions', headers, body: JSON.stringify({ distribution, source }) };
  }
  const payments = rows.map(({ entity, amountCents, contact }) => ({
    entity,
    amount: amountCents,
    currency: 'USD',
    notifications: [{ contact }],
  }));
  const distribution = { name, vehicle, distribution_date: '2027-09-30T00:00:00Z', payments };
  return {
    path: '/v1/distributions',
    headers: { ...headers, 'idempotency-key': `load-${run}-${number}` },
    body: JSON.stringify([distribution]),
  };
}
