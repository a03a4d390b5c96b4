import type { Kysely, Migration } from 'kysely';
import type { LedgerEntryTable } from './schema.ts';

interface Tables {
  ledger_entry: LedgerEntryTable;
}

/**
 * What an entry needs that is no distribution. The column of Nova's id gets a name that holds for all kinds; a program
 * from before this step then fails on the ledger at once, which is what it should do: it would take the body of another
 * kind for a distribution, and send it as one.
 */
export const registrations: Migration = {
  async up(given: Kysely<unknown>) {
    const database = given as Kysely<Tables>;
    await database.schema
      .alterTable('ledger_entry')
      .addColumn('kind', 'text', (column) => column.notNull().defaultTo('distribution'))
      .execute();
    await given.schema.alterTable('ledger_entry').renameColumn('distribution_id', 'nova_id').execute();
    const columns = [
      // The entity that payment instructions are for, and a hash over all contents of the request that they came in.
      'subject',
      'set_hash',
      // The external reference, of which Nova takes each once.
      'reference',
      // JSON. What Nova showed of the entity when a second person's approval turned out to be needed.
      'seen',
    ] as const;
    for (const name of columns) {
      await database.schema.alterTable('ledger_entry').addColumn(name, 'text').execute();
    }
    // Distributions have neither, and cost nothing here.
    await database.schema
      .createIndex('ledger_entry_subject')
      .on('ledger_entry')
      .columns(['organization', 'subject'])
      .where('subject', 'is not', null)
      .execute();
    await database.schema
      .createIndex('ledger_entry_reference')
      .on('ledger_entry')
      .columns(['organization', 'reference'])
      .where('reference', 'is not', null)
      .execute();
  },
};
