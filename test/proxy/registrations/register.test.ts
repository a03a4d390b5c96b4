/** Entities, contacts and payment instructions, each item once, over HTTP and checked against the sandbox's own records. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { HistoryPage } from '../../../src/contract/index.ts';
import { entityId, ProxyUnderTest } from '../proxy-under-test.ts';
import {
  aContact,
  anEntity,
  aNewPayee,
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

describe('entities and contacts', () => {
  test('are created as they are, each by its own request, and the same content again is the same one', async () => {
    const items = [anEntity({ externalReference: 'INV-1', externalType: 'lp' }), anEntity(), anEntity()];
    const outcomes = await register(under, { kind: 'entity', items });
    expect(outcomesOf(outcomes)).toEqual(['accepted', 'accepted', 'accepted']);
    const { data } = await under.control<{
      data: { id: string; name: string; externalReference: string | null }[];
    }>('GET', '/entities');
    const created = idsOf(outcomes).map((id) => data.find((record) => record.id === id));
    expect(created.map((record) => record?.name)).toEqual(items.map(({ name }) => name));
    expect(created[0]).toMatchObject({ externalReference: 'INV-1', type: 'partnership' });

    const again = await register(under, { kind: 'entity', items: items.toReversed() });
    expect(idsOf(again)).toEqual(idsOf(outcomes).toReversed());
    expect(again).toMatchObject([{ existing: true }, { existing: true }, { existing: true }]);
    expect(await under.requestsTo('POST', '/v1/entities')).toHaveLength(3);
    expect(await lookUp(under, { kind: 'entity', items: [anEntity(), ...items] })).toMatchObject([
      [null, { id: idsOf(outcomes)[0] }, { id: idsOf(outcomes)[1] }, { id: idsOf(outcomes)[2] }],
    ]);
  });

  test('a contact likewise', async () => {
    const item = aContact({ externalReference: 'C-1' });
    const [outcome] = await register(under, { kind: 'contact', items: [item] });
    expect(outcome).toMatchObject({ outcome: 'accepted', existing: false, livemode: false });
    const { data } = await under.control<{ data: { id: string; email: string }[] }>('GET', '/contacts');
    expect(data.find(({ id }) => id === idsOf([outcome!])[0])).toMatchObject({ email: item.email });
  });

  test('a reference that exists already is refused with words that say what to do, and with who bears it', async () => {
    const first = anEntity({ name: 'First of the reference', externalReference: 'INV-7' });
    const [accepted] = await register(under, { kind: 'entity', items: [first] });
    const [taken] = await register(under, {
      kind: 'entity',
      items: [anEntity({ externalReference: 'INV-7' })],
    });
    expect(taken).toMatchObject({
      outcome: 'rejected',
      status: 409,
      code: 'reference-taken',
      message: expect.stringMatching(
        /^Another entity in Nova bears the external reference INV-7 already, .* if it is the same, use its id; if it is not, give this row another reference\. Nova said: /,
      ),
      holder: { id: idsOf([accepted!])[0], name: 'First of the reference' },
    });
  });

  test('one refused item does not keep the others back', async () => {
    await register(under, { kind: 'contact', items: [aContact({ externalReference: 'C-9' })] });
    const items = [aContact(), aContact({ externalReference: 'C-9' }), aContact()];
    const outcomes = await register(under, { kind: 'contact', items });
    expect(outcomesOf(outcomes)).toEqual(['accepted', 'rejected', 'accepted']);
  });
});

describe('payment instructions of a new payee', () => {
  test('one after the other, each with its own id, without a second person', async () => {
    const payee = await aNewPayee(under);
    const items = [someInstructions(), someInstructions({ type: 'ach', address: null }), someInstructions()];
    const outcomes = await register(under, instructionsFor(payee, ...items));
    expect(outcomesOf(outcomes)).toEqual(['accepted', 'accepted', 'accepted']);
    const sent = await instructionsAt(under, payee);
    const accountOf = (id: string) => sent.find((record) => record.id === id)?.sent['account_number'];
    expect(idsOf(outcomes).map(accountOf)).toEqual(items.map(({ accountNumber }) => accountNumber));
    expect(sent[0]?.sent).toEqual({
      type: 'domestic_wire',
      beneficiary_name: 'Investor 010 LP',
      account_number: items[0]?.accountNumber,
      routing_number: '021000021',
      bank_name: 'Bank of the Tests',
      address: {
        street1: '1 Main Street',
        city: 'Reno',
        state: 'NV',
        postal_code: '89501',
        country_code: 'US',
      },
    });
    const again = await register(under, instructionsFor(payee, ...items));
    expect(idsOf(again)).toEqual(idsOf(outcomes));
    expect(await under.requestsTo('POST', '/v1/payment_instructions')).toHaveLength(3);
  });

  test('where Nova answers with all that the entity has, the new one is told from the others', async () => {
    const payee = await aNewPayee(under);
    const items = [someInstructions(), someInstructions(), someInstructions()];
    await under.orderFaults({ kind: 'all-instructions', times: 12, match: onInstructions });
    const outcomes = await register(under, instructionsFor(payee, ...items));
    const sent = await instructionsAt(under, payee);
    const accountOf = (id: string) => sent.find((record) => record.id === id)?.sent['account_number'];
    expect(idsOf(outcomes).map(accountOf)).toEqual(items.map(({ accountNumber }) => accountNumber));
    expect(await under.requestsTo('POST', '/v1/payment_instructions')).toHaveLength(3);
  });

  test('an entity that Nova does not know: nothing is sent, and said so', async () => {
    const registration = instructionsFor('ent_nobodyhere', someInstructions());
    const reply = await under.post('/api/registrations', {
      registration,
      source: { workbook: 'Banks.xlsx', sheet: 'Banks' },
    });
    expect(reply).toMatchObject({
      status: 404,
      body: { error: { code: 'entity-unknown', message: expect.stringContaining('ent_nobodyhere') } },
    });
    expect(await under.requestsTo('POST', '/v1/payment_instructions')).toEqual([]);
    expect(under.readLedger('select * from ledger_entry')).toEqual([]);
  });
});

test('an entity that has instructions already: nothing is sent before a second person has approved', async () => {
  const [outcome] = await register(under, instructionsFor(entityId(0), someInstructions()));
  expect(outcome).toMatchObject({ outcome: 'awaiting-approval', thresholdCents: null, approvedBy: null });
  expect(await under.requestsTo('POST', '/v1/payment_instructions')).toEqual([]);
});

test('the history tells of them by kind, name and id, and a day is not fuller for them', async () => {
  const item = someInstructions();
  const payee = await aNewPayee(under);
  const [outcome] = await register(under, instructionsFor(payee, item));
  const [id] = idsOf(outcome === undefined ? [] : [outcome]);
  const { lines } = (await under.request<HistoryPage>('GET', `/api/history?text=${id ?? ''}`)).body;
  expect(lines.map(({ action, outcome: end }) => [action, end])).toEqual([
    ['send', 'accepted'],
    ['reserve', null],
  ]);
  expect(lines[0]?.entry).toEqual({
    entryId: outcome !== undefined && 'entryId' in outcome ? outcome.entryId : '',
    ...{ kind: 'payment-instructions', registeredId: id, distributionId: null },
    name: `Investor 010 LP, domestic wire, account ending ${item.accountNumber?.slice(-4) ?? ''}, for ${payee}`,
    ...{ paymentCount: 0, totalCents: null, currency: null },
  });
});
