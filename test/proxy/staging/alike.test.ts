/** A copy of a workbook with a changed row is new content; the ledger still knows the occasion. On both databases. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Accepted, DistributionRequest, LookupResponse } from '../../../src/contract/index.ts';
import { lookupResponseSchema } from '../../../src/contract/index.ts';
import { describeEachDatabase, type LedgerPlace } from '../databases.ts';
import { aDistribution, aSource, ProxyUnderTest } from '../proxy-under-test.ts';

describeEachDatabase((database) => {
  let place: LedgerPlace;
  let under: ProxyUnderTest;
  let first: DistributionRequest;
  beforeEach(async () => {
    place = await database.newPlace();
    under = await ProxyUnderTest.start({ environment: place.environment });
    first = aDistribution({ externalReference: 'ref-1' });
  });
  afterEach(async () => {
    await under.stop();
    await place.remove();
  });

  const alikeTo = async (...distributions: DistributionRequest[]): Promise<LookupResponse['alike']> => {
    const reply = await under.post('/api/distributions/lookup', { distributions });
    expect(reply.status).toBe(200);
    return lookupResponseSchema.parse(reply.body).alike;
  };
  const fewer = () => ({ ...first, payments: first.payments.slice(1) });

  describe('other content of the same vehicle, date and name', () => {
    test('is told with who staged it, when, from where and how much', async () => {
      const accepted = (await under.stage(first)) as Accepted;
      expect(await alikeTo(fewer(), aDistribution())).toEqual([
        {
          entryId: accepted.entryId,
          distributionId: accepted.distributionId,
          at: accepted.acceptedAt,
          by: accepted.acceptedFor,
          source: aSource,
          paymentCount: 3,
          totalCents: 300_03,
          currency: 'USD',
        },
        null,
      ]);
    });

    test.each<[string, Partial<Record<keyof DistributionRequest, unknown>>, boolean]>([
      ['another vehicle', { vehicle: 'veh_Another' }, false],
      ['another day', { distributionDate: '2027-01-05' }, false],
      ['another reference', { externalReference: 'ref-2' }, false],
      ['no reference any more', { externalReference: null }, true],
    ])('%s', async (_name, change, isAlike) => {
      await under.stage(first);
      const [alike] = await alikeTo({ ...fewer(), ...change } as DistributionRequest);
      expect(alike !== null).toBe(isAlike);
    });

    test('the same content is no other one', async () => {
      await under.stage(first);
      expect(await alikeTo(first)).toEqual([null]);
    });

    test('what Nova refused is none: nothing was created', async () => {
      const refused = { ...first, vehicle: 'veh_Nowhere' } as DistributionRequest;
      expect((await under.stage(refused)).outcome).toBe('rejected');
      expect(await alikeTo({ ...refused, payments: refused.payments.slice(1) })).toEqual([null]);
    });

    test('what nobody knows the end of may still be one', async () => {
      await under.orderFaults({
        kind: 'lost-response',
        times: 9,
        match: { method: 'POST', path: '/v1/distributions' },
      });
      expect((await under.stage(first)).outcome).toBe('unknown');
      expect(await alikeTo(fewer())).toMatchObject([{ distributionId: null }]);
    });
  });
});
