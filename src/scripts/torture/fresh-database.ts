import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface FreshDatabase {
  url: string;
  /** Moves the database's clock by so many milliseconds from the system's. */
  setClock(offsetMs: number): Promise<void>;
  drop(): Promise<void>;
}

/**
 * Makes an empty database of its own on the server of `serverUrl`. Its clock can be moved: whoever connects by the
 * returned address finds a `clock_timestamp` of the simulation's before the server's own.
 */
export async function createDatabase(serverUrl: string): Promise<FreshDatabase> {
  const name = `torture_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  url.searchParams.set('options', '-c search_path=public,pg_catalog');
  const setClock = async (offsetMs: number) => {
    await owner.query(
      `create or replace function public.clock_timestamp() returns timestamptz volatile language sql
        as $$ select pg_catalog.clock_timestamp() + ${offsetMs} * interval '1 millisecond' $$`,
    );
  };
  return {
    url: url.href,
    setClock,
    async drop() {
      await owner.end();
      await onServer(serverUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
