import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openAccountKey } from '../../../src/proxy/registrations/account-key.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'distribution-desk-key-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const open = (change: { accountHashKey?: string; databaseUrl?: string } = {}) =>
  openAccountKey({ accountHashKey: null, databaseUrl: null, dataDir, ...change });

test('beside a ledger in SQLite a random one is made once, for its owner alone', async () => {
  const made = open().read();
  expect(made).toMatch(/^[\w-]{43}$/);
  expect(open().read()).toBe(made);
  expect(await readdir(dataDir)).toEqual(['account-hash.key']);
  const file = join(dataDir, 'account-hash.key');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).toBe(`${made}\n`);
  const other = await mkdtemp(join(tmpdir(), 'distribution-desk-key-'));
  expect(openAccountKey({ accountHashKey: null, databaseUrl: null, dataDir: other }).read()).not.toBe(made);
  await rm(other, { recursive: true });
});

test('a configured one is used, and none is made', async () => {
  expect(open({ accountHashKey: 'configured' }).read()).toBe('configured');
  expect(await readdir(dataDir)).toEqual([]);
});

test('on PostgreSQL none is made, and what needs it says so', async () => {
  const key = open({ databaseUrl: 'postgres://desk@db.example.com/ledger' });
  expect(() => key.read()).toThrow(expect.objectContaining({ code: 'account-key-missing' }));
  expect(await readdir(dataDir)).toEqual([]);
});

test.each([
  ['cut short', 'abc', /holds no whole key; restore it from the backup/],
  ['no file', null, /cannot be read or made/],
])('one that is %s stops the program', async (_what, text, sentence) => {
  if (text !== null) await writeFile(join(dataDir, 'account-hash.key'), text);
  const where = text === null ? join(dataDir, 'account-hash.key', 'below') : dataDir;
  if (text === null) await writeFile(join(dataDir, 'account-hash.key'), 'x');
  expect(() => openAccountKey({ accountHashKey: null, databaseUrl: null, dataDir: where })).toThrow(
    expect.objectContaining({ code: 'config-invalid', message: expect.stringMatching(sentence) }),
  );
});
