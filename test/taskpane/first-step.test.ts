import { expect, test } from '@jest/globals';
import { createFirstStep, firstStepOf } from '../../src/taskpane/first-step.ts';
import { createStore } from '../../src/taskpane/store.ts';
import { payoutTable } from '../support/builders.ts';
import { deskInMemory } from './desk-in-memory.ts';

test.each([
  ['?start=check', 'check'],
  ['?_host_Info=Excel$Web&start=refresh', 'refresh'],
  ['?start=stage', null],
  ['', null],
] as const)('the address %s begins with %s', (search, step) => {
  expect(firstStepOf(search)).toBe(step);
});

test('it waits for a sign-in, and is done once', async () => {
  const done: string[] = [];
  const store = createStore();
  const actions = {
    check: () => Promise.resolve(void done.push('check')),
    refresh: () => Promise.resolve(void done.push('refresh')),
  };
  const begin = createFirstStep('check', store, actions);
  await begin();
  expect(done).toEqual([]);
  store.dispatch({ type: 'signed-in', session: await deskInMemory(payoutTable([])).proxy.session() });
  await begin();
  await begin();
  expect(done).toEqual(['check']);
});
