import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { projectPath } from '../../../src/scripts/project-path.ts';
import { findSecrets } from './secrets/find-secrets.ts';

const newSecret = () => randomBytes(24).toString('base64url');

test('a pane that is built where the secrets are in the environment holds none of them, nor their names', async () => {
  const out = await mkdtemp(join(tmpdir(), 'distribution-desk-bundle-'));
  const environment = {
    NOVA_CLIENT_SECRET: newSecret(),
    DATABASE_URL: `postgres://desk:${newSecret()}@db.example.com/ledger`,
    TLS_KEY_FILE: `/run/secrets/${newSecret()}`,
  };
  const webpack = projectPath('node_modules/webpack/bin/webpack.js');
  await promisify(execFile)(process.execPath, [webpack, '--mode', 'production', '--output-path', out], {
    cwd: projectPath('.'),
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
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
  await rm(out, { recursive: true });
}, 300_000);
