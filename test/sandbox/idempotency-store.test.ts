import { describe, expect, test } from '@jest/globals';
import { SandboxClock } from '../../src/sandbox/clock.ts';
import { IdempotencyStore, type Answer, type KeyedRequest } from '../../src/sandbox/idempotency.ts';

const request: KeyedRequest = {
  organizationId: 'org_1',
  key: 'key-1',
  method: 'POST',
  path: '/v1/distributions',
  rawBody: Buffer.from('[]'),
};

const newStore = () => new IdempotencyStore(new SandboxClock(() => 0));

/** Works that answer the given status, and count how often they were asked. */
function counted(status: number): { work: () => Promise<Answer>; asked: () => number } {
  let count = 0;
  const work = async () => {
    count += 1;
    return { status, body: count };
  };
  return { work, asked: () => count };
}

describe('the store of idempotency keys', () => {
  test.each([200, 201, 400, 403, 404, 422])('keeps an answer of %i', async (status) => {
    const store = newStore();
    const { work, asked } = counted(status);
    const first = await store.answerOnce(request, work);
    const second = await store.answerOnce(request, work);
    expect([first.replayed, second.replayed, asked()]).toEqual([false, true, 1]);
    expect(second.answer).toEqual(first.answer);
  });

  test.each([408, 409, 429, 500, 502, 503])('keeps no answer of %i', async (status) => {
    const store = newStore();
    const { work, asked } = counted(status);
    await store.answerOnce(request, work);
    expect((await store.answerOnce(request, work)).replayed).toBe(false);
    expect(asked()).toBe(2);
  });

  test('keeps nothing of work that broke', async () => {
    const store = newStore();
    const broken = store.answerOnce(request, () => Promise.reject(new Error('a bug')));
    await expect(broken).rejects.toThrow('a bug');
    expect((await store.answerOnce(request, counted(201).work)).replayed).toBe(false);
  });

  test('keeps the keys of two organizations apart', async () => {
    const store = newStore();
    const { work, asked } = counted(201);
    await store.answerOnce(request, work);
    await store.answerOnce({ ...request, organizationId: 'org_2' }, work);
    expect(asked()).toBe(2);
  });

  test.each([{ method: 'PUT' }, { path: '/v1/entities' }, { rawBody: Buffer.from('[ ]') }])(
    'tells a request with another %j',
    async (change) => {
      const store = newStore();
      await store.answerOnce(request, counted(201).work);
      await expect(store.answerOnce({ ...request, ...change }, counted(201).work)).rejects.toMatchObject({
        status: 409,
        code: 'idempotency_mismatch',
      });
    },
  );

  test('holds a key that is in use however long the work takes', async () => {
    const clock = new SandboxClock(() => 0);
    const store = new IdempotencyStore(clock);
    let finish = () => {};
    const unfinished = new Promise<Answer>((resolve) => {
      finish = () => resolve({ status: 201, body: null });
    });
    const first = store.answerOnce(request, () => unfinished);
    clock.advance(48 * 60 * 60);
    await expect(store.answerOnce(request, counted(201).work)).rejects.toMatchObject({ code: 'conflict' });
    finish();
    expect((await first).answer.status).toBe(201);
  });
});
