import { expect, test } from '@jest/globals';
import { onDemand } from '../../src/taskpane/on-demand.ts';

class Door {
  #count = 0;
  count(by: number): number {
    this.#count += by;
    return this.#count;
  }
}

test('loads once, when it is first called, and calls in the order of the calls', async () => {
  let loads = 0;
  const door = onDemand(() => Promise.resolve((loads += 1)).then(() => new Door()));
  expect(loads).toBe(0);
  const answers = [door.count(1), door.count(10)];
  expect(await Promise.all(answers.map((answer) => Promise.resolve(answer)))).toEqual([1, 11]);
  // Once it is there, a call is the call itself.
  expect(door.count(100)).toBe(111);
  expect(loads).toBe(1);
});

test('what is ready does not wait', async () => {
  const door = onDemand(() => Promise.resolve(new Door()), { ready: { now: () => 'now' } });
  expect(door.now()).toBe('now');
  expect(await Promise.resolve(door.count(1))).toBe(1);
});

test('a load that fails is told, and tried again with the next call', async () => {
  const failures: unknown[] = [];
  const sources = [() => Promise.reject(new Error('no network')), () => Promise.resolve(new Door())];
  const load = () => (sources.shift() ?? (() => Promise.reject(new Error('too often'))))();
  const door = onDemand<Door>(load, { onFailure: (error) => failures.push(error) });
  await Promise.resolve(door.count(1));
  expect(failures).toEqual([new Error('no network')]);
  expect(await Promise.resolve(door.count(1))).toBe(1);
});

test('without somebody to tell, a load that fails rejects the call', async () => {
  const door = onDemand<Door>(() => Promise.reject(new Error('no network')));
  await expect(Promise.resolve(door.count(1))).rejects.toThrow('no network');
});

test('may be awaited itself', async () => {
  const door = onDemand(() => Promise.resolve(new Door()));
  expect(await Promise.resolve(door)).toBe(door);
});
