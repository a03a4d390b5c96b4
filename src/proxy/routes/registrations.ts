import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  registerRequestSchema,
  registerResponseSchema,
  registrationLinkRequestSchema,
  registrationLookupRequestSchema,
  registrationLookupResponseSchema,
  registrationOutcomeSchema,
} from '../../contract/index.ts';
import { signedInUser } from '../http/authenticate.ts';
import { linkRegistration } from '../registrations/link-registration.ts';
import { lookUpRegistrations, register } from '../registrations/register.ts';
import type { RegistrarParts } from '../registrations/register.ts';
import type { ResolverParts } from '../staging/resolve-unknown.ts';
import { failures } from './failures.ts';

export interface RegistrationRouteOptions {
  registrar: RegistrarParts;
  resolver: ResolverParts;
}

/** `POST /api/registrations`, `…/lookup` and `…/:entryId/link`. */
export const registrationRoutes: FastifyPluginCallbackZod<RegistrationRouteOptions> = (
  app,
  options,
  done,
) => {
  const { registrar: parts, resolver } = options;

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

  app.route({
    method: 'POST',
    url: '/registrations/:entryId/link',
    config: { role: 'admin' },
    schema: {
      summary: 'Say which id an unknown entry became, or which one bears a refused reference; Nova is asked',
      params: z.object({ entryId: z.string().max(100) }),
      body: registrationLinkRequestSchema,
      response: { 200: registrationOutcomeSchema, ...failures(400, 401, 403, 404, 409, 429, 503) },
    },
    handler: (request) =>
      linkRegistration(request.params.entryId, request.body.id, signedInUser(request).userName, resolver),
  });
  done();
};
