import type { NovaDistribution } from '../../contract/index.ts';
import type { Refusal } from '../staging/explain-rejection.ts';
import type { StagedDistribution } from '../staging/staged-distribution.ts';
import type { AuditRecord } from './audit.ts';
import type { LedgerEntry } from './entry.ts';

/** What makes an entry accepted. */
export function acceptance(distribution: NovaDistribution, staged: StagedDistribution, at: string) {
  return {
    state: 'accepted' as const,
    accepted_at: at,
    distribution_id: distribution.id,
    livemode: distribution.livemode ? 1 : 0,
    result: JSON.stringify(staged),
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
