/** Who may not approve or return what, and what an approval cannot be used for. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApiError, Outcome } from '../../../src/contract/index.ts';
import { aDistribution, ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
let dir: string;
let tokens: Record<'viewer' | 'preparer' | 'approver' | 'admin', string>;
let sealed: Outcome;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'distribution-desk-approvals-'));
  const file = join(dir, 'limits.json');
  await writeFile(file, JSON.stringify({ approval: { from: { USD: '300' } } }));
  under = await ProxyUnderTest.start({ environment: { LIMITS_FILE: file } });
  tokens = {
    viewer: await under.signIn('Only looks', ['viewer']),
    preparer: await under.signIn('Another preparer', ['preparer']),
    approver: await under.signIn('Approver', ['approver']),
    admin: await under.signIn('Only admin', ['admin']),
  };
  sealed = await under.stage(aDistribution());
});
afterEach(async () => {
  await under.stop();
  await rm(dir, { recursive: true });
});

const ask = async (what: 'approve' | 'return', entryId: string, body: unknown, token: string) => {
  const path = `/api/approvals/${encodeURIComponent(entryId)}/${what}`;
  const reply = await under.request<Outcome & ApiError>('POST', path, body, token);
  return { status: reply.status, code: reply.body.error?.code, outcome: reply.body.outcome };
};
const approve = (token: string, contentHash = sealed.contentHash, entryId = sealed.entryId) =>
  ask('approve', entryId, { contentHash }, token);
const giveBack = (token: string, entryId = sealed.entryId) =>
  ask('return', entryId, { reason: 'Not this month' }, token);
const created = async () => (await under.created()).length;

test('nobody approves what they prepared, whatever their roles and whatever they call themselves', async () => {
  // This one has every role.
  expect(await approve(under.token)).toMatchObject({ status: 403, code: 'second-person-required' });
  const again = await under.signIn(' distribution  DESK user ');
  expect(await approve(again)).toMatchObject({ status: 403, code: 'second-person-required' });
  expect(await created()).toBe(0);
});

test.each(['viewer', 'preparer', 'admin'] as const)('%s neither approves nor returns', async (role) => {
  expect(await approve(tokens[role])).toMatchObject({ status: 403, code: 'role-missing' });
  expect(await giveBack(tokens[role])).toMatchObject({ status: 403, code: 'role-missing' });
  expect(await created()).toBe(0);
  expect(await approve(tokens.approver)).toMatchObject({ status: 200, outcome: 'accepted' });
});

describe('an approval is for one content of one entry', () => {
  test('and not for a hash that is not its own', async () => {
    const other = await under.stage(aDistribution());
    for (const hash of [other.contentHash, sealed.contentHash.toUpperCase(), '', '__proto__']) {
      expect(await approve(tokens.approver, hash)).toMatchObject({ status: 409, code: 'content-differs' });
    }
    for (const body of [
      {},
      { contentHash: null },
      { contentHash: [sealed.contentHash] },
      sealed.contentHash,
    ]) {
      expect(await ask('approve', sealed.entryId, body, tokens.approver)).toMatchObject({ status: 400 });
    }
    expect(await created()).toBe(0);
  });

  test('and not for an entry that never waited, nor for what is no entry', async () => {
    const small = await under.stage(aDistribution({ paymentCount: 1 }));
    const accepted = await approve(tokens.approver, small.contentHash, small.entryId);
    expect(accepted).toMatchObject({ status: 409, code: 'not-awaiting' });
    expect(await giveBack(tokens.approver, small.entryId)).toMatchObject({
      status: 409,
      code: 'not-awaiting',
    });
    const distributionId = small.outcome === 'accepted' ? small.distributionId : '';
    for (const id of [distributionId, sealed.contentHash, '1', '%00', "' or 1=1 --"]) {
      const answer = await approve(tokens.approver, sealed.contentHash, id);
      expect([400, 404]).toContain(answer.status);
    }
    expect(await created()).toBe(1);
  });
});

describe('a replay', () => {
  test('of an approval answers with what came of it, and sends nothing', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await approve(tokens.approver)).toMatchObject({ status: 200, outcome: 'accepted' });
    }
    expect(await giveBack(tokens.approver)).toMatchObject({ status: 409, code: 'not-awaiting' });
    expect(await created()).toBe(1);
    expect(await under.creations()).toHaveLength(1);
  });

  test('after a return approves nothing', async () => {
    expect(await giveBack(tokens.approver)).toMatchObject({ status: 200, outcome: 'returned' });
    expect(await approve(tokens.approver)).toMatchObject({ status: 409, code: 'not-awaiting' });
    expect(await created()).toBe(0);
  });

  test('with the token of somebody who has signed out, or was disabled, is refused', async () => {
    const second = await under.signIn('Second approver', ['approver']);
    await under.request('POST', '/api/sign-out', undefined, tokens.approver);
    await under.changeUsers((users) => users.setDisabled('Second approver', true));
    for (const token of [tokens.approver, second]) {
      expect(await approve(token)).toMatchObject({ status: 401, code: 'sign-in-required' });
    }
    expect(await created()).toBe(0);
  });
});
