/**
 * An entry that the running proxy itself left in `sending`: Nova answered, and the ledger could not take the answer down
 * (a full disk, a database server that went away). Nobody sends it any more, and its lease has not ended.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { DistributionRequest } from '../../../src/contract/index.ts';
import { aDistribution, ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
beforeEach(async () => {
  under = await ProxyUnderTest.start();
});
afterEach(() => under.stop());

function onLedger(statement: string): void {
  const database = new DatabaseSync(join(under.dataDir, 'ledger.sqlite'), { timeout: 5_000 });
  database.exec(statement);
  database.close();
}

/** Stages while the ledger refuses to record how a sending ended. */
async function leaveInSending(distribution: DistributionRequest): Promise<void> {
  onLedger(`create trigger full before update on ledger_entry when new.state <> 'sending'
    begin select raise(abort, 'the disk is full'); end`);
  expect(await under.stageAndFail(distribution)).toMatchObject({
    status: 500,
    body: { error: { code: 'internal-error' } },
  });
  onLedger('drop trigger full');
  expect(under.readLedger('select state, owner is not null as owned from ledger_entry')).toEqual([
    { state: 'sending', owned: 1 },
  ]);
}

async function expectCreatedOnce(): Promise<void> {
  expect(await under.created()).toHaveLength(1);
  const requests = await under.creations();
  expect(requests).toHaveLength(2);
  expect(new Set(requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
}

test('is taken up by the next submission at once, with the same key', async () => {
  const distribution = aDistribution();
  await leaveInSending(distribution);
  expect((await under.lookup(distribution))[0]).toMatchObject({ outcome: 'unknown', code: 'still-sending' });
  const outcome = await under.stage(distribution);
  const [record] = await under.created();
  expect(outcome).toMatchObject({ outcome: 'accepted', generation: 1, distributionId: record?.id });
  await expectCreatedOnce();
});

test('is asked for by itself when its lease has ended, and not before', async () => {
  const distribution = aDistribution();
  await leaveInSending(distribution);
  under.nextRound();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await under.creations()).toHaveLength(1);
  under.time.nowMs += 30_000;
  under.nextRound();
  for (let turn = 0; turn < 200; turn += 1) {
    if ((await under.lookup(distribution))[0]?.outcome === 'accepted') break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  expect((await under.lookup(distribution))[0]).toMatchObject({ outcome: 'accepted', generation: 1 });
  await expectCreatedOnce();
});
