/** What a proxy is held to: its limits, and a second person's approval, on each of the databases, over HTTP. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApprovalList, Outcome, SealedEntry } from '../../../src/contract/index.ts';
import { verifyAudit } from '../../../src/proxy/ledger/verify-audit.ts';
import { openLedger } from '../../../src/proxy/ledger/database.ts';
import { loadConfig } from '../../../src/proxy/index.ts';
import { describeEachDatabase, describePostgres } from '../databases.ts';
import type { LedgerPlace } from '../databases.ts';
import { aDistribution, aSource, ProxyUnderTest, vehicleId } from '../proxy-under-test.ts';

const onCreate = { method: 'POST', path: '/v1/distributions' };
const errorOf = (reply: { status: number; body: unknown }) => {
  const { error } = reply.body as { error: { code: string; message: string } };
  return { status: reply.status, ...error };
};

describeEachDatabase((kind) => {
  let place: LedgerPlace;
  let under: ProxyUnderTest;
  beforeEach(async () => {
    place = await kind.newPlace();
    under = await ProxyUnderTest.start({ environment: place.environment });
  });
  afterEach(async () => {
    await under.stop();
    await place.remove();
  });

  const hold = async (limits: unknown) => {
    const file = join(under.dataDir, 'limits.json');
    await writeFile(file, JSON.stringify(limits));
    await under.proxy.close();
    await under.startProxy({ LIMITS_FILE: file });
    return { LIMITS_FILE: file };
  };
  const asUser = async <T>(name: string, method: string, path: string, body?: unknown) =>
    under.request<T>(method, path, body, await under.signIn(name));
  const history = async (query: string) =>
    (
      await under.request<{ lines: { action: string; result: string; userName: string }[] }>(
        'GET',
        `/api/history?${query}`,
      )
    ).body.lines;

  describe('a limit', () => {
    // Each distribution here is 300.03 USD in three payments, the largest of 100.02.
    test.each([
      [
        'one payment',
        { largestPayment: { USD: '100.01' } },
        /limit for one payment is 100\.01 USD; 100\.02 USD goes beyond it by 0\.01 USD/,
      ],
      [
        'one distribution',
        { largestDistribution: { USD: '300' } },
        /limit for one distribution is 300\.00 USD; 300\.03 USD goes beyond it by 0\.03 USD/,
      ],
      ['a vehicle', { vehicles: ['veh_Other'] }, /is not one of those allowed here/],
      [
        'a currency that it does not name',
        { largestPayment: { EUR: '1000' } },
        /No limit for one payment is set in USD/,
      ],
    ])('for %s refuses what goes beyond it, in words, and leaves no entry', async (_what, limits, words) => {
      await hold(limits);
      const distribution = aDistribution();
      const refused = errorOf(await under.stageAndFail(distribution));
      expect(refused).toMatchObject({
        status: 403,
        code: 'limit-exceeded',
        message: expect.stringMatching(words),
      });
      expect(await under.creations()).toHaveLength(0);
      expect(await under.lookup(distribution)).toEqual([null]);
      expect(await history('outcome=refused')).toMatchObject([
        { action: 'refuse', userName: 'Distribution Desk user', result: expect.stringMatching(words) },
      ]);
    });

    test('lets through what reaches it exactly, and is told to the pane', async () => {
      await hold({
        largestPayment: { USD: '100.02' },
        largestDistribution: { USD: '300.03' },
        totalPerDay: { USD: '300.03' },
        vehicles: [vehicleId(0)],
      });
      expect(await under.stage(aDistribution())).toMatchObject({ outcome: 'accepted' });
      const session = await under.request('GET', '/api/session');
      expect(session.body).toMatchObject({
        mode: 'sandbox',
        limits: { largestPayment: { USD: 10002 }, totalPerDay: { USD: 30003 }, approval: null },
        modeLock: null,
      });
    });

    test('for a day is freed by what Nova rejects, kept by what is unknown, and begins anew the next day', async () => {
      await hold({ totalPerDay: { USD: '700' } });
      await under.orderFaults({ kind: 'status', status: 403, match: onCreate });
      expect(await under.stage(aDistribution())).toMatchObject({ outcome: 'rejected' });
      await under.orderFaults({ kind: 'status', status: 500, times: 4, match: onCreate });
      expect(await under.stage(aDistribution())).toMatchObject({ outcome: 'unknown' });
      const second = aDistribution();
      const accepted = await under.stage(second);
      expect(accepted).toMatchObject({ outcome: 'accepted' });
      expect(errorOf(await under.stageAndFail(aDistribution())).message).toMatch(
        /The limit for one day is 700\.00 USD\. 600\.06 USD of \S+ \(UTC\) are taken, so this distribution of 300\.03 USD goes beyond it by 200\.09 USD/,
      );
      // What was accepted before is answered, not staged anew.
      expect(await under.stage(second)).toMatchObject({ outcome: 'accepted', existing: true });
      if (kind.name === 'PostgreSQL') return;
      under.time.advanceHours(24);
      under.token = await under.signIn();
      expect(await under.stage(aDistribution())).toMatchObject({ outcome: 'accepted' });
    });

    test('that fits 20 lets exactly 20 of 200 through that come at once', async () => {
      const environment = await hold({ totalPerDay: { USD: '6000.60' } });
      const stageAt = (at: ProxyUnderTest) =>
        at.post<Outcome>('/api/distributions', { distribution: aDistribution(), source: aSource });
      const replies = [];
      if (kind.name === 'PostgreSQL') {
        replies.push(
          ...(await under.proxyBeside(
            (beside) =>
              Promise.all(
                Array.from({ length: 200 }, (_, index) => stageAt(index % 2 === 0 ? under : beside)),
              ),
            { ...place.environment, ...environment },
          )),
        );
      } else {
        replies.push(...(await Promise.all(Array.from({ length: 200 }, () => stageAt(under)))));
      }
      const accepted = replies.filter(({ status }) => status === 200);
      expect(accepted.map(({ body }) => body.outcome)).toEqual(Array.from({ length: 20 }, () => 'accepted'));
      const refused = replies.filter(({ status }) => status !== 200).map(errorOf);
      expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['limit-exceeded']));
      expect(await under.created()).toHaveLength(20);
      const ledger = await openLedger(
        loadConfig({ ...under.environment(), DATA_DIR: '/nowhere', ...place.environment }),
      ).catch(() => null);
      if (ledger === null) return;
      expect(await verifyAudit(ledger.database)).toMatchObject({ broken: null });
      await ledger.close();
    });
  });

  describe("a second person's approval", () => {
    const seal = async (distribution = aDistribution()) => {
      const outcome = await under.stage(distribution);
      if (outcome.outcome !== 'awaiting-approval') throw new Error(outcome.outcome);
      return { distribution, outcome, path: `/api/approvals/${outcome.entryId}` };
    };

    test('is needed from the amount on, is given to the sealed content by somebody else, and sends it once', async () => {
      await hold({ approval: { from: { USD: '300.03' } } });
      const small = aDistribution({ paymentCount: 2 });
      expect(await under.stage(small)).toMatchObject({ outcome: 'accepted' });
      const { distribution, outcome, path } = await seal();
      expect(outcome).toMatchObject({
        thresholdCents: 30003,
        preparedBy: 'Distribution Desk user',
        approvedBy: null,
      });
      expect(await under.creations()).toHaveLength(1);
      expect(await under.stage(distribution)).toMatchObject({
        outcome: 'awaiting-approval',
        entryId: outcome.entryId,
      });

      const list = (await asUser<ApprovalList>('Approver', 'GET', '/api/approvals')).body;
      expect(list).toMatchObject({ more: false, waiting: [{ entryId: outcome.entryId, mayApprove: true }] });
      const sealed = (await asUser<SealedEntry>('Approver', 'GET', path)).body;
      expect(sealed).toMatchObject({
        contentHash: outcome.contentHash,
        totals: [{ currency: 'USD', amountCents: 30003, count: 3 }],
        paymentInstructions: 'not-known',
        comparison: { distributions: 1, complete: true },
      });
      expect(sealed.payments.map(({ changes }) => changes.map(({ change }) => change))).toEqual([
        [],
        [],
        ['new-payee'],
      ]);

      const body = { contentHash: outcome.contentHash };
      expect(errorOf(await under.post(`${path}/approve`, body))).toMatchObject({
        status: 403,
        code: 'second-person-required',
      });
      expect(
        errorOf(await asUser('Approver', 'POST', `${path}/approve`, { contentHash: 'another' })),
      ).toMatchObject({ code: 'content-differs' });
      expect(await under.creations()).toHaveLength(1);
      const tokens = await Promise.all(['Approver', 'Another approver'].map((name) => under.signIn(name)));
      const approvals = await Promise.all(
        tokens.map((token) => under.request<Outcome>('POST', `${path}/approve`, body, token)),
      );
      expect(approvals.map((reply) => reply.body.outcome)).toEqual(['accepted', 'accepted']);
      expect(await under.creations()).toHaveLength(2);
      expect(await under.lookup(distribution)).toMatchObject([{ outcome: 'accepted' }]);
      expect(await history('outcome=approved')).toHaveLength(1);
    });

    test('may be withheld with a reason; the same rows and changed ones then need another', async () => {
      await hold({ approval: { from: 'always' } });
      const { distribution, path } = await seal();
      const returned = await asUser<Outcome>('Approver', 'POST', `${path}/return`, {
        reason: 'The date is wrong',
      });
      expect(returned.body).toMatchObject({
        outcome: 'returned',
        code: 'returned',
        returnedBy: 'Approver',
        reason: 'The date is wrong',
      });
      expect(await under.lookup(distribution)).toMatchObject([{ outcome: 'returned' }]);
      const late = await asUser('Approver', 'POST', `${path}/approve`, {
        contentHash: returned.body.contentHash,
      });
      expect(errorOf(late)).toMatchObject({ status: 409, code: 'not-awaiting' });
      expect((await seal(distribution)).outcome.generation).toBe(2);
      await seal({ ...distribution, name: 'With another name' });
      expect(await under.creations()).toHaveLength(0);
    });

    test('goes on when Nova could not be reached at first', async () => {
      await hold({ approval: { from: 'always' } });
      const { distribution, outcome, path } = await seal();
      await under.orderFaults({
        kind: 'status',
        status: 500,
        times: 20,
        match: { method: 'POST', path: '/oauth/token' },
      });
      const body = { contentHash: outcome.contentHash };
      const first = await asUser('Approver', 'POST', `${path}/approve`, body);
      expect(errorOf(first)).toMatchObject({ status: 503, code: 'nova-unavailable' });
      expect(await under.lookup(distribution)).toMatchObject([
        { outcome: 'awaiting-approval', approvedBy: 'Approver' },
      ]);
      await under.clearFaults();
      under.time.advanceHours(1);
      const again = await asUser<Outcome>('Approver', 'POST', `${path}/approve`, body);
      expect(again.body).toMatchObject({ outcome: 'accepted' });
      expect(await under.created()).toHaveLength(1);
    });

    test('counts in the day in which it is given', async () => {
      await hold({ approval: { from: 'always' }, totalPerDay: { USD: '500' } });
      const [one, two] = [await seal(), await seal()];
      const approve = ({ path, outcome }: typeof one) =>
        asUser<Outcome>('Approver', 'POST', `${path}/approve`, { contentHash: outcome.contentHash });
      expect((await approve(one)).body).toMatchObject({ outcome: 'accepted' });
      expect(errorOf(await approve(two))).toMatchObject({ status: 403, code: 'limit-exceeded' });
      expect(await under.lookup(two.distribution)).toMatchObject([{ outcome: 'awaiting-approval' }]);
      expect(await under.creations()).toHaveLength(1);
    });
  });
});

describe('an approval that nobody gives', () => {
  test('ends after its time, and the same rows are sealed anew', async () => {
    const under = await ProxyUnderTest.start();
    const file = join(under.dataDir, 'limits.json');
    await writeFile(file, JSON.stringify({ approval: { from: 'always', expiresAfterHours: 2 } }));
    await under.proxy.close();
    await under.startProxy({ LIMITS_FILE: file });
    const distribution = aDistribution();
    const sealed = await under.stage(distribution);
    under.time.advanceHours(2);
    expect(await under.lookup(distribution)).toMatchObject([
      { outcome: 'returned', code: 'approval-expired' },
    ]);
    const approver = await under.signIn('Approver');
    const body = { contentHash: sealed.contentHash };
    const late = await under.request('POST', `/api/approvals/${sealed.entryId}/approve`, body, approver);
    expect(errorOf(late)).toMatchObject({ status: 409, code: 'not-awaiting' });
    under.token = await under.signIn();
    expect(await under.stage(distribution)).toMatchObject({ outcome: 'awaiting-approval', generation: 2 });
    expect(await under.creations()).toHaveLength(0);
    await under.stop();
  });
});

describePostgres((kind) => {
  test('an approval given at two proxies sends once, and a lock of one stops the other until it is released', async () => {
    const place = await kind.newPlace();
    const under = await ProxyUnderTest.start({ environment: place.environment });
    const file = join(under.dataDir, 'limits.json');
    await writeFile(file, JSON.stringify({ approval: { from: { USD: '300' } } }));
    const environment = { ...place.environment, LIMITS_FILE: file };
    await under.proxy.close();
    await under.startProxy(environment);
    await under.proxyBeside(async (beside) => {
      const sealed = await under.stage(aDistribution());
      const path = `/api/approvals/${sealed.entryId}/approve`;
      const body = { contentHash: sealed.contentHash };
      const approver = await under.signIn('Approver');
      const replies = await Promise.all([
        under.request<Outcome>('POST', path, body, approver),
        beside.request<Outcome>('POST', path, body, approver),
      ]);
      expect(replies.map((reply) => reply.body.outcome)).toEqual(['accepted', 'accepted']);
      expect(await under.created()).toHaveLength(1);

      await under.orderFaults({ kind: 'wrong-livemode', match: onCreate });
      await under.stageAndFail(aDistribution({ paymentCount: 1 }));
      await new Promise((resolve) => setTimeout(resolve, 250));
      expect(errorOf(await beside.stageAndFail(aDistribution({ paymentCount: 1 }))).code).toBe(
        'mode-mismatch',
      );
      expect((await beside.request('GET', '/api/session')).body).toMatchObject({
        modeLock: { reason: expect.any(String) },
      });
      await beside.proxy.close();
      await beside.startProxy(environment);
      beside.token = await beside.signIn('User beside');
      expect(errorOf(await beside.stageAndFail(aDistribution({ paymentCount: 1 }))).code).toBe(
        'mode-mismatch',
      );
      await beside.releaseModeLock();
      expect(await beside.stage(aDistribution({ paymentCount: 1 }))).toMatchObject({ outcome: 'accepted' });
    }, environment);
    await under.stop();
    await place.remove();
  });
});
