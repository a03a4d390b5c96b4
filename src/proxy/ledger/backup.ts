import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { ConfigError } from '../errors.ts';
import { holdFolder, ledgerFileIn } from './sqlite.ts';

/**
 * Writes a copy of the ledger in `dataDir` to `file`, also while a proxy writes to it: SQLite copies page by page and
 * begins anew when one changes. The copy is written beside `file` and put in its place when it is whole and checked.
 */
export async function backupLedger(dataDir: string, file: string): Promise<void> {
  if (!existsSync(ledgerFileIn(dataDir))) throw new ConfigError(['DATA_DIR holds no ledger.']);
  await mkdir(dirname(file), { recursive: true });
  const unfinished = join(dirname(file), `.${basename(file)}.unfinished`);
  await rm(unfinished, { force: true });
  const source = new DatabaseSync(ledgerFileIn(dataDir), { readOnly: true, timeout: 5_000 });
  try {
    // All pages in one step: with several, a proxy that writes all the time would make it begin anew for ever.
    await backup(source, unfinished, { rate: 0x7fff_ffff });
  } finally {
    source.close();
  }
  makeSingleFile(unfinished);
  assertIntact(unfinished);
  await syncToDisk(unfinished);
  await rename(unfinished, file);
}

/**
 * Puts the ledger of `file` in the place of the one in `dataDir`, which is kept beside it under the returned name; null
 * where there was none. Throws a `ConfigError` when a proxy is running on the folder or `file` is no intact ledger.
 */
export async function restoreLedger(dataDir: string, file: string, nowMs: number): Promise<string | null> {
  if (!existsSync(file)) throw new ConfigError(['There is no file of this name to restore from.']);
  const lock = holdFolder(dataDir);
  try {
    const target = ledgerFileIn(dataDir);
    const unfinished = `${target}.unfinished`;
    await copyFile(file, unfinished);
    assertIntact(unfinished);
    await syncToDisk(unfinished);
    let kept: string | null = null;
    if (existsSync(target)) {
      // What the old ledger still has in its log belongs into its file before it is moved.
      makeSingleFile(target);
      kept = `${target}.before-${new Date(nowMs).toISOString().replaceAll(':', '-')}`;
      await rename(target, kept);
      for (const suffix of ['-wal', '-shm']) await rm(target + suffix, { force: true });
    }
    await rename(unfinished, target);
    return kept;
  } finally {
    lock.close();
  }
}

/** Brings everything from the write-ahead log into the file itself. */
function makeSingleFile(path: string): void {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  try {
    database.exec('PRAGMA journal_mode = DELETE;');
  } finally {
    database.close();
  }
}

/** Throws a `ConfigError` unless the file is a whole SQLite database with a ledger in it. */
export function assertIntact(path: string): void {
  let verdict: unknown = 'not a ledger';
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      verdict = Object.values(database.prepare('PRAGMA integrity_check').get() ?? {})[0];
      database.prepare('select count(*) from ledger_entry').get();
    } finally {
      database.close();
    }
  } catch {
    verdict = 'not a ledger';
  }
  if (verdict !== 'ok')
    throw new ConfigError([`The file is damaged or holds no ledger (${String(verdict)}).`]);
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
