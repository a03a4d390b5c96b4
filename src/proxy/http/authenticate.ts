import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProxyError } from '../errors.ts';
import type { Sessions, SignedIn } from '../sign-in/sessions.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route that is not public. */
    signedIn: (SignedIn & { token: string }) | null;
  }
  interface FastifyContextConfig {
    /** True for the few routes that answer without a token. Every other one needs it. */
    public?: boolean;
  }
}

/**
 * Refuses every request without a valid bearer token, unless its route is marked as public. Deciding by the route and
 * not by the address leaves no spelling of an address that gets around it, and a forgotten mark closes a route instead
 * of opening it.
 */
export function requireSignIn(app: FastifyInstance, sessions: Sessions): void {
  app.decorateRequest('signedIn', null);
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.public === true) return;
    const token = bearerToken(request);
    const session = token === null ? null : await sessions.find(token);
    if (token === null || session === null) {
      throw new ProxyError(401, 'sign-in-required', 'Sign in with a new one-time code.');
    }
    request.signedIn = { ...session, token };
  });
}

/**
 * Marks every route that is registered on this instance from now on as public, and leaves it out of the API's document.
 * For files only: a route under `/api` is refused, because none of those may be opened by the way.
 */
export function openToAll(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api')) throw new Error(`${route.url} must not be open to all`);
    route.config = { ...route.config, public: true };
    route.schema = { ...route.schema, hide: true };
  });
}

/** Who makes this request; only for routes that are not public. */
export function signedInUser(request: FastifyRequest): SignedIn & { token: string } {
  if (request.signedIn === null) throw new Error('a route that is not public was reached without a token');
  return request.signedIn;
}

function bearerToken(request: FastifyRequest): string | null {
  return /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
