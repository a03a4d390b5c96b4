import { PostgresAdapter } from 'kysely';
import type { Kysely } from 'kysely';

/** For the few things that the two databases do not say in the same words. */
export function isPostgres<T>(database: Kysely<T>): boolean {
  return database.getExecutor().adapter instanceof PostgresAdapter;
}
