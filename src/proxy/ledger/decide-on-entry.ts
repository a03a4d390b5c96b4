import { writeAudit } from './audit.ts';
import type { AuditRecord } from './audit.ts';
import type { EntryChange, LedgerEntry } from './entry.ts';
import type { LedgerDatabase } from './schema.ts';

/** Records what a person says of an unknown entry. Null when it is no longer unknown. */
export function decideOn(
  database: LedgerDatabase,
  entry: LedgerEntry,
  change: EntryChange,
  decision: { at: string; userName: string; action: AuditRecord['action']; result: string },
): Promise<LedgerEntry | null> {
  const { at, userName, action, result } = decision;
  return database.transaction().execute(async (transaction) => {
    const decided = await transaction
      .updateTable('ledger_entry')
      .set({ ...change, updated_at: at, next_ask_at: null })
      .where('id', '=', entry.id)
      .where('state', '=', 'unknown')
      .returningAll()
      .executeTakeFirst();
    if (decided === undefined) return null;
    await writeAudit(transaction, { at, by: { userName }, action, entryId: entry.id, result });
    return decided;
  });
}
