import type { Kysely, Migration } from 'kysely';

/**
 * Whom an organization has staged payments to, so that nobody reads ten thousand bodies to find out. Both tables follow
 * from the entries, and are filled from them when they are asked for (`staged-payees.ts`): what an older version accepts
 * while a newer one runs beside it is not missed.
 */
export const stagedPayees: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('staged_payee')
      .addColumn('organization', 'text', (column) => column.notNull())
      .addColumn('entity', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('staged_payee_once', ['organization', 'entity'])
      .execute();
    // The accepted entries whose payees are in the table.
    await database.schema
      .createTable('entry_with_payees')
      .addColumn('entry_id', 'text', (column) => column.primaryKey().references('ledger_entry.id'))
      .execute();
  },
};
