import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { payeeCheckRequestSchema, payeeCheckResponseSchema } from '../../contract/index.ts';
import { signedInUser } from '../http/authenticate.ts';
import type { PayeeChecker } from '../payees/payee-checker.ts';
import { failures } from './failures.ts';

/** `POST /api/payees/check`. */
export const payeeRoutes: FastifyPluginCallbackZod<{ payees: PayeeChecker }> = (app, { payees }, done) => {
  app.route({
    method: 'POST',
    url: '/payees/check',
    config: { role: 'viewer' },
    schema: {
      summary:
        'What Nova knows of these entities and contacts; each is asked about once, and remembered for minutes',
      body: payeeCheckRequestSchema,
      response: { 200: payeeCheckResponseSchema, ...failures(400, 401, 403, 413, 429) },
    },
    handler: (request) => payees.check(request.body, signedInUser(request).userName),
  });
  done();
};
