/** The same content is created once, whoever asks for it, how often, and in which order of rows. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Accepted, Outcome } from '../../../src/contract/index.ts';
import { aDistribution, contactId, entityId, ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
beforeEach(async () => {
  under = await ProxyUnderTest.start({ sandbox: { pageSize: 5 } });
});
afterEach(() => under.stop());

function accepted(outcome: Outcome | null | undefined): Accepted {
  if (outcome?.outcome !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe('ids and order', () => {
  test('each row gets the id of its own payment, over several pages and in whatever order Nova answers', async () => {
    const distribution = aDistribution({ paymentCount: 23 });
    const outcome = accepted(await under.stage(distribution));
    const [record] = await under.created();
    const byId = new Map(record?.distribution.payments.data.map((payment) => [payment.id, payment]));
    expect(byId.size).toBe(23);
    expect(outcome.payments.map((payment) => byId.get(payment?.id ?? '')?.amount)).toEqual(
      distribution.payments.map(({ amountCents }) => amountCents),
    );
    expect(outcome.warnings).toEqual([]);
  });

  test('identical rows get distinct ids, the same ones each time', async () => {
    const distribution = aDistribution();
    const [payment] = distribution.payments;
    if (payment === undefined) throw new Error('no payment');
    const tripled = { ...distribution, payments: [payment, payment, payment] };
    const first = accepted(await under.stage(tripled));
    expect(new Set(first.payments.map((result) => result?.id)).size).toBe(3);
    expect(accepted(await under.stage(tripled)).payments).toEqual(first.payments);
  });

  test('rows in another order are the same content, and the ids follow the rows', async () => {
    const distribution = aDistribution({ paymentCount: 7 });
    const first = accepted(await under.stage(distribution));
    const turned = { ...distribution, payments: distribution.payments.toReversed() };
    const second = accepted(await under.stage(turned));
    expect(second).toMatchObject({ existing: true, contentHash: first.contentHash, entryId: first.entryId });
    expect(second.payments).toEqual(first.payments.toReversed());
    expect(await under.creations()).toHaveLength(1);
  });

  test('contacts in another order, or twice, are the same content', async () => {
    const distribution = aDistribution({ paymentCount: 1 });
    const withContacts = (contacts: string[]) =>
      ({
        ...distribution,
        payments: distribution.payments.map((payment) => ({ ...payment, contacts })),
      }) as never;
    const [a, b] = [contactId(0), contactId(1)];
    const first = accepted(await under.stage(withContacts([a, b])));
    const second = accepted(await under.stage(withContacts([b, a, b])));
    expect(second).toMatchObject({ existing: true, entryId: first.entryId, payments: first.payments });
  });

  test.each([
    ['name', { name: 'Another' }],
    ['date', { distributionDate: '2027-01-05' }],
    ['reference', { externalReference: 'ref-1' }],
  ])('another %s is another content', async (_what, change) => {
    const distribution = aDistribution();
    await under.stage(distribution);
    const other = accepted(await under.stage({ ...distribution, ...change } as never));
    expect(other.existing).toBe(false);
    expect(await under.created()).toHaveLength(2);
  });

  test('override dates go to Nova and come back to their rows', async () => {
    const distribution = aDistribution({ paymentCount: 2 });
    const payments = distribution.payments.map((payment, index) => ({
      ...payment,
      entity: entityId(0),
      amountCents: 500,
      contacts: [],
      dateOverride: index === 0 ? null : '2027-02-01',
    }));
    const outcome = accepted(await under.stage({ ...distribution, payments } as never));
    expect(outcome.warnings).toEqual([]);
    expect(outcome.payments.every((payment) => payment !== null)).toBe(true);
  });
});

describe('a second submission', () => {
  test('sends nothing, and says when, for whom and what', async () => {
    const distribution = aDistribution();
    const first = accepted(await under.stage(distribution));
    under.time.advanceHours(2);
    under.token = await under.signIn('Second user');
    const again = accepted(await under.stage(distribution, { workbook: 'Copy.xlsx', sheet: 'Other' }));
    expect(again).toEqual({ ...first, existing: true });
    expect(again.acceptedAt).toBe('2027-01-04T09:00:00.000Z');
    expect(again.acceptedFor).toBe('Distribution Desk user');
    expect(await under.creations()).toHaveLength(1);
    expect(
      under.readLedger("select user_name, workbook, sheet, result from audit_log where action = 'stage'"),
    ).toEqual([
      {
        user_name: 'Second user',
        workbook: 'Copy.xlsx',
        sheet: 'Other',
        result: 'nothing sent: accepted before',
      },
    ]);
  });

  test('at the same time makes one call to Nova and gets the same ids', async () => {
    const distribution = aDistribution();
    await under.orderFaults({ kind: 'delay', delayMs: 100 });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => under.stage(distribution)));
    expect(new Set(outcomes.map((outcome) => accepted(outcome).distributionId)).size).toBe(1);
    expect(outcomes.filter((outcome) => !accepted(outcome).existing)).toHaveLength(1);
    expect(await under.creations()).toHaveLength(1);
    expect(await under.created()).toHaveLength(1);
  });

  test('survives a restart of the proxy', async () => {
    const distribution = aDistribution();
    const first = accepted(await under.stage(distribution));
    await under.proxy.close();
    await under.startProxy();
    expect(accepted(await under.stage(distribution))).toEqual({ ...first, existing: true });
    expect(await under.creations()).toHaveLength(1);
  });
});

describe('payments that are missing from the answer', () => {
  test('are fetched from the list', async () => {
    await under.orderFaults({ kind: 'drop-payments', count: 2, match: { method: 'POST' } });
    const outcome = accepted(await under.stage(aDistribution({ paymentCount: 4 })));
    expect(outcome.payments.every((payment) => payment !== null)).toBe(true);
    expect(outcome.warnings).toEqual([]);
  });

  test('and from every list are accepted with a warning, never silently', async () => {
    await under.orderFaults({ kind: 'drop-payments', count: 2, times: 9 });
    const outcome = accepted(await under.stage(aDistribution({ paymentCount: 4 })));
    expect(outcome.payments.filter((payment) => payment === null)).toHaveLength(2);
    expect(outcome.warnings[0]).toMatch(/^4 payments were sent, but Nova lists 2\./);
    expect(outcome.warnings[1]).toMatch(/^2 of 4 rows match none/);
  });

  test('because a page failed are said to be missing, and fetched by the next submission', async () => {
    const distribution = aDistribution({ paymentCount: 12 });
    await under.orderFaults({
      kind: 'status',
      status: 500,
      times: 8,
      match: { path: '/v1/distributions/*/payments' },
    });
    const short = accepted(await under.stage(distribution));
    expect(short.warnings[0]).toMatch(/^Nova did not list all payments of this distribution yet/);
    expect(short.payments.filter((payment) => payment !== null)).toHaveLength(5);
    const whole = accepted(await under.stage(distribution));
    expect(whole).toMatchObject({ existing: true, warnings: [] });
    expect(whole.payments.every((payment) => payment !== null)).toBe(true);
    expect(await under.creations()).toHaveLength(1);
  });
});

describe('lookup', () => {
  test('answers in the order of the request and sends nothing', async () => {
    const [known, never] = [aDistribution(), aDistribution()];
    const first = accepted(await under.stage(known));
    const sent = await under.control<{ data: unknown[] }>('GET', '/requests');
    expect(await under.lookup(never, known, known)).toEqual([
      null,
      { ...first, existing: true },
      { ...first, existing: true },
    ]);
    expect(await under.control('GET', '/requests')).toEqual(sent);
  });
});
