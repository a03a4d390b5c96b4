import type { NovaError } from '../../contract/index.ts';
import { requestIdHeader } from '../../contract/index.ts';
import type { Clock, Sleep } from '../clock.ts';
import { currentRequestId } from '../http/request-id.ts';
import type { Breaker } from './breaker.ts';
import { joinSignals } from './joined-signal.ts';
import type { Limiter } from './limiter.ts';
import { operationOf, stopwatch } from './observer.ts';
import type { NovaObserver } from './observer.ts';
import { TokenError } from './token.ts';
import type { TokenSource } from './token.ts';
import { exchange, TransportError } from './transport.ts';
import type { NovaRequest } from './transport.ts';
import { judge } from './verdict.ts';
import type { NotOurs, Verdict } from './verdict.ts';

/** How a call to Nova ended, tries and pauses included. `tries` counts the attempts to send it. */
export type CallResult<T> =
  | { kind: 'done'; value: T; tries: number }
  | { kind: 'refused'; status: number; error: NovaError; tries: number }
  /** Nova cannot have done it: no try reached it, or each was turned away before anything was done. */
  | { kind: 'not-sent'; code: string; reason: string; tries: number }
  /** At least one try may have reached Nova, and no answer says what became of it. */
  | { kind: 'unknown'; code: string; reason: string; tries: number };

export interface CallSettings {
  organizationId: string | null;
  timeoutMs: number;
  maxTries: number;
  retryPauseMs: number;
}

export interface CallTools {
  tokens: TokenSource;
  limiter: Limiter;
  breaker: Breaker;
  clock: Clock;
  sleep: Sleep;
  /** From 0 up to but not 1; spreads the pauses of several callers. */
  random: () => number;
  /** Aborts when the program stops: no further try is made, and the one under way is broken off. */
  stopping: AbortSignal;
  /** Told of each try. */
  observe: NovaObserver;
}

export interface CallOptions {
  /** True when an earlier call may have reached Nova with the same key: then a failure is never *not sent*. */
  maybeSentBefore?: boolean;
  /** No try begins at or after this instant, in milliseconds since 1970, because the idempotency key ends then. */
  notAfterMs?: number;
  /** Asked immediately before each try; false means that somebody else has taken this over, and nothing is sent. */
  beforeTry?: () => Promise<boolean>;
  /** Asked as well; what stands against sending now, and null where nothing does. */
  mayGoOn?: () => Promise<{ code: string; reason: string } | null>;
  /** Whose turn it is when calls wait for each other. */
  lane?: string;
  signal?: AbortSignal;
}

/** The pauses grow up to this. */
const longestPauseMs = 15_000;
/** A `Retry-After` beyond this is not waited out: the caller is told to come back. */
const longestRetryAfterMs = 30_000;

/** What is known of a call after the tries that it has made. */
interface Progress {
  maybeSent: boolean;
  tries: number;
  exchangedAgain: boolean;
}

/**
 * Asks Nova until there is an answer that means something, at most `maxTries` times and with growing pauses. Every try
 * sends the very same request, the idempotency key among its headers, so that a repeat cannot do the thing twice.
 *
 * A 401 costs one new token and one repeat; a second one is an answer.
 */
export async function callNova<T>(
  request: NovaRequest,
  read: (body: unknown) => T | NotOurs | null,
  settings: CallSettings,
  tools: CallTools,
  options: CallOptions = {},
): Promise<CallResult<T>> {
  const joined = joinSignals(options.signal ? [tools.stopping, options.signal] : [tools.stopping]);
  try {
    return await tryUntilAnswered(request, read, settings, tools, options, joined.signal);
  } finally {
    joined.release();
  }
}

async function tryUntilAnswered<T>(
  request: NovaRequest,
  read: (body: unknown) => T | NotOurs | null,
  settings: CallSettings,
  tools: CallTools,
  options: CallOptions,
  signal: AbortSignal,
): Promise<CallResult<T>> {
  const progress: Progress = { maybeSent: options.maybeSentBefore ?? false, tries: 0, exchangedAgain: false };
  for (;;) {
    if (tools.breaker.closedForMs() > 0) return giveUp(progress, novaDown.code, novaDown.reason);
    const token = await getToken(tools.tokens);
    if (typeof token !== 'string') return giveUp(progress, token.code, token.reason);
    const tried = await tools.limiter(async () => {
      const obstacle = await findObstacle(tools, options);
      return obstacle ?? { verdict: await attempt(request, token, read, settings, tools, signal) };
    }, options.lane);
    if (!('verdict' in tried)) return giveUp(progress, tried.code, tried.reason);
    const { verdict } = tried;
    progress.tries += 1;

    if (verdict.kind === 'token-refused') tools.tokens.discard(token);
    if (verdict.kind === 'token-refused' && !progress.exchangedAgain) {
      progress.exchangedAgain = true;
      continue;
    }
    if (verdict.kind !== 'again') return conclude(verdict, progress);
    progress.maybeSent ||= verdict.sent === 'maybe';
    const pauseMs = nextPauseMs(verdict.waitMs, progress.tries, settings.retryPauseMs, tools.random());
    const isLast = progress.tries >= settings.maxTries || pauseMs === null || signal.aborted;
    if (!isLast) await tools.sleep(pauseMs, signal);
    if (isLast || signal.aborted) return giveUp(progress, verdict.code, verdict.reason);
  }
}

/** In the ledger and in the answer to the pane. */
export const novaDown = {
  code: 'nova-down',
  reason: 'Nova has not answered for a while, so it is left alone for a moment',
};

/** What stands against sending now, looked for when the call's turn has come; the wait for it may have been long. */
async function findObstacle(
  tools: CallTools,
  options: CallOptions,
): Promise<{ code: string; reason: string } | null> {
  if (options.beforeTry !== undefined && !(await options.beforeTry())) {
    return { code: 'taken-over', reason: 'Another proxy has taken this over' };
  }
  if (options.notAfterMs !== undefined && tools.clock.now() >= options.notAfterMs) {
    return { code: 'key-expired', reason: 'The idempotency key has come to its end' };
  }
  const obstacle = (await options.mayGoOn?.()) ?? null;
  if (obstacle !== null) return obstacle;
  return tools.breaker.enter() ? null : novaDown;
}

function conclude<T>(verdict: Exclude<Verdict<T>, { kind: 'again' }>, progress: Progress): CallResult<T> {
  switch (verdict.kind) {
    case 'done':
      return { kind: 'done', value: verdict.value, tries: progress.tries };
    case 'unclear':
      return giveUp({ ...progress, maybeSent: true }, verdict.code, verdict.reason);
    case 'refused':
    case 'token-refused': {
      const { status, error } = verdict;
      // Before it has looked at the key, Nova turns away a caller that may not ask. That says nothing of earlier tries.
      if (progress.maybeSent && (status === 401 || status === 403)) {
        return giveUp(progress, 'access-refused', `Nova refused access (${status})`);
      }
      return { kind: 'refused', status, error, tries: progress.tries };
    }
  }
}

function giveUp(progress: Progress, code: string, reason: string): CallResult<never> {
  return { kind: progress.maybeSent ? 'unknown' : 'not-sent', code, reason, tries: progress.tries };
}

async function getToken(tokens: TokenSource): Promise<string | { code: string; reason: string }> {
  try {
    return await tokens.get();
  } catch (error) {
    if (error instanceof TokenError) return { code: error.code, reason: error.message };
    throw error;
  }
}

async function attempt<T>(
  request: NovaRequest,
  token: string,
  read: (body: unknown) => T | NotOurs | null,
  settings: CallSettings,
  tools: CallTools,
  signal: AbortSignal,
): Promise<Verdict<T>> {
  const headers: Record<string, string> = {
    ...request.headers,
    accept: 'application/json',
    authorization: `Bearer ${token}`,
  };
  if (settings.organizationId !== null) headers['x-organization-id'] = settings.organizationId;
  const requestId = currentRequestId();
  if (requestId !== null) headers[requestIdHeader] = requestId;
  const operation = operationOf(request);
  const elapsedMs = stopwatch();
  try {
    const answer = await exchange({ ...request, headers }, settings.timeoutMs, signal);
    tools.observe({ operation, result: answer.status, durationMs: elapsedMs() });
    tools.breaker.report(answer.status < 500);
    return judge(answer, read, tools.clock.now());
  } catch (error) {
    // A request that we broke off ourselves says nothing of Nova.
    if (signal.aborted) tools.breaker.withdraw();
    else tools.breaker.report(false);
    if (!(error instanceof TransportError)) throw error;
    const result = error.sent === 'no' ? 'unreachable' : 'broken';
    tools.observe({ operation, result, durationMs: elapsedMs() });
    const code = error.sent === 'no' ? 'nova-unreachable' : 'connection-broken';
    return { kind: 'again', sent: error.sent, code, reason: error.message, waitMs: null };
  }
}

/** Doubles from `firstPauseMs`, between half and all of it by chance; Nova's own wish is a floor. Null: too long to wait. */
function nextPauseMs(
  waitMs: number | null,
  tries: number,
  firstPauseMs: number,
  random: number,
): number | null {
  if (waitMs !== null && waitMs > longestRetryAfterMs) return null;
  const ownMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1)) * (0.5 + random / 2);
  return Math.max(Math.round(ownMs), waitMs ?? 0);
}
