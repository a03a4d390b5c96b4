import type { Refusal } from '../staging/explain-rejection.ts';
import type { AuditRecord } from './audit.ts';
import type { LedgerEntry } from './entry.ts';

/** What Nova created, as the ledger keeps it: its id, its mode, and what else is known of it, as JSON. */
export interface Creation {
  id: string;
  livemode: boolean;
  result: object;
}

/** What makes an entry accepted. */
export function acceptance({ id, livemode, result }: Creation, at: string) {
  return {
    state: 'accepted' as const,
    accepted_at: at,
    nova_id: id,
    livemode: livemode ? 1 : 0,
    result: JSON.stringify(result),
    error_code: null,
    error_message: null,
    next_ask_at: null,
  };
}

/** What a definite no leaves in an entry. */
export function refused(refusal: Refusal) {
  return {
    result: JSON.stringify(refusal),
    error_code: refusal.code,
    error_message: refusal.message,
    next_ask_at: null,
  };
}

/** Whose doing a change of the entry is, unless somebody else decided on it. */
export function auditOf(entry: LedgerEntry, at: string): Pick<AuditRecord, 'at' | 'by' | 'entryId'> {
  const by = { userName: entry.user_name, workbook: entry.workbook, sheet: entry.sheet };
  return { at, by, entryId: entry.id };
}
