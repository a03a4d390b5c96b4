import { afterEach, describe, expect, test } from '@jest/globals';
import type { ApiError, PayeeCheckRequest, PayeeCheckResponse } from '../../../src/contract/index.ts';
import { payeeCheckResponseSchema } from '../../../src/contract/index.ts';
import type { LoggedRequest } from '../../../src/sandbox/request-log.ts';
import { createProxyClient } from '../../../src/taskpane/api.ts';
import { checkSelection } from '../../../src/taskpane/flows/check.ts';
import { payoutTable } from '../../support/builders.ts';
import { deskInMemory, memoryStorage } from '../../taskpane/desk-in-memory.ts';
import { contactId, entityId, ProxyUnderTest, type TestOptions } from '../proxy-under-test.ts';

/** The seed's entity without payment instructions. */
const bare = entityId(30);

let under: ProxyUnderTest;
afterEach(() => under.stop());

async function start(options: TestOptions = {}): Promise<void> {
  under = await ProxyUnderTest.start(options);
}

async function check(request: Partial<PayeeCheckRequest>, token?: string): Promise<PayeeCheckResponse> {
  const body = { entities: [], contacts: [], ...request };
  const reply = await under.request<unknown>('POST', '/api/payees/check', body, token);
  if (reply.status !== 200) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return payeeCheckResponseSchema.parse(reply.body);
}

async function retrievals(): Promise<LoggedRequest[]> {
  const { data } = await under.control<{ data: LoggedRequest[] }>('GET', '/requests');
  return data.filter(({ path }) => /^\/v1\/(entities|contacts)\//.test(path));
}

const founds = ({ entities }: PayeeCheckResponse) => entities.map(({ found }) => found);

describe('POST /api/payees/check', () => {
  test('answers in the order of the request what Nova knows of each', async () => {
    await start();
    const answer = await check({
      entities: [entityId(0), 'ent_Unknown', bare] as PayeeCheckRequest['entities'],
      contacts: [contactId(0), 'cnt_Unknown'] as PayeeCheckRequest['contacts'],
    });
    expect(answer).toEqual({
      entities: [
        { found: 'yes', name: 'Investor 001 LP', externalReference: null, instructionsCount: 1 },
        { found: 'no' },
        { found: 'yes', name: 'Cedar Foundation 4', externalReference: null, instructionsCount: 0 },
      ],
      contacts: [
        { found: 'yes', name: 'Investor Relations Desk 01', externalReference: null },
        { found: 'no' },
      ],
    });
  });

  test('needs a sign-in, and no more than the role viewer', async () => {
    await start();
    const viewer = await under.signIn('Viewer', ['viewer']);
    expect(founds(await check({ entities: [entityId(0)] as never }, viewer))).toEqual(['yes']);
    const nobody = await under.request<ApiError>(
      'POST',
      '/api/payees/check',
      { entities: [], contacts: [] },
      '',
    );
    expect(nobody.status).toBe(401);
    const many = Array.from({ length: 201 }, (_, index) => `ent_N${index}`);
    const tooMany = await under.post<ApiError>('/api/payees/check', { entities: many, contacts: [] });
    expect(tooMany.status).toBe(400);
  });

  test('remembers for five minutes what is as it should be, and nothing that may be mended any moment', async () => {
    await start();
    const entities = [entityId(0), 'ent_Unknown', bare] as PayeeCheckRequest['entities'];
    const ask = async (fresh = false) => {
      const before = (await retrievals()).length;
      await check({ entities, contacts: [contactId(0)] as never, fresh });
      return (await retrievals()).slice(before).map(({ path }) => path.split('/').at(-1));
    };
    expect(await ask()).toHaveLength(4);
    expect((await ask()).toSorted()).toEqual(['ent_Unknown', bare].toSorted());
    under.time.nowMs += 4 * 60_000;
    expect(await ask()).toHaveLength(2);
    expect(await ask(true)).toHaveLength(4);
    under.time.nowMs += 4 * 60_000;
    expect(await ask()).toHaveLength(2);
    under.time.nowMs += 2 * 60_000;
    expect(await ask()).toHaveLength(4);
  });

  test('asks once about an id that several ask about at the same time', async () => {
    await start();
    const entities = Array.from({ length: 30 }, (_, index) =>
      entityId(index),
    ) as PayeeCheckRequest['entities'];
    await under.orderFaults({ kind: 'delay', delayMs: 100, match: { path: '/v1/entities/*' }, times: 6 });
    const answers = await Promise.all([check({ entities }), check({ entities }), check({ entities })]);
    expect(answers[1]).toEqual(answers[0]);
    expect(new Set((await retrievals()).map(({ path }) => path)).size).toBe(30);
    expect(await retrievals()).toHaveLength(30);
  });

  test('one id named twice in one request is asked about once', async () => {
    await start();
    const answer = await check({ entities: [entityId(0), entityId(0)] as never });
    expect(founds(answer)).toEqual(['yes', 'yes']);
    expect(await retrievals()).toHaveLength(1);
  });

  test('who could not be asked about is not known, which is asked again', async () => {
    await start({ environment: { NOVA_MAX_TRIES: '2' } });
    await under.orderFaults({
      kind: 'status',
      status: 503,
      match: { path: `/v1/entities/${entityId(1)}` },
      times: 2,
    });
    const entities = [entityId(0), entityId(1)] as PayeeCheckRequest['entities'];
    const answer = await check({ entities });
    expect(founds(answer)).toEqual(['yes', 'not-known']);
    expect(answer.entities[1]).toMatchObject({
      code: 'nova-failed',
      message: 'Nova had a problem of its own.',
    });
    expect(founds(await check({ entities }))).toEqual(['yes', 'yes']);
  });

  test('a Nova that takes too long is waited for as long as one request to it may take', async () => {
    await start({ environment: { NOVA_TIMEOUT_MS: '400' } });
    await under.orderFaults({ kind: 'delay', delayMs: 150, match: { path: '/v1/entities/*' }, times: 60 });
    const entities = Array.from({ length: 60 }, (_, index) =>
      entityId(index),
    ) as PayeeCheckRequest['entities'];
    const answer = await check({ entities });
    const slow = answer.entities.filter((one) => one.found === 'not-known');
    expect(slow.length).toBeGreaterThan(0);
    expect(new Set(slow.map(({ code }) => code))).toEqual(new Set(['nova-slow']));
    expect(answer.entities.filter(({ found }) => found === 'yes').length).toBeGreaterThan(0);
  });

  test('credentials without the scope are said', async () => {
    await start({ sandbox: { scopes: ['distributions:read'] } });
    const answer = await check({ entities: [entityId(0)] as never, contacts: [contactId(0)] as never });
    expect(answer.entities[0]).toMatchObject({
      found: 'not-known',
      message: expect.stringContaining('entities:read'),
    });
    expect(answer.contacts[0]).toMatchObject({
      found: 'not-known',
      message: expect.stringContaining('contacts:read'),
    });
  });

  test('an answer of the other mode stops all sending, and says nothing of the payee', async () => {
    await start();
    await under.orderFaults({ kind: 'wrong-livemode', match: { path: '/v1/entities/*' } });
    expect((await check({ entities: [entityId(0)] as never })).entities[0]).toMatchObject({
      found: 'not-known',
      code: 'mode-mismatch',
    });
    const { body } = await under.request<{ lock: { reason: string } | null }>('GET', '/api/mode-lock');
    expect(body.lock?.reason).toContain(entityId(0));
  });
});

describe('a table of 1,000 entities', () => {
  const ids = Array.from({ length: 1_000 }, (_, index) => `ent_Many${index}`);
  const table = payoutTable(
    [...ids, ...ids.slice(0, 200)].map((entity, index) => ({
      entity,
      payeeName: `Many ${entity.slice(8)}, LP`,
      contacts: index % 2 === 0 ? contactId(0) : contactId(1),
    })),
  );

  async function addEntities(): Promise<void> {
    for (const id of ids) {
      const entity = { id, name: `Many ${id.slice(8)} LP`, instructionsCount: 1 };
      await under.control('POST', '/entities', entity);
    }
  }

  function desk() {
    const store = memoryStorage();
    store.write('distribution-desk.token', under.token);
    const proxy = createProxyClient(store, (path, init) => fetch(under.proxy.url + path, init));
    return { ...deskInMemory(table), proxy };
  }

  test('makes one call for each id, a few at once, and each once though two panes check it', async () => {
    await start({ environment: { NOVA_MAX_CONCURRENT: '8' } });
    await addEntities();
    await under.orderFaults({ kind: 'delay', delayMs: 5, match: { path: '/v1/entities/*' }, times: 1_000 });
    const [reading] = await Promise.all([checkSelection(desk()), checkSelection(desk())]);
    expect(reading.check.problems.filter(({ code }) => code !== 'payee-twice')).toEqual([]);
    const made = await retrievals();
    expect(made).toHaveLength(1_000 + 2);
    expect(new Set(made.map(({ path }) => path)).size).toBe(1_000 + 2);
    // Two of eight calls are left to submissions.
    expect(Math.max(...made.map(({ underWay }) => underWay))).toBe(6);
    await checkSelection(desk());
    expect(await retrievals()).toHaveLength(1_000 + 2);
  });

  test('comes to its end before a Nova that asks to slow down now and then', async () => {
    await start();
    await addEntities();
    const busy = {
      kind: 'status',
      status: 429,
      retryAfterSeconds: 1,
      match: { path: '/v1/entities/*' },
    } as const;
    await under.orderFaults(...Array.from({ length: 40 }, (_, index) => ({ ...busy, after: index * 25 })));
    const reading = await checkSelection(desk());
    expect(reading.check.problems.filter(({ code }) => code !== 'payee-twice')).toEqual([]);
    const made = await retrievals();
    expect(made.filter(({ status }) => status === 429)).toHaveLength(40);
    expect(made.filter(({ status }) => status === 200)).toHaveLength(1_000 + 2);
    // Nova's wish is kept to: every pause after a 429 is at least the second that it asked for.
    expect(under.time.pausesMs.filter((pauseMs) => pauseMs >= 1_000)).toHaveLength(40);
  });
});
