import { registeredIdSchema } from '../../contract/index.ts';
import type { RegistrationOutcome } from '../../contract/index.ts';
import type { LedgerEntries } from '../ledger/entries.ts';
import type { LedgerEntry } from '../ledger/entry.ts';
import { acceptedEntry, inOtherMode, isOfOtherMode, withoutAcceptance } from '../staging/outcome.ts';
import type { OutcomeContext } from '../staging/outcome.ts';
import { referenceTaken } from './explain-refusal.ts';

/**
 * Puts a registration's entry as the contract's outcome. Null for an entry that Nova cannot have seen and that needs no
 * approval.
 */
export async function toRegistrationOutcome(
  entry: LedgerEntry,
  context: OutcomeContext,
  entries: LedgerEntries,
): Promise<RegistrationOutcome | null> {
  if (entry.state === 'accepted') {
    const known = { ...acceptedEntry(entry), id: registeredIdSchema.parse(entry.nova_id) };
    return isOfOtherMode(entry, context.mode)
      ? { ...known, ...inOtherMode(entry, context.mode) }
      : { ...known, outcome: 'accepted', existing: context.existing };
  }
  const outcome = withoutAcceptance(entry, context.nowMs);
  if (outcome?.outcome !== 'rejected' || outcome.code !== referenceTaken) return outcome;
  return { ...outcome, holder: await findHolder(entry, entries) };
}

/** Which accepted entry of this ledger bears the reference that Nova refused as taken. */
async function findHolder({ kind, reference }: LedgerEntry, entries: LedgerEntries) {
  const holder = reference === null ? null : await entries.findByReference(kind, reference);
  if (holder === null) return null;
  return {
    id: registeredIdSchema.parse(holder.nova_id),
    name: holder.name ?? '',
    acceptedFor: holder.user_name,
    acceptedAt: holder.accepted_at ?? holder.updated_at,
  };
}
