import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { localhostCertificate } from '../../src/scripts/certificate.ts';
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

test('SIGHUP has a new certificate served without a break, and one that does not fit is not taken', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'distribution-desk-certificate-'));
  const files = { cert: join(dataDir, 'cert.pem'), key: join(dataDir, 'key.pem') };
  const replace = async () => {
    const made = await localhostCertificate();
    await writeFile(files.cert, made.cert);
    await writeFile(files.key, made.key);
  };
  await replace();
  const { child, printed } = start({
    ...{ NOVA_BASE_URL: 'http://127.0.0.1:9', NOVA_CLIENT_ID: 'client', NOVA_CLIENT_SECRET: 'secret' },
    ...{ NOVA_MODE: 'sandbox', DATA_DIR: dataDir, PORT: '0' },
    ...{ TLS_CERT_FILE: files.cert, TLS_KEY_FILE: files.key },
  });
  const port = Number(await printed(/Proxy: https:\/\/localhost:(\d+)/));
  const served = async () => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    const { fingerprint256 } = socket.getPeerCertificate();
    socket.destroy();
    return fingerprint256;
  };
  const first = await served();
  expect(await served()).toBe(first);
  await replace();
  child.kill('SIGHUP');
  await printed(/(The certificate was read anew)/);
  const second = await served();
  expect(second).not.toBe(first);
  await writeFile(files.key, 'no key');
  child.kill('SIGHUP');
  await printed(/(The certificate could not be read anew)/);
  expect(await served()).toBe(second);
  child.kill('SIGTERM');
  expect(((await once(child, 'close')) as [number])[0]).toBe(0);
  await rm(dataDir, { recursive: true });
});
