import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadOrder, LoadResult } from './bench-load/generator.ts';
import type { Target } from './bench-load/requests.ts';
import { userDirectory } from '../proxy/index.ts';
import { endOnSignals, Program } from './program.ts';

export interface LoadOptions {
  /** So many submissions in one go while the proxy's memory is watched. */
  memorySubmissions?: number;
}

const connectionCounts = [1, 16, 64];
/** Each pair of runs is made so often, proxy and pass-through in turns, so that both meet the same machine. */
const rounds = 2;
const perRun = { count: 3_000, durationMs: 4_000 };
const longestMemoryRunMs = 900_000;
const memorySlices = 10;
/** Several, because the proxy is fair between users and bounds what one of them has under way. */
const userCount = 16;

/** About what a server on the Internet takes to answer; the sandbox on this machine takes next to nothing. */
const distantNovaMs = 25;

interface Bench {
  generator: Program;
  sandbox: Program;
  proxy: Program;
  passThrough: Program;
  tokens: Record<Target, string[]>;
}

/**
 * Staging through the proxy with its durable ledger (SQLite, every commit waits for the disk), against a bare
 * pass-through to the same sandbox: throughput and latency as ratios of one run. Then many submissions in one go, and
 * the proxy's memory on the way. All on this machine's loopback, each program in a process of its own; on few cores
 * what is compared is the work of all of them, so that of each is told as well.
 */
export async function benchLoad({ memorySubmissions = 5_000 }: LoadOptions = {}): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-load-'));
  const programs: Program[] = [];
  try {
    const bench = await startBench(dir, programs);
    console.log(
      'Staging small distributions, proxy / bare pass-through proxy to the same sandbox, which answers at once',
    );
    await compare(bench, 'warm-up', 16, 1);
    await compareAll(bench, 'near');
    await watchMemory(bench, memorySubmissions);
    console.log(`The same before a sandbox that waits ${distantNovaMs} ms, as a Nova on the Internet may`);
    await answerLater(bench.sandbox, distantNovaMs);
    await compareAll(bench, 'distant');
  } finally {
    await Promise.all(programs.map((program) => program.end('SIGKILL')));
    rmSync(dir, { recursive: true, force: true });
  }
}

async function compareAll(bench: Bench, name: string): Promise<void> {
  for (const connections of connectionCounts) {
    const results = await compare(bench, `${name}-${connections}`, connections, rounds);
    console.log(comparisonLine(connections, results));
  }
}

/** Both ways lead to the same sandbox, so both wait. */
async function answerLater(sandbox: Program, delayMs: number): Promise<void> {
  const match = { method: 'POST', path: '/v1/distributions' };
  const response = await fetch(`${sandbox.url}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ kind: 'delay', delayMs, match, times: 1_000_000_000 }]),
  });
  if (!response.ok) throw new Error(`The sandbox took no delay: ${await response.text()}`);
}

async function startBench(dir: string, programs: Program[]): Promise<Bench> {
  const started = async (options: ConstructorParameters<typeof Program>[0]) => {
    const program = new Program(options);
    programs.push(program);
    await program.start();
    return program;
  };
  const sandbox = await started({
    name: 'sandbox',
    script: 'src/sandbox/main.ts',
    environment: { PORT: '0' },
    ready: /Sandbox ready: (\S+)[^\n]*\n/,
  });
  const users = Array.from({ length: userCount }, (_, index) => `Load ${index + 1}`);
  await userDirectory({ dataDir: join(dir, 'ledger'), databaseUrl: null }, async (directory) => {
    for (const name of users) await directory.ensure({ name, roles: ['preparer'], live: false });
  });
  const proxy = await started({
    name: 'proxy',
    script: 'src/proxy/main.ts',
    environment: {
      NOVA_BASE_URL: sandbox.url,
      ...credentials,
      NOVA_MODE: 'sandbox',
      // A pass-through sets no bound; at the usual one the comparison would show the bound and not the ledger.
      NOVA_MAX_CONCURRENT: '64',
      DATA_DIR: join(dir, 'ledger'),
      PANE_DIR: dir,
      PORT: '0',
      API_REQUESTS_PER_MINUTE: '1000000',
      ADDRESS_REQUESTS_PER_MINUTE: '10000000',
      LOG_LEVEL: 'error',
    },
    ready: /Proxy: (\S+) [^\n]*\n/,
  });
  const passThrough = await started({
    name: 'pass-through',
    script: 'src/scripts/bench-load/pass-through.ts',
    environment: { NOVA_BASE_URL: sandbox.url },
    ready: /Pass-through: (\S+)\n/,
  });
  const generator = await started({
    name: 'generator',
    script: 'src/scripts/bench-load/generator.ts',
    environment: {},
    ready: /Generator: (ready)\n/,
  });
  const sessions: string[] = [];
  for (const user of users) sessions.push(await signIn(proxy, user));
  return {
    generator,
    sandbox,
    proxy,
    passThrough,
    tokens: { proxy: sessions, 'pass-through': [await novaToken(sandbox.url)] },
  };
}

const credentials = {
  NOVA_CLIENT_ID: 'sandbox-client',
  NOVA_CLIENT_SECRET: 'sandbox-secret-for-this-machine-only',
};

async function signIn(proxy: Program, userName: string): Promise<string> {
  const code = await proxy.ask(`code ${userName}`, new RegExp(`code for ${userName}: (\\S+) `));
  const response = await fetch(`${proxy.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  const { token } = (await response.json()) as { token?: string };
  if (token === undefined) throw new Error(`The proxy let ${userName} not sign in`);
  return token;
}

async function novaToken(sandboxUrl: string): Promise<string> {
  const pair = btoa(`${credentials.NOVA_CLIENT_ID}:${credentials.NOVA_CLIENT_SECRET}`);
  const response = await fetch(`${sandboxUrl}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${pair}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function load(
  bench: Bench,
  target: Target,
  order: Pick<LoadOrder, 'run' | 'connections' | 'count' | 'durationMs'>,
): Promise<MeasuredLoad> {
  const programs = { ...bench, asked: target === 'proxy' ? bench.proxy : bench.passThrough };
  const work = () => ({
    generator: workedMs(programs.generator),
    sandbox: workedMs(programs.sandbox),
    asked: workedMs(programs.asked),
  });
  const before = work();
  const url = target === 'proxy' ? bench.proxy.url : bench.passThrough.url;
  const whole: LoadOrder = { ...order, target, url, tokens: bench.tokens[target] };
  const reply = new RegExp(`Result of ${order.run}: (.*)\\n`);
  const result = JSON.parse(
    await bench.generator.ask(JSON.stringify(whole), reply, order.durationMs + 60_000),
  ) as LoadResult;
  if (result.failed > 0) {
    throw new Error(`${result.failed} requests of ${order.run} failed: ${result.firstFailure ?? ''}`);
  }
  const after = work();
  const perRequest = (name: keyof typeof before) => (after[name] - before[name]) / result.done;
  return {
    ...result,
    workMs: {
      generator: perRequest('generator'),
      sandbox: perRequest('sandbox'),
      asked: perRequest('asked'),
    },
  };
}

interface MeasuredLoad extends LoadResult {
  /** Processor time per request, in milliseconds; NaN where the system does not tell it. `asked` is the one compared. */
  workMs: { generator: number; sandbox: number; asked: number };
}

type Results = Record<Target, MeasuredLoad[]>;

async function compare(bench: Bench, name: string, connections: number, times: number): Promise<Results> {
  const results: Results = { proxy: [], 'pass-through': [] };
  for (let round = 0; round < times; round += 1) {
    for (const target of ['pass-through', 'proxy'] as const) {
      const order = { run: `${name}-${round}-${target}`, connections, ...perRun };
      results[target].push(await load(bench, target, order));
    }
  }
  return results;
}

function comparisonLine(connections: number, results: Results): string {
  const mean = (target: Target, read: (result: MeasuredLoad) => number) =>
    results[target].reduce((sum, result) => sum + read(result), 0) / results[target].length;
  const both = (read: (result: MeasuredLoad) => number, digits: number) => {
    const [ours, bare] = [mean('proxy', read), mean('pass-through', read)];
    return `${ours.toFixed(digits)} / ${bare.toFixed(digits)} = ${(ours / bare).toFixed(2)}`;
  };
  return [
    `  ${String(connections).padStart(2)} connections:`,
    `per second ${both(({ done, seconds }) => done / seconds, 0)},`,
    `p50 ms ${both(({ p50Ms }) => p50Ms, 1)},`,
    `p99 ms ${both(({ p99Ms }) => p99Ms, 1)},`,
    `CPU ms each ${both(({ workMs }) => workMs.asked, 2)}`,
    `(generator ${mean('proxy', ({ workMs }) => workMs.generator).toFixed(2)},`,
    `sandbox ${mean('proxy', ({ workMs }) => workMs.sandbox).toFixed(2)})`,
  ].join('  ');
}

/** Memory is flat when what is resident stays where it was after the first fifth, by which all is warm. */
async function watchMemory(bench: Bench, submissions: number): Promise<void> {
  const megabytes: number[] = [];
  for (let slice = 0; slice < memorySlices; slice += 1) {
    await load(bench, 'proxy', {
      run: `memory-${slice}`,
      connections: 16,
      count: Math.ceil(submissions / memorySlices),
      durationMs: longestMemoryRunMs / memorySlices,
    });
    megabytes.push(residentMegabytes(bench.proxy));
  }
  const warm = megabytes[1] ?? 0;
  const last = megabytes.at(-1) ?? 0;
  console.log(
    `  memory over ${submissions.toLocaleString('en-US')} submissions: ${megabytes.map((value) => value.toFixed(0)).join(' ')} MB resident, ${(last / warm).toFixed(2)} × what it was after a fifth`,
  );
}

/** Processor time that a program has used, in milliseconds, from Linux's /proc in steps of 10; NaN on other systems. */
function workedMs(program: Program): number {
  const path = `/proc/${program.pid}/stat`;
  if (!existsSync(path)) return Number.NaN;
  // After the name in brackets; the 14th and 15th member of the whole, proc_pid_stat(5), in hundredths of a second.
  const members = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(members[11]) + Number(members[12])) * 10;
}

function residentMegabytes(program: Program): number {
  if (program.pid === null) throw new Error(`${program.name} is not running`);
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(program.pid)], { encoding: 'utf8' });
  return Number(kilobytes) / 1_000;
}

if (import.meta.main) {
  endOnSignals();
  await benchLoad({ memorySubmissions: process.argv.includes('--long') ? 100_000 : 5_000 });
}
