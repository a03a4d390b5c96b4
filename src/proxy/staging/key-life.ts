/** "Keys are kept for 24 hours" (Create distributions, "Idempotency-Key", Retention). */
const keptMs = 24 * 60 * 60 * 1000;
/** For clocks that differ, and for a try that is on its way when the key ends. */
const marginMs = 15 * 60 * 1000;

/** How long after the first sending the key may still be used, in milliseconds. */
export const keyLifeMs = keptMs - marginMs;

/** The end of a key whose first sending was at this instant (RFC 3339), in milliseconds since 1970. */
export function keyEndMs(firstSentAt: string): number {
  return Date.parse(firstSentAt) + keyLifeMs;
}
