import { describe, expect, test } from '@jest/globals';
import { novaDistributionListSchema, novaErrorSchema } from '../../src/contract/nova.ts';
import { sandboxSeed } from '../../src/sandbox/seed.ts';
import { at, distributionBody, withSandbox, type WireError } from './sandbox-client.ts';

const first = () => at(distributionBody(), 0);
const firstPayment = () => at(first().payments as Record<string, unknown>[], 0);
const withMember = (member: string, value: unknown) => [{ ...first(), [member]: value }];
const withPayment = (member: string, value: unknown) => [
  { ...first(), payments: [{ ...firstPayment(), [member]: value }] },
];
const without = (member: string) => withMember(member, undefined);

const refused: readonly [string, unknown, string][] = [
  ['an object instead of an array', {}, 'body'],
  ['no element', [], 'body'],
  ['two elements', [first(), first()], 'body'],
  ['an element that is no object', [null], '[0]'],
  ['no name', without('name'), '[0].name'],
  ['an empty name', withMember('name', ''), '[0].name'],
  ['no date', without('distribution_date'), '[0].distribution_date'],
  ['a date without a time', withMember('distribution_date', '2026-04-20'), '[0].distribution_date'],
  [
    'a day that no calendar has',
    withMember('distribution_date', '2026-02-30T00:00:00Z'),
    '[0].distribution_date',
  ],
  ['no vehicle', without('vehicle'), '[0].vehicle'],
  ['a vehicle id of another shape', withMember('vehicle', 'veh_with-dash'), '[0].vehicle'],
  ['no payments', without('payments'), '[0].payments'],
  ['an empty list of payments', withMember('payments', []), '[0].payments'],
  ['a reference that is a number', withMember('external_reference', 7), '[0].external_reference'],
  ['no amount', withPayment('amount', undefined), '[0].payments[0].amount'],
  ['an amount of zero', withPayment('amount', 0), '[0].payments[0].amount'],
  ['a negative amount', withPayment('amount', -1), '[0].payments[0].amount'],
  ['a fraction of a cent', withPayment('amount', 10.5), '[0].payments[0].amount'],
  ['an amount in text', withPayment('amount', '1000'), '[0].payments[0].amount'],
  ['no currency', withPayment('currency', undefined), '[0].payments[0].currency'],
  ['euros', withPayment('currency', 'EUR'), '[0].payments[0].currency'],
  ['no entity', withPayment('entity', undefined), '[0].payments[0].entity'],
  ['an entity id with another prefix', withPayment('entity', 'veh_1'), '[0].payments[0].entity'],
  ['notifications that are no list', withPayment('notifications', {}), '[0].payments[0].notifications'],
  [
    'a contact id with a space',
    withPayment('notifications', [{ contact: 'cnt_1 ' }]),
    '[0].payments[0].notifications[0].contact',
  ],
  [
    'an override that is no date-time',
    withPayment('distribution_date_override', 'soon'),
    '[0].payments[0].distribution_date_override',
  ],
];

const unknown: readonly [string, unknown, string][] = [
  ['vehicle', withMember('vehicle', 'veh_Unknown'), '[0].vehicle'],
  ['entity', withPayment('entity', 'ent_Unknown'), '[0].payments[0].entity'],
  [
    'contact',
    withPayment('notifications', [{ contact: 'cnt_Unknown' }]),
    '[0].payments[0].notifications[0].contact',
  ],
];

describe('POST /v1/distributions', () => {
  test('refuses every broken rule with a 400 that names the member, and creates nothing', async () => {
    await withSandbox({}, async (client) => {
      for (const [name, body, param] of refused) {
        const reply = await client.create<WireError>(body);
        expect([name, reply.status, reply.body.param]).toEqual([name, 400, param]);
        expect(novaErrorSchema.parse(reply.body)).toMatchObject({
          object: 'error',
          type: 'invalid_request_error',
          status: 400,
          request_id: expect.stringMatching(/^req_/),
        });
      }
      expect(await client.records()).toEqual([]);
    });
  });

  test('answers 404 for a vehicle, entity or contact that the organization has not, and creates nothing', async () => {
    await withSandbox({}, async (client) => {
      for (const [name, body, param] of unknown) {
        const reply = await client.create<WireError>(body);
        expect([name, reply.status, reply.body.type, reply.body.param]).toEqual([
          name,
          404,
          'not_found_error',
          param,
        ]);
      }
      expect(await client.records()).toEqual([]);
    });
  });

  test('stages a draft in the shape of the reference, and finds it again', async () => {
    await withSandbox({ now: () => Date.parse('2026-04-01T12:00:00Z') }, async (client) => {
      const reply = await client.create([{ ...first(), external_reference: 'close-1' }]);
      expect(reply.status).toBe(201);
      expect(novaDistributionListSchema.parse(reply.body).data).toHaveLength(1);
      const created = at(reply.body.data, 0);
      expect(created).toMatchObject({
        object: 'distribution',
        livemode: false,
        status: 'draft',
        external_reference: 'close-1',
        distribution_date: '2026-04-20T00:00:00Z',
        created_at: '2026-04-01T12:00:00Z',
        updated_at: '2026-04-01T12:00:00Z',
        published_at: null,
        approved_at: null,
        executed_at: null,
        cancelled_at: null,
        short_id: expect.stringMatching(/^D-[A-Z0-9]{6}$/),
        sender_url: expect.stringMatching(/^https:\/\//),
        recipient_url: expect.stringMatching(/^https:\/\//),
        payments: { object: 'list', has_more: false, url: `/v1/distributions/${created.id}/payments` },
      });
      const payment = at(created.payments.data, 0);
      expect(payment).toMatchObject({
        object: 'distribution_payment',
        amount: 1000,
        currency: 'USD',
        status: 'staged',
        entity: at(sandboxSeed.entities, 0).id,
        payment_instructions: expect.stringMatching(/^pmi_[A-Za-z0-9]+$/),
        distribution_date_override: null,
      });
      expect(payment.notifications).toMatchObject({
        data: [{ object: 'distribution_notification', contact: at(sandboxSeed.contacts, 0).id }],
        has_more: false,
      });
      expect((await client.get(payment.notifications.url)).body).toEqual(payment.notifications);
      expect((await client.get(`/v1/distributions/${created.id}`)).body).toEqual(created);
    });
  });

  test('takes a payment without notifications, and a reference that is left out', async () => {
    await withSandbox({}, async (client) => {
      const body = withPayment('notifications', undefined).map((item) => ({
        ...item,
        external_reference: undefined,
      }));
      const reply = await client.create(body);
      expect(reply.status).toBe(201);
      expect(at(reply.body.data, 0)).toMatchObject({ external_reference: null });
    });
  });

  test('needs the scope distributions:write', async () => {
    await withSandbox({ scopes: ['distributions:read'] }, async (client) => {
      const reply = await client.create<WireError>(distributionBody());
      expect([reply.status, reply.body.code]).toEqual([403, 'insufficient_scope']);
    });
  });

  test('answers what is no JSON, and what is no endpoint, in the same shape', async () => {
    await withSandbox({}, async (client) => {
      const broken = await client.call<WireError>('POST', '/v1/distributions', {
        headers: { 'content-type': 'application/json' },
        body: '[{',
      });
      expect([broken.status, broken.body.code]).toEqual([400, 'invalid_json']);
      const form = await client.call<WireError>('POST', '/v1/distributions', { body: 'name=x' });
      expect([form.status, form.body.type]).toEqual([415, 'invalid_request_error']);
      const nowhere = await client.get<WireError>('/v1/nowhere');
      expect([nowhere.status, nowhere.body.type]).toEqual([404, 'not_found_error']);
    });
  });
});

describe('what is read by id', () => {
  test.each([
    ['/v1/distributions/dst_Unknown', 404],
    ['/v1/distributions/dst-1', 400],
    ['/v1/entities/ent_Unknown', 404],
    ['/v1/contacts/cnt_Unknown', 404],
    ['/v1/contacts/ent_Unknown', 400],
  ])('%s answers %i', async (path, status) => {
    await withSandbox({}, async (client) => {
      expect((await client.get(path)).status).toBe(status);
    });
  });

  test('the seeded entities and contacts are there, and an added entity too', async () => {
    await withSandbox({}, async (client) => {
      const entity = at(sandboxSeed.entities, 5);
      expect((await client.get(`/v1/entities/${entity.id}`)).body).toMatchObject({ ...entity });
      const contact = at(sandboxSeed.contacts, 5);
      expect((await client.get(`/v1/contacts/${contact.id}`)).body).toMatchObject({ ...contact });
      await client.post('/control/entities', { id: 'ent_Added', name: 'Added Partners LP' });
      expect((await client.get('/v1/entities/ent_Added')).body).toMatchObject({ name: 'Added Partners LP' });
      expect((await client.create(withPayment('entity', 'ent_Added'))).status).toBe(201);
    });
  });
});
