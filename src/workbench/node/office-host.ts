import type { Book } from '../book/book.ts';
import type { HostEvent } from '../office/events.ts';
import { EXCEL_EVENT_CATEGORY, type EventEntry } from '../office/protocol.ts';
import {
  RequestHost,
  type FaultHooks,
  type RequestHostOptions,
  type RequestOutcome,
} from '../office/request-host.ts';
import { loadOfficeClient, type NativeBridge } from './office-client.ts';
import { officeNamespace } from './office-namespace.ts';

export type OfficeHostOptions = RequestHostOptions;

/** Excel in Node: the globals `Excel`, `OfficeExtension` and `Office` work on the book until it is disposed of. */
export interface OfficeHost extends FaultHooks {
  readonly book: Book;
  /** Office.js requests so far, without those that only release references. */
  requests(): number;
  /** What those requests weighed, in bytes of UTF-8. */
  requestBytes(): number;
  resetRequests(): void;
  setLatency(latencyMs: number): void;
  /** Every `Class.member` that the object model has. */
  coverage(): string[];
  /** Takes the globals away. Call it before another host is started. */
  dispose(): void;
}

/** The old event of the document, which `workbook.onSelectionChanged` listens to. */
const SELECTION_CHANGED_ENTRY: EventEntry = [EXCEL_EVENT_CATEGORY, 2, '', '{}', 0, false];

interface BridgeRequest {
  id: number;
  flags: number;
  message: { body: unknown };
}

/**
 * Runs Microsoft's own Excel client in this process against a book, without a browser. One host at a time per global
 * scope; Jest gives each test file its own.
 */
export function startOfficeHost(book: Book, options: OfficeHostOptions = {}): Promise<OfficeHost> {
  const requestHost = new RequestHost(book, options);
  const bridge = bridgeTo(requestHost);
  const unload = loadOfficeClient(bridge);
  Object.assign(globalThis, { Office: officeNamespace(book) });
  return Promise.resolve({
    book,
    requests: () => requestHost.requests(),
    requestBytes: () => requestHost.requestBytes(),
    resetRequests: () => requestHost.resetRequests(),
    setLatency: (latencyMs) => requestHost.setLatency(latencyMs),
    coverage: () => requestHost.coverage(),
    failNext: (code) => requestHost.failNext(code),
    hangNext: (executed) => requestHost.hangNext(executed),
    failAfterActions: (actions, code) => requestHost.failAfterActions(actions, code),
    slipUnderFilter: (slips) => requestHost.slipUnderFilter(slips),
    dispose: () => {
      // An answer on its way would find a client without its globals.
      delete bridge.onMessageFromHost;
      requestHost.dispose();
      unload();
    },
  });
}

/** The client's way to the host, and the host's answers and events to the client. */
export function bridgeTo(requestHost: RequestHost): NativeBridge {
  const bridge: NativeBridge = {
    sendMessageToHost: (text) => {
      const { id, flags, message } = JSON.parse(text) as BridgeRequest;
      void requestHost.handle(JSON.stringify(message.body), flags).then((outcome) => {
        bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, message: asHttpAnswer(outcome) }));
      });
    },
  };
  requestHost.onEvent((event) => bridge.onMessageFromHost?.(JSON.stringify(asBridgeEvent(event))));
  return bridge;
}

function asHttpAnswer(outcome: RequestOutcome): object {
  if ('body' in outcome) return { statusCode: 200, headers: {}, body: outcome.body };
  const { error } = outcome;
  return { statusCode: 500, headers: {}, body: JSON.stringify({ error: { code: error, message: error } }) };
}

function asBridgeEvent(event: HostEvent): object {
  const entry = event.kind === 'richApi' ? event.entry : SELECTION_CHANGED_ENTRY;
  return { type: 3, message: { entries: [entry] } };
}
