/** Two replicas in processes of their own, on one PostgreSQL, behind a balancer that knows nothing of HTTP. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { DistributionRequest, Outcome } from '../../src/contract/index.ts';
import { outcomeSchema } from '../../src/contract/index.ts';
import { systemClock, systemSleep } from '../../src/proxy/clock.ts';
import { Program } from '../../src/scripts/program.ts';
import { TcpBalancer } from '../support/tcp-balancer.ts';
import { describePostgres } from './databases.ts';
import type { LedgerPlace } from './databases.ts';
import { aDistribution, aSource, ProxyUnderTest } from './proxy-under-test.ts';

describePostgres((kind) => {
  let place: LedgerPlace;
  let under: ProxyUnderTest;
  let replicas: Program[];
  let balancer: TcpBalancer;

  beforeEach(async () => {
    place = await kind.newPlace();
    under = await ProxyUnderTest.start({
      environment: { ...place.environment, LEASE_MS: '1000', NOVA_RETRY_PAUSE_MS: '20' },
      overrides: { clock: systemClock, sleep: systemSleep, idle: systemSleep },
    });
    // What signed the user in and reads the records takes no part: only the two others send.
    await under.proxy.close();
    replicas = ['first', 'second'].map(
      (name) =>
        new Program({
          name: `the ${name} replica`,
          script: 'src/proxy/main.ts',
          ready: /Proxy: (\S+) /,
          environment: { ...under.environment(), LOG_LEVEL: 'error' },
        }),
    );
    await Promise.all(replicas.map((replica) => replica.start()));
    balancer = await TcpBalancer.start(replicas.map(({ url }) => Number(new URL(url).port)));
  });
  afterEach(async () => {
    await balancer.close();
    await Promise.all(replicas.map((replica) => replica.end('SIGKILL')));
    await under.startProxy();
    await under.stop();
    await place.remove();
  });

  /** As a pane and its user do: an answer that never came is asked for again, with the same content. */
  async function stageUntilKnown(
    distribution: DistributionRequest,
  ): Promise<{ outcome: Outcome; tries: number }> {
    for (let tries = 1; tries < 200; tries += 1) {
      const outcome = await stageOnce(distribution);
      if (outcome?.outcome === 'accepted') return { outcome, tries };
      await systemSleep(50);
    }
    throw new Error(`${distribution.name} never came to its end`);
  }

  async function stageOnce(distribution: DistributionRequest): Promise<Outcome | null> {
    try {
      const response = await fetch(`${balancer.url}/api/distributions`, {
        method: 'POST',
        // Each request on a connection of its own, so that the balancer has something to choose.
        headers: {
          ...{ 'content-type': 'application/json', connection: 'close' },
          authorization: `Bearer ${under.token}`,
        },
        body: JSON.stringify({ distribution, source: aSource }),
      });
      return response.ok ? outcomeSchema.parse(await response.json()) : null;
    } catch {
      return null;
    }
  }

  test('one is killed in the middle of staging, and all is staged by the other, each distribution once', async () => {
    const distributions = Array.from({ length: 24 }, () => aDistribution({ paymentCount: 2 }));
    await under.orderFaults({
      ...{ kind: 'delay', delayMs: 150, times: 1_000 },
      match: { method: 'POST', path: '/v1/distributions' },
    });
    const waiting = [...distributions];
    const ended: { outcome: Outcome; tries: number }[] = [];
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        ended.push(await stageUntilKnown(next));
      }
    };
    const working = Promise.all(Array.from({ length: 6 }, work));
    // Nova is at work on several, and more are still to come.
    while ((await under.creations()).length < 8) await systemSleep(5);
    expect(balancer.taken.size).toBe(2);
    await replicas[0]?.end('SIGKILL');
    await working;

    const created = await under.created();
    expect(ended).toHaveLength(distributions.length);
    expect(created).toHaveLength(distributions.length);
    const ids = ended.map(({ outcome }) => ('distributionId' in outcome ? outcome.distributionId : ''));
    expect(ids.sort()).toEqual(created.map(({ id }) => id).sort());
    expect(new Set(created.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(distributions.length);
    // The kill met somebody who was waiting for an answer; otherwise nothing was tried here.
    expect(Math.max(...ended.map(({ tries }) => tries))).toBeGreaterThan(1);
  });

  test('one that is told to stop lets its own come to their end, and nobody sees an error but a request or two', async () => {
    const distributions = Array.from({ length: 12 }, () => aDistribution({ paymentCount: 1 }));
    const working = Promise.all(distributions.map(stageUntilKnown));
    while ((await under.creations()).length < 3) await systemSleep(5);
    await replicas[1]?.end('SIGTERM');
    await working;
    expect(await under.created()).toHaveLength(distributions.length);
    expect(replicas[1]?.crashes).toEqual([]);
  });
});
