import type { HistoryOutcome } from '../../contract/index.ts';
import { writeAudit } from './audit.ts';
import type { AuditRecord } from './audit.ts';
import type { EntryChange, LedgerEntry } from './entry.ts';
import type { EntryState, LedgerDatabase } from './schema.ts';

/** Who decides what. `from` is the state that is decided on: unknown unless it says otherwise. */
export interface Decision {
  at: string;
  userName: string;
  action: AuditRecord['action'];
  outcome: HistoryOutcome;
  result: string;
  from?: EntryState;
}

/** Records what a person says of an unknown entry, or of one that waits. Null when it is no longer in the state `from`. */
export function decideOn(
  database: LedgerDatabase,
  entry: LedgerEntry,
  change: EntryChange,
  decision: Decision,
): Promise<LedgerEntry | null> {
  const { at, userName, action, outcome, result, from = 'unknown' } = decision;
  return database.transaction().execute(async (transaction) => {
    const decided = await transaction
      .updateTable('ledger_entry')
      .set({ ...change, updated_at: at, next_ask_at: null })
      .where('id', '=', entry.id)
      .where('state', '=', from)
      .returningAll()
      .executeTakeFirst();
    if (decided === undefined) return null;
    await writeAudit(transaction, { at, by: { userName }, action, entryId: entry.id, outcome, result });
    return decided;
  });
}
