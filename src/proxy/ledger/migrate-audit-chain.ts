import { sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import { chainBeginning, contentText, nextLink } from './audit-chain.ts';
import type { ChainLink } from './audit-chain.ts';
import { isPostgres } from './dialect.ts';
import type { AuditTable } from './schema.ts';

interface Tables {
  audit_log: AuditTable;
  audit_head: { id: number; sequence: number; hash: string };
}

const linesAtOnce = 500;

/** Chains the audit log: what stands in it by now is vouched for from here on, in the order of its instants. */
export const auditChain: Migration = {
  async up(given: Kysely<unknown>) {
    const database = given as Kysely<Tables>;
    // One word under which a line about a submission is found.
    await database.schema.alterTable('audit_log').addColumn('outcome', 'text').execute();
    // Nova's ids of the requests, as a JSON array of texts.
    await database.schema.alterTable('audit_log').addColumn('request_ids', 'text').execute();
    // The line's place in the chain, from 1 without a gap, and its SHA-256 over the one before and what it says.
    await database.schema.alterTable('audit_log').addColumn('sequence', 'integer').execute();
    await database.schema.alterTable('audit_log').addColumn('hash', 'text').execute();
    await database.schema
      .createIndex('audit_log_sequence')
      .unique()
      .on('audit_log')
      .column('sequence')
      .execute();
    // The end of the chain in a place of its own, so that lines that were cut off at the end are missed.
    await database.schema
      .createTable('audit_head')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
    const { sequence, hash } = await chainPresentLines(database);
    await database.insertInto('audit_head').values({ id: 1, sequence, hash }).execute();
    await forbidChanges(database);
  },
};

async function chainPresentLines(database: Kysely<Tables>): Promise<ChainLink> {
  let head: ChainLink = chainBeginning;
  for (;;) {
    const lines = await database
      .selectFrom('audit_log')
      .selectAll()
      .where('sequence', 'is', null)
      .orderBy('at')
      .orderBy('id')
      .limit(linesAtOnce)
      .execute();
    for (const line of lines) {
      head = nextLink(head, contentText(line));
      await database.updateTable('audit_log').set(head).where('id', '=', line.id).execute();
    }
    if (lines.length < linesAtOnce) return head;
  }
}

/** Against a slip, in this program or by hand; who may change the schema can take it away, and the chain then tells. */
async function forbidChanges(database: Kysely<Tables>): Promise<void> {
  if (isPostgres(database)) {
    await sql`create function audit_log_only_grows() returns trigger language plpgsql as
      $$ begin raise exception 'the audit log only grows'; end $$`.execute(database);
    await sql`create trigger audit_log_only_grows before update or delete or truncate on audit_log
      for each statement execute function audit_log_only_grows()`.execute(database);
    return;
  }
  for (const change of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger audit_log_no_${change} before ${change} on audit_log
         begin select raise(abort, 'the audit log only grows'); end`,
      )
      .execute(database);
  }
}
