import { Readable } from 'node:stream';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { historyCsvQuerySchema, historyPageSchema, historyQuerySchema } from '../../contract/index.ts';
import { historyCsv, readHistory } from '../ledger/history.ts';
import type { LedgerDatabase } from '../ledger/schema.ts';
import { failures } from './failures.ts';

/** `GET /api/history` and `GET /api/history.csv`: the audit log. */
export const historyRoutes: FastifyPluginCallbackZod<{ database: LedgerDatabase }> = (
  app,
  { database },
  done,
) => {
  app.route({
    method: 'GET',
    url: '/history',
    config: { role: 'viewer' },
    schema: {
      summary: 'Who did what, when, from where, with what result; the latest first',
      querystring: historyQuerySchema,
      response: { 200: historyPageSchema, ...failures(400, 401, 403, 429) },
    },
    handler: (request) => readHistory(request.query, database),
  });

  app.route({
    method: 'GET',
    url: '/history.csv',
    config: { role: 'viewer' },
    schema: { summary: 'The same as a table (RFC 4180), all of it', querystring: historyCsvQuerySchema },
    handler: (request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="history.csv"')
        .header('cache-control', 'no-store')
        .send(Readable.from(historyCsv(request.query, database))),
  });
  done();
};
