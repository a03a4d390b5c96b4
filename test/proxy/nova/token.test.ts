import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTokenSource, TokenError } from '../../../src/proxy/nova/token.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import type { RunningSandbox } from '../../../src/sandbox/server.ts';
import { aDistribution, ProxyUnderTest, StillTime } from '../proxy-under-test.ts';

let sandbox: RunningSandbox;
const time = new StillTime();
beforeEach(async () => {
  sandbox = await startSandbox({ clientSecret: 'sk_test_a-b.c+d/e f' });
});
afterEach(() => sandbox.close());

const source = (change = {}) => createTokenSource({ ...settings(), ...change }, time.clock);
const settings = () => ({
  baseUrl: sandbox.url,
  clientId: sandbox.clientId,
  clientSecret: sandbox.clientSecret,
  timeoutMs: 2_000,
});

async function exchangeCount(): Promise<number> {
  const response = await fetch(`${sandbox.url}/control/requests`);
  const { data } = (await response.json()) as { data: { path: string }[] };
  return data.filter(({ path }) => path === '/oauth/token').length;
}

describe('the access token', () => {
  test('is exchanged once for callers that ask at the same time', async () => {
    const tokens = source();
    const given = await Promise.all(Array.from({ length: 20 }, () => tokens.get()));
    expect(new Set(given).size).toBe(1);
    expect(await exchangeCount()).toBe(1);
  });

  test('is kept until shortly before its end, then exchanged anew', async () => {
    const tokens = source();
    const first = await tokens.get();
    time.nowMs += (3600 - 61) * 1000;
    expect(await tokens.get()).toBe(first);
    time.nowMs += 2_000;
    expect(await tokens.get()).not.toBe(first);
    expect(await exchangeCount()).toBe(2);
  });

  test('is exchanged anew when it was discarded, but a newer one stays', async () => {
    const tokens = source();
    const first = await tokens.get();
    tokens.discard(first);
    const second = await tokens.get();
    expect(second).not.toBe(first);
    tokens.discard(first);
    expect(await tokens.get()).toBe(second);
    expect(await exchangeCount()).toBe(2);
  });

  test('is exchanged with what the files hold at that moment, so that a new secret needs no restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'distribution-desk-secret-'));
    const clientSecretFile = join(folder, 'secret');
    await writeFile(clientSecretFile, 'sk_test_the_one_before');
    const tokens = source({ clientSecret: 'sk_test_the_one_before', clientSecretFile });
    await expect(tokens.get()).rejects.toMatchObject({ code: 'credentials-refused' });
    await writeFile(clientSecretFile, `${sandbox.clientSecret}\n`);
    const first = await tokens.get();
    tokens.discard(first);
    // In the moment in which a file is replaced it may be empty, or not there.
    await writeFile(clientSecretFile, '');
    tokens.discard(await tokens.get());
    await rm(folder, { recursive: true });
    expect(await tokens.get()).not.toBe(first);
  });

  test('is refused with wrong credentials, in words without them', async () => {
    const failure: unknown = await source({ clientSecret: 'sk_test_wrong' })
      .get()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TokenError);
    expect(failure).toMatchObject({ code: 'credentials-refused' });
    expect(String((failure as Error).message)).not.toContain('sk_test_wrong');
  });

  test('is unavailable when nobody listens, and asked for again by the next caller', async () => {
    const closed = await startSandbox();
    await closed.close();
    const tokens = source({ baseUrl: closed.url });
    await expect(tokens.get()).rejects.toMatchObject({ code: 'token-unavailable' });
    await expect(tokens.get()).rejects.toMatchObject({ code: 'token-unavailable' });
  });
});

describe('in the proxy', () => {
  test('many distributions at once cost one exchange', async () => {
    const under = await ProxyUnderTest.start();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => under.stage(aDistribution())));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 10 }, () => 'accepted'));
    expect(await under.requestsTo('POST', '/oauth/token')).toHaveLength(1);
    await under.stop();
  });

  test('a token that ends in mid-life is exchanged once, and the request repeated once', async () => {
    const under = await ProxyUnderTest.start();
    await under.stage(aDistribution());
    await under.control('POST', '/tokens/expire');
    expect(await under.stage(aDistribution())).toMatchObject({ outcome: 'accepted', existing: false });
    expect((await under.creations()).map(({ status }) => status)).toEqual([201, 401, 201]);
    expect(await under.requestsTo('POST', '/oauth/token')).toHaveLength(2);
    await under.stop();
  });

  test('a second 401 is an answer: nothing was created, and the rows are not at fault', async () => {
    const under = await ProxyUnderTest.start();
    await under.orderFaults({
      kind: 'status',
      status: 401,
      times: 2,
      match: { path: '/v1/distributions' },
    });
    const outcome = await under.stage(aDistribution());
    expect(outcome).toMatchObject({ outcome: 'rejected', status: 401 });
    expect(outcome).toHaveProperty(
      'message',
      expect.stringMatching(/^Nova refused the credentials of the Distribution Desk server/),
    );
    expect(await under.creations()).toHaveLength(2);
    expect(await under.created()).toHaveLength(0);
    await under.stop();
  });
});
