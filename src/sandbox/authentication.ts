import type { FastifyInstance, FastifyRequest } from 'fastify';
import { NovaProblem } from './problems.ts';
import { contextOf, headerOf } from './request-context.ts';
import type { SandboxState } from './state.ts';

function unauthorized(code: string, message: string): NovaProblem {
  return new NovaProblem(401, code, message, {
    headers: { 'www-authenticate': 'Bearer realm="nova", error="invalid_token"' },
  });
}

/** Bearer token and organization of every request in the given scope of the server. */
export function registerAuthentication(app: FastifyInstance, state: SandboxState): void {
  app.addHook('onRequest', async (request) => {
    const header = headerOf(request, 'authorization');
    if (header === undefined) {
      throw unauthorized('missing_token', 'Send Authorization: Bearer <access_token>.');
    }
    const token = state.tokens.find(/^Bearer +(\S+)$/i.exec(header)?.[1] ?? '');
    if (token === undefined) {
      throw unauthorized('invalid_token', 'The access token is unknown or has expired.');
    }
    const organization = headerOf(request, 'x-organization-id');
    if (organization !== undefined && !/^org_[A-Za-z0-9]+$/.test(organization)) {
      throw new NovaProblem(400, 'parameter_invalid', 'X-Organization-Id must match ^org_[A-Za-z0-9]+$.', {
        param: 'X-Organization-Id',
      });
    }
    if (organization !== undefined && organization !== token.organizationId) {
      throw new NovaProblem(403, 'organization_forbidden', 'This token may not act on that organization.');
    }
    const context = contextOf(request);
    context.organizationId = token.organizationId;
    context.scopes = token.scopes;
  });
}

/** Throws 403 unless the request's token carries the scope, for example `distributions:write`. */
export function requireScope(request: FastifyRequest, scope: string): void {
  if (!contextOf(request).scopes.has(scope)) {
    throw new NovaProblem(403, 'insufficient_scope', `This request needs the scope ${scope}.`);
  }
}
