import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { firstLoad } from '../../src/scripts/first-load.ts';
import { projectPath } from '../../src/scripts/project-path.ts';
import { findSecrets } from '../proxy/hostile/secrets/find-secrets.ts';

const newSecret = () => randomBytes(24).toString('base64url');

const environment = {
  NOVA_CLIENT_SECRET: newSecret(),
  DATABASE_URL: `postgres://desk:${newSecret()}@db.example.com/ledger`,
  TLS_KEY_FILE: `/run/secrets/${newSecret()}`,
};

let out: string;

/** The product, built where secrets are in the environment; once for all tests here. */
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'distribution-desk-bundle-'));
  const webpack = projectPath('node_modules/webpack/bin/webpack.js');
  await promisify(execFile)(process.execPath, [webpack, '--mode', 'production', '--output-path', out], {
    cwd: projectPath('.'),
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
}, 300_000);

afterAll(() => rm(out, { recursive: true }));

test('the first load of the pane stays small, and the rest is loaded on demand', () => {
  const { gzipBytes, scripts } = firstLoad(out);
  expect(scripts).toHaveLength(1);
  // A deferred script would make Office.js wait with the rest of itself.
  expect(readFileSync(join(out, 'taskpane.html'), 'utf8')).toMatch(/<script async src="?taskpane\./);
  expect(gzipBytes).toBeGreaterThan(50_000);
  expect(gzipBytes).toBeLessThanOrEqual(220_000);
  const first = readFileSync(join(out, scripts[0] ?? ''), 'utf8');
  // What checks and writes, and Microsoft's sign-in, come later.
  const later = ['no_account_error', 'getUsedRange', 'DialogSurface'].filter((text) => !first.includes(text));
  expect(later).toEqual(['no_account_error', 'getUsedRange', 'DialogSurface']);
  const all = readdirSync(out)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(out, name), 'utf8'));
  expect(later.filter((text) => all.some((script) => script.includes(text)))).toEqual(later);
});

test('each file of the pane lies there compressed too, with the same content', async () => {
  const files = (await readdir(out)).filter((name) => /\.(js|html)$/.test(name));
  for (const name of files) {
    const plain = await readFile(join(out, name));
    expect(gunzipSync(await readFile(join(out, `${name}.gz`))).equals(plain)).toBe(true);
    expect(brotliDecompressSync(await readFile(join(out, `${name}.br`))).equals(plain)).toBe(true);
  }
});

test('a built pane holds none of the secrets that were in the environment, nor their names', async () => {
  const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const haystacks = await Promise.all(
    files.map(async (one) => ({ name: one.name, bytes: await readFile(join(one.parentPath, one.name)) })),
  );
  // It is the whole pane: its page, and a script that asks the proxy.
  expect(haystacks.map(({ name }) => name)).toContain('taskpane.html');
  expect(haystacks.some(({ bytes }) => bytes.includes('/api/distributions'))).toBe(true);
  const secrets = Object.entries(environment).map(([name, value]) => [name, [value, name]]);
  expect(findSecrets(Object.fromEntries(secrets) as Record<string, string[]>, haystacks)).toEqual([]);
  const ofTheSandbox = { 'secret of the sandbox': ['sandbox-secret-for-this-machine-only'] };
  expect(findSecrets(ofTheSandbox, haystacks)).toEqual([]);
});
