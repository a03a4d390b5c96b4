import { csvCell } from './csv.ts';
import { everyEntry } from './check-ledger.ts';
import type { LedgerEntry } from './entry.ts';
import type { LedgerDatabase } from './schema.ts';

/**
 * What an export holds of an entry, in this order. The body (payees and amounts) is left out of a table, whose cells it
 * does not fit; sessions, the one thing here that comes near a secret, are in no export.
 */
const columns = [
  'id',
  'organization',
  'content_hash',
  'generation',
  'kind',
  'state',
  'nova_id',
  'livemode',
  'reserved_at',
  'first_sent_at',
  'accepted_at',
  'updated_at',
  'tries',
  'user_name',
  'workbook',
  'sheet',
  'error_code',
  'error_message',
  'repeat_of',
  'repeat_reason',
  'resolved_by',
  'resolved_reason',
  'idempotency_key',
] as const satisfies (keyof LedgerEntry)[];

/** The ledger's entries as text, a line at a time, each with its line break. */
export async function* exportLines(
  database: LedgerDatabase,
  format: 'csv' | 'jsonl',
): AsyncGenerator<string> {
  if (format === 'csv') yield `${columns.join(',')}\r\n`;
  for await (const entry of everyEntry(database)) {
    if (format === 'csv') {
      yield `${columns.map((column) => csvCell(entry[column])).join(',')}\r\n`;
    } else {
      const members = columns.map((column) => [column, entry[column]] as const);
      yield `${JSON.stringify({ ...Object.fromEntries(members), body: JSON.parse(entry.body) as unknown })}\n`;
    }
  }
}
