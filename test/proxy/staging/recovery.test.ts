/** One test per point at which staging can break, over HTTP, checked against the sandbox's own records. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../../src/contract/index.ts';
import { systemSleep } from '../../../src/proxy/clock.ts';
import { sandboxOrganizationId } from '../../../src/sandbox/seed.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import type { FaultOrder } from '../../../src/sandbox/faults.ts';
import { aDistribution, ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
beforeEach(async () => {
  under = await ProxyUnderTest.start({ environment: { NOVA_TIMEOUT_MS: '400' } });
});
afterEach(() => under.stop());

const onCreate = { method: 'POST', path: '/v1/distributions' };

/** Every key under which the sandbox was asked to create something. */
async function keysUsed(): Promise<Set<string | null>> {
  return new Set((await under.creations()).map(({ idempotencyKey }) => idempotencyKey));
}

describe('before anything is sent', () => {
  test('a Nova that is down: nothing sent, said so, and the same rows go through later under the same key', async () => {
    const { port } = new URL(under.sandbox.url);
    await under.sandbox.close();
    const distribution = aDistribution();
    const reply = await under.stageAndFail(distribution);
    expect(reply.status).toBe(503);
    expect(reply.headers.get('retry-after')).toBe('30');
    expect(reply.body.error).toEqual({
      code: 'nova-unavailable',
      message:
        'The Distribution Desk server could not sign in to Nova. Nothing was created. Check the rows and stage them again when Nova can be reached.',
      said: [
        { key: 'notSignedIn', values: {} },
        { key: 'nothingCreated', values: { kind: 'distribution' } },
      ],
    });
    expect(await under.lookup(distribution)).toEqual([null]);
    const [before] = under.readLedger(
      'select state, first_sent_at, idempotency_key, error_code from ledger_entry',
    );
    expect(before).toMatchObject({ state: 'reserved', first_sent_at: null, error_code: 'token-unavailable' });

    under.sandbox = await startSandbox({ port: Number(port) });
    const outcome = await under.stage(distribution);
    expect(outcome).toMatchObject({ outcome: 'accepted', generation: 1, existing: false });
    expect((await under.created())[0]?.idempotencyKey).toBe(before?.idempotency_key);
  });

  test('a Nova that goes down while the token lives: refused connections are never "unknown"', async () => {
    await under.stage(aDistribution());
    const { port } = new URL(under.sandbox.url);
    await under.sandbox.close();
    const distribution = aDistribution();
    const reply = await under.stageAndFail(distribution);
    expect(reply.body.error.message).toBe(
      'Nova could not be reached. Nothing was created. Check the rows and stage them again when Nova can be reached.',
    );
    expect(under.time.pausesMs).toEqual([250, 500, 1000]);
    const [entry] = under.readLedger(
      "select tries from ledger_entry where state = 'reserved' and first_sent_at is null",
    );
    expect(entry).toEqual({ tries: 4 });
    under.sandbox = await startSandbox({ port: Number(port) });
    expect(await under.stage(distribution)).toMatchObject({ outcome: 'accepted', generation: 1 });
  });

  test('429 to the last: nothing was created, and it is not "unknown"', async () => {
    await under.orderFaults({ kind: 'status', status: 429, times: 4, match: onCreate });
    const distribution = aDistribution();
    const reply = await under.stageAndFail(distribution);
    expect(reply.body.error.message).toMatch(/^Nova asks to slow down\. Nothing was created\./);
    expect(await under.stage(distribution)).toMatchObject({ outcome: 'accepted', generation: 1 });
    expect((await keysUsed()).size).toBe(1);
  });
});

describe('answers after which the same key tries again', () => {
  test.each<[string, FaultOrder]>([
    ['408', { kind: 'status', status: 408 }],
    ['429', { kind: 'status', status: 429 }],
    ['500', { kind: 'status', status: 500 }],
    ['502', { kind: 'status', status: 502 }],
    ['503', { kind: 'status', status: 503 }],
    ['409 conflict', { kind: 'conflict' }],
    ['a connection broken before the work', { kind: 'refuse' }],
    ['a connection broken after the work', { kind: 'lost-response' }],
    ['an answer that ends half-way', { kind: 'half-body' }],
    ['an answer that is no JSON', { kind: 'not-json' }],
  ])('%s', async (_name, fault) => {
    await under.orderFaults({ ...fault, match: onCreate });
    const outcome = await under.stage(aDistribution());
    expect(outcome).toMatchObject({ outcome: 'accepted', existing: false, generation: 1, warnings: [] });
    expect((await under.creations()).length).toBeGreaterThanOrEqual(2);
    expect((await keysUsed()).size).toBe(1);
    expect(await under.created()).toHaveLength(1);
  });

  test('an answer that comes too late: the same key is asked for again until the first try has ended', async () => {
    const slow = await ProxyUnderTest.start({
      environment: { NOVA_TIMEOUT_MS: '200', NOVA_RETRY_PAUSE_MS: '200' },
      overrides: { sleep: systemSleep },
    });
    await slow.orderFaults({ kind: 'delay', delayMs: 400, match: onCreate });
    expect(await slow.stage(aDistribution())).toMatchObject({ outcome: 'accepted', generation: 1 });
    const requests = await slow.creations();
    expect(new Set(requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(requests.some(({ status }) => status === 409)).toBe(true);
    expect(await slow.created()).toHaveLength(1);
    await slow.stop();
  });

  test('the pauses double, and Retry-After is a floor', async () => {
    await under.orderFaults(
      { kind: 'status', status: 500, match: onCreate },
      { kind: 'status', status: 429, retryAfterSeconds: 7, match: onCreate },
      { kind: 'status', status: 500, match: onCreate },
    );
    expect(await under.stage(aDistribution())).toMatchObject({ outcome: 'accepted' });
    expect(under.time.pausesMs).toEqual([250, 7_000, 1_000]);
  });

  test('a Retry-After beyond what is waited out is never cut short', async () => {
    await under.orderFaults({ kind: 'status', status: 429, retryAfterSeconds: 3600, match: onCreate });
    await under.stageAndFail(aDistribution());
    expect(under.time.pausesMs).toEqual([]);
    expect(await under.creations()).toHaveLength(1);
  });
});

describe('unknown', () => {
  const distribution = aDistribution();

  test('lost answers to the last: unknown, then asked again under the same key, and created once', async () => {
    await under.orderFaults({ kind: 'lost-response', times: 4, match: onCreate });
    const unknown = await under.stage(distribution);
    expect(unknown).toMatchObject({
      outcome: 'unknown',
      code: 'connection-broken',
      generation: 1,
      keyExpiresAt: '2027-01-05T08:45:00.000Z',
    });
    expect(await under.created()).toHaveLength(1);
    expect((await under.lookup(distribution))[0]).toMatchObject({ outcome: 'unknown' });

    const outcome = await under.stage(distribution);
    const [record] = await under.created();
    expect(outcome).toMatchObject({
      outcome: 'accepted',
      entryId: unknown.entryId,
      generation: 1,
      distributionId: record?.id,
    });
    expect(await under.created()).toHaveLength(1);
    expect((await keysUsed()).size).toBe(1);
  });

  test('stays unknown while Nova is down: a later refused connection does not make it "not sent"', async () => {
    await under.orderFaults({ kind: 'lost-response', times: 4, match: onCreate });
    await under.stage(distribution);
    await under.sandbox.close();
    expect(await under.stage(distribution)).toMatchObject({ outcome: 'unknown', code: 'nova-unreachable' });
    under.sandbox = await startSandbox();
  });

  test('a broken connection among refused ones is enough', async () => {
    await under.orderFaults(
      { kind: 'refuse', match: onCreate },
      { kind: 'status', status: 429, times: 3, match: onCreate },
    );
    expect(await under.stage(aDistribution())).toMatchObject({ outcome: 'unknown', code: 'nova-busy' });
  });

  test('5xx to the last is unknown', async () => {
    await under.orderFaults({ kind: 'status', status: 502, times: 4, match: onCreate });
    expect(await under.stage(aDistribution())).toMatchObject({ outcome: 'unknown', code: 'nova-failed' });
  });

  test('a refusal of access says nothing about an earlier try that may have arrived', async () => {
    await under.orderFaults(
      { kind: 'lost-response', match: onCreate },
      { kind: 'status', status: 403, match: onCreate },
    );
    const lost = aDistribution();
    expect(await under.stage(lost)).toMatchObject({ outcome: 'unknown', code: 'access-refused' });
    expect(await under.stage(lost)).toMatchObject({ outcome: 'accepted', generation: 1 });
    expect(await under.created()).toHaveLength(1);
  });

  test('409 idempotency_mismatch stops: the same rows again send nothing, and wait for people', async () => {
    await under.orderFaults({ kind: 'status', status: 409, code: 'idempotency_mismatch', match: onCreate });
    const mismatched = aDistribution();
    const stopped = { outcome: 'unknown', code: 'idempotency-mismatch', needsPerson: true };
    expect(await under.stage(mismatched)).toMatchObject(stopped);
    expect(await under.stage(mismatched)).toMatchObject(stopped);
    expect(await under.creations()).toHaveLength(1);
    under.token = await under.signIn('A second person');
    const declared = await under.post<Outcome>(
      `/api/entries/${(await under.stage(mismatched)).entryId}/declare-never-created`,
      { reason: 'Looked for it by name' },
    );
    expect(declared.body).toMatchObject({ outcome: 'rejected', code: 'declared-never-created' });
    expect(await under.stage(mismatched)).toMatchObject({ outcome: 'accepted', generation: 2 });
  });

  test('after the key has come to its end nothing is sent', async () => {
    await under.orderFaults({ kind: 'lost-response', times: 4, match: onCreate });
    await under.stage(distribution);
    const sent = (await under.creations()).length;
    under.time.advanceHours(23.8);
    under.token = await under.signIn();
    const outcome = await under.stage(distribution);
    expect(outcome).toMatchObject({ outcome: 'unknown', code: 'key-expired' });
    expect(outcome).toHaveProperty('message', expect.stringContaining('Nova dashboard'));
    expect(await under.creations()).toHaveLength(sent);
  });

  test('tries under way stop when the key comes to its end between them', async () => {
    await under.orderFaults({ kind: 'lost-response', times: 4, match: onCreate });
    await under.stage(distribution);
    under.time.nowMs = Date.parse('2027-01-05T08:44:59.900Z');
    under.token = await under.signIn();
    await under.orderFaults({ kind: 'status', status: 500, times: 4, match: onCreate });
    const sent = (await under.creations()).length;
    expect(await under.stage(distribution)).toMatchObject({ outcome: 'unknown', code: 'key-expired' });
    expect(await under.creations()).toHaveLength(sent + 1);
  });
});

describe('rejected', () => {
  test('an unknown entity: what to do comes first; mended, it goes through as the next generation', async () => {
    const distribution = aDistribution({ entities: ['ent_NotThereYet'] });
    const rejected = await under.stage(distribution);
    expect(rejected).toMatchObject({ outcome: 'rejected', status: 404, generation: 1 });
    expect(rejected).toHaveProperty(
      'message',
      expect.stringMatching(
        /^Nova does not know the entity ent_NotThereYet\. Check the id in the row, or register the entity first\. Nova said: /,
      ),
    );
    expect(await under.created()).toHaveLength(0);
    expect((await under.lookup(distribution))[0]).toEqual(rejected);

    await under.control('POST', '/entities', { id: 'ent_NotThereYet', name: 'Late Investor LP' });
    const outcome = await under.stage(distribution);
    expect(outcome).toMatchObject({ outcome: 'accepted', generation: 2, contentHash: rejected.contentHash });
    expect((await keysUsed()).size).toBe(2);
    expect(await under.created()).toHaveLength(1);
    expect(under.readLedger('select generation, state from ledger_entry order by generation')).toEqual([
      { generation: 1, state: 'rejected' },
      { generation: 2, state: 'accepted' },
    ]);
  });

  test('403 on the first try is a definite no', async () => {
    await under.orderFaults({ kind: 'status', status: 403, match: onCreate });
    const outcome = await under.stage(aDistribution());
    expect(outcome).toMatchObject({ outcome: 'rejected', status: 403 });
    expect(outcome).toHaveProperty('message', expect.stringContaining('distributions:write'));
  });
});

describe('an answer for the wrong organization', () => {
  beforeEach(async () => {
    await under.stop();
    under = await ProxyUnderTest.start({ environment: { NOVA_ORGANIZATION_ID: sandboxOrganizationId } });
  });

  const shapes: ['vehicle' | 'name', RegExp][] = [
    ['vehicle', /Nova answered for the vehicle veh_OfAnotherOrganization, which was not asked for/],
    [
      'name',
      new RegExp(`Nova answered for another organization \\(org_Another\\) than ${sandboxOrganizationId}`),
    ],
  ];

  test.each(shapes)('shown by its %s is asked again under the same key until it is ours', async (shownBy) => {
    await under.orderFaults({ kind: 'wrong-organization', shownBy, times: 2, match: onCreate });
    const outcome = await under.stage(aDistribution());
    const [record] = await under.created();
    expect(outcome).toMatchObject({ outcome: 'accepted', generation: 1, distributionId: record?.id });
    expect(await under.creations()).toHaveLength(3);
    expect((await keysUsed()).size).toBe(1);
  });

  test.each(shapes)(
    'shown by its %s to the last is unknown, neither failed nor accepted',
    async (shownBy, words) => {
      await under.orderFaults({ kind: 'wrong-organization', shownBy, times: 4, match: onCreate });
      const distribution = aDistribution();
      const unknown = await under.stage(distribution);
      expect(unknown).toMatchObject({ outcome: 'unknown', code: 'wrong-organization', needsPerson: false });
      expect(unknown).toHaveProperty('message', expect.stringMatching(words));
      expect(under.readLedger('select state, nova_id, result, error_code from ledger_entry')).toEqual([
        { state: 'unknown', nova_id: null, result: null, error_code: 'wrong-organization' },
      ]);
      expect(under.readLedger("select result from audit_log where action = 'send'")).toEqual([
        { result: 'unknown: wrong-organization' },
      ]);
      expect((await under.lookup(distribution))[0]).toMatchObject({ outcome: 'unknown' });

      // Nothing is sent until somebody has looked at it.
      expect((await under.stageAndFail(distribution)).body.error.code).toBe('mode-mismatch');
      await under.releaseModeLock();
      // Nova had created it, and says so to the same key once it answers for the right organization again.
      const outcome = await under.stage(distribution);
      const created = await under.created();
      expect(created).toHaveLength(1);
      expect(outcome).toMatchObject({ outcome: 'accepted', generation: 1, distributionId: created[0]?.id });
      expect((await keysUsed()).size).toBe(1);
    },
  );

  test('is no status either', async () => {
    const staged = await under.stage(aDistribution());
    if (staged.outcome !== 'accepted') throw new Error(staged.outcome);
    const onRetrieve = { method: 'GET', path: '/v1/distributions/*' };
    await under.orderFaults({ kind: 'wrong-organization', shownBy: 'name', times: 4, match: onRetrieve });
    const { distributions } = await under.refresh(staged.distributionId);
    expect(distributions).toMatchObject([{ found: false, code: 'wrong-organization' }]);
  });
});

describe('the wrong mode', () => {
  test('is recorded, refused, and stops all further sending', async () => {
    await under.orderFaults({ kind: 'wrong-livemode', match: onCreate });
    const distribution = aDistribution();
    const reply = await under.stageAndFail(distribution);
    expect(reply).toMatchObject({ status: 503, body: { error: { code: 'mode-mismatch' } } });
    const [record] = await under.created();
    expect(reply.body.error.message).toContain(record?.id);

    expect((await under.stageAndFail(aDistribution())).body.error.code).toBe('mode-mismatch');
    expect((await under.stageAndFail(distribution)).body.error.code).toBe('mode-mismatch');
    expect(await under.creations()).toHaveLength(1);
    expect(under.readLedger("select result from audit_log where action = 'mode-mismatch'")).toEqual([
      { result: expect.stringMatching(/^sending stopped: Nova created dst_\S+ in live mode/) },
    ]);
    const [known] = await under.lookup(distribution);
    expect(known).toMatchObject({
      ...{ outcome: 'other-mode', livemode: true, distributionId: record?.id },
      message: expect.stringMatching(new RegExp(`^Nova created ${record?.id} in live mode`)),
    });
    const staged = await under.post('/api/distributions/staged', { distributionIds: [record?.id] });
    expect(staged.body).toMatchObject({ distributions: [{ livemode: true, isOfOtherMode: true }] });
  });
});
