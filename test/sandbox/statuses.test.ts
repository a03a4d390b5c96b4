import { describe, expect, test } from '@jest/globals';
import { at, distributionBody, withSandbox, type SandboxClient } from './sandbox-client.ts';

async function stage(client: SandboxClient, paymentCount = 2) {
  return at((await client.create(distributionBody(paymentCount))).body.data, 0);
}

const move = (client: SandboxClient, id: string, order: { status: string; failPayment?: string }) =>
  client.post<{ error?: string }>(`/control/distributions/${id}/status`, order);

async function statuses(client: SandboxClient, id: string): Promise<string[]> {
  const { body } = await client.get(`/v1/distributions/${id}`);
  return [body.status, ...new Set(body.payments.data.map((payment) => payment.status))];
}

describe('a distribution', () => {
  test('goes from draft to executed, its payments with it', async () => {
    await withSandbox({}, async (client) => {
      const { id } = await stage(client);
      const seen = [await statuses(client, id)];
      for (const status of ['published', 'approved', 'executed']) {
        await move(client, id, { status });
        seen.push(await statuses(client, id));
      }
      expect(seen).toEqual([
        ['draft', 'staged'],
        ['published', 'recipient_confirmed'],
        ['approved', 'verified'],
        ['executed', 'disbursed'],
      ]);
    });
  });

  test('told to skip steps takes them all, and stamps them by the clock', async () => {
    const start = Date.parse('2026-04-01T00:00:00Z');
    await withSandbox({ now: () => start }, async (client) => {
      const { id } = await stage(client);
      await client.advance(60);
      await move(client, id, { status: 'approved' });
      const { body } = await client.get(`/v1/distributions/${id}`);
      const now = '2026-04-01T00:01:00Z';
      expect(body).toMatchObject({
        status: 'approved',
        published_at: now,
        approved_at: now,
        executed_at: null,
        updated_at: now,
        created_at: '2026-04-01T00:00:00Z',
      });
      expect(at(body.payments.data, 0)).toMatchObject({ recipient_confirmed_at: now, verified_at: now });
    });
  });

  test('can be executed with one payment failed, which stays so', async () => {
    await withSandbox({}, async (client) => {
      const { id, payments } = await stage(client);
      const failed = at(payments.data, 1).id;
      await move(client, id, { status: 'approved', failPayment: failed });
      await move(client, id, { status: 'executed' });
      const { body } = await client.get(`/v1/distributions/${id}`);
      expect(body.payments.data.map((payment) => payment.status)).toEqual(['disbursed', 'failed']);
    });
  });

  test('can be cancelled until it is executed, and its payments stay as they were', async () => {
    await withSandbox({}, async (client) => {
      const { id } = await stage(client);
      await move(client, id, { status: 'published' });
      expect((await move(client, id, { status: 'cancelled' })).status).toBe(200);
      expect(await statuses(client, id)).toEqual(['cancelled', 'recipient_confirmed']);
      expect((await client.get(`/v1/distributions/${id}`)).body.cancelled_at).not.toBeNull();

      const other = await stage(client);
      await move(client, other.id, { status: 'executed' });
      expect((await move(client, other.id, { status: 'cancelled' })).status).toBe(409);
    });
  });

  test.each([
    ['approved', { status: 'published' }, 409],
    ['cancelled', { status: 'published' }, 409],
    ['draft', { status: 'lost' }, 400],
    ['draft', { status: 'published', failPayment: 'dpmt_Unknown' }, 409],
  ])('that is %s refuses %j and stays', async (from, order, status) => {
    await withSandbox({}, async (client) => {
      const { id } = await stage(client);
      await move(client, id, { status: from });
      const before = await statuses(client, id);
      expect((await move(client, id, order)).status).toBe(status);
      expect(await statuses(client, id)).toEqual(before);
    });
  });

  test('that does not exist cannot be moved', async () => {
    await withSandbox({}, async (client) => {
      expect((await move(client, 'dst_Unknown', { status: 'published' })).status).toBe(404);
    });
  });
});

test('a reset forgets distributions, keys, tokens, faults and requests, and never repeats an id', async () => {
  await withSandbox({}, async (client) => {
    const before = at((await client.create(distributionBody(), 'key-1')).body.data, 0).id;
    await client.orderFaults({ kind: 'refuse' });
    await client.post('/control/reset', {});
    expect([await client.records(), await client.requests()]).toEqual([[], []]);
    expect((await client.get(`/v1/distributions/${before}`)).status).toBe(401);
    await client.signIn();
    const after = at((await client.create(distributionBody(), 'key-1')).body.data, 0).id;
    expect(after).not.toBe(before);
  });
});
