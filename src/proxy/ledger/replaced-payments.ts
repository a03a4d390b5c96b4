import { sql } from 'kysely';
import { told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';
import { writeAudit } from './audit.ts';
import { isPostgres } from './dialect.ts';
import { auditOf } from './entry-changes.ts';
import type { LedgerEntry } from './entry.ts';
import type { LedgerDatabase } from './schema.ts';

/** What a submission pays in place of: payments of one distribution that was cancelled. */
export interface Takeover {
  /** The entry of the cancelled distribution, and Nova's id of it. */
  entryId: string;
  distributionId: string;
  /** Null for all of them. */
  paymentIds: readonly string[] | null;
  reason: string;
}

/** What never pays: another entry may take its payments over. */
const over = ['rejected', 'returned'] as const;
const rowsPerInsert = 1_000;

/**
 * Records which payments an entry takes over. To be called in the transaction that writes the entry down, after
 * `holdReplaced` in the same one. Does nothing for an entry that has taken them over before.
 */
export async function recordTakeovers(
  transaction: LedgerDatabase,
  entry: LedgerEntry,
  takeovers: readonly Takeover[],
  at: string,
): Promise<void> {
  for (const { entryId, distributionId, paymentIds, reason } of takeovers) {
    const before = await transaction
      .selectFrom('replaced_payment')
      .select('entry_id')
      .where('organization', '=', entry.organization)
      .where('distribution_id', '=', distributionId)
      .where('entry_id', '=', entry.id)
      .executeTakeFirst();
    if (before !== undefined) continue;
    const rows = (paymentIds ?? [null]).map((paymentId) => ({
      organization: entry.organization,
      distribution_id: distributionId,
      payment_id: paymentId,
      entry_id: entry.id,
    }));
    for (let start = 0; start < rows.length; start += rowsPerInsert) {
      const some = rows.slice(start, start + rowsPerInsert);
      await transaction.insertInto('replaced_payment').values(some).execute();
    }
    await writeAudit(transaction, {
      ...auditOf(entry, at),
      action: 'replace',
      entryId,
      result: `its rows are staged anew in place of the cancelled distribution, as entry ${entry.id}: ${reason}`,
    });
  }
}

/**
 * Throws a `ProxyError` (`already-replaced`) when an entry of other content, which is neither rejected nor returned, has
 * taken over one of these payments. To be called first in the transaction that writes an entry down: until that ends
 * nobody else takes over payments of the same distributions, so that of two that come at once the second finds the
 * first. On SQLite that holds anyway, because one transaction writes at a time.
 */
export async function holdReplaced(
  transaction: LedgerDatabase,
  entry: Pick<LedgerEntry, 'organization' | 'content_hash'>,
  takeovers: readonly Takeover[],
): Promise<void> {
  // In one order, so that no two wait for each other.
  const ordered = takeovers.toSorted((a, b) => (a.distributionId < b.distributionId ? -1 : 1));
  if (isPostgres(transaction)) {
    for (const { distributionId } of ordered) {
      const name = `distribution-desk replaced ${entry.organization} ${distributionId}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
    }
  }
  for (const takeover of ordered) {
    const holder = await holderOf(transaction, entry, takeover);
    if (holder !== null) throw alreadyReplaced(takeover.distributionId, holder);
  }
}

async function holderOf(
  transaction: LedgerDatabase,
  entry: Pick<LedgerEntry, 'organization' | 'content_hash'>,
  { distributionId, paymentIds }: Takeover,
): Promise<LedgerEntry | null> {
  const taken = await transaction
    .selectFrom('replaced_payment')
    .innerJoin('ledger_entry', 'ledger_entry.id', 'replaced_payment.entry_id')
    .select(['payment_id', 'entry_id'])
    .where('replaced_payment.organization', '=', entry.organization)
    .where('distribution_id', '=', distributionId)
    .where('state', 'not in', over)
    .where('content_hash', '<>', entry.content_hash)
    .execute();
  const wanted = paymentIds === null ? null : new Set(paymentIds);
  const hit = taken.find(({ payment_id: id }) => id === null || wanted === null || wanted.has(id));
  if (hit === undefined) return null;
  const query = transaction.selectFrom('ledger_entry').selectAll().where('id', '=', hit.entry_id);
  return query.executeTakeFirstOrThrow();
}

function alreadyReplaced(distributionId: string, holder: LedgerEntry): ProxyError {
  const { name, nova_id: id, state, workbook, sheet, user_name: userName } = holder;
  return new ProxyError(
    409,
    'already-replaced',
    told('alreadyReplaced', {
      cancelledId: distributionId,
      name: name ?? '',
      ...{ id, userName, workbook, sheet },
      standing:
        state === 'accepted' ? 'staged' : state === 'awaiting' || state === 'reserved' ? state : 'unknown',
      at: holder.accepted_at ?? holder.reserved_at,
    }),
  );
}
