import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { userDirectory } from '../../proxy/index.ts';
import { Program } from '../program.ts';
import { Random } from '../torture/random.ts';
import { drawHostileRequest } from './hostile-request.ts';
import type { HostileRequest, KnownRoute, TokenKind } from './hostile-request.ts';
import { judge } from './judge.ts';
import { sendRaw } from './raw-http.ts';

export interface FuzzOptions {
  seed: number;
  requests: number;
  progress: (line: string) => void;
}

export interface FuzzReport {
  requests: number;
  /** How often each status was answered. */
  statuses: Record<string, number>;
  /** What went wrong, each with the request that showed it. */
  faults: string[];
  passed: boolean;
}

const atOnce = 16;
const mostFaults = 20;

/**
 * A real proxy in a program of its own, before a sandbox, and as many hostile requests as wanted, to every route of its
 * own description and beside them. Nobody may get in, nothing may crash, nothing may be left in the ledger or in Nova,
 * and every answer must be an error of ours in JSON.
 */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-fuzz-'));
  const programs: Program[] = [];
  try {
    const { sandbox, proxy } = await startPrograms(dir, programs);
    const tokens = await drawTokens(proxy);
    const routes = await routesOf(proxy.url);
    const report: FuzzReport = { requests: 0, statuses: {}, faults: [], passed: false };
    const random = new Random(options.seed);
    await Promise.all(
      Array.from({ length: atOnce }, () => attack(options, report, random, routes, { proxy, tokens })),
    );
    report.faults.push(...programs.flatMap(({ crashes }) => crashes));
    report.faults.push(...(await traces(dir, proxy, sandbox)));
    report.passed = report.faults.length === 0;
    return report;
  } finally {
    await Promise.all(programs.map((program) => program.end('SIGKILL')));
    rmSync(dir, { recursive: true, force: true });
  }
}

async function startPrograms(dir: string, programs: Program[]) {
  const sandbox = new Program({
    ...{ name: 'sandbox', script: 'src/sandbox/main.ts', environment: { PORT: '0' } },
    ready: /Sandbox ready: (\S+)[^\n]*\n/,
  });
  programs.push(sandbox);
  await sandbox.start();
  await userDirectory({ dataDir: join(dir, 'ledger'), databaseUrl: null }, (users) =>
    users.add({ name: 'Viewer', roles: ['viewer'], live: false }),
  );
  const proxy = new Program({
    ...{ name: 'proxy', script: 'src/proxy/main.ts', ready: /Proxy: (\S+) [^\n]*\n/ },
    environment: {
      NOVA_BASE_URL: sandbox.url,
      NOVA_CLIENT_ID: 'sandbox-client',
      NOVA_CLIENT_SECRET: 'sandbox-secret-for-this-machine-only',
      NOVA_MODE: 'sandbox',
      DATA_DIR: join(dir, 'ledger'),
      PANE_DIR: join(dir, 'ledger'),
      PORT: '0',
      // The limits would answer in the place of what is to be tried.
      API_REQUESTS_PER_MINUTE: '1000000',
      ADDRESS_REQUESTS_PER_MINUTE: '10000000',
      LOG_LEVEL: 'silent',
    },
  });
  programs.push(proxy);
  await proxy.start();
  return { sandbox, proxy };
}

/** Tokens of each kind; the viewer's is asked for again whenever a request has signed it out. */
async function drawTokens(proxy: Program) {
  const signIn = async () => {
    const code = await proxy.ask('code Viewer', /code for Viewer: (\S+) /);
    const response = await fetch(`${proxy.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    return ((await response.json()) as { token?: string }).token ?? '';
  };
  const revoked = await signIn();
  await fetch(`${proxy.url}/api/sign-out`, {
    method: 'POST',
    headers: { authorization: `Bearer ${revoked}` },
  });
  const forged = [{ alg: 'none' }, { roles: ['admin'], exp: 9_999_999_999 }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const tokens: Record<TokenKind, string | null> = {
    ...{ none: null, garbage: '\u00ff\u0001;,=', foreign: 'A'.repeat(43), revoked, forged: `${forged}.` },
    viewer: await signIn(),
  };
  return tokens;
}

async function routesOf(url: string): Promise<KnownRoute[]> {
  const response = await fetch(`${url}/openapi.json`);
  const { paths } = (await response.json()) as { paths: Record<string, Record<string, unknown>> };
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({ method: method.toUpperCase(), path })),
  );
  return [...described, { method: 'GET', path: '/*' }, { method: 'GET', path: '/openapi.json' }];
}

async function attack(
  options: FuzzOptions,
  report: FuzzReport,
  random: Random,
  routes: readonly KnownRoute[],
  target: { proxy: Program; tokens: Record<TokenKind, string | null> },
): Promise<void> {
  while (report.requests < options.requests && report.faults.length < mostFaults) {
    report.requests += 1;
    if (report.requests % 10_000 === 0) options.progress(`${report.requests} requests`);
    const request = drawHostileRequest(random, routes);
    // Signing out is a viewer's right, and would end the one good token of the run.
    if (request.as === 'viewer' && request.path.includes('sign-out')) request.as = 'revoked';
    const token = target.tokens[request.as];
    const told = `${request.method} ${request.path.slice(0, 200)} as ${request.as}`;
    try {
      const reply = await sendRaw(target.proxy.url, headOf(request, token), request.body);
      report.statuses[reply.status] = (report.statuses[reply.status] ?? 0) + 1;
      const fault = judge(request, reply);
      if (fault !== null) report.faults.push(`${told}: ${fault}`);
    } catch (error) {
      report.faults.push(`${told}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function headOf({ method, path, headers, body }: HostileRequest, token: string | null): string {
  const length = body === null ? [] : [['content-length', String(Buffer.byteLength(body))]];
  const lines = [
    ['host', 'desk.example.com'],
    ['connection', 'close'],
    ...(token === null ? [] : [['authorization', `Bearer ${token}`]]),
    ...headers,
    ...length,
  ];
  const text = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `${method} ${path} HTTP/1.1\r\n${text}`;
}

/** What must not be there afterwards: an entry, a distribution, somebody's session, a proxy that answers no more. */
async function traces(dir: string, proxy: Program, sandbox: Program): Promise<string[]> {
  const found: string[] = [];
  const health = await fetch(`${proxy.url}/readyz`).catch(() => null);
  if (health?.status !== 200) found.push('the proxy answers no more');
  const created = (await (await fetch(`${sandbox.url}/control/distributions`)).json()) as { data: unknown[] };
  if (created.data.length > 0) found.push(`Nova holds ${created.data.length} distributions`);
  const ledger = new DatabaseSync(join(dir, 'ledger', 'ledger.sqlite'), { readOnly: true });
  const count = (table: string) => ledger.prepare(`select count(*) as n from ${table}`).get()?.['n'];
  if (count('ledger_entry') !== 0) found.push(`the ledger holds ${String(count('ledger_entry'))} entries`);
  if (count('session') !== 1) found.push(`there are ${String(count('session'))} sessions and not one`);
  if (count('users') !== 1) found.push(`there are ${String(count('users'))} users and not one`);
  ledger.close();
  return found;
}
