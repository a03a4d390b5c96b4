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
  'state',
  'distribution_id',
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

/**
 * RFC 4180; where a spreadsheet would take a text for a formula, it gets an apostrophe before it. That is at its
 * beginning, and after a semicolon, a tab or a line break: a spreadsheet that splits at one of these, as many do by
 * their language, does not see that a comma's quotes hold the text together.
 */
function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' ? text.replace(beginningOfFormula, `$1'`) : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The wide forms of the four signs count as well where the system's language is Chinese, Japanese or Korean. */
const beginningOfFormula = /(^|[;\t\r\n])(?=[=+\-@\t\r＝＋－＠])/g;
