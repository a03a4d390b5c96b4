import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApiError, Session, SignInResponse } from '../../../src/contract/index.ts';
import { automaticHeader, sessionSchema, signInResponseSchema } from '../../../src/contract/index.ts';
import { ConfigError } from '../../../src/proxy/index.ts';
import { firstUser, ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
beforeEach(async () => {
  under = await ProxyUnderTest.start({
    environment: { NOVA_ORGANIZATION_ID: 'org_Desk1', SESSION_IDLE_MINUTES: '60' },
  });
});
afterEach(() => under.stop());

const newCode = (userName = firstUser) => under.proxy.issueSignInCode(userName);
const signIn = <T = SignInResponse>(code: string) => under.request<T>('POST', '/api/sign-in', { code }, '');
const session = (token: string) => under.request<Session>('GET', '/api/session', undefined, token);

/** The same code with another last letter. */
function almost(code: string): string {
  return code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A');
}

test('the pane is told to ask for a code', async () => {
  const reply = await under.request('GET', '/api/sign-in/methods', undefined, '');
  expect(reply).toMatchObject({ status: 200, body: { codes: true } });
});

describe('a one-time code', () => {
  test('reads like ABCD-EFGH-JKLM, without letters that are mistaken for digits', async () => {
    const codes = await Promise.all(Array.from({ length: 30 }, () => newCode()));
    for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/);
    expect(new Set(codes).size).toBe(30);
  });

  test('gives a token for twelve hours, however it is typed', async () => {
    await under.proxy.ensureUser({ name: 'Second user', roles: ['preparer', 'admin'], live: false });
    const code = await newCode('second  USER');
    const reply = await signIn(` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(signInResponseSchema.parse(reply.body)).toMatchObject({
      userName: 'Second user',
      expiresAt: '2027-01-04T21:00:00.000Z',
    });
    expect(sessionSchema.parse((await session(reply.body.token)).body)).toMatchObject({
      userName: 'Second user',
      roles: ['preparer', 'admin'],
      expiresAt: '2027-01-04T21:00:00.000Z',
      mode: 'sandbox',
      organizationId: 'org_Desk1',
    });
  });

  test('works once, also when it is used by many at once', async () => {
    const code = await newCode();
    const replies = await Promise.all(Array.from({ length: 4 }, () => signIn<ApiError>(code)));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    const again = await signIn<ApiError>(code);
    expect(again).toMatchObject({ status: 401, body: { error: { code: 'code-wrong' } } });
  });

  test('ends after its time', async () => {
    const code = await newCode();
    under.time.nowMs += 15 * 60_000;
    expect((await signIn(code)).status).toBe(401);
  });

  test('is void after five wrong tries, also at once, and no other code is', async () => {
    const code = await newCode();
    const other = await newCode();
    const tries = await Promise.all(Array.from({ length: 5 }, () => signIn(almost(code))));
    expect(tries.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect((await signIn(code)).status).toBe(401);
    expect((await signIn(other)).status).toBe(200);
  });

  test('stays good after four wrong tries', async () => {
    const code = await newCode();
    for (let turn = 0; turn < 4; turn += 1) expect((await signIn(almost(code))).status).toBe(401);
    expect((await signIn(code)).status).toBe(200);
  });

  test('cannot be guessed by trying many: the address has to wait, also with the right one', async () => {
    const code = await newCode();
    for (let turn = 0; turn < 20; turn += 1) expect((await signIn('AAAA-AAAA-AAAA')).status).toBe(401);
    const refused = await signIn<ApiError>(code);
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'too-many-requests' } } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('is in the database as a slow hash only', async () => {
    const code = await newCode();
    const [row] = under.readLedger('select * from sign_in_code');
    expect(row?.selector).toBe(code.slice(0, 4));
    expect(JSON.stringify(row)).not.toContain(code.slice(5, 9));
    expect(JSON.stringify(under.readLedger('select * from audit_log'))).not.toContain(code.slice(5));
  });

  test('is given for nobody who is not there', async () => {
    await expect(newCode('Somebody')).rejects.toThrow(ConfigError);
  });
});

describe('a token', () => {
  test('ends after twelve hours, however busy its user is', async () => {
    for (let hour = 0.5; hour < 12; hour += 0.5) {
      under.time.advanceHours(0.5);
      expect((await session(under.token)).status).toBe(200);
    }
    under.time.advanceHours(0.5);
    expect((await session(under.token)).status).toBe(401);
  });

  test('ends an hour after the last request', async () => {
    under.time.advanceHours(0.9);
    expect((await session(under.token)).status).toBe(200);
    under.time.advanceHours(0.9);
    expect((await session(under.token)).status).toBe(200);
    under.time.advanceHours(1.1);
    expect((await session(under.token)).status).toBe(401);
  });

  test('is not kept alive by what a pane asks by itself, only by what a person asks', async () => {
    const byItself = async () => {
      const headers = { authorization: `Bearer ${under.token}`, [automaticHeader]: '1' };
      return (await fetch(`${under.proxy.url}/api/approvals`, { headers })).status;
    };
    for (const minutes of [20, 20, 15]) {
      under.time.nowMs += minutes * 60_000;
      expect(await byItself()).toBe(200);
    }
    expect((await session(under.token)).status).toBe(200);
    for (const minutes of [20, 20, 19]) {
      under.time.nowMs += minutes * 60_000;
      expect(await byItself()).toBe(200);
    }
    under.time.nowMs += 60_000;
    expect(await byItself()).toBe(401);
    expect((await session(under.token)).status).toBe(401);
  });

  test('ends with the sign-out, and no other does', async () => {
    const other = await under.signIn();
    expect((await under.request('POST', '/api/sign-out')).status).toBe(204);
    expect((await session(under.token)).status).toBe(401);
    expect((await session(other)).status).toBe(200);
  });

  test('survives a restart of the proxy', async () => {
    await under.proxy.close();
    await under.startProxy();
    expect((await session(under.token)).status).toBe(200);
  });

  test('is in the ledger as a hash only', () => {
    const [row] = under.readLedger('select token_hash from session');
    expect(row?.token_hash).toMatch(/^[0-9a-f]{64}$/);
    const everything = JSON.stringify([
      under.readLedger('select * from session'),
      under.readLedger('select * from audit_log'),
    ]);
    expect(everything).not.toContain(under.token);
    expect(everything).toContain('sign-in');
  });
});
