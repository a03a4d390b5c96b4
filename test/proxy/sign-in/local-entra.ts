import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import Provider from 'oidc-provider';

/** What an access token says of a person, as Entra's say it. */
export interface Person {
  oid: string;
  name: string;
  roles?: string[];
  scp?: string;
  tid?: string;
  ver?: string;
}

interface SigningKey {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  jwk: JWK;
}

export const tenantId = '11111111-2222-3333-4444-555555555555';
export const clientId = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
export const audience = `api://${clientId}`;

/** A real OpenID provider at the addresses that Entra has for a tenant, with real keys and tokens. */
export class LocalEntra {
  readonly #server: Server;
  #provider: Provider | null = null;
  #person: Person | null = null;
  #lifeSeconds = 3600;
  key!: SigningKey;
  /** How often the keys were asked for. */
  keyRequests = 0;
  /** Answers nothing but 500 while true. */
  isDown = false;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<LocalEntra> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const entra = new LocalEntra(server);
    await entra.rotateKeys();
    server.on('request', (request, response) => {
      const keysPath = `/${tenantId}/discovery/v2.0/keys`;
      if (request.url === keysPath) entra.keyRequests += 1;
      if (entra.isDown) return void response.writeHead(500).end();
      request.url = request.url === keysPath ? '/jwks' : request.url?.replace(`/${tenantId}/v2.0`, '');
      void entra.#provider?.callback()(request, response);
    });
    return entra;
  }

  get authority(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/${tenantId}`;
  }

  /** From now on only a new key counts, as after the old one was withdrawn. */
  async rotateKeys(): Promise<void> {
    const pair = await generateKeyPair('RS256', { extractable: true });
    const names = { kid: crypto.randomUUID(), alg: 'RS256', use: 'sig' };
    this.key = { ...pair, jwk: { ...(await exportJWK(pair.publicKey)), ...names } };
    this.#provider = new Provider(`${this.authority}/v2.0`, {
      jwks: { keys: [{ ...(await exportJWK(pair.privateKey)), ...names }] as never },
      cookies: { keys: ['only for this test'] },
      clients: [
        {
          client_id: 'people',
          client_secret: 'known-to-this-test-only',
          grant_types: ['client_credentials'],
          redirect_uris: [],
          response_types: [],
        },
      ],
      extraTokenClaims: () => ({ tid: tenantId, ver: '2.0', scp: 'access', ...this.#person }),
      features: {
        clientCredentials: { enabled: true },
        devInteractions: { enabled: false },
        resourceIndicators: {
          enabled: true,
          getResourceServerInfo: (_context, resource) => ({
            scope: 'access',
            audience: resource,
            accessTokenFormat: 'jwt',
            accessTokenTTL: this.#lifeSeconds,
            jwt: { sign: { alg: 'RS256' } },
          }),
        },
      },
    });
  }

  /** An access token from the provider's own token endpoint. */
  async tokenFor(person: Person, resource = audience): Promise<string> {
    this.#person = person;
    const response = await fetch(`${this.authority}/v2.0/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('people:known-to-this-test-only')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'access', resource }),
    });
    const body = (await response.json()) as { access_token?: string };
    if (body.access_token === undefined) throw new Error(`${response.status} ${JSON.stringify(body)}`);
    return body.access_token;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
