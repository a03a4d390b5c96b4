import { CompiledQuery } from 'kysely';
import type { HistoryOutcome } from '../../contract/index.ts';
import { contentText, nextLink } from './audit-chain.ts';
import type { AuditContent, ChainLink } from './audit-chain.ts';
import { isPostgres } from './dialect.ts';
import type { LedgerDatabase } from './schema.ts';
import { timeOrderedId } from './time-ordered-id.ts';

export interface AuditRecord {
  at: string;
  by: { userName: string; workbook?: string; sheet?: string };
  action:
    | 'sign-in'
    | 'sign-out'
    | 'code-issued'
    | 'user-added'
    | 'user-disabled'
    | 'user-enabled'
    | 'tokens-revoked'
    | 'reserve'
    | 'send'
    | 'stage'
    | 'refuse'
    | 'approve'
    | 'return'
    | 'expire'
    | 'mode-mismatch'
    | 'release'
    | 'replace'
    | 'link'
    | 'declare-never-created';
  entryId?: string;
  /** The word under which it is found, for what is about a submission. */
  outcome?: HistoryOutcome;
  /** A few words; never a secret, a token or an account number. */
  result: string;
  /** Nova's ids of the requests that it tells of. */
  requestIds?: readonly string[];
}

/**
 * Adds one line to the end of the audit log's chain, in the transaction of what it tells of. Call it last in that
 * transaction: from here to its end everybody else who has something to tell waits, so that the chain has no fork.
 */
export async function writeAudit(database: LedgerDatabase, record: AuditRecord): Promise<void> {
  const line: AuditContent = {
    id: timeOrderedId(),
    at: record.at,
    user_name: storable(record.by.userName),
    workbook: storable(record.by.workbook ?? null),
    sheet: storable(record.by.sheet ?? null),
    action: record.action,
    entry_id: record.entryId ?? null,
    outcome: record.outcome ?? null,
    result: storable(record.result),
    request_ids: storable(requestIdsText(record.requestIds ?? [])),
  };
  if (isPostgres(database)) await append(database, line);
  else if (database.isTransaction) await appendAlone(database, line);
  else await database.transaction().execute((transaction) => appendAlone(transaction, line));
}

/**
 * What a database gives back as it was put in, which the hash depends on: half a surrogate pair has no UTF-8, and
 * PostgreSQL keeps no NUL.
 */
function storable<T extends string | null>(text: T): T {
  return (text?.toWellFormed().replaceAll('\0', '\uFFFD') ?? null) as T;
}

function requestIdsText(ids: readonly string[]): string | null {
  return ids.length === 0 ? null : JSON.stringify(ids);
}

const columns = 'id, at, user_name, workbook, sheet, action, entry_id, outcome, result, request_ids';
const valuesOf = (line: AuditContent) => {
  const { id, at, user_name, workbook, sheet, action, entry_id, outcome, result, request_ids } = line;
  return [id, at, user_name, workbook, sheet, action, entry_id, outcome, result, request_ids];
};

/**
 * One statement, so that the end of the chain is held no longer than it takes to commit: PostgreSQL's lock on its row
 * lets one transaction after the other append, and the database itself computes the hash over the one before.
 *
 * The entry is locked before the end of the chain, as the foreign key needs it locked in any case: whoever records an
 * acceptance holds the entry first and the end of the chain second, and in the other order each would wait for the
 * other until PostgreSQL breaks one of them off. The condition is true whatever it counts; it is there to be answered
 * before a row of `audit_head` is looked for.
 */
const appendText = `
  with entry as materialized (select id from ledger_entry where id = $7 for key share),
  link as (
    update audit_head set sequence = sequence + 1, hash = encode(sha256(convert_to(
      '["' || hash || '",' || (sequence + 1) || ',' || $11::text || ']', 'UTF8')), 'hex')
    where (select count(*) from entry) >= 0
    returning sequence, hash)
  insert into audit_log (${columns}, sequence, hash)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, sequence, hash from link`;

async function append(database: LedgerDatabase, line: AuditContent): Promise<void> {
  await database.executeQuery(CompiledQuery.raw(appendText, [...valuesOf(line), contentText(line)]));
}

/**
 * Locks an entry as `writeAudit` will, for a transaction that tells of it and takes something else before: the entry
 * comes first. Nothing on SQLite, where one transaction writes at a time.
 */
export async function lockEntry(transaction: LedgerDatabase, entryId: string): Promise<void> {
  if (!isPostgres(transaction)) return;
  await transaction.selectFrom('ledger_entry').select('id').where('id', '=', entryId).forKeyShare().execute();
}

const readHeadText = 'select sequence, hash from audit_head';
const insertText = `insert into audit_log (${columns}, sequence, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const writeHeadText = 'update audit_head set sequence = ?, hash = ?';

/** For SQLite, which lets one transaction write at a time. Prepared texts, because every submission passes here twice. */
async function appendAlone(database: LedgerDatabase, line: AuditContent): Promise<void> {
  const head = (await database.executeQuery<ChainLink>(CompiledQuery.raw(readHeadText))).rows[0];
  if (head === undefined) throw new Error('the audit log has no end to follow');
  const { sequence, hash } = nextLink(head, contentText(line));
  await database.executeQuery(CompiledQuery.raw(insertText, [...valuesOf(line), sequence, hash]));
  await database.executeQuery(CompiledQuery.raw(writeHeadText, [sequence, hash]));
}
