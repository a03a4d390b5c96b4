import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { ConfigError } from '../errors.ts';
import { migrateToLatest } from './migrations.ts';
import { toKyselyDatabase } from './node-sqlite.ts';
import type { LedgerDatabase, LedgerSchema } from './schema.ts';

export interface OpenLedger {
  database: LedgerDatabase;
  close(): Promise<void>;
}

/**
 * Opens the ledger in `dataDir`, makes the folder and the schema where they are missing, and holds the folder for this
 * program alone: a second proxy on it would take the first one's entries for left over from a crash. Throws a
 * `ConfigError` when another program holds it or the folder cannot be written.
 */
export async function openLedger(dataDir: string): Promise<OpenLedger> {
  const lock = holdFolder(dataDir);
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(join(dataDir, 'ledger.sqlite'), { timeout: 5_000 });
    // WAL lets a backup read while the proxy writes; FULL makes each commit wait for the disk, so that an entry that
    // was committed before a call to Nova is there after a power cut.
    file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    const database = new Kysely<LedgerSchema>({
      dialect: new SqliteDialect({ database: toKyselyDatabase(file) }),
    });
    await migrateToLatest(database);
    return {
      database,
      async close() {
        await database.destroy();
        lock.close();
      },
    };
  } catch (error) {
    if (file?.isOpen) file.close();
    lock.close();
    throw error;
  }
}

/** The system gives an exclusive lock back when the program ends, however it ends. */
function holdFolder(dataDir: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    lock = new DatabaseSync(join(dataDir, 'in-use.sqlite'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    const busy =
      typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === sqliteBusy;
    const problem = busy
      ? 'DATA_DIR is in use by another proxy that is running; stop it, or choose another folder.'
      : 'DATA_DIR cannot be written; choose a folder that this user may write to.';
    throw new ConfigError([problem]);
  }
}

/** SQLITE_BUSY, https://sqlite.org/rescode.html#busy */
const sqliteBusy = 5;
