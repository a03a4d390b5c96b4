import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ProxyError } from '../../src/taskpane/api.ts';
import { createSender } from '../../src/taskpane/api-sender.ts';
import { watchConnection, type ConnectionWatch } from '../../src/taskpane/connection.ts';
import { noticeOf } from '../../src/taskpane/notices.ts';
import { createStore, type Store } from '../../src/taskpane/store.ts';
import { apiErrorSchema } from '../../src/contract/index.ts';

let store: Store;
let watch: ConnectionWatch;
let isOnline: boolean;
let isServerThere: boolean;
let asked: number;
let returns: number;
let networkChanged: () => void;

beforeEach(() => {
  jest.useFakeTimers();
  [isOnline, isServerThere, asked, returns] = [true, true, 0, 0];
  store = createStore();
  const network = {
    isOnline: () => isOnline,
    onChange: (listener: () => void) => void (networkChanged = listener),
  };
  // As the proxy client does: whether anything answered is heard of every request.
  const asks = () => {
    asked += 1;
    watch.heard(isServerThere);
    return isServerThere ? Promise.resolve() : Promise.reject(new Error('Nothing answers.'));
  };
  watch = watchConnection(store, network, asks, () => void (returns += 1));
});

afterEach(() => void jest.useRealTimers());

test('a server that is away is asked for by itself, ever more seldom, until it answers', async () => {
  isServerThere = false;
  watch.heard(false);
  expect(store.get().connection).toBe('silent');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(4);
  isServerThere = true;
  await jest.advanceTimersByTimeAsync(30_000);
  expect(store.get().connection).toBe('there');
  expect(returns).toBe(1);
  const before = asked;
  await jest.advanceTimersByTimeAsync(300_000);
  expect(asked).toBe(before);
});

test('a computer without a network says so, and asks at once when it has one again', async () => {
  isOnline = false;
  networkChanged();
  expect(store.get().connection).toBe('offline');
  isOnline = true;
  networkChanged();
  await jest.advanceTimersByTimeAsync(0);
  expect(asked).toBe(1);
  expect(store.get().connection).toBe('there');
});

test('what was said of a server that did not answer goes when it does; anything else stays', () => {
  watch.heard(false);
  store.dispatch({ type: 'notice', notice: noticeOf(new ProxyError('proxy-unreachable', '', 0)) });
  expect(store.get().notice).not.toBeNull();
  watch.heard(true);
  expect(store.get().notice).toBeNull();
  watch.heard(false);
  store.dispatch({ type: 'notice', notice: noticeOf(new ProxyError('busy', 'Wait.', 503)) });
  watch.heard(true);
  expect(store.get().notice).toMatchObject({ text: 'Wait.' });
});

test.each([
  ['an answer of the proxy', new Response('{}', { headers: { 'x-distribution-desk-version': '1' } }), true],
  [
    'its own refusal',
    new Response('{}', { status: 503, headers: { 'x-distribution-desk-version': '1' } }),
    true,
  ],
  ['a gateway with nothing behind it', new Response('', { status: 502 }), false],
])('%s is heard as whether the server is there', async (_case, response, isThere) => {
  const reached: boolean[] = [];
  const sender = createSender(
    () => Promise.resolve(null),
    () => Promise.resolve(response),
    {},
    { reached: (answered) => reached.push(answered) },
  );
  await sender.json('GET', '/api/session', apiErrorSchema, 1_000).catch(() => null);
  expect(reached).toEqual([isThere]);
});
