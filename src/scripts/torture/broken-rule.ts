/**
 * Loaded before the proxy's own program, to prove that the simulator can fail: it breaks one of the ledger's rules from
 * outside, named by `TORTURE_BREAK`.
 */
import { randomUUID } from 'node:crypto';
import { Agent } from 'undici';

/** What can be broken: a fresh key for every try; a key that is believed to live for ever. */
export const brokenRules = ['fresh-key', 'endless-key'] as const;
export type BrokenRule = (typeof brokenRules)[number];

if (process.env.TORTURE_BREAK === 'fresh-key') {
  // The proxy speaks to Nova through an agent of undici's, and to nobody else.
  type Dispatch = (this: Agent, ...parameters: Parameters<Agent['dispatch']>) => boolean;
  const original: Dispatch = Reflect.get(Agent.prototype, 'dispatch');
  Agent.prototype.dispatch = function dispatch(options, handler) {
    const headers = options.headers as Record<string, string> | undefined;
    const changed =
      headers?.['idempotency-key'] === undefined
        ? {}
        : { headers: { ...headers, 'idempotency-key': randomUUID() } };
    return original.call(this, { ...options, ...changed }, handler);
  };
}
