import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { novaTokenSchema } from '../../src/contract/nova.ts';

const main = fileURLToPath(new URL('../../src/sandbox/main.ts', import.meta.url));

function start(port: string, environment: Record<string, string> = {}) {
  return spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: port, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('npm run sandbox', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'prints one line that a proxy can start from, and stops cleanly on %s',
    async (signal) => {
      const child = start('0');
      const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
      const line = chunk.toString();
      const setting = (name: string) => new RegExp(`${name}=(\\S+)`).exec(line)?.[1] ?? '';
      expect(line.match(/\n/g)).toHaveLength(1);
      expect([setting('NOVA_MODE'), setting('NOVA_ORGANIZATION_ID')]).toEqual([
        'sandbox',
        expect.stringMatching(/^org_/),
      ]);
      const credentials = btoa(`${setting('NOVA_CLIENT_ID')}:${setting('NOVA_CLIENT_SECRET')}`);
      const response = await fetch(`${setting('NOVA_BASE_URL')}/oauth/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${credentials}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
      expect(novaTokenSchema.safeParse(await response.json()).success).toBe(true);
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([0, null]);
    },
  );

  test('with STATE_FILE comes back after a kill with its clock, and with whatever it answered', async () => {
    const STATE_FILE = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'sandbox.jsonl');
    const control = async (url: string, path: string, body?: unknown): Promise<unknown> => {
      const method = body === undefined ? 'GET' : 'POST';
      const headers = { 'content-type': 'application/json' };
      const init = body === undefined ? {} : { headers, body: JSON.stringify(body) };
      return (await fetch(`${url}/control${path}`, { method, ...init })).json();
    };
    const started = async () => {
      const child = start('0', { STATE_FILE });
      const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
      return { child, url: /NOVA_BASE_URL=(\S+)/.exec(chunk.toString())?.[1] ?? '' };
    };
    const first = await started();
    await control(first.url, '/entities', { id: 'ent_Late1', name: 'Late Investor LP' });
    await control(first.url, '/clock', { advanceSeconds: 30 * 3600 });
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    const second = await started();
    const { now } = (await control(second.url, '/clock', { advanceSeconds: 1 })) as { now: string };
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(29 * 3600 * 1000);
    second.child.kill('SIGKILL');
    await once(second.child, 'exit');
    const lines = readFileSync(STATE_FILE, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual([
      'entity',
      'clock',
      'clock',
    ]);
  });

  test('stops at once although a request is being delayed', async () => {
    const child = start('0');
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
    const url = /NOVA_BASE_URL=(\S+)/.exec(chunk.toString())?.[1] ?? '';
    await fetch(`${url}/control/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ kind: 'delay', delayMs: 60_000 }]),
    });
    const delayed = fetch(`${url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    }).catch((error: unknown) => error);
    let seen = 0;
    while (seen === 0) {
      const log = (await (await fetch(`${url}/control/requests`)).json()) as { data: unknown[] };
      seen = log.data.length;
    }
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    await delayed;
  });

  async function failure(port: string): Promise<[string, number]> {
    const child = start(port);
    const [[chunk], [code]] = (await Promise.all([once(child.stderr, 'data'), once(child, 'exit')])) as [
      [Buffer],
      [number],
    ];
    return [chunk.toString(), code];
  }

  test('says in one sentence what is wrong with PORT', async () => {
    expect(await failure('many')).toEqual(['PORT must be a number from 0 to 65535, not "many".\n', 1]);
  });

  test('says in one sentence that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await failure(String(port))).toEqual([
      expect.stringMatching(/^The sandbox cannot listen on 127\.0\.0\.1:\d+: .*EADDRINUSE.*\n$/),
      1,
    ]);
    other.close();
  });
});
