/** What comes beside an approval: sending it later, what the sealed view tells, and a lock that no staging caused. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Outcome, SealedEntry, Session } from '../../../src/contract/index.ts';
import { aDistribution, contactId, entityId, ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'distribution-desk-aside-'));
  const file = join(dir, 'limits.json');
  // A currency that is not named always needs it.
  await writeFile(file, JSON.stringify({ approval: { from: { USD: '300' } } }));
  under = await ProxyUnderTest.start({ environment: { LIMITS_FILE: file } });
});
afterEach(async () => {
  await under.stop();
  await rm(dir, { recursive: true });
});

test('what was approved while Nova was down is sent by itself once it is back, and once only', async () => {
  const distribution = aDistribution();
  const { entryId, contentHash } = await under.stage(distribution);
  const approver = await under.signIn('Approver', ['approver']);
  const toToken = { method: 'POST', path: '/oauth/token' };
  await under.orderFaults({ kind: 'status', status: 500, times: 50, match: toToken });
  const reply = await under.request('POST', `/api/approvals/${entryId}/approve`, { contentHash }, approver);
  expect(reply).toMatchObject({ status: 503, body: { error: { code: 'nova-unavailable' } } });
  expect(await under.creations()).toHaveLength(0);
  await under.clearFaults();
  under.time.nowMs += 60_000;
  let outcome: Outcome | null | undefined;
  for (let turn = 0; turn < 200 && outcome?.outcome !== 'accepted'; turn += 1) {
    under.nextRound();
    await new Promise((resolve) => setTimeout(resolve, 25));
    [outcome] = await under.lookup(distribution);
  }
  expect(outcome).toMatchObject({ outcome: 'accepted' });
  under.nextRound();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await under.creations()).toHaveLength(1);
});

test('the sealed view tells an unusual amount, a new payee and a new currency, each by its payment', async () => {
  const pay = (index: number, amountCents: number, currency = 'USD') => ({
    ...{ entity: entityId(index), contacts: [contactId(index)], dateOverride: null },
    ...{ amountCents, currency },
  });
  for (const amounts of [
    [40_00, 50_00],
    [60_00, 50_00],
    [50_00, 50_00],
  ] as const) {
    under.time.nowMs += 1_000;
    const payments = [pay(0, amounts[0]), pay(1, amounts[1])];
    expect(await under.stage(aDistribution({ payments }))).toMatchObject({ outcome: 'accepted' });
  }
  const sealedOf = async (payments: unknown[]) => {
    const { entryId } = await under.stage(aDistribution({ payments }));
    const { body } = await under.request<SealedEntry>('GET', `/api/approvals/${entryId}`);
    return new Map(body.payments.map((payment) => [payment.entity as string, payment]));
  };
  const inDollars = await sealedOf([pay(0, 150_00), pay(1, 149_99), pay(2, 100_00)]);
  expect(inDollars.get(entityId(0))?.changes).toEqual([
    { change: 'unusual-amount', usualCents: 50_00, lastCents: 50_00, comparedPayments: 3 },
  ]);
  expect(inDollars.get(entityId(1))?.changes).toEqual([]);
  expect(inDollars.get(entityId(2))).toMatchObject({ changes: [{ change: 'new-payee' }], last: null });
  const inEuros = await sealedOf([pay(0, 50_00, 'EUR')]);
  expect(inEuros.get(entityId(0))?.changes).toEqual([{ change: 'new-currency' }]);
});

test('a refresh whose answer is of the other mode stops all sending, until an admin releases it', async () => {
  const small = () => aDistribution({ paymentCount: 1 });
  const staged = await under.stage(small());
  if (staged.outcome !== 'accepted') throw new Error(staged.outcome);
  const path = `/v1/distributions/${staged.distributionId}`;
  await under.orderFaults({ kind: 'wrong-livemode', match: { method: 'GET', path } });
  await under.request('POST', '/api/distributions/refresh', { distributionIds: [staged.distributionId] });
  const { body } = await under.request<Session>('GET', '/api/session');
  expect(body.modeLock).toMatchObject({ distributionId: staged.distributionId });
  expect(await under.stageAndFail(small())).toMatchObject({ body: { error: { code: 'mode-mismatch' } } });
  expect(await under.creations()).toHaveLength(1);
  await under.releaseModeLock();
  expect(await under.stage(small())).toMatchObject({ outcome: 'accepted' });
});
