import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userDirectory } from '../../proxy/index.ts';
import { Program } from '../program.ts';
import type { LoadOrder, LoadResult } from './generator.ts';
import type { Target } from './requests.ts';

/** Several, because the proxy is fair between users and bounds what one of them has under way. */
const userCount = 16;

/** The programs of one run, each in a process of its own, all on this machine's loopback. */
export interface Bench {
  generator: Program;
  sandbox: Program;
  proxy: Program;
  passThrough: Program;
  tokens: Record<Target, string[]>;
}

/** Starts all programs for `work`, and ends them after it, however it ends. The ledger is an SQLite file of its own. */
export async function withBench(work: (bench: Bench) => Promise<void>): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-load-'));
  const programs: Program[] = [];
  try {
    await work(await startBench(dir, programs));
  } finally {
    await Promise.all(programs.map((program) => program.end('SIGKILL')));
    rmSync(dir, { recursive: true, force: true });
  }
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
    preload: ['src/scripts/bench-load/tell-memory.ts'],
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

/** Sends what is ordered; throws when a single request fails. */
export async function load(
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

export interface MeasuredLoad extends LoadResult {
  /** Processor time per request, in milliseconds; NaN where the system does not tell it. `asked` is the one compared. */
  workMs: { generator: number; sandbox: number; asked: number };
}

/** Processor time that a program has used, in milliseconds, from Linux's /proc in steps of 10; NaN on other systems. */
function workedMs(program: Program): number {
  const path = `/proc/${program.pid}/stat`;
  if (!existsSync(path)) return Number.NaN;
  // After the name in brackets; the 14th and 15th member of the whole, proc_pid_stat(5), in hundredths of a second.
  const members = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(members[11]) + Number(members[12])) * 10;
}
