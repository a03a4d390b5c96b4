import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Accepted, ApiError } from '../../../src/contract/index.ts';
import { refreshResponseSchema } from '../../../src/contract/index.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { aDistribution, ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
beforeEach(async () => {
  under = await ProxyUnderTest.start({ sandbox: { pageSize: 4 } });
});
afterEach(() => under.stop());

async function stageOne(
  paymentCount = 3,
): Promise<{ request: ReturnType<typeof aDistribution>; accepted: Accepted }> {
  const request = aDistribution({ paymentCount });
  return { request, accepted: (await under.stage(request)) as Accepted };
}

describe('a refresh', () => {
  test('brings the statuses of now, over all pages, and keeps them for a restore', async () => {
    const { request, accepted } = await stageOne(10);
    await under.control('POST', `/distributions/${accepted.distributionId}/status`, { status: 'executed' });
    under.time.nowMs += 60_000;
    const answer = refreshResponseSchema.parse(await under.refresh(accepted.distributionId));
    expect(answer.checkedAt).toBe('2027-01-04T09:01:00.000Z');
    const [refreshed] = answer.distributions;
    expect(refreshed).toMatchObject({ found: true, distributionStatus: 'executed', warnings: [] });
    const payments = refreshed?.found === true ? refreshed.payments : [];
    expect(payments.map(({ id }) => id).sort()).toEqual(
      accepted.payments.map((payment) => payment?.id).sort(),
    );
    expect(new Set(payments.map(({ status }) => status))).toEqual(new Set(['disbursed']));

    const [restored] = await under.lookup(request);
    expect(restored).toMatchObject({ distributionStatus: 'executed' });
    expect((restored as Accepted).payments).toEqual(
      accepted.payments.map((payment) => ({ id: payment?.id, status: 'disbursed' })),
    );
  });

  test('answers in the order of the request, and says which Nova does not know', async () => {
    const one = await stageOne();
    const two = await stageOne();
    const ids = [
      two.accepted.distributionId,
      'dst_Nowhere',
      one.accepted.distributionId,
      two.accepted.distributionId,
    ];
    const { distributions } = await under.refresh(...ids);
    expect(distributions.map(({ distributionId }) => distributionId)).toEqual(ids);
    expect(distributions.map(({ found }) => found)).toEqual([true, false, true, true]);
    expect(distributions[1]).toHaveProperty(
      'message',
      expect.stringMatching(/^Nova does not know dst_Nowhere\./),
    );
  });

  test('asks for no more at once than it may', async () => {
    const ids = await Promise.all(
      Array.from({ length: 12 }, async () => (await stageOne(1)).accepted.distributionId),
    );
    const { distributions } = await under.refresh(...ids);
    expect(distributions.every(({ found }) => found)).toBe(true);
  });

  test('tries again after a 5xx, and reports one that stays as not read', async () => {
    const { accepted } = await stageOne();
    const path = `/v1/distributions/${accepted.distributionId}`;
    await under.orderFaults({ kind: 'status', status: 503, match: { path } });
    expect((await under.refresh(accepted.distributionId)).distributions[0]).toMatchObject({ found: true });
    await under.orderFaults({ kind: 'status', status: 503, times: 4, match: { path } });
    expect((await under.refresh(accepted.distributionId)).distributions[0]).toMatchObject({
      found: false,
      code: 'nova-failed',
    });
  });

  test('refuses what is of the other mode', async () => {
    const { accepted } = await stageOne();
    await under.orderFaults({ kind: 'wrong-livemode', match: { method: 'GET' } });
    expect((await under.refresh(accepted.distributionId)).distributions[0]).toMatchObject({
      found: false,
      code: 'mode-mismatch',
    });
  });

  test('says missing payments of what it staged itself', async () => {
    const { accepted } = await stageOne(3);
    await under.orderFaults({ kind: 'drop-payments', times: 9 });
    expect((await under.refresh(accepted.distributionId)).distributions[0]).toMatchObject({
      found: true,
      warnings: ['3 payments were sent, but Nova lists 2.'],
    });
  });

  test('of a Nova that is down ends as a whole, in words', async () => {
    const { accepted } = await stageOne();
    await under.sandbox.close();
    const reply = await under.post<ApiError>('/api/distributions/refresh', {
      distributionIds: [accepted.distributionId, 'dst_Other'],
    });
    expect(reply).toMatchObject({ status: 503, body: { error: { code: 'nova-unavailable' } } });
    under.sandbox = await startSandbox();
  });
});
