import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  sessionSchema,
  signInMethodsSchema,
  signInRequestSchema,
  signInResponseSchema,
} from '../../contract/index.ts';
import type { Config } from '../config.ts';
import { ProxyError } from '../errors.ts';
import { signedInUser } from '../http/authenticate.ts';
import type { SignInCodes } from '../sign-in/codes.ts';
import type { Sessions } from '../sign-in/sessions.ts';
import { failures } from './failures.ts';

export interface SignInRouteOptions {
  codes: SignInCodes;
  sessions: Sessions;
  config: Config;
}

/** A person who mistypes needs a few; a program that guesses must not get many. */
const signInsPerMinute = 30;

/** `POST /api/sign-in`, `POST /api/sign-out` and `GET /api/session`. */
export const signInRoutes: FastifyPluginCallbackZod<SignInRouteOptions> = (app, options, done) => {
  const { codes, sessions, config } = options;

  app.route({
    method: 'POST',
    url: '/sign-in',
    config: { role: 'open', rateLimit: { max: signInsPerMinute, timeWindow: '1 minute' } },
    schema: {
      summary: 'Exchange a one-time code for a token',
      security: [],
      body: signInRequestSchema,
      response: { 200: signInResponseSchema, ...failures(400, 401, 429) },
    },
    async handler(request) {
      const userName = codes.redeem(request.body.code);
      if (userName === null) {
        const message = 'This code is wrong, used or too old. Ask for a new one and type it again.';
        throw new ProxyError(401, 'code-wrong', message);
      }
      return sessions.open(userName);
    },
  });

  app.route({
    method: 'GET',
    url: '/sign-in/methods',
    config: { role: 'open' },
    schema: {
      summary: 'How to sign in at this proxy',
      security: [],
      response: { 200: signInMethodsSchema, ...failures(429) },
    },
    handler: () => ({ codes: true as const }),
  });

  app.route({
    method: 'POST',
    url: '/sign-out',
    config: { role: 'viewer' },
    schema: {
      summary: 'End this session; its token is worth nothing afterwards',
      response: { 204: z.undefined().describe('Signed out'), ...failures(401) },
    },
    async handler(request, reply) {
      const { token, userName } = signedInUser(request);
      await sessions.close(token, userName);
      return reply.code(204).send();
    },
  });

  app.route({
    method: 'GET',
    url: '/session',
    config: { role: 'viewer' },
    schema: {
      summary: 'Who is signed in, and on which Nova this proxy works',
      response: { 200: sessionSchema, ...failures(401) },
    },
    handler(request) {
      const { userName, roles, expiresAt } = signedInUser(request);
      return {
        userName,
        roles: [...roles],
        expiresAt,
        mode: config.nova.mode,
        organizationId: config.nova.organizationId,
      };
    },
  });
  done();
};
