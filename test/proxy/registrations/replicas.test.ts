/** Registrations at two proxies on one PostgreSQL, and after one was killed, before one sandbox. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Registration } from '../../../src/contract/index.ts';
import { systemClock, systemSleep } from '../../../src/proxy/clock.ts';
import { describePostgres } from '../databases.ts';
import type { LedgerPlace } from '../databases.ts';
import { aSource, ProxyUnderTest } from '../proxy-under-test.ts';
import {
  anEntity,
  aNewPayee,
  failToRegister,
  idsOf,
  instructionsAt,
  instructionsFor,
  lookUp,
  onInstructions,
  outcomesOf,
  register,
  someInstructions,
} from './registering.ts';

const main = fileURLToPath(new URL('../../../src/proxy/main.ts', import.meta.url));

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

  test('the same rows at both: each item once, and the same ids at both', async () => {
    const payee = await aNewPayee(under);
    const set = instructionsFor(payee, someInstructions(), someInstructions(), someInstructions());
    const entities: Registration = { kind: 'entity', items: [anEntity(), anEntity(), anEntity()] };
    await under.orderFaults({ kind: 'delay', delayMs: 300, times: 2, match: onInstructions });
    await under.proxyBeside(async (beside) => {
      for (const registration of [set, entities]) {
        const [ours, theirs] = await Promise.all([
          register(under, registration),
          register(beside, registration),
        ]);
        expect(outcomesOf(ours)).toEqual(['accepted', 'accepted', 'accepted']);
        expect(idsOf(theirs)).toEqual(idsOf(ours));
      }
    }, place.environment);
    expect(await instructionsAt(under, payee)).toHaveLength(3);
    expect(await under.requestsTo('POST', '/v1/payment_instructions')).toHaveLength(3);
    expect(await under.requestsTo('POST', '/v1/entities')).toHaveLength(4);
  });

  test('several sets for one new payee at both: one goes through, the others wait for a second person', async () => {
    const payee = await aNewPayee(under);
    await under.proxyBeside(async (beside) => {
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          register(index % 2 === 0 ? under : beside, instructionsFor(payee, someInstructions())),
        ),
      );
      const ends = outcomes.flatMap(outcomesOf);
      expect(ends.filter((end) => end === 'accepted')).toHaveLength(1);
      expect(ends.filter((end) => end === 'awaiting-approval')).toHaveLength(9);
    }, place.environment);
    expect(await instructionsAt(under, payee)).toHaveLength(1);
  });

  test('what one was sending when it was killed becomes unknown, and goes out with its rows under the same key', async () => {
    const payee = await aNewPayee(under);
    const set = instructionsFor(payee, someInstructions());
    await killWhileSending(set);
    expect(await lookUp(under, set)).toMatchObject([[{ outcome: 'unknown', code: 'still-sending' }]]);
    await eventually(async () => (await lookUp(under, set))[0]?.[0], { code: 'interrupted' });
    expect(await under.requestsTo('POST', '/v1/payment_instructions')).toHaveLength(1);
    expect(outcomesOf(await register(under, set))).toEqual(['accepted']);
    expect(await instructionsAt(under, payee)).toHaveLength(1);
    const keys = (await under.requestsTo('POST', '/v1/payment_instructions')).map((it) => it.idempotencyKey);
    expect(new Set(keys).size).toBe(1);
  });

  test('without a key for account numbers: everything works but payment instructions, which say what to do', async () => {
    await under.proxy.close();
    await under.startProxy({ ACCOUNT_HASH_KEY: '' });
    expect(outcomesOf(await register(under, { kind: 'entity', items: [anEntity()] }))).toEqual(['accepted']);
    expect(await failToRegister(under, instructionsFor('ent_1', someInstructions()))).toMatchObject({
      status: 503,
      body: { error: { code: 'account-key-missing', message: expect.stringContaining('ACCOUNT_HASH_KEY') } },
    });
  });

  async function eventually(look: () => Promise<unknown>, wanted: object): Promise<void> {
    for (const endMs = Date.now() + 10_000; ;) {
      const found = await look();
      const isThere = Object.entries(wanted).every(
        ([name, value]) => Reflect.get(found ?? {}, name) === value,
      );
      if (isThere) return;
      if (Date.now() > endMs) throw new Error(`it did not come to pass: ${JSON.stringify(found)}`);
      await systemSleep(50);
    }
  }

  /** Leaves behind what a proxy of its own was sending, with Nova at work on it. */
  async function killWhileSending(registration: Registration): Promise<void> {
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
      await under.orderFaults({ kind: 'delay', delayMs: 400, match: onInstructions });
      const answer = fetch(`${url}/api/registrations`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${under.token}` },
        body: JSON.stringify({ registration, source: aSource }),
      }).catch(() => null);
      while ((await under.requestsTo('POST', '/v1/payment_instructions')).length === 0) await systemSleep(10);
      child.kill('SIGKILL');
      expect(await answer).toBeNull();
    } finally {
      child.kill('SIGKILL');
    }
  }
});
