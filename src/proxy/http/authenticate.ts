import type { FastifyInstance, FastifyRequest } from 'fastify';
import { automaticHeader } from '../../contract/index.ts';
import type { Role } from '../../contract/index.ts';
import { told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';
import type { SignedIn } from '../sign-in/sessions.ts';
import type { SignIn } from '../sign-in/sign-in.ts';

/** `open` answers without a token; every other route needs one, of somebody who has the role. */
export type RouteRole = Role | 'open';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route that is not public. */
    signedIn: (SignedIn & { token: string }) | null;
  }
  interface FastifyContextConfig {
    /** Who may ask; a route that does not say it is not registered. */
    role?: RouteRole;
  }
  interface FastifyInstance {
    /** Set by `openToAll` for the routes of one instance. */
    servesFilesToAll: boolean;
  }
}

/**
 * Refuses every request without a valid bearer token of somebody with the route's role, unless the route is open.
 * Deciding by the route and not by the address leaves no spelling of an address that gets around it, and a route that
 * does not say who may ask keeps the program from starting.
 */
export function requireSignIn(app: FastifyInstance, signIn: Pick<SignIn, 'identify'>): void {
  app.decorateRequest('signedIn', null);
  app.decorate('servesFilesToAll', false);
  app.addHook('onRoute', function (this: FastifyInstance, route) {
    const role = route.config?.role ?? (this.servesFilesToAll ? 'open' : undefined);
    if (role === undefined) {
      throw new Error(`${[route.method].flat().join()} ${route.url} does not say which role may ask`);
    }
  });
  app.addHook('onRequest', async (request) => {
    const { role } = request.routeOptions.config;
    // An address without a route has no configuration: nobody is told which addresses there are.
    if (role === 'open') return;
    const token = bearerToken(request);
    const isUse = request.headers[automaticHeader] === undefined;
    const session = token === null ? null : await signIn.identify(token, isUse);
    if (token === null || session === null) {
      throw new ProxyError(401, 'sign-in-required', told('signInAgain'));
    }
    if (role !== undefined && role !== 'viewer' && !session.roles.includes(role)) {
      throw new ProxyError(403, 'role-missing', told('roleMissing', { role }));
    }
    request.signedIn = { ...session, token };
  });
}

/**
 * Marks every route that is registered on this instance from now on as open, and leaves it out of the API's document.
 * For files only: a route under `/api` is refused, because none of those may be opened by the way.
 */
export function openToAll(app: FastifyInstance): void {
  app.servesFilesToAll = true;
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api')) throw new Error(`${route.url} must not be open to all`);
    route.config = { ...route.config, role: 'open' };
    route.schema = { ...route.schema, hide: true };
  });
}

/** Who makes this request; only for routes that are not public. */
export function signedInUser(request: FastifyRequest): SignedIn & { token: string } {
  if (request.signedIn === null) throw new Error('a route that is not public was reached without a token');
  return request.signedIn;
}

function bearerToken(request: FastifyRequest): string | null {
  return /^Bearer ([\w.-]{20,8000})$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
