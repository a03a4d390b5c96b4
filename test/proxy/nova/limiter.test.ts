import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createLimiter } from '../../../src/proxy/nova/limiter.ts';

test('never more at once than allowed, in the order of arrival, also when some fail', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.record({ turns: fc.integer({ min: 0, max: 4 }), fails: fc.boolean() }), { maxLength: 30 }),
      async (most, works) => {
        const limiter = createLimiter(most);
        const started: number[] = [];
        let running = 0;
        let highest = 0;
        const results = await Promise.allSettled(
          works.map(({ turns, fails }, index) =>
            limiter(async () => {
              started.push(index);
              running += 1;
              highest = Math.max(highest, running);
              for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
              running -= 1;
              if (fails) throw new Error('failed');
              return index;
            }),
          ),
        );
        expect(highest).toBeLessThanOrEqual(most);
        expect(started).toEqual(works.map((_work, index) => index));
        expect(results.map(({ status }) => status === 'rejected')).toEqual(works.map(({ fails }) => fails));
      },
    ),
  );
});

test('lanes take turns: one with little to do does not wait for one with much', async () => {
  const limiter = createLimiter(1);
  const order: string[] = [];
  const run = (lane: string) =>
    limiter(async () => {
      order.push(lane);
      await Promise.resolve();
    }, lane);
  await Promise.all([...'aaaaa', 'b', 'b', 'c'].map(run));
  expect(order.indexOf('b')).toBeLessThanOrEqual(2);
  expect(order.indexOf('c')).toBeLessThanOrEqual(3);
  expect(order.filter((lane) => lane === 'a')).toHaveLength(5);
});
