import { expect, test } from '@jest/globals';
import { runInSlices, Superseded } from '../../src/taskpane/slices.ts';

function* threeSlices(steps: string[]): Generator<undefined, string> {
  for (const step of ['one', 'two', 'three']) {
    steps.push(step);
    yield undefined;
  }
  return 'done';
}

test('others take their turn between two slices', async () => {
  const steps: string[] = [];
  const other = setInterval(() => steps.push('other'), 0);
  const result = await runInSlices(
    (function* () {
      for (let slice = 0; slice < 50; slice += 1) {
        const until = performance.now() + 2;
        while (performance.now() < until);
        yield undefined;
      }
      return 'done';
    })(),
  );
  clearInterval(other);
  expect(result).toBe('done');
  expect(steps.length).toBeGreaterThan(3);
});

test('a check that a newer one took the place of stops at its next pause', async () => {
  const steps: string[] = [];
  await expect(runInSlices(threeSlices(steps), () => steps.length < 2)).rejects.toThrow(Superseded);
  expect(steps).toEqual(['one', 'two']);
});
