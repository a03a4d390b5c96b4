import { expect, test } from '@jest/globals';
import { reportText, shuffleMany } from '../../src/scripts/shuffle/report.ts';

/** `npm run shuffle -- --seed N --runs N` does the same with more of them. */
const [seed, runs] = [1, 20];

test(`ids stand beside their rows whatever a second hand does: seed ${seed}, ${runs} runs`, async () => {
  const report = await shuffleMany({ seed, runs, progress: () => undefined });
  // The stories of what went wrong are the message of the failure.
  expect(report.passed ? 'passed' : reportText({ seed, runs }, report)).toBe('passed');
  expect(report.figures['beside their rows']).toBeGreaterThan(runs);
});
