/** Time as the proxy sees it, so that a test can stand at the end of a key's life without waiting for it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

/** Resolves after `durationMs`, or at once when the signal aborts; it never rejects. */
export type Sleep = (durationMs: number, signal?: AbortSignal) => Promise<void>;

export const systemClock: Clock = { now: () => Date.now() };

export const systemSleep: Sleep = (durationMs, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, durationMs);
    signal?.addEventListener('abort', end);
  });

/** An instant as the ledger and the API write it: RFC 3339 in UTC with milliseconds, so that text order is time order. */
export function toInstant(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
