import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { modeLockReleaseSchema, modeLockStateSchema } from '../../contract/index.ts';
import { signedInUser } from '../http/authenticate.ts';
import type { ModeLock } from '../ledger/mode-lock.ts';
import { failures } from './failures.ts';

/** `GET /api/mode-lock` and `POST /api/mode-lock/release`: whether, and why, all sending is stopped. */
export const modeLockRoutes: FastifyPluginCallbackZod<{ lock: ModeLock }> = (app, { lock }, done) => {
  app.route({
    method: 'GET',
    url: '/mode-lock',
    config: { role: 'viewer' },
    schema: {
      summary: 'Whether all sending is stopped, and why',
      response: { 200: modeLockStateSchema, ...failures(401, 403, 429) },
    },
    handler: async () => ({ lock: await lock.current() }),
  });

  app.route({
    method: 'POST',
    url: '/mode-lock/release',
    config: { role: 'admin' },
    schema: {
      summary: 'Let sending go on, once somebody has looked at what stopped it',
      body: modeLockReleaseSchema,
      response: { 200: modeLockStateSchema, ...failures(400, 401, 403, 409, 429) },
    },
    async handler(request) {
      const { since, reason } = request.body;
      await lock.release(since, reason, signedInUser(request).userName);
      return { lock: await lock.current() };
    },
  });
  done();
};
