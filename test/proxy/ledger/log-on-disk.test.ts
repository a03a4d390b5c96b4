import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { LogOnDisk } from '../../../src/proxy/ledger/log-on-disk.ts';

let folder: string;
let path: string;
let database: DatabaseSync;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'distribution-desk-log-'));
  path = join(folder, 'ledger.sqlite');
  database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE note (text);');
});
afterEach(() => {
  if (database.isOpen) database.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what SQLite locks stays locked when the log is closed', async () => {
  const log = new LogOnDisk(database);
  database.exec("INSERT INTO note VALUES ('kept')");
  await log.sync();
  database.exec("BEGIN IMMEDIATE; INSERT INTO note VALUES ('under way')");
  await log.close();
  // Another process, because within one SQLite keeps its locks in memory.
  const write = `const { DatabaseSync } = require('node:sqlite');
    const other = new DatabaseSync(process.argv[1], { timeout: 0 });
    try { other.exec("INSERT INTO note VALUES ('from another')"); } catch (error) { console.log(error.message); }`;
  const said = execFileSync(process.execPath, ['--no-warnings', '-e', write, path], { encoding: 'utf8' });
  expect(said).toContain('database is locked');
  database.exec('COMMIT');
  expect(database.prepare('SELECT text FROM note').all()).toEqual([{ text: 'kept' }, { text: 'under way' }]);
});

test('once the disk has failed, no later success is believed', async () => {
  const log = new LogOnDisk(database);
  renameSync(`${path}-wal`, `${path}-gone`);
  await expect(log.sync()).rejects.toMatchObject({ code: 'ENOENT' });
  renameSync(`${path}-gone`, `${path}-wal`);
  await expect(log.sync()).rejects.toThrow('could not be written to the disk earlier');
  await log.close();
});
