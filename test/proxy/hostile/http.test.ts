import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiErrorSchema } from '../../../src/contract/index.ts';
import { sendRaw } from '../../../src/scripts/fuzz/raw-http.ts';
import { ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
beforeAll(async () => {
  under = await ProxyUnderTest.start({
    environment: { TRUSTED_PROXIES: '10.0.0.0/8', ADDRESS_REQUESTS_PER_MINUTE: '60' },
  });
});
afterAll(() => under.stop());

const ask = (line: string, ...headers: string[]) =>
  sendRaw(
    under.proxy.url,
    [line, 'host: desk', 'connection: close', ...headers].map((text) => `${text}\r\n`).join(''),
    null,
  );

describe('what is no proper request gets an error of ours', () => {
  test.each<[string, string[], number]>([
    ['GET /api/session HTTP/9.9', [], 400],
    ['NONSENSE', [], 400],
    ['GET /api/session HTTP/1.1', ['authorization: Bearer \u0001'], 400],
    ['GET /api/session HTTP/1.1', [`x-long: ${'x'.repeat(20_000)}`], 431],
    ['GET /api/session HTTP/1.1', ['expect: a-miracle'], 417],
    ['GET /api/%zz HTTP/1.1', [], 400],
    ['GET /api/session HTTP/1.1', ['transfer-encoding: chunked', 'content-length: 3'], 400],
    ['PROPFIND /api/session HTTP/1.1', [], 401],
    ['TRACE /api/session HTTP/1.1', [], 401],
    ['GET http://evil.example.com/api/session HTTP/1.1', [], 401],
    ['GET /api/session HTTP/1.1', ['x-original-url: /healthz'], 401],
    ['POST /api/session HTTP/1.1', ['x-http-method-override: GET'], 401],
    ['GET /api/session HTTP/1.1', ['cookie: token=admin', 'x-user: admin'], 401],
  ])('%s %j', async (line, headers, status) => {
    const reply = await ask(line, ...headers);
    expect(apiErrorSchema.safeParse(JSON.parse(reply.body)).success).toBe(true);
    expect(reply.status).toBe(status);
  });
});

test('no answer sets a cookie', async () => {
  const code = await under.proxy.issueSignInCode('Distribution Desk user');
  const reply = await under.request('POST', '/api/sign-in', { code }, '');
  expect(reply.status).toBe(200);
  expect(reply.headers.get('set-cookie')).toBeNull();
});

test('requests without a token are counted too, whatever they say of where they come from', async () => {
  const statuses = [];
  for (let turn = 0; turn < 70; turn += 1) {
    // This test's own address is no trusted proxy.
    statuses.push((await ask('GET /api/session HTTP/1.1', `x-forwarded-for: 203.0.113.${turn}`)).status);
  }
  expect(statuses).toContain(401);
  expect(statuses.at(-1)).toBe(429);
});
