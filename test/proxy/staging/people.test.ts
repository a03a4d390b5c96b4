/** What happens to an unknown entry without a submission: asked for again by itself, and resolved by people after its key. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApiError, DistributionRequest, Outcome } from '../../../src/contract/index.ts';
import { aDistribution, aSource, contactId, ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
beforeEach(async () => {
  under = await ProxyUnderTest.start({ sandbox: { pageSize: 2 } });
});
afterEach(() => under.stop());

const onCreate = { method: 'POST', path: '/v1/distributions' };

async function eventually<T>(look: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let turn = 0; turn < 200; turn += 1) {
    const value = await look();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it did not come to pass in 5 seconds');
}

/** Leaves a distribution unknown whose answers were all lost; `createdOrNot` says whether Nova has it. */
async function leaveUnknown(distribution: DistributionRequest, createdOrNot: 'created' | 'not created') {
  const kind = createdOrNot === 'created' ? 'lost-response' : 'refuse';
  await under.orderFaults({ kind, times: 4, match: onCreate });
  const outcome = await under.stage(distribution);
  expect(outcome.outcome).toBe('unknown');
  return outcome;
}

async function endKey(userName?: string): Promise<void> {
  under.time.advanceHours(24);
  under.token = await under.signIn(userName);
}

describe('asked for again by itself', () => {
  test('not before its pause is over, then with the same key, and created once', async () => {
    const distribution = aDistribution();
    await leaveUnknown(distribution, 'created');
    const asked = (await under.creations()).length;
    under.nextRound();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await under.creations()).toHaveLength(asked);

    under.time.nowMs += 5_000;
    under.nextRound();
    const [found] = await eventually(
      () => under.lookup(distribution),
      ([outcome]) => outcome?.outcome === 'accepted',
    );
    expect(found).toMatchObject({ generation: 1, distributionId: (await under.created())[0]?.id });
    expect(await under.created()).toHaveLength(1);
    expect(new Set((await under.creations()).map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  test('the pauses grow, and nothing is sent after the key', async () => {
    await leaveUnknown(aDistribution(), 'not created');
    const pauses: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const [entry] = under.readLedger('select next_ask_at, updated_at, ask_count from ledger_entry');
      pauses.push(Date.parse(String(entry?.next_ask_at)) - Date.parse(String(entry?.updated_at)));
      under.time.nowMs = Date.parse(String(entry?.next_ask_at));
      await under.orderFaults({ kind: 'status', status: 408, times: 4, match: onCreate });
      under.nextRound();
      await eventually(
        async () => under.readLedger("select ask_count from ledger_entry where state = 'unknown'"),
        (rows) => rows[0]?.ask_count === Number(entry?.ask_count) + 1,
      );
    }
    expect(pauses).toEqual([2_500, 5_000, 10_000]);
    const asked = (await under.creations()).length;
    under.time.advanceHours(24);
    under.nextRound();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await under.creations()).toHaveLength(asked);
  });

  test('an idempotency mismatch never is: it says so, keeps both hashes, and leaves it to people', async () => {
    await under.orderFaults({ kind: 'status', status: 409, code: 'idempotency_mismatch', match: onCreate });
    const distribution = aDistribution();
    const outcome = await under.stage(distribution);
    expect(outcome).toMatchObject({ code: 'idempotency-mismatch', needsPerson: true });
    const hash = outcome.contentHash;
    expect(outcome).toHaveProperty('message', expect.stringContaining('Nova holds something else'));
    expect(outcome).toHaveProperty('message', expect.not.stringContaining(hash));
    expect(under.readLedger('select error_message from ledger_entry')).toEqual([
      {
        error_message: expect.stringContaining(
          `sent now: SHA-256 ${hash}; the key was made for: SHA-256 ${hash}`,
        ),
      },
    ]);
    under.time.advanceHours(1);
    under.nextRound();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await under.creations()).toHaveLength(1);
  });
});

describe('after the key', () => {
  const link = (outcome: Outcome, distribution: DistributionRequest, distributionId: string | undefined) =>
    under.post<Outcome & ApiError>(`/api/entries/${outcome.entryId}/link`, { distributionId, distribution });
  const declare = (outcome: Outcome, reason = 'Not in the dashboard, searched by name') =>
    under.post<Outcome & ApiError>(`/api/entries/${outcome.entryId}/declare-never-created`, { reason });

  test('people must decide, and are told so; before it they need not and may not', async () => {
    const distribution = aDistribution();
    const unknown = await leaveUnknown(distribution, 'created');
    expect(unknown).toMatchObject({ needsPerson: false, submittedFor: 'Distribution Desk user' });
    const id = (await under.created())[0]?.id;
    expect(await link(unknown, distribution, id)).toMatchObject({
      status: 409,
      body: { error: { code: 'not-unresolved' } },
    });
    under.token = await under.signIn('Second user');
    expect(await declare(unknown)).toMatchObject({
      status: 409,
      body: { error: { code: 'not-unresolved' } },
    });
    await endKey();
    expect((await under.lookup(distribution))[0]).toMatchObject({ code: 'key-expired', needsPerson: true });
  });

  test('a distribution that says the same is linked, with the ids of all its pages, and stands ever after', async () => {
    const distribution = aDistribution({ paymentCount: 5, externalReference: 'ref-7' });
    const unknown = await leaveUnknown(distribution, 'created');
    const [record] = await under.created();
    await endKey('Second user');
    const linked = await link(unknown, distribution, record?.id);
    expect(linked).toMatchObject({
      status: 200,
      body: { outcome: 'accepted', distributionId: record?.id, warnings: [] },
    });
    const asked = (await under.creations()).length;
    expect(await under.stage(distribution)).toEqual(linked.body);
    expect(await under.creations()).toHaveLength(asked);
    expect(await link(unknown, distribution, record?.id)).toMatchObject({ status: 200 });
    expect(under.readLedger("select user_name, result from audit_log where action = 'link'")).toEqual([
      { user_name: 'Second user', result: `linked to ${record?.id}` },
    ]);
  });

  test.each<[string, Partial<DistributionRequest> | 'payment', RegExp]>([
    ['name', { name: 'Another name' }, /The name is Another name, not Distribution \d+\./],
    ['date', { distributionDate: '2027-03-01' as never }, /The date is 2027-03-01, not 2027-01-04\./],
    ['reference', { externalReference: 'other' }, /The external reference is other, not left out\./],
    ['payment', 'payment', /rows match none of the payments.*payments that match no row: dpmt_/],
  ])('one with another %s is refused, and what differs is named', async (_what, change, words) => {
    const distribution = aDistribution();
    const unknown = await leaveUnknown(distribution, 'not created');
    await endKey();
    const payments = distribution.payments.map((payment, index) =>
      index === 1 ? { ...payment, contacts: [contactId(5)] } : payment,
    ) as DistributionRequest['payments'];
    const other = await under.proxyBeside(async (beside) =>
      beside.stage({ ...distribution, ...(change === 'payment' ? { payments } : change) }),
    );
    if (other.outcome !== 'accepted') throw new Error(other.outcome);
    const reply = await link(unknown, distribution, other.distributionId);
    expect(reply).toMatchObject({ status: 409, body: { error: { code: 'link-mismatch' } } });
    expect(reply.body.error.message).toMatch(words);
    expect((await under.lookup(distribution))[0]).toMatchObject({ outcome: 'unknown', needsPerson: true });
  });

  test('one that another entry became, that Nova does not know, or with other rows is refused', async () => {
    const distribution = aDistribution();
    const held = await under.stage(aDistribution());
    if (held.outcome !== 'accepted') throw new Error(held.outcome);
    const unknown = await leaveUnknown(distribution, 'not created');
    await endKey();
    const code = async (...parameters: Parameters<typeof link>) =>
      (await link(...parameters)).body.error.code;
    expect(await code(unknown, distribution, held.distributionId)).toBe('link-held');
    expect(await code(unknown, distribution, 'dst_NotThere')).toBe('link-not-found');
    expect(await code(unknown, aDistribution(), held.distributionId)).toBe('content-differs');
    expect(await code({ ...unknown, entryId: 'none' }, distribution, held.distributionId)).toBe('not-found');
  });

  test('a second person declares that it was never created, and then it may be staged anew', async () => {
    const distribution = aDistribution();
    const unknown = await leaveUnknown(distribution, 'not created');
    await endKey();
    expect(await declare(unknown)).toMatchObject({
      status: 403,
      body: { error: { code: 'second-person-required' } },
    });
    under.token = await under.signIn('Second user');
    expect((await declare(unknown, 'short')).status).toBe(400);
    const declared = await declare(unknown);
    expect(declared).toMatchObject({
      status: 200,
      body: { outcome: 'rejected', code: 'declared-never-created', entryId: unknown.entryId },
    });
    expect((await under.lookup(distribution))[0]).toEqual(declared.body);
    expect(await declare(unknown)).toMatchObject({ status: 409 });
    expect(await under.stage(distribution)).toMatchObject({ outcome: 'accepted', generation: 2 });
    expect(await under.created()).toHaveLength(1);
    expect(
      under.readLedger('select resolved_by, resolved_reason from ledger_entry where generation = 1'),
    ).toEqual([{ resolved_by: 'Second user', resolved_reason: 'Not in the dashboard, searched by name' }]);
  });
});

describe('a deliberate repeat', () => {
  const repeat = (distribution: DistributionRequest, ofEntryId: string) =>
    under.post<Outcome & ApiError>('/api/distributions', {
      distribution,
      source: aSource,
      repeat: { ofEntryId, reason: 'The fund pays it twice' },
    });

  test('makes a second distribution under a new key, once, however many decide it', async () => {
    const distribution = aDistribution();
    const first = await under.stage(distribution);
    const replies = await Promise.all(Array.from({ length: 4 }, () => repeat(distribution, first.entryId)));
    for (const reply of replies) {
      expect(reply).toMatchObject({
        status: 200,
        body: { generation: 2, repeatReason: 'The fund pays it twice' },
      });
    }
    expect(replies.filter(({ body }) => body.outcome === 'accepted' && !body.existing)).toHaveLength(1);
    expect(await under.created()).toHaveLength(2);
    expect(await under.stage(distribution)).toMatchObject({ existing: true, generation: 2 });
    expect(await under.created()).toHaveLength(2);
    const third = await repeat(distribution, replies[0]?.body.entryId ?? '');
    expect(third.body).toMatchObject({ generation: 3, existing: false });
    expect(await repeat(distribution, first.entryId)).toMatchObject({
      status: 409,
      body: { error: { code: 'repeat-outdated' } },
    });
  });

  test('of something unknown is refused', async () => {
    const distribution = aDistribution();
    const unknown = await leaveUnknown(distribution, 'created');
    expect(await repeat(distribution, unknown.entryId)).toMatchObject({ status: 409 });
    expect(await under.created()).toHaveLength(1);
  });
});
