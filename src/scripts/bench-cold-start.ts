import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportLine } from './measure.ts';
import { projectPath } from './project-path.ts';

const runs = 7;
const betweenAskingMs = 5;

/** Listens and answers, with nothing behind it: what Node itself takes on this machine. */
const bareServer = `require('node:http').createServer((request, response) => response.end('ok'))
  .listen(0, '127.0.0.1', function () { console.log('Proxy: http://127.0.0.1:' + this.address().port + ' '); })`;

/** From the start of a process of its own until `/readyz` answers, on a new ledger and on one that is there. */
export async function benchColdStart(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-cold-start-'));
  try {
    process.stdout.write(`Cold start until /readyz, the middle of ${runs}\n`);
    const floorMs = await middle(() => readyAfterMs(['-e', bareServer], {}));
    process.stdout.write(`${reportLine('a bare http server of Node', floorMs, floorMs)}\n`);
    let count = 0;
    const onNew = await middle(() => startProxy(join(dir, `new-${(count += 1)}`)));
    process.stdout.write(`${reportLine('the proxy, on a new ledger in SQLite', onNew, floorMs)}\n`);
    const again = await middle(() => startProxy(join(dir, 'kept')));
    process.stdout.write(`${reportLine('the proxy, on a ledger that is there', again, floorMs)}\n`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function startProxy(dataDir: string): Promise<number> {
  return readyAfterMs([projectPath('src/proxy/main.ts')], {
    ...{ NOVA_BASE_URL: 'http://127.0.0.1:9', NOVA_CLIENT_ID: 'id', NOVA_CLIENT_SECRET: 'secret' },
    ...{ NOVA_MODE: 'sandbox', DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' },
  });
}

/** The first run warms the disk's cache up and does not count. */
async function middle(work: () => Promise<number>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await work());
  return times.sort((one, other) => one - other)[Math.floor(runs / 2)] ?? Number.NaN;
}

async function readyAfterMs(args: string[], environment: Record<string, string>): Promise<number> {
  const startMs = performance.now();
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(child);
    for (;;) {
      const status = await fetch(`${url}/readyz`).then(
        async (answer) => (await answer.text(), answer.status),
        () => 0,
      );
      if (status === 200) return performance.now() - startMs;
      await new Promise((resolve) => setTimeout(resolve, betweenAskingMs));
    }
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

/** What it prints is read to its end: a program whose output nobody takes any more fails at its next line. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (text: Buffer) => {
      printed += text.toString();
      const url = /Proxy: (http:\S+) /.exec(printed)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`It ended before it listened: ${printed}`)));
  });
}
