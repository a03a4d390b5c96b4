import type { StageRequest } from '../../contract/index.ts';
import { toInstant } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { ProxyError } from '../errors.ts';
import { writeAudit } from '../ledger/audit.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import type { LedgerDatabase } from '../ledger/schema.ts';
import { stagedOf } from './outcome.ts';

export interface ReplacementParts {
  entries: LedgerEntries;
  database: LedgerDatabase;
  clock: Clock;
}

/**
 * Lets a submission through that takes over the rows of cancelled distributions, and records who decided it and why.
 * Throws a `ProxyError` (`not-cancelled`) for a distribution that was not cancelled when Nova was last asked, whatever
 * the sheet says: its payments may still go out, and the same rows would pay a second time.
 */
export async function recordReplacement(
  { replaces, source }: StageRequest,
  userName: string,
  { entries, database, clock }: ReplacementParts,
): Promise<void> {
  if (replaces === null || replaces === undefined) return;
  const found = await entries.findByNovaIds(replaces.distributionIds);
  for (const id of replaces.distributionIds) {
    const entry = found.find((candidate) => candidate.nova_id === id);
    if (entry?.state === 'accepted' && stagedOf(entry).status === 'cancelled') continue;
    const message = `${id} is not known to be cancelled, so nothing was sent in its place. Refresh the statuses, and check the rows again.`;
    throw new ProxyError(409, 'not-cancelled', message);
  }
  for (const entry of found) {
    await writeAudit(database, {
      at: toInstant(clock.now()),
      by: { userName, ...source },
      action: 'replace',
      entryId: entry.id,
      result: `its rows are staged anew in place of the cancelled distribution: ${replaces.reason}`,
    });
  }
}
