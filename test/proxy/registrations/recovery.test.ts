/** What can break while something is registered, over HTTP, checked against the sandbox's own records. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApiError, Registration, RegistrationOutcome } from '../../../src/contract/index.ts';
import type { FaultOrder } from '../../../src/sandbox/faults.ts';
import { entityId, ProxyUnderTest } from '../proxy-under-test.ts';
import {
  aContact,
  anEntity,
  aNewPayee,
  failToRegister,
  idsOf,
  instructionsAt,
  instructionsFor,
  lookUp,
  onInstructions,
  outcomesOf,
  register,
  someInstructions,
} from './registering.ts';

let under: ProxyUnderTest;
beforeEach(async () => {
  under = await ProxyUnderTest.start({ environment: { NOVA_TIMEOUT_MS: '400' } });
});
afterEach(() => under.stop());

interface Registered {
  id: string;
  idempotencyKey: string | null;
  createdAt: string | null;
}

const paths = {
  'payment-instructions': '/v1/payment_instructions',
  entity: '/v1/entities',
  contact: '/v1/contacts',
} as const;
const controls = {
  'payment-instructions': '/payment_instructions',
  entity: '/entities',
  contact: '/contacts',
} as const;

async function aRegistration(kind: Registration['kind']): Promise<Registration> {
  if (kind === 'entity') return { kind, items: [anEntity()] };
  if (kind === 'contact') return { kind, items: [aContact()] };
  return instructionsFor(await aNewPayee(under), someInstructions());
}

/** What Nova holds of this kind, as it got it over its API. */
async function created(kind: Registration['kind']): Promise<Registered[]> {
  const { data } = await under.control<{ data: Registered[] }>('GET', controls[kind]);
  return data.filter(({ idempotencyKey }) => idempotencyKey !== null);
}

const keysOf = async (kind: Registration['kind']) =>
  new Set((await under.requestsTo('POST', paths[kind])).map(({ idempotencyKey }) => idempotencyKey));

/** Long enough for a round of the recall, which asks what it asks at once. */
const aRound = async () => {
  under.nextRound();
  await new Promise((resolve) => setTimeout(resolve, 150));
};

describe.each<Registration['kind']>(['payment-instructions', 'entity', 'contact'])('%s', (kind) => {
  test.each<[string, FaultOrder]>([
    ['408', { kind: 'status', status: 408 }],
    ['429', { kind: 'status', status: 429 }],
    ['500', { kind: 'status', status: 500 }],
    ['503', { kind: 'status', status: 503 }],
    ['409 conflict', { kind: 'conflict' }],
    ['a connection broken before the work', { kind: 'refuse' }],
    ['a connection broken after the work', { kind: 'lost-response' }],
    ['an answer that ends half-way', { kind: 'half-body' }],
    ['an answer that is no JSON', { kind: 'not-json' }],
  ])('%s: the same key again, and created once', async (_name, fault) => {
    const registration = await aRegistration(kind);
    const before = (await created(kind)).length;
    await under.orderFaults({ ...fault, match: { method: 'POST', path: paths[kind] } });
    const [outcome] = await register(under, registration);
    expect(outcome).toMatchObject({ outcome: 'accepted', existing: false, generation: 1 });
    const requests = await under.requestsTo('POST', paths[kind]);
    expect(requests.at(-1)?.idempotencyKey).toBe(requests.at(-2)?.idempotencyKey);
    const now = await created(kind);
    expect(now).toHaveLength(before + 1);
    expect(now.at(-1)?.id).toBe(idsOf([outcome!])[0]);
  });

  test('429 to the last: nothing was created, and it is not "unknown"', async () => {
    const registration = await aRegistration(kind);
    await under.orderFaults({
      kind: 'status',
      status: 429,
      times: 4,
      match: { method: 'POST', path: paths[kind] },
    });
    const reply = await failToRegister(under, registration);
    expect(reply).toMatchObject({ status: 503, body: { error: { code: 'nova-unavailable' } } });
    expect(await lookUp(under, registration)).toEqual([[null]]);
    expect(outcomesOf(await register(under, registration))).toEqual(['accepted']);
  });

  test('an answer of the other mode stops all sending', async () => {
    const registration = await aRegistration(kind);
    await under.orderFaults({ kind: 'wrong-livemode', match: { method: 'POST', path: paths[kind] } });
    const reply = await failToRegister(under, registration);
    expect(reply).toMatchObject({ status: 503, body: { error: { code: 'mode-mismatch' } } });
    expect(await lookUp(under, registration)).toMatchObject([[{ outcome: 'other-mode', livemode: true }]]);
    expect(await failToRegister(under, { kind: 'entity', items: [anEntity()] })).toMatchObject({
      body: { error: { code: 'mode-mismatch' } },
    });
    await under.releaseModeLock();
    expect(outcomesOf(await register(under, { kind: 'contact', items: [aContact()] }))).toEqual(['accepted']);
  });
});

describe('a Nova that is down', () => {
  test('instructions: the entity cannot be asked for, so nothing is sent or written down', async () => {
    const payee = await aNewPayee(under);
    await under.sandbox.close();
    const reply = await failToRegister(under, instructionsFor(payee, someInstructions()));
    expect(reply.body.error).toMatchObject({
      code: 'nova-unavailable',
      message: `Nova could not be reached. It is not known whether ${payee} has bank details already, so nothing was sent for it. Register the rows again when Nova can be reached.`,
    });
    expect(under.readLedger("select * from ledger_entry where kind <> 'entity'")).toEqual([]);
  });

  test('in the middle of a group: what was accepted stands, and the rest says why it was not sent', async () => {
    const payee = await aNewPayee(under);
    const set = instructionsFor(payee, someInstructions(), someInstructions(), someInstructions());
    await under.orderFaults({ kind: 'status', status: 429, after: 1, times: 4, match: onInstructions });
    const outcomes = await register(under, set);
    expect(outcomesOf(outcomes)).toEqual(['accepted', 'not-sent', 'not-sent']);
    expect(outcomes[2]).toMatchObject({
      code: 'nova-unavailable',
      message: expect.stringMatching(/^Nova asks to slow down\./),
    });
    expect(outcomesOf(await register(under, set))).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await instructionsAt(under, payee)).toHaveLength(3);
  });
});

describe('unknown', () => {
  test('an entity is asked for again by itself', async () => {
    const registration = await aRegistration('entity');
    await under.orderFaults({ kind: 'lost-response', times: 4, match: { path: paths.entity } });
    expect(outcomesOf(await register(under, registration))).toEqual(['unknown']);
    under.time.nowMs += 60_000;
    await aRound();
    expect(await lookUp(under, registration)).toMatchObject([[{ outcome: 'accepted', generation: 1 }]]);
    expect(await created('entity')).toHaveLength(1);
  });

  test('instructions wait for their rows, over restarts too, and go out with them under the same key', async () => {
    const registration = await aRegistration('payment-instructions');
    await under.orderFaults({ kind: 'lost-response', times: 4, match: onInstructions });
    const [unknown] = await register(under, registration);
    expect(unknown).toMatchObject({
      outcome: 'unknown',
      message: expect.stringContaining(
        'Its account number is not kept here, so it is not asked for again by itself. Check the same rows and register them again to find out.',
      ),
    });
    under.time.nowMs += 60_000;
    await aRound();
    await under.proxy.close();
    await under.startProxy();
    await aRound();
    expect(await under.requestsTo('POST', paths['payment-instructions'])).toHaveLength(4);
    expect(await lookUp(under, registration)).toMatchObject([[{ outcome: 'unknown', needsPerson: false }]]);
    expect(await register(under, registration)).toMatchObject([{ outcome: 'accepted', generation: 1 }]);
    expect(await created('payment-instructions')).toHaveLength(1);
    expect((await keysOf('payment-instructions')).size).toBe(1);
  });

  test('what may be with Nova is asked for first, wherever it stands among the rows now', async () => {
    const payee = await aNewPayee(under);
    const items = [someInstructions(), someInstructions(), someInstructions()];
    await under.orderFaults({ kind: 'lost-response', times: 4, match: onInstructions });
    expect(outcomesOf(await register(under, instructionsFor(payee, ...items)))).toEqual([
      'unknown',
      'not-sent',
      'not-sent',
    ]);
    const outcomes = await register(under, instructionsFor(payee, ...items.toReversed()));
    expect(outcomesOf(outcomes)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await instructionsAt(under, payee)).toHaveLength(3);
  });
});

describe('after the key, people decide', () => {
  const link = (outcome: RegistrationOutcome | undefined, id: string | undefined) =>
    under.post<RegistrationOutcome & ApiError>(
      `/api/registrations/${outcome !== undefined && 'entryId' in outcome ? outcome.entryId : ''}/link`,
      { id },
    );
  const endKey = async (userName?: string) => {
    under.time.advanceHours(24);
    await under.control('POST', '/clock', { advanceSeconds: 24 * 3_600 });
    under.token = await under.signIn(userName);
  };
  /** Loses the answers of all four tries; of `refuse` Nova never sees one. */
  const leaveUnknown = async (registration: Registration, how: 'lost-response' | 'refuse') => {
    await under.orderFaults({
      kind: how,
      times: 4,
      match: { method: 'POST', path: paths[registration.kind] },
    });
    const [outcome] = await register(under, registration);
    expect(outcome).toMatchObject({ outcome: 'unknown' });
    return outcome;
  };

  test('instructions are linked to what their entity has, and to nothing else', async () => {
    const registration = await aRegistration('payment-instructions');
    const unknown = await leaveUnknown(registration, 'lost-response');
    const [record] = await created('payment-instructions');
    expect(await link(unknown, record?.id)).toMatchObject({ body: { error: { code: 'not-unresolved' } } });
    await endKey();
    expect(await register(under, registration)).toMatchObject([{ code: 'key-expired', needsPerson: true }]);
    expect(await link(unknown, 'pmi_another')).toMatchObject({
      status: 409,
      body: { error: { code: 'link-mismatch', message: expect.stringContaining('does not have it') } },
    });
    expect(await link(unknown, entityId(0))).toMatchObject({ body: { error: { code: 'link-mismatch' } } });
    expect(await link(unknown, record?.id)).toMatchObject({
      status: 200,
      body: { outcome: 'accepted', id: record?.id },
    });
    expect(await register(under, registration)).toMatchObject([{ existing: true, id: record?.id }]);
    expect(await created('payment-instructions')).toHaveLength(1);
  });

  test('an entity is linked to one that says the same', async () => {
    const registration: Registration = { kind: 'entity', items: [anEntity({ externalReference: 'INV-3' })] };
    const unknown = await leaveUnknown(registration, 'lost-response');
    const [record] = await created('entity');
    await endKey();
    expect(await link(unknown, entityId(1))).toMatchObject({
      status: 409,
      body: {
        error: {
          code: 'link-mismatch',
          message: expect.stringMatching(/The name is .*\. The external reference is missing/),
        },
      },
    });
    expect(await link(unknown, 'ent_nobodyhere')).toMatchObject({
      body: { error: { code: 'link-not-found' } },
    });
    expect(await link(unknown, record?.id)).toMatchObject({ body: { outcome: 'accepted', id: record?.id } });
  });

  test('a reference that is taken is linked to the entity that bears it, where it is the same', async () => {
    const registration: Registration = { kind: 'entity', items: [anEntity({ externalReference: 'INV-5' })] };
    const [id] = idsOf(await under.proxyBeside((beside) => register(beside, registration)));
    // Until its key ends, Nova would answer this ledger, which knows nothing of it, with the same entity.
    await endKey();
    const [refused] = await register(under, registration);
    expect(refused).toMatchObject({ outcome: 'rejected', code: 'reference-taken', holder: null });
    expect(await link(refused, entityId(1))).toMatchObject({ body: { error: { code: 'link-mismatch' } } });
    expect(await link(refused, id)).toMatchObject({ status: 200, body: { outcome: 'accepted', id } });
    expect(await register(under, registration)).toMatchObject([{ existing: true, id }]);
  });

  test('declared never created by a second person, the same rows go out anew', async () => {
    const registration = await aRegistration('payment-instructions');
    const unknown = await leaveUnknown(registration, 'refuse');
    await endKey('Another admin');
    const entryId = unknown !== undefined && 'entryId' in unknown ? unknown.entryId : '';
    const path = `/api/entries/${entryId}/declare-never-created`;
    expect(await under.post(path, { reason: 'Looked at the entity in Nova' })).toMatchObject({
      status: 200,
      body: { outcome: 'rejected', code: 'declared-never-created' },
    });
    expect(await register(under, registration)).toMatchObject([{ outcome: 'accepted', generation: 2 }]);
    expect(await created('payment-instructions')).toHaveLength(1);
  });
});
