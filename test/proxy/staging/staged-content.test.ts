/** What the pane needs to know of staged rows: what was sent, from where, and how it stands; on both databases. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Accepted, ApiError, DistributionRequest } from '../../../src/contract/index.ts';
import { refreshResponseSchema, stagedResponseSchema } from '../../../src/contract/index.ts';
import { describeEachDatabase, type LedgerPlace } from '../databases.ts';
import { aDistribution, aSource, contactId, entityId, ProxyUnderTest } from '../proxy-under-test.ts';

describeEachDatabase((database) => {
  let place: LedgerPlace;
  let under: ProxyUnderTest;
  beforeEach(async () => {
    place = await database.newPlace();
    under = await ProxyUnderTest.start({ sandbox: { pageSize: 4 }, environment: place.environment });
  });
  afterEach(async () => {
    await under.stop();
    await place.remove();
  });

  const accept = async (request: DistributionRequest) => (await under.stage(request)) as Accepted;

  const staged = async (...distributionIds: string[]) => {
    const reply = await under.post('/api/distributions/staged', { distributionIds });
    expect(reply.status).toBe(200);
    return stagedResponseSchema.parse(reply.body).distributions;
  };

  const asks = async () => (await under.control<{ data: unknown[] }>('GET', '/requests')).data.length;

  describe('what was staged', () => {
    test('comes back by id, each payment with its own id, exact to the cent, and nothing is asked of Nova', async () => {
      const request = aDistribution({
        externalReference: 'ref-1',
        payments: [
          { entity: entityId(0), amountCents: 10, currency: 'USD', contacts: [], dateOverride: null },
          {
            entity: entityId(1),
            amountCents: 999_999_999_99,
            currency: 'USD',
            contacts: [contactId(1), contactId(0)],
            dateOverride: '2027-02-01',
          },
        ],
      });
      const accepted = await accept(request);
      const before = await asks();
      const [content, missing] = await staged(accepted.distributionId, 'dst_Nowhere');
      expect(await asks()).toBe(before);
      expect(missing).toBeNull();
      expect(content).toMatchObject({
        distributionId: accepted.distributionId,
        entryId: accepted.entryId,
        acceptedFor: accepted.acceptedFor,
        acceptedAt: accepted.acceptedAt,
        acceptedFrom: aSource,
        distributionStatus: 'draft',
        name: request.name,
        vehicle: request.vehicle,
        distributionDate: request.distributionDate,
        externalReference: 'ref-1',
      });
      const byId = new Map(content?.payments.map((payment) => [payment.id, payment]));
      request.payments.forEach((payment, index) => {
        expect(byId.get(accepted.payments[index]?.id ?? null)).toEqual({
          ...payment,
          id: accepted.payments[index]?.id,
          status: 'staged',
          contacts: payment.contacts.toSorted(),
        });
      });
    });

    test('is given in the order asked for, also for more ids than one query takes', async () => {
      const [one, two] = [await accept(aDistribution()), await accept(aDistribution())];
      const unknown = Array.from({ length: 1_200 }, (_, index) => `dst_None${index}`);
      const contents = await staged(two.distributionId, ...unknown, one.distributionId, two.distributionId);
      expect(contents).toHaveLength(1_203);
      expect(contents.flatMap((content) => content?.distributionId ?? [])).toEqual([
        two.distributionId,
        one.distributionId,
        two.distributionId,
      ]);
    });

    test('needs a sign-in', async () => {
      const reply = await under.request(
        'POST',
        '/api/distributions/staged',
        { distributionIds: ['dst_A'] },
        '',
      );
      expect(reply.status).toBe(401);
    });
  });

  describe('a refresh of many', () => {
    test('is one request; one that Nova fails on does not fail the others', async () => {
      const all: Accepted[] = [];
      for (let count = 0; count < 6; count += 1) all.push(await accept(aDistribution({ paymentCount: 1 })));
      const [broken, ...others] = all;
      const path = `/v1/distributions/${broken?.distributionId}`;
      await under.orderFaults({ kind: 'status', status: 500, times: 4, match: { path } });
      for (const { distributionId } of others) {
        await under.control('POST', `/distributions/${distributionId}/status`, { status: 'executed' });
      }
      const answer = refreshResponseSchema.parse(
        await under.refresh(...all.map(({ distributionId }) => distributionId)),
      );
      expect(answer.distributions.map(({ found }) => found)).toEqual([false, true, true, true, true, true]);
      const contents = await staged(...all.map(({ distributionId }) => distributionId));
      expect(contents.map((content) => content?.distributionStatus)).toEqual([
        'draft',
        ...others.map(() => 'executed'),
      ]);
      expect(contents.at(-1)?.payments.map(({ status }) => status)).toEqual(['disbursed']);
    });

    test('of which some cannot be asked for any more answers what it got', async () => {
      const one = await accept(aDistribution());
      const two = await accept(aDistribution());
      const path = `/v1/distributions/${two.distributionId}`;
      await under.orderFaults({ kind: 'status', status: 429, retryAfterSeconds: 90, match: { path } });
      const { distributions } = await under.refresh(one.distributionId, two.distributionId);
      expect(distributions).toMatchObject([{ found: true }, { found: false, code: 'nova-unavailable' }]);
    });

    test('asks Nova once for what two panes ask for at the same time', async () => {
      const { distributionId } = await accept(aDistribution({ paymentCount: 1 }));
      const path = `/v1/distributions/${distributionId}`;
      await under.orderFaults({ kind: 'delay', delayMs: 300, match: { path } });
      await Promise.all([under.refresh(distributionId), under.refresh(distributionId)]);
      expect(await under.requestsTo('GET', path)).toHaveLength(1);
    });
  });

  describe('in place of a cancelled distribution', () => {
    const replace = (distribution: DistributionRequest, distributionId: string) =>
      under.post<Accepted & ApiError>('/api/distributions', {
        distribution,
        source: aSource,
        replaces: { distributionIds: [distributionId], reason: 'The amount was wrong' },
      });

    test('other content is staged once Nova said that it is cancelled, and not before', async () => {
      const first = await accept(aDistribution());
      const mended = aDistribution();
      const refused = await replace(mended, first.distributionId);
      expect(refused).toMatchObject({ status: 409, body: { error: { code: 'not-cancelled' } } });
      expect(await under.created()).toHaveLength(1);

      await under.control('POST', `/distributions/${first.distributionId}/status`, { status: 'cancelled' });
      expect((await replace(mended, first.distributionId)).status).toBe(409);
      await under.refresh(first.distributionId);
      expect((await replace(mended, first.distributionId)).body).toMatchObject({ outcome: 'accepted' });
      expect(await under.created()).toHaveLength(2);
      expect((await replace(mended, first.distributionId)).body).toMatchObject({ existing: true });
      expect(await under.created()).toHaveLength(2);
    });

    test('a distribution that the ledger does not hold is never taken for cancelled', async () => {
      expect((await replace(aDistribution(), 'dst_Elsewhere')).status).toBe(409);
      expect(await under.created()).toHaveLength(0);
    });
  });
});
