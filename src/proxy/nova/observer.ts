import type { NovaRequest } from './transport.ts';

/** One try to ask Nova something, for the log and the figures: never an id of Nova's, a body or a header. */
export interface ObservedCall {
  /** Method and path with a placeholder for each id, such as `GET /v1/distributions/:id/payments`. */
  operation: string;
  /** Nova's status, or why there is none. */
  result: number | 'unreachable' | 'broken';
  durationMs: number;
}

export type NovaObserver = (call: ObservedCall) => void;

/** The words of Nova's paths. Whatever else stands in one is an id, so that there are never more operations than these. */
const words = new Set([
  ...['', 'v1', 'oauth', 'token', 'distributions', 'payments', 'distribution_payments', 'notifications'],
  ...['payment_instructions', 'entities', 'contacts', 'vehicles'],
]);

export function operationOf({ method, url }: Pick<NovaRequest, 'method' | 'url'>): string {
  const path = new URL(url).pathname
    .split('/')
    .map((segment) => (words.has(segment) ? segment : ':id'))
    .join('/');
  return `${method} ${path}`;
}

/** How long something takes, in milliseconds; call it once to begin and its answer to end. */
export function stopwatch(): () => number {
  const startMs = performance.now();
  return () => Math.round((performance.now() - startMs) * 10) / 10;
}
