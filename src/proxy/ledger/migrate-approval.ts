import { sql } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import { factsOfBody } from './content-facts.ts';
import type { LedgerEntryTable } from './schema.ts';

interface Tables {
  ledger_entry: LedgerEntryTable;
}

const entriesAtOnce = 100;

/** What limits, a second person's approval and the mode lock need. */
export const approvalAndLimits: Migration = {
  async up(given: Kysely<unknown>) {
    const database = given as Kysely<Tables>;
    const columns: [string, 'text' | 'integer' | 'bigint'][] = [
      // Of the body, so that a list need not read it. Total and currency are null where there are several currencies.
      ['name', 'text'],
      ['payment_count', 'integer'],
      ['total_cents', 'bigint'],
      ['currency', 'text'],
      // The day (UTC, YYYY-MM-DD) in whose total it counts: the one on which it was let through to be sent.
      ['counted_day', 'text'],
      // Until when a second person may approve it, and from which amount on one has to; null amount: always.
      ['approval_ends_at', 'text'],
      ['approval_from_cents', 'bigint'],
      ['approved_by', 'text'],
      ['approved_at', 'text'],
    ];
    for (const [name, type] of columns) {
      await database.schema.alterTable('ledger_entry').addColumn(name, type).execute();
    }
    await describePresentEntries(database);
    // All that the sum of a day needs, so that it reads no bodies.
    await database.schema
      .createIndex('ledger_entry_day')
      .on('ledger_entry')
      .columns(['organization', 'counted_day', 'currency', 'state', 'total_cents', 'id'])
      .execute();

    // At most one row per organization: while it is there, nothing is sent. The audit log tells of earlier ones.
    await database.schema
      .createTable('mode_lock')
      .addColumn('organization', 'text', (column) => column.primaryKey())
      .addColumn('since', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('distribution_id', 'text')
      .execute();
  },
};

async function describePresentEntries(database: Kysely<Tables>): Promise<void> {
  for (;;) {
    const entries = await database
      .selectFrom('ledger_entry')
      .select(['id', 'body', 'reserved_at'])
      .where('payment_count', 'is', null)
      .limit(entriesAtOnce)
      .execute();
    for (const { id, body, reserved_at: at } of entries) {
      const { name, paymentCount, totalCents, currency } = factsOfBody(body);
      const described = { name, payment_count: paymentCount, total_cents: totalCents, currency };
      await database
        .updateTable('ledger_entry')
        .set({ ...described, counted_day: sql`substr(${at}, 1, 10)` })
        .where('id', '=', id)
        .execute();
    }
    if (entries.length < entriesAtOnce) return;
  }
}
