import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApiError, Session, SignInResponse } from '../../../src/contract/index.ts';
import { sessionSchema, signInResponseSchema } from '../../../src/contract/index.ts';
import { ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
beforeEach(async () => {
  under = await ProxyUnderTest.start({ environment: { NOVA_ORGANIZATION_ID: 'org_Desk1' } });
});
afterEach(() => under.stop());

const signIn = <T = SignInResponse>(code: string) => under.request<T>('POST', '/api/sign-in', { code }, '');
const session = (token: string) => under.request<Session>('GET', '/api/session', undefined, token);

describe('a one-time code', () => {
  test('reads like ABCD-EFGH, without letters that are mistaken for digits', () => {
    const codes = Array.from({ length: 50 }, () => under.proxy.issueSignInCode());
    for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
    expect(new Set(codes).size).toBe(50);
  });

  test('gives a token for twelve hours, however it is typed', async () => {
    const code = under.proxy.issueSignInCode('Second user');
    const reply = await signIn(` ${code.toLowerCase().replace('-', ' ')} `);
    expect(signInResponseSchema.parse(reply.body)).toMatchObject({
      userName: 'Second user',
      expiresAt: '2027-01-04T21:00:00.000Z',
    });
    expect(sessionSchema.parse((await session(reply.body.token)).body)).toEqual({
      userName: 'Second user',
      roles: ['viewer', 'preparer', 'approver', 'admin'],
      expiresAt: '2027-01-04T21:00:00.000Z',
      mode: 'sandbox',
      organizationId: 'org_Desk1',
    });
  });

  test('works once', async () => {
    const code = under.proxy.issueSignInCode();
    expect((await signIn(code)).status).toBe(200);
    const again = await signIn<ApiError>(code);
    expect(again).toMatchObject({ status: 401, body: { error: { code: 'code-wrong' } } });
  });

  test('ends after its time', async () => {
    const code = under.proxy.issueSignInCode();
    under.time.nowMs += 15 * 60_000;
    expect((await signIn(code)).status).toBe(401);
  });

  test('is void after five wrong ones, so that a new one is needed', async () => {
    const code = under.proxy.issueSignInCode();
    for (let turn = 0; turn < 5; turn += 1) expect((await signIn('AAAA-AAAA')).status).toBe(401);
    expect((await signIn(code)).status).toBe(401);
    expect((await signIn(under.proxy.issueSignInCode())).status).toBe(200);
  });

  test('cannot be guessed by trying many', async () => {
    const replies = [];
    for (let turn = 0; turn < 35; turn += 1) replies.push(await signIn<ApiError>('AAAA-AAAA'));
    expect(replies.at(-1)).toMatchObject({ status: 429, body: { error: { code: 'too-many-requests' } } });
  });
});

describe('a token', () => {
  test('ends after twelve hours', async () => {
    under.time.advanceHours(11.9);
    expect((await session(under.token)).status).toBe(200);
    under.time.advanceHours(0.2);
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
