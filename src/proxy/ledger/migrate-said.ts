import type { Kysely, Migration } from 'kysely';

/** What the reason of a lock says beside its English, so that each pane can say it in the language of its user. */
export const lockSaid: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema.alterTable('mode_lock').addColumn('said', 'text').execute();
  },
};
