import type { Clock } from '../clock.ts';
import { TokenError } from './token.ts';
import type { TokenSource } from './token.ts';

/**
 * Stops asking a Nova that is down: after `mostFailures` in a row without an answer of its own (no connection, no
 * answer in time, 5xx) nothing is sent for `pauseMs`. Then one request tries; its answer lets the others through again,
 * its failure begins another pause.
 */
export interface Breaker {
  /** Asks to send one request; each `true` is followed by one `report` or `withdraw`. */
  enter(): boolean;
  /** What became of a request: whether Nova itself answered. */
  report(answered: boolean): void;
  /** A request that was let through was not sent after all. */
  withdraw(): void;
  /** How long nothing will be let through, in milliseconds; 0 when a request may be tried. */
  closedForMs(): number;
}

export function createBreaker(mostFailures: number, pauseMs: number, clock: Clock): Breaker {
  let failures = 0;
  let reopensAtMs: number | null = null;
  let probing = false;

  const closedForMs = () => {
    if (reopensAtMs === null) return 0;
    const leftMs = reopensAtMs - clock.now();
    // While one request tries, the others wait for what it finds.
    return leftMs > 0 ? leftMs : probing ? Math.min(1_000, pauseMs) : 0;
  };

  return {
    closedForMs,
    enter() {
      if (closedForMs() > 0) return false;
      probing = reopensAtMs !== null;
      return true;
    },
    report(answered) {
      probing = false;
      failures = answered ? 0 : failures + 1;
      if (answered) reopensAtMs = null;
      else if (failures >= mostFailures) reopensAtMs = clock.now() + pauseMs;
    },
    withdraw() {
      probing = false;
    },
  };
}

/** An exchange for a token that failed for want of an answer counts as well. */
export function guardTokens(tokens: TokenSource, breaker: Breaker): TokenSource {
  return {
    async get() {
      try {
        return await tokens.get();
      } catch (error) {
        if (error instanceof TokenError && error.code === 'token-unavailable') breaker.report(false);
        throw error;
      }
    },
    discard: (token) => tokens.discard(token),
    ageMs: () => tokens.ageMs(),
  };
}
