import { getEventListeners } from 'node:events';
import { expect, test } from '@jest/globals';
import { joinSignals } from '../../../src/proxy/nova/joined-signal.ts';

test('aborts with the first, for its reason, also when that was aborted before', () => {
  const [stop, timeout] = [new AbortController(), new AbortController()];
  const { signal } = joinSignals([stop.signal, timeout.signal]);
  expect(signal.aborted).toBe(false);
  timeout.abort('too late');
  stop.abort('stopped');
  expect(signal.reason).toBe('too late');
  expect(joinSignals([new AbortController().signal, stop.signal]).signal.reason).toBe('stopped');
});

test('leaves nothing behind on a signal that outlives it', () => {
  const stop = new AbortController();
  const joined = joinSignals([stop.signal]);
  expect(getEventListeners(stop.signal, 'abort')).toHaveLength(1);
  joined.release();
  expect(getEventListeners(stop.signal, 'abort')).toHaveLength(0);
  stop.abort();
  expect(joined.signal.aborted).toBe(false);
});
