import { type ChildProcess, spawn } from 'node:child_process';
import { request } from 'node:https';
import { describe, expect, test } from '@jest/globals';
import { projectPath } from '../../src/scripts/project-path.ts';

interface Started {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

/** Starts `npm start`'s program at the head of a process group of its own, as a terminal does. */
function start(args: string[], environment: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [projectPath('src/scripts/start.ts'), ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, output: () => text, ended };
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let waitedMs = 0; !condition(); waitedMs += 50) {
    if (waitedMs > 55_000) throw new Error(`Waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function statusOf(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { rejectUnauthorized: false }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

describe('npm start', () => {
  test('prints one line, serves, and leaves nothing behind after Ctrl+C', async () => {
    const it = start(['--port', '0', '--no-open']);
    await until(() => it.output().includes('Ready:') || it.child.exitCode !== null, it.output());
    const ready =
      /^Ready: (https:\/\/localhost:\d+)(\/\S*)\s+\(sign-in code: [A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}\)\n$/.exec(
        it.output(),
      );
    const [, origin = '', path = ''] = ready ?? [];
    expect(await statusOf(origin + path)).toBe(200);
    expect(await statusOf(`${origin}/taskpane.html`)).toBe(200);
    expect(await statusOf(`${origin}/api/session`)).toBe(401);
    const group = it.child.pid ?? 0;
    process.kill(-group, 'SIGINT');
    expect(await it.ended).toBe(0);
    await expect(statusOf(origin + path)).rejects.toThrow(/ECONNREFUSED/);
    // Nobody of the process group is left to take a signal.
    expect(() => process.kill(-group, 0)).toThrow(/ESRCH/);
  });

  test.each([
    [['--port', 'x'], {}, '--port must be a whole number from 0 to 65534, not "x".'],
    [['--workbook', 'nowhere.xlsx'], {}, /There is no workbook at .*nowhere\.xlsx: check --workbook\./],
    [['--latency', '-5'], {}, /--latency/],
    [['--port', '0', '--no-open'], { NOVA_BASE_URL: 'https://nova.example' }, /NOVA_CLIENT_ID is missing/],
  ] as const)('%j ends with a sentence', async (args, environment, sentence) => {
    const it = start([...args], environment);
    expect(await it.ended).toBe(1);
    if (typeof sentence === 'string') expect(it.output().trim()).toBe(sentence);
    else expect(it.output()).toMatch(sentence);
    expect(it.output()).not.toMatch(/\n\s+at /);
  });
});
