/** What a proxy that died, or was told to stop, in the middle of sending leaves behind, and what the next one makes of it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { systemClock, systemSleep } from '../../src/proxy/clock.ts';
import { aDistribution, aSource, ProxyUnderTest } from './proxy-under-test.ts';

const main = fileURLToPath(new URL('../../src/proxy/main.ts', import.meta.url));

let under: ProxyUnderTest;
let child: ChildProcess | null = null;
beforeEach(async () => {
  under = await ProxyUnderTest.start({
    environment: { NOVA_RETRY_PAUSE_MS: '100' },
    overrides: { clock: systemClock, sleep: systemSleep },
  });
});
afterEach(async () => {
  if (child !== null && child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  child = null;
  await under.stop();
});

async function eventually<T>(look: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let turn = 0; turn < 400; turn += 1) {
    const value = await look();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it did not come to pass in 10 seconds');
}

/** A proxy in a program of its own, on the folder of the one under test; its address. */
async function spawnProxy(): Promise<string> {
  const started = spawn(process.execPath, [main], {
    env: { ...process.env, ...under.environment(), LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  let printed = '';
  started.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  await eventually(
    async () => printed,
    (text) => text.includes('Proxy: '),
  );
  return /http:\S+/.exec(printed)?.[0] ?? '';
}

function stageAt(url: string, distribution: unknown): Promise<Response | null> {
  return fetch(`${url}/api/distributions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${under.token}` },
    body: JSON.stringify({ distribution, source: aSource }),
  }).catch(() => null);
}

describe('a proxy that is killed while Nova works on its request', () => {
  test('is followed by one that asks again under the same key, and nothing is created twice', async () => {
    await under.proxy.close();
    const url = await spawnProxy();
    await under.orderFaults({ kind: 'delay', delayMs: 300, match: { path: '/v1/distributions' } });
    const distribution = aDistribution();
    const answer = stageAt(url, distribution);
    await eventually(
      () => under.creations(),
      (requests) => requests.length === 1,
    );
    child?.kill('SIGKILL');
    if (child !== null) await once(child, 'exit');
    expect(await answer).toBeNull();
    expect(under.readLedger('select state from ledger_entry')).toEqual([{ state: 'sending' }]);

    await under.startProxy();
    const [outcome] = await eventually(
      () => under.lookup(distribution),
      ([found]) => found?.outcome === 'accepted',
    );
    const created = await under.created();
    expect(created).toHaveLength(1);
    expect(outcome).toMatchObject({ distributionId: created[0]?.id, generation: 1, warnings: [] });
    const keys = new Set((await under.creations()).map(({ idempotencyKey }) => idempotencyKey));
    expect(keys.size).toBe(1);
    expect(await under.stage(distribution)).toMatchObject({ outcome: 'accepted', existing: true });
  });
});

describe('a proxy that starts while Nova is down', () => {
  test('calls what was being sent unknown, and serves', async () => {
    const distribution = aDistribution();
    await under.orderFaults({ kind: 'lost-response', times: 4, match: { path: '/v1/distributions' } });
    await under.stage(distribution);
    await under.proxy.close();
    await under.orderFaults({ kind: 'status', status: 503, times: 50 });
    await under.startProxy();
    expect((await under.lookup(distribution))[0]).toMatchObject({ outcome: 'unknown' });
    await under.clearFaults();
    expect(await under.stage(distribution)).toMatchObject({ outcome: 'accepted', generation: 1 });
    expect(await under.created()).toHaveLength(1);
  });
});

describe('a stop', () => {
  test('lets what is being sent come to its end', async () => {
    await under.orderFaults({ kind: 'delay', delayMs: 100, match: { path: '/v1/distributions' } });
    const staged = under.stage(aDistribution());
    await eventually(
      () => under.creations(),
      (requests) => requests.length === 1,
    );
    const stopped = under.proxy.close();
    expect(await staged).toMatchObject({ outcome: 'accepted', existing: false });
    await stopped;
  });

  test('waits no longer than its grace, and records the rest as unknown', async () => {
    await under.orderFaults({ kind: 'delay', delayMs: 5_000, match: { path: '/v1/distributions' } });
    const staged = under.stage(aDistribution());
    await eventually(
      () => under.creations(),
      (requests) => requests.length === 1,
    );
    await under.proxy.close();
    expect(await staged).toMatchObject({ outcome: 'unknown', code: 'connection-broken' });
    expect(under.readLedger('select state from ledger_entry')).toEqual([{ state: 'unknown' }]);
  });
});
