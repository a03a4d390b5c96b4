import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { base64url, decodeJwt, decodeProtectedHeader, exportSPKI, SignJWT } from 'jose';
import { signInMethodsSchema } from '../../../src/contract/index.ts';
import type { ApiError, Session } from '../../../src/contract/index.ts';
import { aDistribution, aSource, ProxyUnderTest } from '../proxy-under-test.ts';
import { audience, clientId, LocalEntra, tenantId } from './local-entra.ts';

const one = { oid: 'oid-of-one', name: 'Desk One', roles: ['preparer', 'admin'] };

let entra: LocalEntra;
let under: ProxyUnderTest;
let nowMs: number | null = null;
beforeAll(async () => void (entra = await LocalEntra.start()));
afterAll(() => entra.close());
beforeEach(async () => {
  nowMs = null;
  under = await ProxyUnderTest.start({
    environment: {
      ...{ SIGN_IN: 'entra', ENTRA_TENANT_ID: tenantId, ENTRA_CLIENT_ID: clientId },
      ...{ ENTRA_AUDIENCE: audience, ENTRA_AUTHORITY: entra.authority },
    },
    overrides: { clock: { now: () => nowMs ?? Date.now() } },
  });
});
afterEach(() => under.stop());

const session = (token: string) => under.request<Session & ApiError>('GET', '/api/session', undefined, token);
const statusOf = async (token: string) => (await session(token)).status;

test('the pane is told where to sign in, and codes are worth nothing', async () => {
  const { body } = await under.request('GET', '/api/sign-in/methods', undefined, '');
  expect(signInMethodsSchema.parse(body)).toEqual({
    entra: { tenantId, clientId, authority: entra.authority, scope: `api://${clientId}/access` },
  });
  const reply = await under.request('POST', '/api/sign-in', { code: 'ABCD-EFGH-JKLM' }, '');
  expect(reply.status).toBe(404);
});

test("a person of the tenant's is who the token says, with the token's roles, as long as it lasts", async () => {
  const token = await entra.tokenFor(one);
  const expiresAt = new Date((decodeJwt(token).exp ?? 0) * 1000).toISOString();
  expect(decodeProtectedHeader(token).alg).toBe('RS256');
  expect(await session(token)).toMatchObject({
    status: 200,
    body: { userName: 'Desk One', roles: ['preparer', 'admin'], expiresAt },
  });
  under.token = token;
  expect(await under.stage(aDistribution())).toMatchObject({ outcome: 'accepted', acceptedFor: 'Desk One' });
});

test('a second person of the same name is told apart for good, and a changed name changes nothing', async () => {
  const [first, second] = [await entra.tokenFor(one), await entra.tokenFor({ ...one, oid: 'another' })];
  expect((await session(first)).body.userName).toBe('Desk One');
  expect((await session(second)).body.userName).toBe('Desk One (another)');
  const renamed = await entra.tokenFor({ ...one, name: 'Desk Two' });
  expect((await session(renamed)).body.userName).toBe('Desk One');
});

test('somebody without a role here is told so, and does nothing', async () => {
  for (const roles of [undefined, [], ['live'], ['Global Administrator']]) {
    const { roles: _roles, ...nobody } = one;
    const token = await entra.tokenFor({ ...nobody, ...(roles === undefined ? {} : { roles }) });
    expect(await session(token)).toMatchObject({ status: 403, body: { error: { code: 'role-missing' } } });
  }
});

test('a role that the route does not take is refused', async () => {
  under.token = await entra.tokenFor({ ...one, roles: ['viewer'] });
  const body = { distribution: aDistribution(), source: aSource };
  expect(await under.post('/api/distributions', body)).toMatchObject({ status: 403 });
  expect(await under.creations()).toHaveLength(0);
});

describe('a token that is not good', () => {
  test.each([
    ['of another tenant', { tid: '99999999-2222-3333-4444-555555555555' }],
    ['for another scope', { scp: 'read' }],
    ['that an application has for itself, without a scope', { scp: undefined as unknown as string }],
    ['of version 1', { ver: '1.0' }],
  ])('%s', async (_name, change) => {
    expect(await statusOf(await entra.tokenFor({ ...one, ...change }))).toBe(401);
  });

  test('for another audience', async () => {
    expect(await statusOf(await entra.tokenFor(one, 'api://another-application'))).toBe(401);
  });

  test('of another issuer, also with the same claims', async () => {
    const other = await LocalEntra.start();
    const token = await other.tokenFor(one);
    await other.close();
    expect(await statusOf(token)).toBe(401);
  });

  test('that has ended, and one from the future', async () => {
    const token = await entra.tokenFor(one);
    expect(await statusOf(token)).toBe(200);
    nowMs = Date.now() + 3600_000 + 61_000;
    expect(await statusOf(token)).toBe(401);
  });

  /** The claims of a good token under another header and signature. */
  const forged = async (sign: (claims: Record<string, unknown>) => Promise<string> | string) => {
    const good = await entra.tokenFor(one);
    const token = await sign(decodeJwt(good));
    expect(await statusOf(good)).toBe(200);
    return token;
  };
  const part = (value: unknown) => base64url.encode(JSON.stringify(value));

  test('without a signature: alg none', async () => {
    const token = await forged((claims) => `${part({ alg: 'none' })}.${part(claims)}.`);
    expect(await statusOf(token)).toBe(401);
  });

  test("signed with the public key as a shared secret: HS256 by the tenant's kid", async () => {
    const secret = new TextEncoder().encode(await exportSPKI(entra.key.publicKey));
    const header = { alg: 'HS256', kid: entra.key.jwk.kid ?? '' };
    const token = await forged((claims) => new SignJWT(claims).setProtectedHeader(header).sign(secret));
    expect(await statusOf(token)).toBe(401);
  });

  test("signed by another key under the tenant's kid, or with the key in its own header", async () => {
    const other = await LocalEntra.start();
    await other.close();
    const kid = entra.key.jwk.kid ?? '';
    for (const header of [
      { alg: 'RS256', kid },
      { alg: 'RS256', jwk: other.key.jwk },
      { alg: 'RS256', jku: `${entra.authority}/keys` },
    ]) {
      const token = await forged((claims) =>
        new SignJWT(claims).setProtectedHeader(header).sign(other.key.privateKey),
      );
      expect(await statusOf(token)).toBe(401);
    }
  });

  test('with changed claims under the old signature', async () => {
    const good = await entra.tokenFor({ ...one, roles: ['viewer'] });
    const [header, , signature] = good.split('.');
    const claims = part({ ...decodeJwt(good), roles: ['admin'] });
    expect(await statusOf(`${header}.${claims}.${signature}`)).toBe(401);
  });

  test("by the tenant's own key, but of another issuer, audience or time", async () => {
    const { key } = entra;
    const header = { alg: 'RS256', kid: key.jwk.kid ?? '' };
    for (const change of [
      { iss: `${entra.authority}/v1.0` },
      { iss: `https://login.microsoftonline.com/${tenantId}/v2.0` },
      { aud: clientId },
      { aud: [] },
      { nbf: Math.floor(Date.now() / 1000) + 3_600 },
      { exp: Math.floor(Date.now() / 1000) - 3_600 },
    ]) {
      const token = await forged((claims) =>
        new SignJWT({ ...claims, ...change }).setProtectedHeader(header).sign(key.privateKey),
      );
      expect(await statusOf(token)).toBe(401);
    }
  });

  test('without an end', async () => {
    const { key } = entra;
    const header = { alg: 'RS256', kid: key.jwk.kid ?? '' };
    const token = await forged(({ exp: _exp, ...claims }) =>
      new SignJWT(claims).setProtectedHeader(header).sign(key.privateKey),
    );
    expect(await statusOf(token)).toBe(401);
  });
});

describe("the tenant's keys", () => {
  test('are asked for again when a new one signs, and what the old one signed counts no more', async () => {
    const old = await entra.tokenFor(one);
    expect(await statusOf(old)).toBe(200);
    await entra.rotateKeys();
    const fresh = await entra.tokenFor(one);
    // Within the pause between two requests for keys a new one is not known yet.
    while ((await statusOf(fresh)) !== 200) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await statusOf(old)).toBe(401);
  });

  test('are not asked for anew for each token with an unknown key', async () => {
    expect(await statusOf(await entra.tokenFor(one))).toBe(200);
    const asked = entra.keyRequests;
    for (let turn = 0; turn < 20; turn += 1) {
      const header = { alg: 'RS256', kid: `unknown-${turn}` };
      const token = await new SignJWT({}).setProtectedHeader(header).sign(entra.key.privateKey);
      expect(await statusOf(token)).toBe(401);
    }
    expect(entra.keyRequests - asked).toBeLessThan(10);
  });

  test('that cannot be fetched are no reason to call a token wrong', async () => {
    const token = await entra.tokenFor(one);
    entra.isDown = true;
    const reply = await session(token);
    entra.isDown = false;
    expect(reply).toMatchObject({ status: 503, body: { error: { code: 'sign-in-unavailable' } } });
  });
});

test('somebody who was disabled or revoked here is let in no more, though Entra says otherwise', async () => {
  const token = await entra.tokenFor(one);
  expect(await statusOf(token)).toBe(200);
  await under.changeUsers((users) => users.revoke('Desk One'));
  expect(await statusOf(token)).toBe(401);
  nowMs = Date.now() + 5_000;
  await under.changeUsers((users) => users.setDisabled('Desk One', true));
  expect(await statusOf(await entra.tokenFor(one))).toBe(401);
});
