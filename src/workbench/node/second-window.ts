import { AsyncLocalStorage } from 'node:async_hooks';
import type { Book } from '../book/book.ts';
import { RequestHost, type FaultHooks } from '../office/request-host.ts';
import { loadSecondClient } from './office-client.ts';
import { bridgeTo } from './office-host.ts';

/** Another window on a workbook that is open already: a client of its own, with its own references and events. */
export interface SecondWindow {
  readonly faults: FaultHooks;
  /** Runs code whose `Excel` is this window's, also in everything that the code waits for. */
  run<T>(work: () => T): T;
  /** Close it before the host of the first window is disposed of. */
  close(): void;
}

/**
 * Opens the book of a running `OfficeHost` a second time, as another browser window or a second pane does. Each window
 * hears of the other's changes as of those of a co-author.
 */
export function openSecondWindow(book: Book): SecondWindow {
  const requestHost = new RequestHost(book);
  const bridge = bridgeTo(requestHost);
  const excel = loadSecondClient(bridge);
  const inside = new AsyncLocalStorage<true>();
  const first = (globalThis as Record<string, unknown>)['Excel'];
  if (first === undefined) throw new Error('Start an Office host before a second window is opened.');
  Object.defineProperty(globalThis, 'Excel', {
    configurable: true,
    get: () => (inside.getStore() === true ? excel : first),
  });
  return {
    faults: requestHost,
    run: (work) => inside.run(true, work),
    close: () => {
      delete bridge.onMessageFromHost;
      requestHost.dispose();
      Object.defineProperty(globalThis, 'Excel', { configurable: true, writable: true, value: first });
    },
  };
}
