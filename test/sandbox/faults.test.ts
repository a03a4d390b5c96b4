import { describe, expect, test } from '@jest/globals';
import { at, distributionBody, withSandbox, type SandboxClient, type WireError } from './sandbox-client.ts';

const match = { method: 'POST', path: '/v1/distributions' };

/** By name, because Jest gives a test a `TypeError` of its own, which is not the one that `fetch` throws. */
const isNetworkError = (error: unknown) =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'TypeError';

/** The request as `fetch` sees it: a status, or `broken` when the connection ended before the body was whole. */
async function outcome(client: SandboxClient, key = 'key-1'): Promise<number | 'broken'> {
  try {
    return (await client.create(distributionBody(3), key)).status;
  } catch (error) {
    if (!isNetworkError(error)) throw error;
    return 'broken';
  }
}

async function createdCount(client: SandboxClient): Promise<number> {
  return (await client.records()).length;
}

describe('before the work', () => {
  test('refuse breaks the connection and creates nothing', async () => {
    await withSandbox({}, async (client) => {
      await client.orderFaults({ kind: 'refuse', match });
      expect(await outcome(client)).toBe('broken');
      expect(await createdCount(client)).toBe(0);
      expect(at(await client.requests(), 1)).toMatchObject({ status: null, fault: 'refuse' });
      expect(await outcome(client)).toBe(201);
    });
  });

  test('status answers what was ordered, with Retry-After, and creates nothing', async () => {
    await withSandbox({}, async (client) => {
      await client.orderFaults({ kind: 'status', status: 429, retryAfterSeconds: 7, match });
      const reply = await client.create<WireError>(distributionBody(), 'key-1');
      expect([reply.status, reply.body.type, reply.headers.get('retry-after')]).toEqual([
        429,
        'rate_limit_error',
        '7',
      ]);
      expect(await createdCount(client)).toBe(0);
    });
  });

  test('status takes a code of its own, and speaks RFC 6749 at the token endpoint', async () => {
    await withSandbox({}, async (client) => {
      await client.orderFaults(
        { kind: 'status', status: 503, code: 'maintenance', match },
        {
          kind: 'status',
          status: 503,
          code: 'temporarily_unavailable',
          match: { path: '/oauth/token' },
        },
      );
      expect((await client.create<WireError>(distributionBody())).body.code).toBe('maintenance');
      const token = await client.exchange({ grant_type: 'client_credentials' });
      expect([token.status, token.body.error]).toEqual([503, 'temporarily_unavailable']);
    });
  });

  test('conflict answers 409 as though a first request were unfinished', async () => {
    await withSandbox({}, async (client) => {
      await client.orderFaults({ kind: 'conflict', match });
      const reply = await client.create<WireError>(distributionBody(), 'key-1');
      expect([reply.status, reply.body.code]).toEqual([409, 'conflict']);
      expect(await createdCount(client)).toBe(0);
    });
  });
});

describe('in the work', () => {
  test('delay holds the answer back, then it is the usual one', async () => {
    await withSandbox({}, async (client) => {
      const { id } = at((await client.create(distributionBody())).body.data, 0);
      await client.orderFaults(
        { kind: 'delay', delayMs: 200, match },
        { kind: 'delay', delayMs: 200, match: { path: '/v1/distributions/*' } },
      );
      const start = performance.now();
      expect(await outcome(client)).toBe(201);
      const half = performance.now();
      expect((await client.get(`/v1/distributions/${id}`)).status).toBe(200);
      expect(half - start).toBeGreaterThanOrEqual(190);
      expect(performance.now() - half).toBeGreaterThanOrEqual(190);
    });
  });

  test('delay goes on working when the caller has given up', async () => {
    await withSandbox({}, async (client) => {
      await client.orderFaults({ kind: 'delay', delayMs: 150, match });
      const token = (await client.exchange({ grant_type: 'client_credentials' })).body.access_token ?? '';
      const abandoned = fetch(`${client.url}/v1/distributions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(distributionBody()),
        signal: AbortSignal.timeout(50),
      });
      await expect(abandoned).rejects.toMatchObject({ name: 'TimeoutError' });
      while ((await createdCount(client)) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await createdCount(client)).toBe(1);
    });
  });
});

describe('on the way back', () => {
  test.each(['lost-response', 'half-body'] as const)(
    '%s creates, breaks the connection, and the same key learns what was created',
    async (kind) => {
      await withSandbox({}, async (client) => {
        await client.orderFaults({ kind, match });
        expect(await outcome(client)).toBe('broken');
        expect(await createdCount(client)).toBe(1);
        expect(at(await client.requests(), 1)).toMatchObject({ status: 201, fault: kind });
        const reply = await client.create(distributionBody(3), 'key-1');
        const record = at(await client.records(), 0);
        expect(at(reply.body.data, 0).id).toBe(record.id);
        expect(await createdCount(client)).toBe(1);
      });
    },
  );

  test('half-body promises the whole and delivers less', async () => {
    await withSandbox({}, async (client) => {
      const { id } = at((await client.create(distributionBody(3))).body.data, 0);
      const token = (await client.exchange({ grant_type: 'client_credentials' })).body.access_token ?? '';
      const get = () =>
        fetch(`${client.url}/v1/distributions/${id}`, { headers: { authorization: `Bearer ${token}` } });
      const whole = await (await get()).text();
      await client.orderFaults({ kind: 'half-body' });
      const response = await get();
      expect(response.headers.get('content-length')).toBe(String(whole.length));
      await expect(response.text()).rejects.toMatchObject({ name: 'TypeError', message: 'terminated' });
    });
  });

  test('not-json creates and answers a page of HTML', async () => {
    await withSandbox({}, async (client) => {
      await client.orderFaults({ kind: 'not-json', match });
      await expect(client.create(distributionBody(), 'key-1')).rejects.toThrow(SyntaxError);
      expect(await createdCount(client)).toBe(1);
    });
  });

  test('wrong-livemode turns every livemode of that answer only', async () => {
    await withSandbox({}, async (client) => {
      await client.orderFaults({ kind: 'wrong-livemode', match });
      const wrong = at((await client.create(distributionBody(), 'key-1')).body.data, 0);
      expect([wrong.livemode, at(wrong.payments.data, 0).livemode]).toEqual([true, true]);
      const right = at((await client.create(distributionBody(), 'key-1')).body.data, 0);
      expect([right.id, right.livemode]).toEqual([wrong.id, false]);
    });
  });

  test('wrong-organization names a vehicle or an organization that is not ours, in that answer only', async () => {
    await withSandbox({}, async (client) => {
      await client.orderFaults(
        { kind: 'wrong-organization', match },
        { kind: 'wrong-organization', shownBy: 'name', match },
      );
      const answer = async () => at((await client.create(distributionBody(), 'key-1')).body.data, 0);
      const [byVehicle, byName, right] = [await answer(), await answer(), await answer()];
      expect(byVehicle).toEqual({ ...right, vehicle: 'veh_OfAnotherOrganization' });
      expect(byName).toEqual({ ...right, organization: 'org_Another' });
      expect(await createdCount(client)).toBe(1);
    });
  });

  test('drop-payments leaves some out of the answer, never out of the records', async () => {
    await withSandbox({}, async (client) => {
      await client.orderFaults({ kind: 'drop-payments', count: 2, match });
      const { payments } = at((await client.create(distributionBody(5))).body.data, 0);
      expect([payments.data.length, payments.has_more]).toEqual([3, false]);
      expect(at(await client.records(), 0).distribution.payments.data).toHaveLength(5);
    });
  });

  test('drop-payments claims that a page is the last when it is not', async () => {
    await withSandbox({ pageSize: 3 }, async (client) => {
      await client.orderFaults({ kind: 'drop-payments', match });
      const { payments } = at((await client.create(distributionBody(5))).body.data, 0);
      expect([payments.data.length, payments.has_more]).toEqual([2, false]);
    });
  });
});

describe('the queue', () => {
  test('strikes as often as ordered, after as many as ordered, and only what matches', async () => {
    await withSandbox({}, async (client) => {
      await client.orderFaults({ kind: 'status', status: 503, times: 2, after: 1, match });
      expect((await client.get('/v1/entities/ent_Unknown')).status).toBe(404);
      const seen: (number | 'broken')[] = [];
      for (const key of ['a', 'b', 'c', 'd']) seen.push(await outcome(client, key));
      expect(seen).toEqual([201, 503, 503, 201]);
    });
  });

  test('is emptied by DELETE, and says how many wait', async () => {
    await withSandbox({}, async (client) => {
      await client.orderFaults({ kind: 'refuse', match }, { kind: 'conflict', match });
      expect((await client.get('/control/faults')).body).toEqual({ pending: 2 });
      expect((await client.call('DELETE', '/control/faults')).body).toEqual({ pending: 0 });
      expect(await outcome(client)).toBe(201);
    });
  });

  test('takes no order that it does not understand', async () => {
    await withSandbox({}, async (client) => {
      const reply = await client.post<{ error: string }>('/control/faults', [{ kind: 'gremlin' }]);
      expect(reply.status).toBe(400);
      expect(reply.body.error).toContain('kind');
    });
  });
});
