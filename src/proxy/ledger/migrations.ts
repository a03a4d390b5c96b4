import { Migrator, sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import { ConfigError } from '../errors.ts';
import { approvalAndLimits } from './migrate-approval.ts';
import { auditChain } from './migrate-audit-chain.ts';
import { registrations } from './migrate-registrations.ts';
import { replacedPayments } from './migrate-replaced-payments.ts';
import { lockSaid } from './migrate-said.ts';
import { stagedPayees } from './migrate-staged-payees.ts';

/**
 * Every step from an empty database to the present one, in order. A step that has been released is never edited: the
 * next one mends it. Only types that SQLite and PostgreSQL share are used: text, integer; instants are RFC 3339 text in
 * UTC with milliseconds, whose order as text is their order in time.
 */
const migrations: Record<string, Migration> = {
  '0001-ledger-audit-session': {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable('ledger_entry')
        .addColumn('id', 'text', (column) => column.primaryKey())
        // The configured `org_…`, or an empty text where the credentials imply the organization.
        .addColumn('organization', 'text', (column) => column.notNull())
        // SHA-256 of the canonical body, in hexadecimal: what makes two submissions the same.
        .addColumn('content_hash', 'text', (column) => column.notNull())
        // 1 for the first attempt at this content; the next number each time a rejected one is tried again.
        .addColumn('generation', 'integer', (column) => column.notNull())
        // The very bytes that go to Nova, so that a repeat sends the same ones, whatever a later version would build.
        .addColumn('body', 'text', (column) => column.notNull())
        .addColumn('idempotency_key', 'text', (column) => column.notNull().unique())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('reserved_at', 'text', (column) => column.notNull())
        .addColumn('updated_at', 'text', (column) => column.notNull())
        // Set just before the first try that may reach Nova: the key's 24 hours count from here.
        .addColumn('first_sent_at', 'text')
        .addColumn('accepted_at', 'text')
        // How many times it was tried to send this entry, over all its calls.
        .addColumn('tries', 'integer', (column) => column.notNull())
        .addColumn('distribution_id', 'text')
        // What Nova's answer said: 1 live, 0 sandbox.
        .addColumn('livemode', 'integer')
        // JSON. Accepted: status, link and payments. Rejected: Nova's status, code, words, member and request id.
        .addColumn('result', 'text')
        // Why the entry is unknown, or was not sent.
        .addColumn('error_code', 'text')
        .addColumn('error_message', 'text')
        // Who asked for it first, and from where.
        .addColumn('user_name', 'text', (column) => column.notNull())
        .addColumn('workbook', 'text', (column) => column.notNull())
        .addColumn('sheet', 'text', (column) => column.notNull())
        .addUniqueConstraint('ledger_entry_content', ['organization', 'content_hash', 'generation'])
        .execute();
      // A start looks for what was being sent; a refresh looks an entry up by Nova's id.
      await database.schema.createIndex('ledger_entry_state').on('ledger_entry').column('state').execute();
      await database.schema
        .createIndex('ledger_entry_distribution')
        .on('ledger_entry')
        .column('distribution_id')
        .execute();

      // Who did what, when and from where, with what result. Rows are only ever added.
      await database.schema
        .createTable('audit_log')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('user_name', 'text', (column) => column.notNull())
        .addColumn('workbook', 'text')
        .addColumn('sheet', 'text')
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('entry_id', 'text', (column) => column.references('ledger_entry.id'))
        .addColumn('result', 'text', (column) => column.notNull())
        .execute();
      await database.schema.createIndex('audit_log_at').on('audit_log').column('at').execute();

      // Signed-in users. Only the SHA-256 of a token is kept: who reads the database cannot sign in with it.
      await database.schema
        .createTable('session')
        .addColumn('token_hash', 'text', (column) => column.primaryKey())
        .addColumn('user_name', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .execute();
    },
  },
  '0002-lease-repeat-resolution': {
    async up(database: Kysely<unknown>) {
      const columns: [string, 'text' | 'integer'][] = [
        // Which running proxy sends the entry, and until when it is taken to be alive without a further sign of life.
        ['owner', 'text'],
        ['lease_until', 'text'],
        // When an unknown entry is asked for again by itself; null where only a person may decide.
        ['next_ask_at', 'text'],
        // A deliberate repeat: the accepted entry of the same content that it repeats, and the reason.
        ['repeat_of', 'text'],
        ['repeat_reason', 'text'],
        // The person who linked an unknown entry to a distribution, or declared that it was never created, and why.
        ['resolved_by', 'text'],
        ['resolved_reason', 'text'],
      ];
      // One by one, because SQLite adds one column per statement.
      for (const [name, type] of columns) {
        await database.schema.alterTable('ledger_entry').addColumn(name, type).execute();
      }
      // How often an unknown entry was asked for, from which the next pause follows.
      await database.schema
        .alterTable('ledger_entry')
        .addColumn('ask_count', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
      await sql`update ledger_entry set next_ask_at = updated_at
        where state = 'unknown' and error_code <> 'idempotency-mismatch'`.execute(database);
      // One distribution of Nova's stands for one entry only, also when two people link it at once.
      await database.schema.dropIndex('ledger_entry_distribution').execute();
      await database.schema
        .createIndex('ledger_entry_distribution_once')
        .unique()
        .on('ledger_entry')
        .columns(['organization', 'distribution_id'])
        .execute();
    },
  },
  '0003-users': {
    async up(database: Kysely<unknown>) {
      // Who may sign in. Never deleted, so that a name in the ledger always means the same person.
      await database.schema
        .createTable('users')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        // The name without differences that a reader does not see, so that no two people look alike.
        .addColumn('name_key', 'text', (column) => column.notNull().unique())
        // Separated by spaces; empty where Entra ID says the roles.
        .addColumn('roles', 'text', (column) => column.notNull())
        // 1: may also work on live; 0: in live mode may only look.
        .addColumn('live', 'integer', (column) => column.notNull())
        // Entra's tenant and object id, which stay when a name changes; null for users with codes.
        .addColumn('subject', 'text', (column) => column.unique())
        // Entra's tokens from before this instant are worth nothing any more.
        .addColumn('tokens_from', 'text')
        .addColumn('disabled_at', 'text')
        .addColumn('created_at', 'text', (column) => column.notNull())
        .execute();

      // A token belongs to a user now, and ends after a while without a request. Who was signed in signs in again.
      await database.schema.dropTable('session').execute();
      await database.schema
        .createTable('session')
        .addColumn('token_hash', 'text', (column) => column.primaryKey())
        .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('last_used_at', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .execute();

      // One-time codes: the first part finds the code, the rest is the secret and is here as a slow hash only.
      await database.schema
        .createTable('sign_in_code')
        .addColumn('selector', 'text', (column) => column.primaryKey())
        .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
        .addColumn('salt', 'text', (column) => column.notNull())
        .addColumn('secret_hash', 'text', (column) => column.notNull())
        .addColumn('wrong_tries', 'integer', (column) => column.notNull())
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .execute();
    },
  },
  '0004-audit-chain': auditChain,
  '0005-approval-limits-mode-lock': approvalAndLimits,
  '0006-names': {
    async up(database: Kysely<unknown>) {
      // A copy with a changed row is found by the name of its distribution.
      await database.schema
        .createIndex('ledger_entry_name')
        .on('ledger_entry')
        .columns(['organization', 'name'])
        .execute();
    },
  },
  '0007-registrations': registrations,
  '0008-replaced-payments': replacedPayments,
  '0009-staged-payees': stagedPayees,
  '0010-lock-said': lockSaid,
};

/** In the order in which they are taken. */
export const migrationNames: readonly string[] = Object.keys(migrations).sort();

/**
 * Brings the database to the present schema; throws when a step fails, because no older schema would be safe to use.
 * Programs that start at once on one PostgreSQL wait for each other (Kysely takes an advisory lock), so each step runs
 * once. `schemaName` is where the tables belong; Kysely would otherwise take another schema's record of its steps for
 * this one's. `upTo` names the last step to take, for a test of a later one. Throws a `ConfigError` when a newer version
 * has used the ledger already.
 */
export async function migrateToLatest<T>(
  database: Kysely<T>,
  schemaName?: string,
  upTo?: string,
): Promise<void> {
  const migrator = new Migrator({
    db: database,
    ...(schemaName === undefined ? {} : { migrationTableSchema: schemaName }),
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  // Kysely's own sentence for a step that is done and that it does not know.
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new ConfigError([
      'The ledger was used by a newer version of Distribution Desk, or its list of steps is damaged: start that version again, or restore the backup from before it.',
    ]);
  }
  if (error !== undefined)
    throw new Error('The ledger could not be brought to its present schema', { cause: error });
}
