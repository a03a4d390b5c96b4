import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import {
  registerRequestSchema,
  registerResponseSchema,
  registrationLookupRequestSchema,
  registrationLookupResponseSchema,
} from '../../contract/index.ts';
import { signedInUser } from '../http/authenticate.ts';
import { lookUpRegistrations, register } from '../registrations/register.ts';
import type { RegistrarParts } from '../registrations/register.ts';
import { failures } from './failures.ts';

/** `POST /api/registrations`, `…/lookup` and `…/:entryId/link`. */
export const registrationRoutes: FastifyPluginCallbackZod<RegistrarParts> = (app, parts, done) => {
  app.route({
    method: 'POST',
    url: '/registrations',
    config: { role: 'preparer' },
    schema: {
      summary: 'Register payment instructions, entities or contacts, each item once',
      body: registerRequestSchema,
      response: { 200: registerResponseSchema, ...failures(400, 401, 403, 404, 413, 429, 503) },
    },
    handler: (request) => register(request.body, signedInUser(request).userName, parts),
  });

  app.route({
    method: 'POST',
    url: '/registrations/lookup',
    config: { role: 'viewer' },
    schema: {
      summary: 'What the ledger knows of these registrations; sends nothing to Nova',
      body: registrationLookupRequestSchema,
      response: { 200: registrationLookupResponseSchema, ...failures(400, 401, 403, 413, 429, 503) },
    },
    handler: async (request) => ({
      outcomes: await lookUpRegistrations(request.body.registrations, parts),
    }),
  });
  done();
};
