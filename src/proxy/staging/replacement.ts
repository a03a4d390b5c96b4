import type { StageRequest } from '../../contract/index.ts';
import { told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import type { Takeover } from '../ledger/replaced-payments.ts';
import { stagedOf } from './outcome.ts';

/**
 * What a submission pays in place of: the payments that it names of cancelled distributions, or all of theirs; and for a
 * repeat of a cancelled distribution all of its payments.
 *
 * Throws a `ProxyError` (`not-cancelled`) for a distribution that was not cancelled when Nova was last asked, whatever
 * the sheet says: its payments may still go out, and the same rows would pay a second time.
 */
export async function findTakeovers(
  { replaces, repeat }: StageRequest,
  entries: Pick<LedgerEntries, 'find' | 'findByNovaIds'>,
): Promise<Takeover[]> {
  const takeovers: Takeover[] = [];
  if (replaces !== null && replaces !== undefined) {
    const ids = [...new Set(replaces.distributionIds)];
    const found = await entries.findByNovaIds(ids);
    for (const distributionId of ids) {
      const entry = found.find((candidate) => candidate.nova_id === distributionId);
      if (entry === undefined || !isCancelled(entry)) throw notCancelled(distributionId);
      takeovers.push({ entryId: entry.id, distributionId, paymentIds: null, reason: replaces.reason });
    }
    return replaces.paymentIds === undefined ? takeovers : shared(takeovers, replaces.paymentIds, found);
  }
  const repeated = repeat === null || repeat === undefined ? null : await entries.find(repeat.ofEntryId);
  if (repeated === null || repeated.nova_id === null || !isCancelled(repeated)) return [];
  const reason = repeat?.reason ?? '';
  return [{ entryId: repeated.id, distributionId: repeated.nova_id, paymentIds: null, reason }];
}

/** Each distribution with those of the payments that are its own; with all of them where that cannot be told. */
function shared(
  takeovers: readonly Takeover[],
  paymentIds: readonly string[],
  entries: readonly LedgerEntry[],
): Takeover[] {
  const wanted = new Set(paymentIds);
  const known = takeovers.map(({ entryId }) => {
    const entry = entries.find(({ id }) => id === entryId);
    const own = entry === undefined ? [] : stagedOf(entry).payments.map(({ id }) => id);
    return own.filter((id) => wanted.has(id));
  });
  const isWhole = known.every((own) => own.length > 0) && known.flat().length === wanted.size;
  return takeovers.map((takeover, index) => ({
    ...takeover,
    paymentIds: isWhole ? (known[index] ?? null) : null,
  }));
}

function isCancelled(entry: LedgerEntry): boolean {
  return (
    entry.kind === 'distribution' && entry.state === 'accepted' && stagedOf(entry).status === 'cancelled'
  );
}

function notCancelled(id: string): ProxyError {
  return new ProxyError(409, 'not-cancelled', told('notCancelled', { id }));
}
