import { randomUUID } from 'node:crypto';
import type { LedgerDatabase } from './schema.ts';

export interface AuditRecord {
  at: string;
  by: { userName: string; workbook?: string; sheet?: string };
  action:
    | 'sign-in'
    | 'sign-out'
    | 'reserve'
    | 'send'
    | 'stage'
    | 'mode-mismatch'
    | 'replace'
    | 'link'
    | 'declare-never-created';
  entryId?: string;
  /** A few words; never a secret, a token or an account number. */
  result: string;
}

/** Adds one line to the audit log, in the transaction of what it tells of. */
export async function writeAudit(database: LedgerDatabase, record: AuditRecord): Promise<void> {
  await database
    .insertInto('audit_log')
    .values({
      id: randomUUID(),
      at: record.at,
      user_name: record.by.userName,
      workbook: record.by.workbook ?? null,
      sheet: record.by.sheet ?? null,
      action: record.action,
      entry_id: record.entryId ?? null,
      result: record.result,
    })
    .execute();
}
