/** A payee is new while the ledger has staged nothing to it, and nothing of which nobody knows the end. On both databases. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { DistributionRequest } from '../../../src/contract/index.ts';
import { lookupResponseSchema } from '../../../src/contract/index.ts';
import { loadConfig } from '../../../src/proxy/index.ts';
import { openLedger } from '../../../src/proxy/ledger/database.ts';
import { describeEachDatabase, type LedgerPlace } from '../databases.ts';
import { aDistribution, entityId, ProxyUnderTest } from '../proxy-under-test.ts';

const creation = { method: 'POST', path: '/v1/distributions' };

describeEachDatabase((database) => {
  let place: LedgerPlace;
  let under: ProxyUnderTest;
  beforeEach(async () => {
    place = await database.newPlace();
    under = await ProxyUnderTest.start({ environment: place.environment });
  });
  afterEach(async () => {
    await under.stop();
    await place.remove();
  });

  const newIn = async (...distributions: DistributionRequest[]) => {
    const reply = await under.post('/api/distributions/lookup', { distributions });
    expect(reply.status).toBe(200);
    return lookupResponseSchema.parse(reply.body).newPayees;
  };
  const paying = (...indexes: number[]) => aDistribution({ entities: indexes.map(entityId) });
  const entitiesOf = (...indexes: number[]) => indexes.map(entityId);

  test('before anything was staged everybody is, each once, and nobody afterwards', async () => {
    expect(await newIn(paying(0, 1, 0), paying(1, 2))).toEqual(entitiesOf(0, 1, 2));
    expect((await under.stage(paying(0, 1, 2))).outcome).toBe('accepted');
    expect(await newIn(paying(0, 1, 0), paying(1, 2))).toEqual([]);
  });

  test('whoever got nothing in any distribution, in the order of the request', async () => {
    await under.stage(paying(0, 2));
    expect(await newIn(paying(4, 2, 3))).toEqual(entitiesOf(4, 3));
    await under.stage(paying(3));
    expect(await newIn(paying(4, 2, 3))).toEqual(entitiesOf(4));
  });

  test('still, when Nova refused it: nothing was staged', async () => {
    const refused = { ...paying(0), vehicle: 'veh_Nowhere' } as DistributionRequest;
    expect((await under.stage(refused)).outcome).toBe('rejected');
    expect(await newIn(paying(0))).toEqual(entitiesOf(0));
  });

  test('not while nobody knows whether Nova has an earlier one, nor after it turned out that Nova has', async () => {
    await under.orderFaults({ kind: 'lost-response', times: 9, match: creation });
    const unknown = paying(0);
    expect((await under.stage(unknown)).outcome).toBe('unknown');
    expect(await newIn(paying(0, 1))).toEqual(entitiesOf(1));
    await under.clearFaults();
    expect((await under.stage(unknown)).outcome).toBe('accepted');
    expect(await newIn(paying(0, 1))).toEqual(entitiesOf(1));
  });

  test('another organization of the same ledger has its own', async () => {
    const others = paying(0);
    for (const one of [others, paying(1)]) await under.stage(one);
    const nova = { NOVA_BASE_URL: 'http://127.0.0.1:9', NOVA_CLIENT_ID: 'id', NOVA_CLIENT_SECRET: 'secret' };
    await under.proxy.close();
    const ledger = await openLedger(loadConfig({ ...nova, NOVA_MODE: 'sandbox', ...place.environment }));
    const moved = ledger.database.updateTable('ledger_entry').set({ organization: 'org_other' });
    await moved.where('name', '=', others.name).execute();
    await ledger.close();
    await under.startProxy();
    expect(await newIn(paying(0, 1))).toEqual(entitiesOf(0));
  });

  test('entries from before the ledger noted payees count, more of them than are read at once', async () => {
    for (let index = 0; index < 45; index += 1) await under.stage(paying(index % 5, (index % 5) + 5));
    const asked = Array.from({ length: 4 }, () => newIn(paying(0, 4, 9, 10)));
    for (const answer of await Promise.all(asked)) expect(answer).toEqual(entitiesOf(10));
  });
});
