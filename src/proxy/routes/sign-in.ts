import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  sessionSchema,
  signInMethodsSchema,
  signInRequestSchema,
  signInResponseSchema,
} from '../../contract/index.ts';
import { told } from '../../words/said.ts';
import type { Config } from '../config.ts';
import { ProxyError } from '../errors.ts';
import { signedInUser } from '../http/authenticate.ts';
import { createWrongCodeLimit } from '../http/rate-limits.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { ModeLock } from '../ledger/mode-lock.ts';
import { failures } from './failures.ts';

export interface SignInRouteOptions {
  signIn: SignIn;
  config: Config;
  lock: ModeLock;
}

/** A person who mistypes needs a few; a program that guesses must not get many. */
const signInsPerMinute = 30;
const smallBodyBytes = 4 * 1024;

/** `POST /api/sign-in`, `POST /api/sign-out` and `GET /api/session`. */
export const signInRoutes: FastifyPluginCallbackZod<SignInRouteOptions> = (app, options, done) => {
  const { signIn, config, lock } = options;
  const wrongCodes = createWrongCodeLimit(app);

  app.route({
    method: 'POST',
    url: '/sign-in',
    bodyLimit: smallBodyBytes,
    config: { role: 'open', rateLimit: { max: signInsPerMinute, timeWindow: '1 minute' } },
    schema: {
      summary: 'Exchange a one-time code for a token',
      security: [],
      body: signInRequestSchema,
      response: { 200: signInResponseSchema, ...failures(400, 401, 404, 413, 429) },
    },
    async handler(request) {
      await wrongCodes.check(request);
      const session = await signIn.exchange(request.body.code);
      if (session === null) {
        await wrongCodes.note(request);
        throw new ProxyError(401, 'code-wrong', told('codeDoesNotWork'));
      }
      return session;
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
    handler: () => signIn.methods,
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
      await signIn.signOut(token, userName);
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
    async handler(request) {
      const { userName, roles, expiresAt } = signedInUser(request);
      return {
        userName,
        roles: [...roles],
        expiresAt,
        mode: config.nova.mode,
        organizationId: config.nova.organizationId,
        limits: config.limits,
        modeLock: await lock.current(),
      };
    },
  });
  done();
};
