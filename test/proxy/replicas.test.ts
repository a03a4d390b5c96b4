/** Two proxies on one PostgreSQL, before one sandbox, over HTTP. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { DistributionRequest } from '../../src/contract/index.ts';
import { systemClock, systemSleep } from '../../src/proxy/clock.ts';
import { describePostgres } from './databases.ts';
import type { LedgerPlace } from './databases.ts';
import { aDistribution, aSource, ProxyUnderTest } from './proxy-under-test.ts';

const main = fileURLToPath(new URL('../../src/proxy/main.ts', import.meta.url));

describePostgres((kind) => {
  let place: LedgerPlace;
  let under: ProxyUnderTest;
  beforeEach(async () => {
    place = await kind.newPlace();
    under = await ProxyUnderTest.start({
      environment: { ...place.environment, NOVA_RETRY_PAUSE_MS: '50', LEASE_MS: '1000' },
      overrides: { clock: systemClock, sleep: systemSleep, idle: systemSleep },
    });
  });
  afterEach(async () => {
    await under.stop();
    await place.remove();
  });

  const onCreate = { method: 'POST', path: '/v1/distributions' };

  test('the same content at both makes one call and one answer, also when it takes longer than a lease', async () => {
    const distribution = aDistribution();
    await under.orderFaults({ kind: 'delay', delayMs: 1_800, match: onCreate });
    await under.proxyBeside(async (beside) => {
      const outcomes = await Promise.all([under.stage(distribution), beside.stage(distribution)]);
      expect(outcomes[0]).toMatchObject({ outcome: 'accepted' });
      expect(outcomes.map((outcome) => 'existing' in outcome && outcome.existing).sort()).toEqual([
        false,
        true,
      ]);
      expect(outcomes[0]).toMatchObject({
        distributionId: (outcomes[1] as { distributionId: string }).distributionId,
      });
    }, place.environment);
    expect(await under.creations()).toHaveLength(1);
  });

  test('a repeat decided at both makes one further distribution', async () => {
    const distribution = aDistribution();
    const { entryId } = await under.stage(distribution);
    const repeat = { ofEntryId: entryId, reason: 'The fund pays it twice' };
    const body = { distribution, source: aSource, repeat };
    await under.proxyBeside(async (beside) => {
      const replies = await Promise.all([
        under.post('/api/distributions', body),
        beside.post('/api/distributions', body),
      ]);
      expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    }, place.environment);
    expect(await under.created()).toHaveLength(2);
  });

  /** A machine's clock that differs from the server's by so many hours. */
  const clockOff = (hours: number) => ({ clock: { now: () => Date.now() + hours * 3_600_000 } });

  test('one whose clock is an hour ahead leaves alone what another is sending, and gets its answer', async () => {
    const distribution = aDistribution();
    await under.orderFaults({ kind: 'delay', delayMs: 800, match: onCreate });
    await under.proxyBeside(
      async (beside) => {
        const staged = under.stage(distribution);
        while ((await under.creations()).length === 0) await systemSleep(10);
        expect(await beside.stage(distribution)).toMatchObject({ outcome: 'accepted', existing: true });
        expect(await staged).toMatchObject({ outcome: 'accepted', existing: false });
      },
      place.environment,
      clockOff(1),
    );
    expect(await under.creations()).toHaveLength(1);
  });

  test('one whose clock is an hour behind takes no key for younger than it is: that would pay twice', async () => {
    const distribution = aDistribution();
    await under.orderFaults({ kind: 'lost-response', times: 1_000, match: onCreate });
    expect(await under.stage(distribution)).toMatchObject({ outcome: 'unknown', code: 'connection-broken' });
    await under.proxy.close();
    await under.clearFaults();
    const asked = (await under.creations()).length;

    // A little more than the day for which Nova keeps a key.
    const dayHours = 24.1;
    await place.moveClock(dayHours * 3_600_000);
    await under.control('POST', '/clock', { advanceSeconds: dayHours * 3_600 });
    await under.proxyBeside(
      async (beside) => {
        const outcome = await beside.stage(distribution);
        expect(outcome).toMatchObject({ outcome: 'unknown', code: 'key-expired', needsPerson: true });
      },
      place.environment,
      clockOff(dayHours - 1),
    );
    expect(await under.creations()).toHaveLength(asked);
    expect(await under.created()).toHaveLength(1);
    await under.startProxy();
  });

  test.each([0, 1, -1])(
    'one that is killed while sending is followed by another, %i hours off, with the same key, without a submission',
    async (hours) => {
      const distribution = aDistribution();
      await killWhileSending(distribution);
      await under.proxy.close();
      await under.startProxy({}, clockOff(hours));
      let found = (await under.lookup(distribution))[0];
      for (const endMs = Date.now() + 10_000; found?.outcome !== 'accepted' && Date.now() < endMs;) {
        await systemSleep(50);
        found = (await under.lookup(distribution))[0];
      }
      const created = await under.created();
      expect(created).toHaveLength(1);
      expect(found).toMatchObject({ outcome: 'accepted', generation: 1, distributionId: created[0]?.id });
      expect(new Set((await under.creations()).map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    },
  );

  test('one that was killed more than a day ago left something that nobody sends any more, and people may decide on it', async () => {
    const distribution = aDistribution();
    await killWhileSending(distribution);
    await under.proxy.close();
    const asked = (await under.creations()).length;
    await place.moveClock(25 * 3_600_000);
    await under.control('POST', '/clock', { advanceSeconds: 25 * 3_600 });
    await under.startProxy();
    under.token = await under.signIn();
    let found = (await under.lookup(distribution))[0];
    const isForPeople = () => found?.outcome === 'unknown' && found.needsPerson === true;
    for (const endMs = Date.now() + 10_000; !isForPeople() && Date.now() < endMs;) {
      await systemSleep(50);
      found = (await under.lookup(distribution))[0];
    }
    expect(found).toMatchObject({ outcome: 'unknown', code: 'key-expired', needsPerson: true });
    expect(await under.creations()).toHaveLength(asked);
  });

  /** Leaves behind what a proxy of its own was sending, with Nova at work on it. */
  async function killWhileSending(distribution: DistributionRequest): Promise<void> {
    const child = spawn(process.execPath, [main], {
      env: { ...process.env, ...under.environment(), LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      let printed = '';
      while (!printed.includes('Proxy: ')) {
        const [text] = (await once(child.stdout, 'data')) as [Buffer];
        printed += text.toString();
      }
      const url = /http:\S+/.exec(printed)?.[0] ?? '';
      await under.orderFaults({ kind: 'delay', delayMs: 400, match: onCreate });
      const answer = fetch(`${url}/api/distributions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${under.token}` },
        body: JSON.stringify({ distribution, source: aSource }),
      }).catch(() => null);
      while ((await under.creations()).length === 0) await systemSleep(10);
      child.kill('SIGKILL');
      expect(await answer).toBeNull();
      expect((await under.lookup(distribution))[0]).toMatchObject({
        outcome: 'unknown',
        code: 'still-sending',
      });
    } finally {
      child.kill('SIGKILL');
    }
  }
});
