import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Client } from 'pg';

/** Where a ledger can be opened, as the proxy's environment says it. */
export interface LedgerPlace {
  environment: Record<string, string>;
  /** Stops the clock of the server that holds it, in milliseconds since 1970; an SQLite file has none. */
  stopClock(nowMs: number): Promise<void>;
  /** Moves that clock by so many milliseconds from the system's. */
  moveClock(byMs: number): Promise<void>;
  /** Takes away the folder or the database, with all that it holds. */
  remove(): Promise<void>;
}

export interface TestDatabase {
  name: 'SQLite' | 'PostgreSQL';
  /** A place of its own, in which nothing has been kept yet. */
  newPlace(): Promise<LedgerPlace>;
}

export const serverUrl = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';

async function asServer<T>(work: (client: Client) => Promise<T>, url = serverUrl): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const sqlite: TestDatabase = {
  name: 'SQLite',
  async newPlace() {
    const dataDir = await mkdtemp(join(tmpdir(), 'distribution-desk-ledger-'));
    return {
      environment: { DATA_DIR: dataDir },
      stopClock: () => Promise.resolve(),
      moveClock: () => Promise.resolve(),
      remove: () => rm(dataDir, { recursive: true }),
    };
  },
};

export const postgres: TestDatabase = {
  name: 'PostgreSQL',
  async newPlace() {
    // A database and not only a schema: bringing one up to date reads the catalog of all schemas beside it, and fails
    // when a suite that runs at the same time drops its own meanwhile.
    const name = `ledger_${randomBytes(8).toString('hex')}`;
    await asServer((client) => client.query(`create database ${name}`));
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    // The server's own functions last, so that the database's clock is found before the real one.
    url.searchParams.set('options', '-c search_path=public,pg_catalog');
    const setClock = async (time: string) => {
      const statement = `create or replace function public.clock_timestamp() returns timestamptz volatile language sql as $$ select ${time} $$`;
      await asServer((client) => client.query(statement), url.href);
    };
    return {
      environment: { DATABASE_URL: url.href },
      stopClock: (nowMs) => setClock(`to_timestamp(${nowMs / 1_000})`),
      moveClock: (byMs) => setClock(`pg_catalog.clock_timestamp() + ${byMs} * interval '1 millisecond'`),
      remove: () =>
        asServer((client) => client.query(`drop database ${name} with (force)`)).then(() => undefined),
    };
  },
};

const unreachable: unknown = await asServer((client) => client.query('select 1')).then(
  () => null,
  (error: unknown) => error,
);

/** Runs a suite against PostgreSQL; where none is reachable it says so, which is a failure if one is required. */
export function describePostgres(suite: (database: TestDatabase) => void): void {
  if (unreachable === null) {
    describe('on PostgreSQL', () => suite(postgres));
  } else if (process.env.REQUIRE_POSTGRES === '1') {
    test('a PostgreSQL is reachable', () => expect(unreachable).toBeNull());
  } else {
    process.stderr.write(
      'No PostgreSQL answers, so this suite runs without it (TEST_DATABASE_URL names one).\n',
    );
  }
}

/** Runs one suite against real SQLite and real PostgreSQL. */
export function describeEachDatabase(suite: (database: TestDatabase) => void): void {
  describe('on SQLite', () => suite(sqlite));
  describePostgres(suite);
}
