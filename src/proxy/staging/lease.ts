import type { Clock } from '../clock.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import type { LedgerEntry } from '../ledger/entry.ts';

/** The signs of life for one entry while its call to Nova runs. */
export interface KeptLease {
  /** Aborts when the entry belongs to another proxy. */
  lost: AbortSignal;
  /** Whether the entry is still this proxy's to send; makes sure that it stays so for a good while. */
  holds(): Promise<boolean>;
  end(): void;
}

/**
 * Renews the lease of a claimed entry three times in its length until `end`. A ledger that cannot be reached for a while
 * does no harm: the next sign comes in time, or the lease ends, nothing further is sent, and another proxy asks with the
 * same key.
 */
export function keepLease(
  entry: LedgerEntry,
  parts: { entries: LedgerEntries; clock: Clock; leaseMs: number },
): KeptLease {
  const { entries, clock, leaseMs } = parts;
  const lost = new AbortController();
  let untilMs = Date.parse(entry.lease_until ?? entry.updated_at);

  async function renew(): Promise<void> {
    const until = await entries.renew(entry.id, leaseMs).catch(() => undefined);
    if (until === null) lost.abort();
    else if (until !== undefined) untilMs = Date.parse(until);
  }

  const timer = setInterval(() => void renew(), leaseMs / 3);
  timer.unref();
  return {
    lost: lost.signal,
    async holds() {
      if (untilMs - clock.now() < leaseMs / 2) await renew();
      return !lost.signal.aborted && clock.now() < untilMs;
    },
    end: () => clearInterval(timer),
  };
}
