/** The payments of a cancelled distribution are taken over once: by one entry at a time, whatever it is called; on both databases. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Accepted, ApiError, DistributionRequest, Outcome } from '../../../src/contract/index.ts';
import { describeEachDatabase, type LedgerPlace } from '../databases.ts';
import { aDistribution, aSource, firstUser, ProxyUnderTest } from '../proxy-under-test.ts';

interface Payout {
  request: DistributionRequest;
  distributionId: string;
  entryId: string;
  paymentIds: string[];
}

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

  async function cancel(distributionId: string): Promise<void> {
    await under.control('POST', `/distributions/${distributionId}/status`, { status: 'cancelled' });
    await under.refresh(distributionId);
  }

  async function cancelled(): Promise<Payout> {
    const request = aDistribution();
    const { distributionId, entryId, payments } = (await under.stage(request)) as Accepted;
    await cancel(distributionId);
    return { request, distributionId, entryId, paymentIds: payments.flatMap((payment) => payment?.id ?? []) };
  }

  const replace = (
    distribution: DistributionRequest,
    { distributionId }: Pick<Payout, 'distributionId'>,
    paymentIds?: string[],
    at: ProxyUnderTest = under,
  ) =>
    at.post<Outcome & ApiError>('/api/distributions', {
      distribution,
      source: { workbook: 'Copy.xlsx', sheet: 'February' },
      replaces: { distributionIds: [distributionId], paymentIds, reason: 'The amount was wrong' },
    });

  const alreadyReplaced = { status: 409, body: { error: { code: 'already-replaced' } } };

  test('a second replacement of other content is refused, and told which one holds the payments', async () => {
    const first = await cancelled();
    const mended = aDistribution();
    expect((await replace(mended, first, first.paymentIds)).body).toMatchObject({ outcome: 'accepted' });
    const { id } = (await under.created()).at(-1) ?? { id: '' };
    const refused = await replace(aDistribution(), first, first.paymentIds.slice(0, 1));
    expect(refused).toMatchObject(alreadyReplaced);
    for (const words of [first.distributionId, mended.name, id, firstUser, 'from Copy.xlsx']) {
      expect(refused.body.error.message).toContain(words);
    }
    expect(await under.created()).toHaveLength(2);
  });

  test('the same replacement again is not refused, and sends nothing', async () => {
    const first = await cancelled();
    const mended = aDistribution();
    await replace(mended, first, first.paymentIds);
    expect((await replace(mended, first, first.paymentIds)).body).toMatchObject({ existing: true });
    expect(await under.created()).toHaveLength(2);
  });

  test('its payments may be split over two, each once', async () => {
    const first = await cancelled();
    const [one = '', ...others] = first.paymentIds;
    expect((await replace(aDistribution({ paymentCount: 1 }), first, [one])).status).toBe(200);
    expect((await replace(aDistribution({ paymentCount: 2 }), first, others)).status).toBe(200);
    expect(await replace(aDistribution({ paymentCount: 1 }), first, [one])).toMatchObject(alreadyReplaced);
    expect(await under.created()).toHaveLength(3);
  });

  test('a pane that names no payments takes all of them over, before and after one that does', async () => {
    const first = await cancelled();
    expect((await replace(aDistribution(), first)).status).toBe(200);
    expect(await replace(aDistribution(), first, first.paymentIds.slice(1, 2))).toMatchObject(
      alreadyReplaced,
    );
    const second = await cancelled();
    expect((await replace(aDistribution(), second, second.paymentIds.slice(1, 2))).status).toBe(200);
    expect(await replace(aDistribution(), second)).toMatchObject(alreadyReplaced);
    expect(await under.created()).toHaveLength(4);
  });

  test('payments that are not all its own count as all of them', async () => {
    const first = await cancelled();
    const strange = [first.paymentIds[0] ?? '', 'dpmt_Elsewhere'];
    expect((await replace(aDistribution(), first, strange)).status).toBe(200);
    expect(await replace(aDistribution(), first, first.paymentIds.slice(1))).toMatchObject(alreadyReplaced);
  });

  test('a replacement that Nova rejected holds nothing', async () => {
    const first = await cancelled();
    const wrong = aDistribution({ entities: ['ent_NobodyKnows'] });
    expect((await replace(wrong, first, first.paymentIds)).body).toMatchObject({ outcome: 'rejected' });
    expect((await replace(aDistribution(), first, first.paymentIds)).body).toMatchObject({
      outcome: 'accepted',
    });
    expect(await replace(wrong, first, first.paymentIds)).toMatchObject(alreadyReplaced);
    expect(await under.created()).toHaveLength(2);
  });

  test('a replacement that was cancelled too is replaced by its own payments, not by those before', async () => {
    const first = await cancelled();
    const mended = (await replace(aDistribution(), first, first.paymentIds)).body as unknown as Accepted;
    await cancel(mended.distributionId);
    expect(await replace(aDistribution(), first, first.paymentIds)).toMatchObject(alreadyReplaced);
    const own = mended.payments.flatMap((payment) => payment?.id ?? []);
    expect((await replace(aDistribution(), mended, own)).status).toBe(200);
  });

  test('a repeat of the cancelled content is a replacement of it as well', async () => {
    const repeat = ({ request, entryId }: Payout) =>
      under.post<Outcome & ApiError>('/api/distributions', {
        distribution: request,
        source: aSource,
        repeat: { ofEntryId: entryId, reason: 'Cancelled by mistake' },
      });
    const first = await cancelled();
    expect((await repeat(first)).body).toMatchObject({ outcome: 'accepted' });
    expect(await replace(aDistribution(), first, first.paymentIds)).toMatchObject(alreadyReplaced);
    const second = await cancelled();
    expect((await replace(aDistribution(), second, second.paymentIds)).status).toBe(200);
    expect(await repeat(second)).toMatchObject(alreadyReplaced);
    expect(await under.created()).toHaveLength(4);
  });

  test('of several that come at once one is sent', async () => {
    const first = await cancelled();
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => replace(aDistribution(), first, first.paymentIds)),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await under.created()).toHaveLength(2);
  });

  test('the audit log tells of the replacement, and of the one that was refused', async () => {
    const first = await cancelled();
    await replace(aDistribution(), first, first.paymentIds);
    await replace(aDistribution(), first, first.paymentIds);
    const { body } = await under.request<string>('GET', '/api/history.csv');
    expect(body.match(/staged anew in place of the cancelled distribution/g)).toHaveLength(1);
    expect(body.match(/refused: Payments of the cancelled/g)).toHaveLength(1);
  });

  if (database.name === 'PostgreSQL')
    test('also of two that come to two proxies at once', async () => {
      const first = await cancelled();
      await under.proxyBeside(async (beside) => {
        const replies = await Promise.all(
          [under, beside, under, beside].map((at) => replace(aDistribution(), first, first.paymentIds, at)),
        );
        expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
      }, place.environment);
      expect(await under.created()).toHaveLength(2);
    });
});
