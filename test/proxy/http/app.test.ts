import { mkdir, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiErrorSchema } from '../../../src/contract/index.ts';
import type { ApiError } from '../../../src/contract/index.ts';
import { buildApp } from '../../../src/proxy/app.ts';
import { loadConfig } from '../../../src/proxy/index.ts';
import { aDistribution, aSource, firstUser, ProxyUnderTest } from '../proxy-under-test.ts';
import { allRoutes } from './all-routes.ts';

let under: ProxyUnderTest;
beforeAll(async () => {
  under = await ProxyUnderTest.start({
    environment: { FRAME_ANCESTORS: 'https://localhost:8443', API_REQUESTS_PER_MINUTE: '500' },
  });
  await mkdir(join(under.dataDir, 'icons'));
  await writeFile(join(under.dataDir, 'taskpane.html'), '<!doctype html><title>Pane</title>');
});
afterAll(() => under.stop());

/** The status of a bare request; unlike fetch it knows every method. */
function bareStatus(method: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(under.proxy.url + path, { method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject).end();
  });
}

describe('without a token', () => {
  test('no route under /api answers but the sign-in', async () => {
    const routes = (await allRoutes(under.environment())).filter(({ url }) => url.startsWith('/api'));
    expect(routes.length).toBeGreaterThan(10);
    const open: string[] = [];
    for (const { method, url } of routes) {
      if ((await bareStatus(method, url.replace('*', 'nothing'))) !== 401) open.push(`${method} ${url}`);
    }
    expect(open.sort()).toEqual([
      'GET /api/sign-in/methods',
      'HEAD /api/sign-in/methods',
      'POST /api/sign-in',
    ]);
  });

  test('the routes that need none are these', async () => {
    const open = (await allRoutes(under.environment())).filter(
      ({ role, method }) => role === 'open' && method !== 'HEAD',
    );
    expect(open.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([
      'GET /*',
      'GET /api/sign-in/methods',
      'GET /healthz',
      'GET /openapi.json',
      'GET /readyz',
      'POST /api/sign-in',
    ]);
  });

  test('a route that does not say who may ask keeps the program from starting', async () => {
    const parts = { config: loadConfig(under.environment()), logStream: { write: () => undefined } };
    const app = await buildApp(parts as never);
    expect(() => app.get('/api/forgotten', () => 'anything')).toThrow(
      'GET /api/forgotten does not say which role may ask',
    );
    await app.close();
  });

  test.each([
    '/%61pi/session',
    '/api//session',
    '/api/session/',
    '/api/session?x=/healthz',
    '/api/../api/session',
  ])('no spelling of an address gets around it: %s', async (path) => {
    const reply = await under.request('GET', path, undefined, '');
    expect([401, 404]).toContain(reply.status);
    expect(JSON.stringify(reply.body)).not.toContain('userName');
  });

  test.each(['Basic abc', 'Bearer', 'Bearer short', `Bearer ${'A'.repeat(43)}`])(
    'nor does "%s"',
    async (header) => {
      const response = await fetch(`${under.proxy.url}/api/session`, { headers: { authorization: header } });
      expect(response.status).toBe(401);
      expect(apiErrorSchema.parse(await response.json()).error.code).toBe('sign-in-required');
    },
  );
});

describe('requests that are not right', () => {
  test.each<[string, unknown, string]>([
    [
      'a vehicle',
      { distribution: { ...aDistribution(), vehicle: 'secret fund' }, source: aSource },
      'nothing was done (distribution.vehicle): must look like veh_ followed by letters and digits.',
    ],
    [
      'an amount of zero',
      {
        distribution: { ...aDistribution(), payments: [{ ...aDistribution().payments[0], amountCents: 0 }] },
        source: aSource,
      },
      'nothing was done (distribution.payments.0.amountCents): must be above 0.',
    ],
    ['no body', undefined, 'nothing was done: Invalid input'],
  ])('%s: names the member, not the value', async (_name, body, sentence) => {
    const reply = await under.post<ApiError>('/api/distributions', body);
    expect(reply.status).toBe(400);
    expect(reply.body.error.code).toBe('request-invalid');
    expect(reply.body.error.message).toContain(sentence);
    expect(reply.body.error.message).not.toContain('secret fund');
  });

  test('a body that is no JSON', async () => {
    const response = await fetch(`${under.proxy.url}/api/distributions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${under.token}`, 'content-type': 'application/json' },
      body: '{"a":',
    });
    expect(response.status).toBe(400);
    expect(apiErrorSchema.parse(await response.json()).error.code).toBe('request-invalid');
  });

  test('a body beyond 32 MB', async () => {
    const body = { code: 'x'.repeat(33 * 1024 * 1024) };
    const reply = await under.post<ApiError>('/api/distributions', body).catch(() => null);
    // The server may answer and close before all of it is sent, which fetch reports as a broken connection.
    if (reply !== null)
      expect(reply).toMatchObject({ status: 413, body: { error: { code: 'request-too-large' } } });
    expect((await under.request('GET', '/healthz')).status).toBe(200);
  });

  test('an address that is not there', async () => {
    const reply = await under.request<ApiError>('GET', '/api/nothing');
    expect(reply).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } });
  });
});

describe('the pane', () => {
  test('is served without a token, with headers that let Office, and nobody else, frame it', async () => {
    const reply = await under.request<string>('GET', '/taskpane.html', undefined, '');
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('<title>Pane</title>');
    const policy = reply.headers.get('content-security-policy') ?? '';
    expect(policy).toContain('frame-ancestors https://localhost:8443');
    expect(policy).toContain(
      "script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com;",
    );
    expect(reply.headers.get('x-frame-options')).toBeNull();
    expect(reply.headers.get('cache-control')).toBe('no-cache');
    expect(reply.headers.get('strict-transport-security')).toBeNull();
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each(['/ledger/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/.env'])(
    'gives out no other file: %s',
    async (path) => {
      const reply = await under.request('GET', path, undefined, '');
      expect([400, 403, 404]).toContain(reply.status);
    },
  );
});

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, { responses: Record<string, unknown>; security?: unknown[] }>>;
  security: unknown[];
}

describe('the document that describes the API', () => {
  test('is OpenAPI 3.1 and holds each route of the contract with its answers', async () => {
    const { body } = await under.request<OpenApi>('GET', '/openapi.json', undefined, '');
    expect(body.openapi).toMatch(/^3\.1\./);
    expect(body.security).toEqual([{ token: [] }]);
    const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { responses }]) => `${method} ${path} ${Object.keys(responses).join()}`,
      ),
    );
    expect(operations.sort()).toEqual([
      'get /api/approvals 200,401,403,429',
      'get /api/approvals/{entryId} 200,400,401,403,404,409,429',
      'get /api/history 200,400,401,403,429',
      'get /api/history.csv 200',
      'get /api/mode-lock 200,401,403,429',
      'get /api/session 200,401',
      'get /api/sign-in/methods 200,429',
      'get /healthz 200',
      'get /readyz 200',
      'post /api/approvals/{entryId}/approve 200,400,401,403,404,409,429,503',
      'post /api/approvals/{entryId}/return 200,400,401,403,404,409,429',
      'post /api/distributions 200,400,401,403,409,413,429,503',
      'post /api/distributions/lookup 200,400,401,403,413,429',
      'post /api/distributions/refresh 200,400,401,403,413,429,503',
      'post /api/distributions/staged 200,400,401,403,413,429',
      'post /api/entries/{entryId}/declare-never-created 200,400,401,403,404,409,429',
      'post /api/entries/{entryId}/link 200,400,401,403,404,409,413,429,503',
      'post /api/mode-lock/release 200,400,401,403,409,429',
      'post /api/payees/check 200,400,401,403,413,429',
      'post /api/registrations 200,400,401,403,404,413,429,503',
      'post /api/registrations/lookup 200,400,401,403,413,429,503',
      'post /api/registrations/{entryId}/link 200,400,401,403,404,409,429,503',
      'post /api/sign-in 200,400,401,404,413,429',
      'post /api/sign-out 204,401',
    ]);
    expect(body.paths['/api/sign-in']?.post?.security).toEqual([]);
  });

  test('has no reference that leads nowhere', async () => {
    const { body } = await under.request<OpenApi>('GET', '/openapi.json', undefined, '');
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    for (const path of references) {
      const found = path
        .split('/')
        .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], body);
      expect(found).toBeDefined();
    }
    expect(JSON.stringify(body.paths['/api/distributions'])).toContain('^veh_[A-Za-z0-9]+$');
  });
});

describe('the log', () => {
  test('holds no secret, token, code or amount', async () => {
    const code = await under.proxy.issueSignInCode(firstUser);
    const { body } = await under.request<{ token: string }>('POST', '/api/sign-in', { code }, '');
    const [payment] = aDistribution().payments;
    const payments = [{ ...payment, amountCents: 98_765_432 }];
    await under.stage(aDistribution({ name: 'Confidential close', payments }));
    await under.orderFaults({ kind: 'status', status: 500, times: 4 });
    await under.stage(aDistribution({ name: 'Confidential close' }));
    // Even where somebody puts it into an address, which is logged.
    await under.request('GET', '/api/nothing?to=DE89370400440532013000&from=123456789012');
    const log = under.logLines.join('');
    expect(log).toContain('/api/distributions');
    for (const secret of [
      code,
      body.token,
      under.token,
      under.sandbox.clientSecret,
      'Confidential close',
      '98765432',
      'DE89370400440532013000',
      '123456789012',
    ]) {
      expect(log).not.toContain(secret);
    }
  });
});

describe('health', () => {
  test.each(['/healthz', '/readyz'])('%s answers without a token', async (path) => {
    expect(await under.request('GET', path, undefined, '')).toMatchObject({
      status: 200,
      body: { status: 'ok' },
    });
  });
});
