import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types } from 'pg';
import type { Clock } from '../clock.ts';
import { ConfigError } from '../errors.ts';
import type { OpenLedger } from './database.ts';
import { databaseClock } from './ledger-clock.ts';
import { migrateToLatest } from './migrations.ts';
import type { LedgerDatabase, LedgerSchema } from './schema.ts';

/** Several replicas share the server's connections (100 unless configured otherwise). */
const connectionsPerProxy = 10;
const connectTimeoutMs = 10_000;

/**
 * Opens the ledger in a PostgreSQL, in the first schema of the connection's search path. Several proxies may; what keeps
 * them from sending the same entry is its lease. Throws a `ConfigError` when the server cannot be reached.
 * `upTo` is the last step that its schema takes; all unless given.
 */
export async function openPostgresLedger(
  databaseUrl: string,
  machine: Clock,
  upTo?: string,
): Promise<OpenLedger> {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: connectionsPerProxy,
    connectionTimeoutMillis: connectTimeoutMs,
    types: { getTypeParser: readerOf },
  });
  // An idle connection that the server ends is replaced by the next query, which fails by itself if none can be made.
  pool.on('error', () => undefined);
  const database = new Kysely<LedgerSchema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrateToLatest(database, await currentSchema(database), upTo);
    const clock = await databaseClock(() => askTime(database), machine);
    return { database, clock, shared: true, close: () => database.destroy() };
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** PostgreSQL's `bigint`: amounts, which pg gives as text because others' may be too large; the ledger's are safe. */
const bigintType: number = types.builtins.INT8;
const readerOf: typeof types.getTypeParser = (type: number, format?: unknown) =>
  type === bigintType ? Number : (types.getTypeParser(type, format as 'text') as (text: string) => unknown);

async function askTime(database: LedgerDatabase): Promise<number> {
  const query = sql<{ ms: string }>`select trunc(extract(epoch from clock_timestamp()) * 1000)::text as ms`;
  const { rows } = await query.execute(database);
  return Number(rows[0]?.ms);
}

async function currentSchema(database: Kysely<LedgerSchema>): Promise<string> {
  const name = await sql<{ name: string | null }>`select current_schema() as name`
    .execute(database)
    .then(({ rows }) => rows[0]?.name ?? null)
    .catch((error: unknown) => {
      // The server's own words may repeat the user name and the host, so only its code is told.
      const code =
        typeof error === 'object' && error !== null && 'code' in error ? ` (${String(error.code)})` : '';
      throw new ConfigError([`DATABASE_URL names a PostgreSQL that cannot be used${code}.`]);
    });
  if (name === null)
    throw new ConfigError(['DATABASE_URL leads to a search path without a schema that exists.']);
  return name;
}
