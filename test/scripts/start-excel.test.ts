import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectPath } from '../../src/scripts/project-path.ts';

test('npm run start:excel serves pane, help and API with a certificate of its own authority, for Office to frame', async () => {
  const home = mkdtempSync(join(tmpdir(), 'distribution-desk-home-'));
  const child = spawn(
    process.execPath,
    [projectPath('src/scripts/start-excel.ts'), '--port', '0', '--no-trust'],
    { env: { ...process.env, HOME: home, USERPROFILE: home }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  for (
    let waitedMs = 0;
    !output.includes('Hand manifest.xml') && !output.includes('then hand');
    waitedMs += 100
  ) {
    if (child.exitCode !== null || waitedMs > 280_000) throw new Error(output);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const origin =
    /^Ready: (https:\/\/localhost:\d+) {2}\(sign-in code: [A-Z2-9-]{14}\)$/m.exec(output)?.[1] ?? '';
  const ca = readFileSync(join(home, '.office-addin-dev-certs', 'ca.crt'));
  // The certificate is verified, as Excel does.
  const ask = (path: string) =>
    new Promise<{ status: number | undefined; policy: string }>((resolve, reject) => {
      request(`${origin}${path}`, { ca }, (response) => {
        response.resume();
        resolve({
          status: response.statusCode,
          policy: String(response.headers['content-security-policy']),
        });
      })
        .on('error', reject)
        .end();
    });
  const pane = await ask('/taskpane.html');
  expect(pane.status).toBe(200);
  expect(pane.policy).toMatch(/frame-ancestors [^;]*officeapps\.live\.com/);
  expect((await ask('/support.html')).status).toBe(200);
  expect((await ask('/api/session')).status).toBe(401);
  expect((await ask('/workbench/')).status).toBe(404);
  expect(statSync(join(home, '.office-addin-dev-certs', 'localhost.key')).mode & 0o077).toBe(0);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  rmSync(home, { recursive: true });
}, 300_000);
