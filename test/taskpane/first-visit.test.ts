import { expect, test } from '@jest/globals';
import { firstVisit } from '../../src/taskpane/first-visit.ts';

function browser(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

test('the tour comes by itself until it was ended, also in a pane that opens later', () => {
  const storage = browser();
  expect(firstVisit(() => storage).isFirst()).toBe(true);
  const visit = firstVisit(() => storage);
  expect(visit.isFirst()).toBe(true);
  visit.end();
  expect(visit.isFirst()).toBe(false);
  expect(firstVisit(() => storage).isFirst()).toBe(false);
});

test('where the browser keeps nothing, nobody counts as new', () => {
  const refuses = firstVisit(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  const forgets = firstVisit(() => ({ getItem: () => null, setItem: () => undefined }));
  for (const visit of [refuses, forgets]) {
    expect(visit.isFirst()).toBe(false);
    expect(() => visit.end()).not.toThrow();
  }
});
