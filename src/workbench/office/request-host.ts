import type { Book } from '../book/book.ts';
import { Dispatcher, type OrderedFailure } from './dispatcher.ts';
import type { HostEvent } from './events.ts';
import type { RequestBody, ResponseBody } from './protocol.ts';

/** Excel on the web takes and gives at most 5 MB per request. */
const PAYLOAD_LIMIT_BYTES = 5 * 1024 * 1024;

/** How often a request that waits for the end of cell editing looks again. */
const CELL_EDIT_POLL_MS = 25;

/** Failures of a request as a whole: the client knows them by number. */
export const REQUEST_ERRORS = {
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  RequestAborted: 5105,
} as const;

export type RequestErrorCode = keyof typeof REQUEST_ERRORS;

/** An answer as JSON text, or the failure of the whole request. */
export type RequestOutcome = { body: string } | { error: RequestErrorCode };

/** Bits of a request's flags: wait for the end of cell editing instead of failing. */
const DELAY_FOR_CELL_EDIT = 64;

export interface RequestHostOptions {
  /** How long every request takes before it is executed. Excel on the web needs 50 to 300 ms. */
  latencyMs?: number;
  /** Called before each request that does something; what it answers with is called when the request was executed. */
  onRequest?: () => () => void;
}

/**
 * The faults that a test may order. Each applies to the next request that does more than release references, and
 * orders queue up.
 */
export interface FaultHooks {
  /** The next request fails with this code; nothing of it is done. Codes of whole requests and of actions both work. */
  failNext(code: string): void;
  /** The next request is never answered; `executed` says whether it has its effect all the same. */
  hangNext(executed?: boolean): void;
  /** The next request runs its first `actions` actions, which keep their effect, then fails with this code. */
  failAfterActions(actions: number, code: string): void;
  /**
   * From now on a block that is written across rows which a filter hides slips: its values fall into the visible rows, one
   * after the other, and the rest is lost. Excel has done so (OfficeDev/office-js #224), if not always.
   */
  slipUnderFilter(slips: boolean): void;
}

type Fault = { kind: 'fail'; failure: OrderedFailure } | { kind: 'hang'; executed: boolean };

/**
 * What stands between Office.js and the object model, however its messages travel: one request after another, the
 * latency, the payload limits, cell editing, ordered faults, and the count of requests.
 */
export class RequestHost implements FaultHooks {
  private dispatcher: Dispatcher;
  private stopEvents: () => void = () => undefined;
  private readonly listeners = new Set<(event: HostEvent) => void>();
  private readonly book: Book;
  private readonly faults: Fault[] = [];
  private latencyMs: number;
  private readonly onRequest: (() => () => void) | null;
  private requestCount = 0;
  private slips = false;
  private sentBytes = 0;
  private lastRequest: Promise<unknown> = Promise.resolve();

  constructor(book: Book, options: RequestHostOptions = {}) {
    this.book = book;
    this.latencyMs = options.latencyMs ?? 0;
    this.onRequest = options.onRequest ?? null;
    this.dispatcher = this.start();
  }

  dispose(): void {
    this.listeners.clear();
    this.stop();
  }

  /** For a new client: forgets what the last one kept and listened to. */
  restart(): void {
    this.stop();
    this.dispatcher = this.start();
  }

  /** Every `Class.member` that the object model has. */
  coverage(): string[] {
    return this.dispatcher.coverage();
  }

  /** Requests so far, without those that only release references, which nobody waits for. */
  requests(): number {
    return this.requestCount;
  }

  /** What those requests weighed, in bytes of UTF-8. */
  requestBytes(): number {
    return this.sentBytes;
  }

  resetRequests(): void {
    this.requestCount = 0;
    this.sentBytes = 0;
  }

  setLatency(latencyMs: number): void {
    this.latencyMs = latencyMs;
  }

  failNext(code: string): void {
    this.failAfterActions(0, code);
  }

  hangNext(executed = false): void {
    this.faults.push({ kind: 'hang', executed });
  }

  failAfterActions(actions: number, code: string): void {
    this.faults.push({ kind: 'fail', failure: { afterActions: actions, code } });
  }

  slipUnderFilter(slips: boolean): void {
    this.slips = slips;
    this.dispatcher.slipUnderFilter(slips);
  }

  /** Events reach the listener after the request that caused them was answered. */
  onEvent(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Takes the text of a batch. The promise never settles for a request that was ordered to hang. */
  handle(text: string, flags: number): Promise<RequestOutcome> {
    const outcome = this.lastRequest.then(() => this.answer(text, flags));
    this.lastRequest = outcome.catch(() => undefined);
    return outcome.then((settled) => settled ?? new Promise<never>(() => undefined));
  }

  private stop(): void {
    this.stopEvents();
    this.dispatcher.dispose();
  }

  private start(): Dispatcher {
    const dispatcher = new Dispatcher(this.book);
    dispatcher.slipUnderFilter(this.slips);
    this.stopEvents = dispatcher.events.listen((event) =>
      setTimeout(() => {
        if (this.dispatcher === dispatcher) this.listeners.forEach((listener) => listener(event));
      }, 0),
    );
    return dispatcher;
  }

  /** Null stands for no answer at all. */
  private async answer(text: string, flags: number): Promise<RequestOutcome | null> {
    const body = JSON.parse(text) as RequestBody;
    const isCounted = !isHousekeeping(body);
    if (isCounted) {
      this.requestCount += 1;
      this.sentBytes += byteLength(text);
    }
    if (this.latencyMs > 0) await sleep(this.latencyMs);
    const fault = isCounted ? this.faults.shift() : undefined;
    if (fault?.kind === 'hang') {
      if (fault.executed) this.execute(body, isCounted);
      return null;
    }
    const failure = fault?.failure;
    if (failure?.afterActions === 0 && isRequestError(failure.code)) return { error: failure.code };
    if (byteLength(text) > PAYLOAD_LIMIT_BYTES) return { error: 'RequestPayloadSizeLimitExceeded' };
    if (isCounted && this.book.isEditing()) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return { error: 'InvalidOperationInCellEditMode' };
      while (this.book.isEditing()) await sleep(CELL_EDIT_POLL_MS);
    }
    return this.respond(this.execute(body, isCounted, failure));
  }

  private execute(body: RequestBody, isCounted: boolean, failure?: OrderedFailure): ResponseBody {
    const done = isCounted ? this.onRequest?.() : undefined;
    const response = this.dispatcher.execute(body, failure);
    done?.();
    return response;
  }

  private respond(response: ResponseBody): RequestOutcome {
    const body = JSON.stringify(response);
    if (byteLength(body) > PAYLOAD_LIMIT_BYTES) return { error: 'ResponsePayloadSizeLimitExceeded' };
    return { body };
  }
}

function isRequestError(code: string): code is RequestErrorCode {
  return code in REQUEST_ERRORS;
}

/** Requests that the client sends on its own account: releasing references after `Excel.run`, and the boot. */
function isHousekeeping(body: RequestBody): boolean {
  return body.Actions.every(
    ({ ActionType, Name }) =>
      ActionType === 1 ||
      (ActionType === 3 && (Name === '_RemoveReference' || Name === 'NotifyActionHandlerReady')),
  );
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function sleep(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
