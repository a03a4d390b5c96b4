/** One hundred entities with one to three instructions each, made and given their bank details through the proxy. */
import { expect, test } from '@jest/globals';
import type { PaymentInstructionsRequest } from '../../../src/contract/index.ts';
import { ProxyUnderTest } from '../proxy-under-test.ts';
import { anEntity, idsOf, instructionsFor, register, someInstructions } from './registering.ts';
import type { SentInstructions } from './registering.ts';

const entityCount = 100;
const patienceMs = 240_000;

/** Half of the answers list everything that the entity has, in an order of their own. */
const listsAll = { kind: 'all-instructions', times: entityCount } as const;

test(
  'every id beside its own row, also while Nova lists all of an entity in an order of its own',
  async () => {
    const under = await ProxyUnderTest.start({ environment: { API_REQUESTS_PER_MINUTE: '100000' } });
    try {
      const named = Array.from({ length: entityCount }, () => anEntity());
      const payees: string[] = [];
      for (let start = 0; start < entityCount; start += 50) {
        const items = named.slice(start, start + 50);
        payees.push(...idsOf(await register(under, { kind: 'entity', items })));
      }
      const { data: records } = await under.control<{ data: { id: string; name: string }[] }>(
        'GET',
        '/entities',
      );
      const nameOf = new Map(records.map(({ id, name }) => [id, name]));
      expect(payees.map((id) => nameOf.get(id))).toEqual(named.map(({ name }) => name));

      await under.orderFaults({ ...listsAll, match: { method: 'POST', path: '/v1/payment_instructions' } });
      const rows: { payee: string; item: PaymentInstructionsRequest; id: string | undefined }[] = [];
      const give = async (payee: string, index: number) => {
        const items = Array.from({ length: 1 + (index % 3) }, () => someInstructions());
        const ids = idsOf(await register(under, instructionsFor(payee, ...items)));
        rows.push(...items.map((item, place) => ({ payee, item, id: ids[place] })));
      };
      const waiting = [...payees.entries()];
      const work = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
          await give(next[1], next[0]);
      };
      await Promise.all(Array.from({ length: 6 }, work));

      const { data } = await under.control<{ data: SentInstructions[] }>('GET', '/payment_instructions');
      const byId = new Map(data.map((record) => [record.id, record]));
      expect(rows).toHaveLength(199);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      const found = rows.map(({ id }) => {
        const record = byId.get(id ?? '');
        return [record?.entity, record?.sent['account_number']];
      });
      expect(found).toEqual(rows.map(({ payee, item }) => [payee, item.accountNumber]));
      expect(data.filter(({ idempotencyKey }) => idempotencyKey !== null)).toHaveLength(rows.length);
    } finally {
      await under.stop();
    }
  },
  patienceMs,
);
