import { describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { at, distributionBody, withSandbox, type SandboxClient, type WireError } from './sandbox-client.ts';

const create = { method: 'POST', path: '/v1/distributions' };
const unknownVehicle = () => [{ ...at(distributionBody(), 0), vehicle: 'veh_Unknown' }];
const dayInSeconds = 24 * 60 * 60;

const createdCount = async (client: SandboxClient) => (await client.records()).length;

describe('the same key and body', () => {
  test('get the first answer again, and create nothing more', async () => {
    await withSandbox({}, async (client) => {
      const first = await client.create(distributionBody(), 'key-1');
      const second = await client.create(distributionBody(), 'key-1');
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.body).toEqual(first.body);
      expect(await client.records()).toMatchObject([{ idempotencyKey: 'key-1' }]);
      expect((await client.requests()).map((request) => request.replayed)).toEqual([false, false, true]);
    });
  });

  test('get the stored answer even when the distribution has moved on since', async () => {
    await withSandbox({}, async (client) => {
      const first = await client.create(distributionBody(), 'key-1');
      const { id } = at(first.body.data, 0);
      await client.post(`/control/distributions/${id}/status`, { status: 'published' });
      expect((await client.create(distributionBody(), 'key-1')).body).toEqual(first.body);
    });
  });

  test('get a stored refusal again, even when its cause is gone', async () => {
    await withSandbox({}, async (client) => {
      const body = [
        {
          ...at(distributionBody(), 0),
          payments: [{ amount: 1, currency: 'USD', entity: 'ent_Late', notifications: [] }],
        },
      ];
      const first = await client.create<WireError>(body, 'key-1');
      await client.post('/control/entities', { id: 'ent_Late', name: 'Late Partners LP' });
      const second = await client.create<WireError>(body, 'key-1');
      expect([first.status, second.status]).toEqual([404, 404]);
      expect(second.body.request_id).toBe(first.body.request_id);
      expect((await client.create(body, 'key-2')).status).toBe(201);
    });
  });

  test('mean a new request once 24 hours are over, and not a second before', async () => {
    let now = Date.parse('2026-04-01T00:00:00Z');
    await withSandbox({ tokenLifetimeSeconds: 10 * dayInSeconds, now: () => now }, async (client) => {
      await client.create(distributionBody(), 'key-1');
      await client.advance(dayInSeconds - 1);
      await client.create(distributionBody(), 'key-1');
      expect(await createdCount(client)).toBe(1);
      now += 1000;
      expect((await client.create(distributionBody(), 'key-1')).status).toBe(201);
      expect(await createdCount(client)).toBe(2);
    });
  });
});

describe('the same key', () => {
  test('with another body is a mismatch, also after a refusal', async () => {
    await withSandbox({}, async (client) => {
      await client.create(distributionBody(), 'key-1');
      await client.create(unknownVehicle(), 'key-2');
      for (const key of ['key-1', 'key-2']) {
        const reply = await client.create<WireError>(distributionBody(1, 'Second close'), key);
        expect([reply.status, reply.body.code]).toEqual([409, 'idempotency_mismatch']);
      }
      expect((await client.create(distributionBody(), 'key-1')).status).toBe(201);
      expect(await createdCount(client)).toBe(1);
    });
  });

  test('conflicts while the first request is in progress, then replays', async () => {
    await withSandbox({}, async (client) => {
      await client.orderFaults({ kind: 'delay', delayMs: 400, match: create });
      const first = client.create(distributionBody(), 'key-1');
      await sleep(100);
      const during = await client.create<WireError>(distributionBody(), 'key-1');
      expect([during.status, during.body.code]).toEqual([409, 'conflict']);
      const other = await client.create<WireError>(distributionBody(1, 'Second close'), 'key-1');
      expect([other.status, other.body.code]).toEqual([409, 'idempotency_mismatch']);
      const { status, body } = await first;
      expect(status).toBe(201);
      expect((await client.create(distributionBody(), 'key-1')).body).toEqual(body);
      expect(await createdCount(client)).toBe(1);
    });
  });

  test.each([408, 429, 500, 502, 503])('after a %i tries again', async (status) => {
    await withSandbox({}, async (client) => {
      await client.orderFaults({ kind: 'status', status, match: create });
      expect((await client.create(distributionBody(), 'key-1')).status).toBe(status);
      expect(await createdCount(client)).toBe(0);
      expect((await client.create(distributionBody(), 'key-1')).status).toBe(201);
      expect(await createdCount(client)).toBe(1);
    });
  });

  test('is not spent by a 401', async () => {
    await withSandbox({}, async (client) => {
      await client.post('/control/tokens/expire', {});
      expect((await client.create(distributionBody(), 'key-1')).status).toBe(401);
      await client.signIn();
      expect((await client.create(distributionBody(), 'key-1')).status).toBe(201);
    });
  });
});

test('without a key every request creates', async () => {
  await withSandbox({}, async (client) => {
    await client.create(distributionBody());
    await client.create(distributionBody());
    expect((await client.records()).map((record) => record.idempotencyKey)).toEqual([null, null]);
  });
});
