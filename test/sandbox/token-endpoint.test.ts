import { describe, expect, test } from '@jest/globals';
import { at, withSandbox, type WireError } from './sandbox-client.ts';

const entityPath = '/v1/entities/ent_Unknown';

describe('exchange', () => {
  test('answers HTTP Basic with a bearer token, its lifetime and its scope', async () => {
    await withSandbox({}, async (client) => {
      const { status, headers, body } = await client.exchange({ grant_type: 'client_credentials' });
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
      expect(body.scope).toContain('distributions:write');
    });
  });

  test('takes the credentials from a form or from JSON as well', async () => {
    await withSandbox({}, async (client) => {
      const { clientId, clientSecret } = client.credentials;
      const parameters = {
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      };
      for (const [type, body] of [
        ['application/x-www-form-urlencoded', new URLSearchParams(parameters).toString()],
        ['application/json', JSON.stringify(parameters)],
      ] as const) {
        const response = await fetch(`${client.url}/oauth/token`, {
          method: 'POST',
          headers: { 'content-type': type },
          body,
        });
        expect(response.status).toBe(200);
      }
    });
  });

  test('decodes a secret that had to be form-encoded before it was joined', async () => {
    await withSandbox({ clientSecret: 'a+b:c%d e' }, async (client) => {
      const encoded = `${client.credentials.clientId}:a%2Bb%3Ac%25d+e`;
      const { status } = await client.call('POST', '/oauth/token', {
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
        headers: { authorization: `Basic ${btoa(encoded)}` },
      });
      expect(status).toBe(200);
    });
  });

  test.each([
    ['a wrong secret', { authorization: `Basic ${btoa('sandbox-client:wrong')}` }, {}, 401, 'invalid_client'],
    ['Basic that cannot be read', { authorization: 'Basic !' }, {}, 401, 'invalid_client'],
    ['no credentials', {}, {}, 401, 'invalid_client'],
    [
      'two ways of authentication',
      { authorization: 'Basic YTpi' },
      { client_id: 'a', client_secret: 'b' },
      400,
      'invalid_request',
    ],
  ])('refuses %s as RFC 6749 says', async (_name, headers, extra, status, error) => {
    await withSandbox({}, async (client) => {
      const response = await fetch(`${client.url}/oauth/token`, {
        method: 'POST',
        headers: headers as Record<string, string>,
        body: new URLSearchParams({ grant_type: 'client_credentials', ...extra }),
      });
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ error });
      expect(response.headers.has('www-authenticate')).toBe(status === 401);
    });
  });

  test.each([
    [{}, 'invalid_request'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ grant_type: 'client_credentials', scope: 'everything' }, 'invalid_scope'],
  ])('refuses the form %j with %s', async (form, error) => {
    await withSandbox({}, async (client) => {
      const reply = await client.exchange(form);
      expect([reply.status, reply.body.error]).toEqual([400, error]);
    });
  });

  test('grants a narrower scope, and the token is held to it', async () => {
    await withSandbox({}, async (client) => {
      const { body } = await client.exchange({
        grant_type: 'client_credentials',
        scope: 'distributions:read',
      });
      expect(body.scope).toBe('distributions:read');
      const reply = await client.get<WireError>(entityPath, {
        authorization: `Bearer ${body.access_token ?? ''}`,
      });
      expect([reply.status, reply.body.code]).toEqual([403, 'insufficient_scope']);
    });
  });
});

describe('bearer token', () => {
  test('is required', async () => {
    await withSandbox({}, async (client) => {
      const response = await fetch(client.url + entityPath);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ object: 'error', type: 'authentication_error' });
    });
  });

  test('lives for the seconds that were told, by the clock of the sandbox', async () => {
    const start = Date.parse('2026-04-01T00:00:00Z');
    await withSandbox({ tokenLifetimeSeconds: 60, now: () => start }, async (client) => {
      await client.advance(59);
      expect((await client.get(entityPath)).status).toBe(404);
      await client.advance(1);
      const reply = await client.get<WireError>(entityPath);
      expect([reply.status, reply.body.code]).toEqual([401, 'invalid_token']);
      await client.signIn();
      expect((await client.get(entityPath)).status).toBe(404);
    });
  });

  test('dies when all tokens are told to', async () => {
    await withSandbox({}, async (client) => {
      await client.post('/control/tokens/expire', {});
      expect((await client.get(entityPath)).status).toBe(401);
    });
  });
});

describe('organization', () => {
  test('may be left out, or named as the one of the token', async () => {
    await withSandbox({}, async (client, organizationId) => {
      const reply = await client.get(entityPath, { 'x-organization-id': organizationId });
      expect(reply.status).toBe(404);
    });
  });

  test.each([
    ['org_Another', 403, 'permission_error'],
    ['not an id', 400, 'invalid_request_error'],
  ])('%s is refused', async (organization, status, type) => {
    await withSandbox({}, async (client) => {
      const reply = await client.get<WireError>(entityPath, { 'x-organization-id': organization });
      expect([reply.status, reply.body.type]).toEqual([status, type]);
    });
  });
});

test('the log of requests holds no secret and no token', async () => {
  await withSandbox({}, async (client) => {
    const { body } = await client.exchange({ grant_type: 'client_credentials' });
    const log = await client.requests();
    expect(at(log, 0)).toMatchObject({ method: 'POST', path: '/oauth/token', status: 200 });
    const text = JSON.stringify(log);
    expect(text).not.toContain(client.credentials.clientSecret);
    expect(body.access_token).toHaveLength(43);
    expect(text).not.toContain(body.access_token);
  });
});
