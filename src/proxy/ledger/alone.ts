import { sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { ApprovalTerms, LedgerEntry } from './entry.ts';
import type { LedgerDatabase } from './schema.ts';

/** What Nova has, or may yet get. */
const standing = ['reserved', 'sending', 'accepted', 'unknown'] as const;

/**
 * Whether the ledger has payment instructions for the same entity from another request, which Nova need not show yet. To
 * be called in the transaction that writes an entry down, and before it does: until that ends, nobody else writes one
 * down for this entity, so that of two requests that come at once the second finds the first. On SQLite that holds
 * anyway, because one transaction writes at a time. Outside of a transaction it is a look that nothing is held by.
 */
export async function hasOtherSet(
  database: LedgerDatabase,
  { organization, subject, set_hash: setHash }: Pick<LedgerEntry, 'organization' | 'subject' | 'set_hash'>,
): Promise<boolean> {
  if (subject === null) return false;
  if (database.isTransaction && isPostgres(database)) {
    const name = `distribution-desk subject ${organization} ${subject}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(database);
  }
  const other = await database
    .selectFrom('ledger_entry')
    .select('id')
    .where('organization', '=', organization)
    .where('subject', '=', subject)
    .where('set_hash', '<>', setHash)
    .where('state', 'in', standing)
    .executeTakeFirst();
  return other !== undefined;
}

/** The same entry, before anything has happened to it, as one that waits for a second person. */
export function awaiting(begun: LedgerEntry, terms: ApprovalTerms): LedgerEntry {
  return {
    ...begun,
    state: 'awaiting',
    owner: null,
    approval_ends_at: terms.endsAt,
    approval_from_cents: terms.fromCents,
  };
}
