import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import type { Clock } from '../clock.ts';
import { ConfigError } from '../errors.ts';
import type { OpenLedger } from './database.ts';
import { GroupCommitDialect } from './group-commit.ts';
import { ownClock } from './ledger-clock.ts';
import { migrateToLatest } from './migrations.ts';
import { toKyselyDatabase } from './node-sqlite.ts';
import type { LedgerDatabase, LedgerSchema } from './schema.ts';

/** Where the ledger lies in its folder. */
export function ledgerFileIn(dataDir: string): string {
  return join(dataDir, 'ledger.sqlite');
}

/**
 * Opens the ledger in `dataDir`, makes the folder and the schema where they are missing, and holds the folder for this
 * program alone: a second proxy on it would take the first one's entries for left over from a crash. Throws a
 * `ConfigError` when another program holds it or the folder cannot be written.
 */
export async function openSqliteLedger(dataDir: string, clock: Clock): Promise<OpenLedger> {
  const lock = holdFolder(dataDir);
  try {
    const database = await openLedgerFile(dataDir);
    return {
      database,
      clock: ownClock(clock),
      shared: false,
      async close() {
        await database.destroy();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/**
 * The same without holding the folder, for a program that changes users while a proxy runs on it: SQLite lets one write
 * at a time, and the other wait. Entries must not be touched through it.
 */
export async function openLedgerFile(dataDir: string): Promise<LedgerDatabase> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const files: DatabaseSync[] = [];
  try {
    await prepareFile(ledgerFileIn(dataDir));
    const writer = new DatabaseSync(ledgerFileIn(dataDir), { timeout: 5_000 });
    files.push(writer);
    // FULL makes each commit wait for the disk, so that an entry that was committed before a call to Nova is there
    // after a power cut.
    writer.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    // What a savepoint could undo is kept in memory, not in a file that is written for nothing; and the log is brought
    // into the file after 16 MB instead of 4, when the same pages of an index have changed more often.
    writer.exec('PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000;');
    const reader = new DatabaseSync(ledgerFileIn(dataDir), { timeout: 5_000, readOnly: true });
    files.push(reader);
    return new Kysely<LedgerSchema>({ dialect: new GroupCommitDialect(writer, reader) });
  } catch (error) {
    for (const file of files) if (file.isOpen) file.close();
    throw error;
  }
}

/** WAL lets a backup and our own reads go on while the proxy writes; the file remembers the mode. */
async function prepareFile(path: string): Promise<void> {
  const file = new DatabaseSync(path, { timeout: 5_000 });
  const database = new Kysely<LedgerSchema>({
    dialect: new SqliteDialect({ database: toKyselyDatabase(file) }),
  });
  try {
    file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    await migrateToLatest(database);
  } finally {
    await database.destroy();
    if (file.isOpen) file.close();
  }
}

/** The system gives an exclusive lock back when the program ends, however it ends. */
export function holdFolder(dataDir: string): DatabaseSync {
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
