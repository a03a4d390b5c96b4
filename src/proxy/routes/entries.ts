import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { declareRequestSchema, linkRequestSchema, outcomeSchema } from '../../contract/index.ts';
import { signedInUser } from '../http/authenticate.ts';
import { declareNeverCreated, linkDistribution } from '../staging/resolve-unknown.ts';
import type { ResolverParts } from '../staging/resolve-unknown.ts';
import { failures } from './failures.ts';

const paramsSchema = z.object({ entryId: z.string().max(100) });

/** `POST /api/entries/:entryId/link` and `…/declare-never-created`: what people know of an unknown entry. */
export const entryRoutes: FastifyPluginCallbackZod<ResolverParts> = (app, parts, done) => {
  app.route({
    method: 'POST',
    url: '/entries/:entryId/link',
    config: { role: 'admin' },
    schema: {
      summary: 'Say which distribution an unknown entry became; Nova is asked whether it is the same',
      params: paramsSchema,
      body: linkRequestSchema,
      response: { 200: outcomeSchema, ...failures(400, 401, 403, 404, 409, 413, 429, 503) },
    },
    handler: (request) =>
      linkDistribution(request.params.entryId, request.body, signedInUser(request).userName, parts),
  });

  app.route({
    method: 'POST',
    url: '/entries/:entryId/declare-never-created',
    config: { role: 'admin' },
    schema: {
      summary: 'Say, as a second person, that Nova has nothing for an unknown entry, of whatever kind',
      params: paramsSchema,
      body: declareRequestSchema,
      response: { 200: outcomeSchema, ...failures(400, 401, 403, 404, 409, 429) },
    },
    handler: (request) =>
      declareNeverCreated(request.params.entryId, request.body.reason, signedInUser(request).userName, parts),
  });
  done();
};
