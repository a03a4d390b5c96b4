import { describe, expect, test } from '@jest/globals';
import { novaDistributionListSchema } from '../../src/contract/nova.ts';
import { IdSource, idFrom } from '../../src/sandbox/ids.ts';
import { sandboxOrganizationId, sandboxSeed } from '../../src/sandbox/seed.ts';
import { at, distributionBody, withSandbox } from './sandbox-client.ts';

describe('the seed', () => {
  test('holds enough for a sample, under ids of the right patterns, each once', () => {
    const { vehicles, entities, contacts } = sandboxSeed;
    expect(vehicles.length).toBeGreaterThanOrEqual(3);
    expect(entities.length).toBeGreaterThanOrEqual(60);
    expect(contacts.length).toBeGreaterThanOrEqual(30);
    expect(sandboxOrganizationId).toMatch(/^org_[A-Za-z0-9]+$/);
    for (const [prefix, items] of [
      ['veh', vehicles],
      ['ent', entities],
      ['cnt', contacts],
    ] as const) {
      expect(items.filter(({ id }) => !new RegExp(`^${prefix}_[A-Za-z0-9]{28}$`).test(id))).toEqual([]);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      expect(new Set(items.map(({ name }) => name)).size).toBe(items.length);
    }
  });

  test('keeps its ids from one version to the next, because workbooks hold them', () => {
    expect([at(sandboxSeed.vehicles, 0).id, at(sandboxSeed.entities, 0).id]).toEqual([
      idFrom('veh', 'seed:0'),
      idFrom('ent', 'seed:0'),
    ]);
    expect(idFrom('veh', 'seed:0')).toBe('veh_4NW2Nm3Ax7tM2mI4IrCMA4lexVxC');
  });

  test('can all be paid in one distribution', async () => {
    await withSandbox({}, async (client) => {
      const reply = await client.create(distributionBody(sandboxSeed.entities.length));
      expect(reply.status).toBe(201);
      const { payments } = at(novaDistributionListSchema.parse(reply.body).data, 0);
      const without = payments.data.filter((payment) => payment.payment_instructions === null);
      expect(without).toHaveLength(2);
    });
  });
});

describe('ids handed out', () => {
  test('are the same for the same seed, and never repeat', () => {
    const take = (source: IdSource) => Array.from({ length: 500 }, () => source.next('dpmt'));
    const ids = take(new IdSource('a'));
    expect(take(new IdSource('a'))).toEqual(ids);
    expect(new Set([...ids, ...take(new IdSource('b'))]).size).toBe(1000);
  });
});
