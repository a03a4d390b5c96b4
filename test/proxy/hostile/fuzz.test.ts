import { expect, test } from '@jest/globals';
import { fuzz } from '../../../src/scripts/fuzz/fuzz.ts';

test('hostile requests to every route: none gets in, none crashes it, none leaves an entry', async () => {
  const seed = Date.now() % 1_000_000;
  process.stderr.write(`fuzz: npm run fuzz -- --requests 1500 --seed ${seed}\n`);
  const report = await fuzz({ seed, requests: 1_500, progress: () => undefined });
  expect(report.faults).toEqual([]);
  expect(report.requests).toBe(1_500);
  // Each way of being refused was met, so the run did reach what it was to try.
  for (const status of [400, 401, 403, 404]) expect(report.statuses[status]).toBeGreaterThan(0);
});
