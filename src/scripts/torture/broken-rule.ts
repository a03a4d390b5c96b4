/**
 * Loaded before the proxy's own program, to prove that the simulator can fail: it breaks one of the ledger's rules from
 * outside, named by `TORTURE_BREAK`.
 */
import { randomUUID } from 'node:crypto';

/** What can be broken: a fresh key for every try; a key that is believed to live for ever. */
export const brokenRules = ['fresh-key', 'endless-key'] as const;
export type BrokenRule = (typeof brokenRules)[number];

const original = globalThis.fetch;
if (process.env.TORTURE_BREAK === 'fresh-key') {
  globalThis.fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    if (headers.has('idempotency-key')) headers.set('idempotency-key', randomUUID());
    return original(input, { ...init, headers });
  };
}
