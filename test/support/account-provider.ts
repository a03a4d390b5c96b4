import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { localhostCertificate } from '../../src/scripts/certificate.ts';

export const tenantId = '11111111-2222-3333-4444-555555555555';
export const clientId = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const audience = `api://${clientId}`;

/** A real OpenID provider with a sign-in page for people, over HTTPS, at the addresses that Entra has for a tenant. */
export class AccountProvider {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** `returnTo`: the pane's page that people are led back to; it is known only once the desk runs, so it is asked for late. */
  static async start(returnTo: () => string): Promise<AccountProvider> {
    const { key, cert } = await localhostCertificate();
    // What this process asks the provider, such as its keys, it asks over the same certificate.
    setDefaultCACertificates([...getCACertificates(), cert]);
    const server = createServer({ key, cert });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const provider = new AccountProvider(server);
    let callback: ReturnType<Provider['callback']> | undefined;
    server.on('request', (request, response) => {
      void (async () => {
        const base = `/${tenantId}/v2.0`;
        const url = request.url ?? '';
        const own = url === `/${tenantId}/discovery/v2.0/keys` ? '/jwks' : url.replace(base, '');
        callback ??= (await provider.#create(returnTo())).callback();
        const it = Object.assign(request, { url: own === '' ? '/' : own, originalUrl: `${base}${own}` });
        await callback(it, response);
      })();
    });
    return provider;
  }

  get authority(): string {
    return `https://localhost:${(this.#server.address() as AddressInfo).port}/${tenantId}`;
  }

  async #create(redirectUri: string): Promise<Provider> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), kid: 'only-one', alg: 'RS256', use: 'sig' };
    const provider = new Provider(`${this.authority}/v2.0`, {
      jwks: { keys: [jwk] },
      cookies: { keys: ['only for this test'] },
      clients: [
        {
          client_id: clientId,
          token_endpoint_auth_method: 'none',
          application_type: 'web',
          grant_types: ['authorization_code', 'refresh_token'],
          response_types: ['code'],
          redirect_uris: [redirectUri],
        },
      ],
      clientBasedCORS: () => true,
      findAccount: (_context, id) => ({
        accountId: id,
        claims: () => ({ sub: id, oid: id, tid: tenantId, name: id, preferred_username: id }),
      }),
      conformIdTokenClaims: false,
      claims: { openid: ['sub', 'oid', 'tid', 'name', 'preferred_username'] },
      extraTokenClaims: (_context, token) => ({
        tid: tenantId,
        ver: '2.0',
        scp: 'access',
        oid: 'accountId' in token ? token.accountId : undefined,
        name: 'accountId' in token ? token.accountId : undefined,
        roles: ['preparer'],
      }),
      features: {
        devInteractions: { enabled: true },
        resourceIndicators: {
          enabled: true,
          defaultResource: () => audience,
          useGrantedResource: () => true,
          getResourceServerInfo: () => ({
            scope: `${audience}/access`,
            audience,
            accessTokenFormat: 'jwt',
            accessTokenTTL: 3600,
            jwt: { sign: { alg: 'RS256' } },
          }),
        },
      },
      scopes: ['openid', 'profile', 'offline_access', `${audience}/access`],
    });
    provider.proxy = true;
    return provider;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
