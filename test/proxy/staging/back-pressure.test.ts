/** Too much at once, and a Nova that is down: refused at once and said so, never queued without end. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Accepted, ApiError, Outcome } from '../../../src/contract/index.ts';
import { systemSleep } from '../../../src/proxy/clock.ts';
import { createAdmission } from '../../../src/proxy/staging/admission.ts';
import { aDistribution, aSource, ProxyUnderTest } from '../proxy-under-test.ts';

const onCreate = { method: 'POST', path: '/v1/distributions' };

describe('admission', () => {
  test('one user alone gets half of the places, and a newcomer always finds one', () => {
    const admission = createAdmission(10);
    const leaveFirst = Array.from({ length: 5 }, () => admission.enter('first'))[0];
    expect(() => admission.enter('first')).toThrow(expect.objectContaining({ code: 'busy', status: 503 }));
    for (let place = 0; place < 3; place += 1) admission.enter('second');
    expect(() => admission.enter('second')).toThrow(expect.objectContaining({ code: 'busy' }));
    admission.enter('third');
    admission.enter('third');
    expect(() => admission.enter('fourth')).toThrow(expect.objectContaining({ code: 'busy' }));
    leaveFirst?.();
    admission.enter('fourth');
  });
});

describe('over HTTP', () => {
  let under: ProxyUnderTest;
  afterEach(() => under.stop());

  test('what is too much is refused with Retry-After before anything is recorded; what is known is still answered', async () => {
    under = await ProxyUnderTest.start({ environment: { MAX_WAITING: '4' } });
    const known = aDistribution();
    await under.stage(known);
    await under.orderFaults({ kind: 'delay', delayMs: 400, times: 2, match: onCreate });
    const replies = Promise.all(
      Array.from({ length: 6 }, () =>
        under.post<Outcome & ApiError>('/api/distributions', {
          distribution: aDistribution(),
          source: aSource,
        }),
      ),
    );
    expect(await under.stage(known)).toMatchObject({ outcome: 'accepted', existing: true });
    const statuses = (await replies).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 503, 503, 503, 503]);
    const refused = (await replies).find(({ status }) => status === 503);
    expect(refused?.body.error.code).toBe('busy');
    expect(refused?.headers.get('retry-after')).toBe('2');
    expect(under.readLedger('select state from ledger_entry')).toHaveLength(3);
  });

  test('users take turns at Nova: one with one distribution does not wait for another with many', async () => {
    under = await ProxyUnderTest.start({ environment: { NOVA_MAX_CONCURRENT: '1' } });
    const otherToken = await under.signIn('User with one');
    // Nova is at work on the first for so long that all the others are waiting when it ends.
    await under.orderFaults({ kind: 'delay', delayMs: 1_500, match: onCreate });
    const many = Promise.all(Array.from({ length: 12 }, () => under.stage(aDistribution())));
    const entries = () => under.readLedger('select id from ledger_entry').length;
    while (entries() < 12) await systemSleep(10);
    const body = { distribution: aDistribution(), source: aSource };
    const one = await under.request<Accepted>('POST', '/api/distributions', body, otherToken);
    expect(one.status).toBe(200);
    await many;
    const order = (await under.created()).map(({ id }) => id);
    expect(order).toHaveLength(13);
    expect(order.indexOf(one.body.distributionId)).toBeLessThan(4);
  });

  test('a Nova that fails again and again is left alone, tried once after the pause, and used again when it answers', async () => {
    under = await ProxyUnderTest.start({
      environment: { NOVA_BREAKER_FAILURES: '4', NOVA_BREAKER_PAUSE_MS: '60000' },
    });
    await under.orderFaults({ kind: 'status', status: 503, times: 4, match: onCreate });
    const lost = aDistribution();
    expect(await under.stage(lost)).toMatchObject({ outcome: 'unknown' });
    const refused = await under.stageAndFail(aDistribution());
    expect(refused).toMatchObject({ status: 503, body: { error: { code: 'nova-unavailable' } } });
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(await under.stage(lost)).toMatchObject({ outcome: 'unknown', generation: 1 });
    expect(await under.creations()).toHaveLength(4);

    under.time.nowMs += 60_000;
    expect(await under.stage(lost)).toMatchObject({ outcome: 'accepted', generation: 1 });
    expect(await under.stage(aDistribution())).toMatchObject({ outcome: 'accepted' });
  });
});
