/** A small run of the simulator, and the proof that it would see a ledger which breaks its promises. */
import { describe, expect, test } from '@jest/globals';
import { reportText } from '../../src/scripts/torture/report.ts';
import { simulate } from '../../src/scripts/torture/simulate.ts';
import type { TortureOptions } from '../../src/scripts/torture/simulate.ts';
import { describePostgres, serverUrl } from '../proxy/databases.ts';

const options = (change: Partial<TortureOptions>): TortureOptions => ({
  seed: 20_261_121,
  entries: 60,
  database: 'sqlite',
  databaseUrl: '',
  breaks: null,
  progress: () => undefined,
  ...change,
});

/** Programs are started a dozen times in each, which a machine that is busy with other tests takes its time for. */
const withinMs = 240_000;

const promisesKept = {
  createdTwice: 0,
  confirmedButLost: 0,
  acceptedButAbsent: 0,
  createdButDenied: 0,
  unknownThatCouldBeResolved: 0,
};

async function expectPromisesKept(run: TortureOptions): Promise<void> {
  const report = await simulate(run);
  // The whole report on a failure, so that the story is at hand.
  if (!report.passed) throw new Error(reportText(run, report));
  expect(report.violations).toEqual(promisesKept);
  expect(report.figures['distributions']).toBe(run.entries);
  expect(report.figures['clockJumps']).toBeGreaterThan(1);
  expect(report.figures['proxyKills']).toBeGreaterThan(0);
  expect(report.figures['toldUnknown']).toBeGreaterThan(0);
  expect(report.figures['haltedRestarts']).toBeGreaterThan(0);
}

describe('whatever breaks, nothing is created twice, lost, or said that is not so', () => {
  test('on SQLite, with one proxy after the other', () => expectPromisesKept(options({})), withinMs);

  describePostgres(() => {
    test(
      'with two proxies, the second of which has a clock that is an hour behind',
      () => expectPromisesKept(options({ entries: 40, database: 'postgres', databaseUrl: serverUrl })),
      withinMs,
    );
  });
});

describe('the simulator sees', () => {
  test(
    'a fresh key for every try',
    async () => {
      const run = options({ entries: 30, breaks: 'fresh-key' });
      const report = await simulate(run);
      expect(report.passed).toBe(false);
      expect(report.violations.createdTwice).toBeGreaterThan(0);
      const text = reportText(run, report);
      expect(text).toMatch(/Distribution \d+: createdTwice: \d in Nova, 1 confirmed/);
      expect(text).toContain('FAILED: npm run torture -- --seed 20261121 --entries 30 --database sqlite');
    },
    withinMs,
  );
});
