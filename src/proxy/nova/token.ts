import * as oauth from 'oauth4webapi';
import { isLoopback } from '../config.ts';
import { freshSecret } from '../config-secrets.ts';
import type { Clock } from '../clock.ts';
import { stopwatch } from './observer.ts';
import type { NovaObserver, ObservedCall } from './observer.ts';

/** The exchange for an access token failed, so nothing that needed the token was sent. */
export class TokenError extends Error {
  readonly code: 'credentials-refused' | 'token-unavailable';

  constructor(code: TokenError['code'], message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'TokenError';
    this.code = code;
  }
}

export interface TokenSource {
  /** The current access token, exchanged when there is none or it is about to end. Throws a `TokenError`. */
  get(): Promise<string>;
  /** Forgets this token, because Nova refused it; a newer one that has taken its place meanwhile is kept. */
  discard(token: string): void;
  /** How long ago the current token was exchanged, in milliseconds; null while there is none. */
  ageMs(): number | null;
}

export interface TokenSettings {
  baseUrl: string;
  clientId: string;
  clientSecret: string;
  /** Where they come from files, which are read anew for each exchange: a new secret needs no restart. */
  clientIdFile?: string | null;
  clientSecretFile?: string | null;
  timeoutMs: number;
}

/** A token is renewed this long before its end, so that it does not end on its way to Nova. */
const renewBeforeMs = 60_000;

/**
 * Exchanges client id and secret for access tokens (`POST /oauth/token`, grant `client_credentials`, HTTP Basic) and
 * keeps the token until shortly before its end. Callers that ask at the same time share one exchange.
 *
 * oauth4webapi makes the request and checks the answer: it knows RFC 6749's errors, and it takes plain http when told
 * to, which is done for this machine's own addresses only.
 */
export function createTokenSource(
  settings: TokenSettings,
  clock: Clock,
  observe: NovaObserver = () => undefined,
): TokenSource {
  let current: { token: string; renewAtMs: number; exchangedAtMs: number } | null = null;
  let exchange: Promise<string> | null = null;
  const clientId = freshSecret(settings.clientIdFile ?? null, settings.clientId);
  const clientSecret = freshSecret(settings.clientSecretFile ?? null, settings.clientSecret);

  async function exchangeNow(): Promise<string> {
    const { token, lifetimeMs } = await requestToken(
      { ...settings, clientId: clientId(), clientSecret: clientSecret() },
      observe,
    );
    // A very short life still leaves half of it to be used.
    const exchangedAtMs = clock.now();
    const renewAtMs = exchangedAtMs + Math.max(lifetimeMs - renewBeforeMs, lifetimeMs / 2);
    current = { token, renewAtMs, exchangedAtMs };
    return token;
  }

  return {
    get() {
      if (current !== null && clock.now() < current.renewAtMs) return Promise.resolve(current.token);
      exchange ??= exchangeNow().finally(() => (exchange = null));
      return exchange;
    },
    discard(token) {
      if (current?.token === token) current = null;
    },
    ageMs: () => (current === null ? null : clock.now() - current.exchangedAtMs),
  };
}

async function requestToken(
  settings: TokenSettings,
  observe: NovaObserver,
): Promise<{ token: string; lifetimeMs: number }> {
  const server: oauth.AuthorizationServer = {
    issuer: settings.baseUrl,
    token_endpoint: `${settings.baseUrl}/oauth/token`,
  };
  const client: oauth.Client = { client_id: settings.clientId };
  const elapsedMs = stopwatch();
  const tell = (result: ObservedCall['result']) =>
    observe({ operation: 'POST /oauth/token', result, durationMs: elapsedMs() });
  try {
    const asked = oauth.clientCredentialsGrantRequest(
      server,
      client,
      basicAuth(settings.clientSecret),
      {},
      {
        signal: AbortSignal.timeout(settings.timeoutMs),
        [oauth.allowInsecureRequests]: isLoopback(new URL(settings.baseUrl).hostname),
      },
    );
    asked.then(
      ({ status }) => tell(status),
      () => tell('broken'),
    );
    const response = await asked;
    const answer = await oauth.processClientCredentialsResponse(server, client, response);
    return { token: answer.access_token, lifetimeMs: (answer.expires_in ?? assumedLifetimeSeconds) * 1000 };
  } catch (error) {
    throw toTokenError(error);
  }
}

/** "Tokens expire after 3600 seconds" (Create distributions, Authorizations), should an answer not say so. */
const assumedLifetimeSeconds = 3600;

/**
 * HTTP Basic with both parts form-encoded first (RFC 6749, section 2.3.1). oauth4webapi's own helper also encodes the
 * characters that the form encoding leaves alone, such as the underscores of `sk_test_…`; servers that compare without
 * decoding refuse those. Encoding only what must be encoded suits both.
 */
function basicAuth(clientSecret: string): oauth.ClientAuth {
  return (_server, client, _body, headers) => {
    const pair = `${formEncode(client.client_id)}:${formEncode(clientSecret)}`;
    headers.set('authorization', `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`);
  };
}

function formEncode(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}

function toTokenError(error: unknown): TokenError {
  const refused =
    (error instanceof oauth.ResponseBodyError &&
      ['invalid_client', 'unauthorized_client'].includes(error.error)) ||
    error instanceof oauth.WWWAuthenticateChallengeError;
  if (refused) {
    const sentence = 'Nova refused the client id or the client secret of this proxy';
    return new TokenError('credentials-refused', sentence, error);
  }
  return new TokenError('token-unavailable', 'Nova gave no access token', error);
}
