import { connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
afterEach(() => under.stop());

const start = async (environment: Record<string, string>) =>
  void (under = await ProxyUnderTest.start({ environment }));

describe('a client that does not finish is cut off', () => {
  /** What the proxy answers to these bytes, after which nothing more comes, until it closes the connection. */
  function answerTo(text: string): Promise<string> {
    const { hostname, port } = new URL(under.proxy.url);
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port) });
      let answer = '';
      socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
      socket.on('error', reject).on('close', () => resolve(answer));
      socket.write(text);
    });
  }
  const head = 'POST /api/sign-in HTTP/1.1\r\nhost: desk\r\n';

  test.each([
    ['in the middle of its head', head],
    [
      'in the middle of its body',
      `${head}content-type: application/json\r\ncontent-length: 20\r\n\r\n{"code":`,
    ],
    [
      'in the middle of a chunk',
      `${head}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n14\r\n{"code":`,
    ],
  ])('%s', async (_where, text) => {
    await start({ REQUEST_TIMEOUT_MS: '200' });
    const answer = await answerTo(text);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"request-invalid"');
    expect((await under.request('GET', '/api/session')).status).toBe(200);
  });
});

describe('where a request comes from', () => {
  const statusFrom = async (forwarded: string, path = '/api/session', body?: unknown) => {
    const response = await fetch(under.proxy.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'x-forwarded-for': forwarded, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    await response.arrayBuffer();
    return response.status;
  };
  const few = { ADDRESS_REQUESTS_PER_MINUTE: '10' };
  const askTwenty = async (forwarded: (turn: number) => string) => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 20; turn += 1) statuses.push(await statusFrom(forwarded(turn)));
    return statuses.filter((status) => status === 429).length;
  };

  test('is what a trusted reverse proxy says: each address has its own count', async () => {
    await start({ ...few, TRUSTED_PROXIES: '127.0.0.0/8' });
    expect(await askTwenty((turn) => `203.0.113.${turn}`)).toBe(0);
    expect(await askTwenty(() => '198.51.100.7')).toBe(10);
    expect(await statusFrom('198.51.100.8')).toBe(401);
  });

  test('is not what a client made up before the trusted one added its own', async () => {
    await start({ ...few, TRUSTED_PROXIES: '127.0.0.0/8' });
    expect(await askTwenty((turn) => `203.0.113.${turn}, 198.51.100.7`)).toBe(10);
  });

  test('is not what anybody else says', async () => {
    await start({ ...few, TRUSTED_PROXIES: '10.0.0.0/8' });
    // One more is spent on the sign-in of the test itself.
    expect(await askTwenty((turn) => `203.0.113.${turn}`)).toBe(11);
  });

  test('decides whose wrong codes are counted', async () => {
    await start({ TRUSTED_PROXIES: '127.0.0.1' });
    const wrong = { code: 'AAAA-AAAA-AAAA' };
    for (let turn = 0; turn < 20; turn += 1) {
      expect(await statusFrom('198.51.100.7', '/api/sign-in', wrong)).toBe(401);
    }
    expect(await statusFrom('198.51.100.7', '/api/sign-in', wrong)).toBe(429);
    expect(await statusFrom('198.51.100.8', '/api/sign-in', wrong)).toBe(401);
  });
});
