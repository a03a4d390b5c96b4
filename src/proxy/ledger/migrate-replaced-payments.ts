import type { Kysely, Migration } from 'kysely';

/** Which payments of cancelled distributions an entry takes over, so that no two entries pay in place of the same one. */
export const replacedPayments: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable('replaced_payment')
      .addColumn('organization', 'text', (column) => column.notNull())
      // Nova's id of the cancelled distribution.
      .addColumn('distribution_id', 'text', (column) => column.notNull())
      // One of its payments; null: all of them, where nobody said which.
      .addColumn('payment_id', 'text')
      // The entry that takes it over, for as long as that is neither rejected nor returned.
      .addColumn('entry_id', 'text', (column) => column.notNull().references('ledger_entry.id'))
      .execute();
    await database.schema
      .createIndex('replaced_payment_distribution')
      .on('replaced_payment')
      .columns(['organization', 'distribution_id'])
      .execute();
  },
};
