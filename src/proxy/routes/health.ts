import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import type { LedgerDatabase } from '../ledger/schema.ts';

export interface HealthRouteOptions {
  database: LedgerDatabase;
}

const statusSchema = z.object({ status: z.literal('ok') });

/** `GET /healthz`: the program runs. `GET /readyz`: it also reaches its ledger. Neither asks Nova. */
export const healthRoutes: FastifyPluginCallbackZod<HealthRouteOptions> = (app, { database }, done) => {
  app.route({
    method: 'GET',
    url: '/healthz',
    config: { role: 'open' },
    schema: { summary: 'The program runs', security: [], response: { 200: statusSchema } },
    handler: () => ({ status: 'ok' as const }),
  });
  app.route({
    method: 'GET',
    url: '/readyz',
    config: { role: 'open' },
    schema: { summary: 'The program reaches its ledger', security: [], response: { 200: statusSchema } },
    async handler() {
      await sql`select 1`.execute(database);
      return { status: 'ok' as const };
    },
  });
  done();
};
