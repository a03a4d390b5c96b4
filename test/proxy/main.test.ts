import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { userDirectory } from '../../src/proxy/index.ts';

const main = fileURLToPath(new URL('../../src/proxy/main.ts', import.meta.url));
const running: ChildProcessWithoutNullStreams[] = [];
afterEach(() => running.splice(0).forEach((child) => child.kill('SIGKILL')));

function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH ?? '', ...environment } });
  running.push(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => (output.stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output.stderr += text.toString()));
  const printed = async (pattern: RegExp): Promise<string> => {
    while (!pattern.test(output.stdout)) await once(child.stdout, 'data');
    return pattern.exec(output.stdout)?.[1] ?? '';
  };
  return { child, output, printed };
}

test('a configuration that is wrong ends the program with one sentence per value', async () => {
  const { child, output } = start({ NOVA_BASE_URL: 'http://api.nova.net', NOVA_MODE: 'live' });
  const [exitCode] = (await once(child, 'close')) as [number];
  expect(exitCode).toBe(1);
  expect(output.stdout).toBe('');
  expect(output.stderr.trimEnd().split('\n')).toEqual([
    'NOVA_BASE_URL must begin with https:// (http:// is accepted for this machine only).',
    expect.stringMatching(/^NOVA_CLIENT_ID is missing/),
    expect.stringMatching(/^NOVA_CLIENT_SECRET is missing/),
    expect.stringMatching(/^DATA_DIR is missing/),
  ]);
});

test('it prints its address, codes on demand for users only, and stops cleanly on SIGTERM', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'distribution-desk-main-'));
  const { child, output, printed } = start({
    NOVA_BASE_URL: 'http://127.0.0.1:9',
    NOVA_CLIENT_ID: 'client',
    NOVA_CLIENT_SECRET: 'never-to-be-printed',
    NOVA_MODE: 'sandbox',
    DATA_DIR: dataDir,
    PORT: '0',
  });
  const url = await printed(/Proxy: (http:\S+) \(sandbox mode\)/);
  await printed(/(Nobody may sign in yet)/);
  child.stdin.write('code Second user\n');
  await printed(/(No code for Second user, who is not there)/);
  await userDirectory({ dataDir, databaseUrl: null }, (users) =>
    users.add({ name: 'Second user', roles: ['preparer'], live: false }),
  );
  child.stdin.write('code Second user\n');
  const code = await printed(/Sign-in code for Second user: (\S+) /);

  const response = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: code.toLowerCase() }),
  });
  expect(await response.json()).toMatchObject({ userName: 'Second user' });

  child.kill('SIGTERM');
  const [exitCode] = (await once(child, 'close')) as [number];
  expect(exitCode).toBe(0);
  expect(output.stdout + output.stderr).not.toContain('never-to-be-printed');
  expect(output.stderr).not.toContain(code);
  await rm(dataDir, { recursive: true });
});
