/** `POST /oauth/token`: the client_credentials grant of RFC 6749, as Nova's reference describes it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { TokenProblem } from './problems.ts';
import { headerOf } from './request-context.ts';
import type { SandboxState } from './state.ts';

interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

const basicChallenge = { 'www-authenticate': 'Basic realm="nova"' };

/** RFC 6749, section 2.3.1: both halves are form-encoded before they are joined by a colon. */
function readBasic(header: string): ClientCredentials {
  const encoded = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(header)?.[1];
  const decoded = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  const unescape = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
  try {
    if (colon >= 0) {
      return {
        clientId: unescape(decoded.slice(0, colon)),
        clientSecret: unescape(decoded.slice(colon + 1)),
      };
    }
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  throw new TokenProblem(401, 'invalid_client', 'The Basic credentials cannot be read.', basicChallenge);
}

function readParameters(body: unknown): Map<string, string> {
  const parameters = new Map<string, string>();
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new TokenProblem(400, 'invalid_request', 'The body must be a form or a JSON object.');
  }
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string') {
      throw new TokenProblem(400, 'invalid_request', `${name} must be a single string.`);
    }
    parameters.set(name, value);
  }
  return parameters;
}

function readCredentials(request: FastifyRequest, parameters: Map<string, string>): ClientCredentials {
  const header = headerOf(request, 'authorization');
  const clientId = parameters.get('client_id');
  const clientSecret = parameters.get('client_secret');
  if (header !== undefined) {
    if (clientSecret !== undefined) {
      throw new TokenProblem(400, 'invalid_request', 'Use one way of client authentication, not two.');
    }
    return readBasic(header);
  }
  if (clientId === undefined || clientSecret === undefined) {
    throw new TokenProblem(401, 'invalid_client', 'Client authentication is missing.', basicChallenge);
  }
  return { clientId, clientSecret };
}

function grantScopes(requested: string | undefined, allowed: readonly string[]): readonly string[] {
  if (requested === undefined) return allowed;
  const wanted = requested.split(' ').filter((scope) => scope !== '');
  const refused = wanted.find((scope) => !allowed.includes(scope));
  if (refused !== undefined || wanted.length === 0) {
    throw new TokenProblem(400, 'invalid_scope', `This client may not have the scope "${refused ?? ''}".`);
  }
  return wanted;
}

export function registerTokens(app: FastifyInstance, state: SandboxState): void {
  app.post('/oauth/token', async (request, reply) => {
    const { settings } = state;
    const parameters = readParameters(request.body);
    const grantType = parameters.get('grant_type');
    if (grantType === undefined) {
      throw new TokenProblem(400, 'invalid_request', 'grant_type is missing.');
    }
    const client = readCredentials(request, parameters);
    if (client.clientId !== settings.clientId || client.clientSecret !== settings.clientSecret) {
      throw new TokenProblem(401, 'invalid_client', 'Client authentication failed.', basicChallenge);
    }
    if (grantType !== 'client_credentials') {
      throw new TokenProblem(400, 'unsupported_grant_type', 'Only client_credentials is supported.');
    }
    const scopes = grantScopes(parameters.get('scope'), settings.scopes);
    reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache' });
    return {
      access_token: state.tokens.issue(settings.organizationId, scopes, settings.tokenLifetimeSeconds),
      token_type: 'Bearer',
      expires_in: settings.tokenLifetimeSeconds,
      scope: scopes.join(' '),
    };
  });
}
