import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  novaContactListSchema,
  novaEntityListSchema,
  novaEntitySchema,
  novaInstructionsListSchema,
} from '../../src/contract/nova-registrations.ts';
import { sandboxSeed } from '../../src/sandbox/seed.ts';
import { at, withSandbox, type SandboxClient, type WireError } from './sandbox-client.ts';

const seedEntity = at(sandboxSeed.entities, 0).id;
/** One without bank details. */
const bareEntity = at(sandboxSeed.entities, 30).id;

const instruction = (account = '000123456789') => ({
  type: 'ach',
  beneficiary_name: 'Investor 001 LP',
  account_number: account,
  routing_number: '021000021',
});
const instructionsOf = (entity: string, ...accounts: string[]) => ({
  entity,
  payment_instructions: accounts.map(instruction),
});
const entity = (name: string, reference?: string | null) => ({
  name,
  type: 'llc',
  ...(reference === undefined ? {} : { external_reference: reference }),
});
const contact = (name: string, reference?: string) => ({
  name,
  email: 'desk@investors.example',
  ...(reference === undefined ? {} : { external_reference: reference }),
});

interface SentInstructions {
  id: string;
  entity: string;
  idempotencyKey: string | null;
  sent: { account_number: string | null };
}

const sentInstructions = async (client: SandboxClient) =>
  (await client.get<{ data: SentInstructions[] }>('/control/payment_instructions')).body.data;
const named = async (client: SandboxClient, path: string) =>
  (
    await client.get<{ data: { id: string; name: string; createdAt: string | null }[] }>(`/control/${path}`)
  ).body.data
    .filter(({ createdAt }) => createdAt !== null)
    .map(({ name }) => name);
const keyed = (key: string) => ({ 'idempotency-key': key });

describe('POST /v1/payment_instructions', () => {
  test('answers ids in another order, and shows them at the entity', async () => {
    await withSandbox({}, async (client) => {
      const body = [instructionsOf(bareEntity, '1', '2', '3'), instructionsOf(seedEntity, '4')];
      const reply = await client.post('/v1/payment_instructions', body, keyed('k'));
      expect(reply.status).toBe(201);
      const [first, second] = novaInstructionsListSchema.parse(reply.body).data;
      const sent = await sentInstructions(client);
      const ofBare = sent.filter((record) => record.entity === bareEntity).map(({ id }) => id);
      expect(
        sent.map((record) => [record.entity, record.sent.account_number, record.idempotencyKey]),
      ).toEqual([
        [bareEntity, '1', 'k'],
        [bareEntity, '2', 'k'],
        [bareEntity, '3', 'k'],
        [seedEntity, '4', 'k'],
      ]);
      expect(first).toMatchObject({ entity: bareEntity, livemode: false });
      expect(first?.payment_instructions.data).not.toEqual(ofBare);
      expect(first?.payment_instructions.data.toSorted()).toEqual(ofBare.toSorted());
      expect(second?.payment_instructions.data).toHaveLength(1);
      const bare = novaEntitySchema.parse((await client.get(`/v1/entities/${bareEntity}`)).body);
      expect(bare.payment_instructions?.toSorted()).toEqual(ofBare.toSorted());
      const seeded = novaEntitySchema.parse((await client.get(`/v1/entities/${seedEntity}`)).body);
      expect(seeded.payment_instructions).toHaveLength(2);
    });
  });

  test('announces what is beyond a page, which the list of the entity goes on with', async () => {
    await withSandbox({ pageSize: 2 }, async (client) => {
      const reply = await client.post('/v1/payment_instructions', [
        instructionsOf(bareEntity, '1', '2', '3'),
      ]);
      const list = at(novaInstructionsListSchema.parse(reply.body).data, 0).payment_instructions;
      expect(list).toMatchObject({ has_more: true });
      expect(list.data).toHaveLength(2);
      const url = `/v1/entities/${bareEntity}/payment_instructions`;
      const page = await client.get<{ data: string[]; has_more: boolean }>(url);
      expect(page.body.has_more).toBe(true);
      const rest = await client.get<{ data: string[] }>(`${url}?starting_after=${at(page.body.data, 1)}`);
      expect(new Set([...page.body.data, ...rest.body.data])).toEqual(
        new Set((await sentInstructions(client)).map(({ id }) => id)),
      );
    });
  });

  test('looks at nothing that stands in an instruction', async () => {
    await withSandbox({}, async (client) => {
      const nonsense = { type: 'carrier pigeon', routing_number: 'none', account_number: 12 };
      const body = [{ entity: seedEntity, payment_instructions: [nonsense, {}] }];
      expect((await client.post('/v1/payment_instructions', body)).status).toBe(201);
    });
  });

  test.each([
    ['an object', {}, 400, 'body'],
    ['no element', [], 400, 'body'],
    ['no entity', [{ payment_instructions: [{}] }], 400, '[0].entity'],
    ['another id', [{ entity: 'cnt_1', payment_instructions: [{}] }], 400, '[0].entity'],
    ['no instructions', [{ entity: seedEntity }], 400, '[0].payment_instructions'],
    ['none in the list', [{ entity: seedEntity, payment_instructions: [] }], 400, '[0].payment_instructions'],
    ['no object', [{ entity: seedEntity, payment_instructions: [7] }], 400, '[0].payment_instructions[0]'],
    [
      'an unknown entity beside a known one',
      [instructionsOf(seedEntity, '1'), instructionsOf('ent_Unknown', '2')],
      404,
      '[1].entity',
    ],
  ])('%s is refused, and nothing created', async (_, body, status, param) => {
    await withSandbox({}, async (client) => {
      const reply = await client.post<WireError>('/v1/payment_instructions', body);
      expect([reply.status, reply.body.param]).toEqual([status, param]);
      expect(await sentInstructions(client)).toEqual([]);
    });
  });

  test('keeps a key as the other requests do', async () => {
    await withSandbox({}, async (client) => {
      const body = [instructionsOf(seedEntity, '1')];
      const first = await client.post('/v1/payment_instructions', body, keyed('k'));
      const again = await client.post('/v1/payment_instructions', body, keyed('k'));
      expect(again.body).toEqual(first.body);
      const other = [instructionsOf(seedEntity, '2')];
      const mismatch = await client.post<WireError>('/v1/payment_instructions', other, keyed('k'));
      expect([mismatch.status, mismatch.body.code]).toEqual([409, 'idempotency_mismatch']);
      expect(await sentInstructions(client)).toHaveLength(1);
    });
  });

  test('meets the ordered faults', async () => {
    await withSandbox({}, async (client) => {
      const match = { method: 'POST', path: '/v1/payment_instructions' };
      const body = [instructionsOf(seedEntity, '1')];
      await client.orderFaults(
        { kind: 'status', status: 429, retryAfterSeconds: 1, match },
        { kind: 'status', status: 503, match },
        { kind: 'lost-response', match },
        { kind: 'delay', delayMs: 20, match },
        { kind: 'all-instructions', match },
      );
      const send = (key: string) => client.post('/v1/payment_instructions', body, keyed(key));
      const limited = await send('k');
      expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '1']);
      expect((await send('k')).status).toBe(503);
      await expect(send('k')).rejects.toThrow();
      expect(await sentInstructions(client)).toHaveLength(1);
      expect((await send('k')).status).toBe(201);
      expect(await sentInstructions(client)).toHaveLength(1);
      const whole = novaInstructionsListSchema.parse((await send('k2')).body);
      expect(at(whole.data, 0).payment_instructions.data).toHaveLength(3);
    });
  });
});

describe('POST /v1/entities and /v1/contacts', () => {
  test('create what is found again by its id', async () => {
    await withSandbox({}, async (client) => {
      const entities = await client.post('/v1/entities', [entity('Oak LLC', 'E-1'), entity('Ash LLC', null)]);
      expect(entities.status).toBe(201);
      const created = novaEntityListSchema.parse(entities.body).data;
      expect(created.map(({ name }) => name).toSorted()).toEqual(['Ash LLC', 'Oak LLC']);
      const oak = created.find(({ name }) => name === 'Oak LLC');
      expect(oak).toMatchObject({ external_reference: 'E-1', type: 'llc', payment_instructions: [] });
      expect((await client.get(`/v1/entities/${oak?.id}`)).body).toMatchObject({ name: 'Oak LLC' });

      const contacts = await client.post('/v1/contacts', [contact('Oak Desk', 'C-1')]);
      expect(contacts.status).toBe(201);
      const desk = at(novaContactListSchema.parse(contacts.body).data, 0);
      expect((await client.get(`/v1/contacts/${desk.id}`)).body).toMatchObject({
        name: 'Oak Desk',
        email: 'desk@investors.example',
        external_reference: 'C-1',
      });
      expect(await named(client, 'entities')).toEqual(['Oak LLC', 'Ash LLC']);
    });
  });

  test.each([
    ['/v1/entities', [entity('', 'A')], '[0].name'],
    ['/v1/entities', [entity('x'.repeat(256))], '[0].name'],
    ['/v1/entities', [{ name: 'Oak' }], '[0].type'],
    ['/v1/entities', [{ name: 'Oak', type: 'club' }], '[0].type'],
    ['/v1/entities', [{ ...entity('Oak'), external_type: 7 }], '[0].external_type'],
    ['/v1/entities', [entity('Oak'), {}], '[1].type'],
    ['/v1/contacts', [{ name: 'Desk' }], '[0].email'],
    ['/v1/contacts', [{ name: 'Desk', email: 'desk' }], '[0].email'],
    ['/v1/contacts', [contact('Desk'), contact('')], '[1].name'],
    ['/v1/contacts', [], 'body'],
  ])('%s refuses %j at %s, and creates nothing', async (path, body, param) => {
    await withSandbox({}, async (client) => {
      const reply = await client.post<WireError>(path, body);
      expect([reply.status, reply.body.param]).toEqual([400, param]);
      expect(await named(client, 'entities')).toEqual([]);
      expect(await named(client, 'contacts')).toEqual([]);
    });
  });

  test('a reference that exists is a 409, within one request too, and of each kind its own', async () => {
    await withSandbox({}, async (client) => {
      await client.post('/v1/entities', [entity('Oak LLC', 'R-1')]);
      const taken = await client.post<WireError>('/v1/entities', [
        entity('Ash LLC', 'R-2'),
        entity('Elm', 'R-1'),
      ]);
      expect([taken.status, taken.body.code, taken.body.type, taken.body.param]).toEqual([
        409,
        'external_reference_exists',
        'conflict_error',
        '[1].external_reference',
      ]);
      const twice = await client.post<WireError>('/v1/contacts', [
        contact('Desk', 'R-9'),
        contact('Table', 'R-9'),
      ]);
      expect([twice.status, twice.body.param]).toEqual([409, '[1].external_reference']);
      expect((await client.post('/v1/contacts', [contact('Desk', 'R-1')])).status).toBe(201);
      expect(await named(client, 'entities')).toEqual(['Oak LLC']);
    });
  });
});

test.each([
  ['/v1/payment_instructions', ['entities:read', 'contacts:write'], [instructionsOf(seedEntity, '1')]],
  ['/v1/entities', ['entities:read', 'contacts:write'], [entity('Oak')]],
  ['/v1/contacts', ['contacts:read', 'entities:write'], [contact('Desk')]],
])('%s needs the scope to write', async (path, scopes, body) => {
  await withSandbox({ scopes }, async (client) => {
    const reply = await client.post<WireError>(path, body);
    expect([reply.status, reply.body.code]).toEqual([403, 'insufficient_scope']);
  });
});

test('an account number is in the records alone: neither in the log of requests nor in the file', async () => {
  const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'sandbox.json');
  const account = '99887766554433';
  await withSandbox({ stateFile }, async (client) => {
    await client.post('/v1/payment_instructions', [instructionsOf(bareEntity, account)], keyed('k'));
    await client.post('/v1/entities', [entity('Oak LLC', 'R-1')]);
    await client.post('/v1/contacts', [contact('Desk', 'R-1')]);
    expect(at(await sentInstructions(client), 0).sent.account_number).toBe(account);
    expect(JSON.stringify(await client.requests())).not.toContain(account);
  });
  expect(readFileSync(stateFile, 'utf8')).not.toContain(account);
  await withSandbox({ stateFile }, async (client) => {
    const [kept] = await sentInstructions(client);
    expect(kept).toMatchObject({
      entity: bareEntity,
      sent: { account_number: null, routing_number: '021000021' },
    });
    const bare = novaEntitySchema.parse((await client.get(`/v1/entities/${bareEntity}`)).body);
    expect(bare.payment_instructions).toEqual([kept?.id]);
    expect(await named(client, 'entities')).toEqual(['Oak LLC']);
    expect(await named(client, 'contacts')).toEqual(['Desk']);
  });
});

test('the control door adds an entity with as many instructions as it is told, and takes it away', async () => {
  await withSandbox({}, async (client) => {
    await client.post('/control/entities', { id: 'ent_Added', name: 'Added LP', instructionsCount: 2 });
    const added = novaEntitySchema.parse((await client.get('/v1/entities/ent_Added')).body);
    expect(added.payment_instructions).toHaveLength(2);
    await client.call('DELETE', '/control/entities/ent_Added');
    expect((await client.get('/v1/entities/ent_Added')).status).toBe(404);
    expect((await client.call('DELETE', '/control/entities/ent_Added')).status).toBe(404);
  });
});
