import { afterEach, describe, expect, test } from '@jest/globals';
import { buildSandbox, type SandboxApp } from '../../src/sandbox/app.ts';

let sandbox: SandboxApp | undefined;
afterEach(async () => sandbox?.fastify.close());

describe('/control', () => {
  test.each([
    ['127.0.0.1', 200],
    ['::1', 200],
    ['::ffff:127.0.0.1', 200],
    ['203.0.113.5', 403],
    ['::ffff:203.0.113.5', 403],
  ])('answers a caller at %s with %i', async (remoteAddress, status) => {
    sandbox = buildSandbox();
    const reply = await sandbox.fastify.inject({ url: '/control/requests', remoteAddress });
    expect(reply.statusCode).toBe(status);
  });

  test.each([{ advanceSeconds: -1 }, { advanceSeconds: 'a day' }, {}])(
    'refuses to turn the clock by %j',
    async (payload) => {
      sandbox = buildSandbox();
      const reply = await sandbox.fastify.inject({ method: 'POST', url: '/control/clock', payload });
      expect(reply.statusCode).toBe(400);
    },
  );
});

test.each([0, 101, 2.5])('a page size of %d is refused at the start', (pageSize) => {
  expect(() => buildSandbox({ pageSize })).toThrow(RangeError);
});
