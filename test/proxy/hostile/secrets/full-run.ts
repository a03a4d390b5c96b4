import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localhostCertificate } from '../../../../src/scripts/certificate.ts';
import { userDirectory } from '../../../../src/proxy/index.ts';
import type { RunningSandbox } from '../../../../src/sandbox/server.ts';
import { aDistribution, aSource } from '../../proxy-under-test.ts';
import { audience, clientId, LocalEntra, tenantId } from '../../sign-in/local-entra.ts';
import { breakDatabase, breakNova, breakRequests, faultsAt } from './breakages.ts';
import type { Haystack } from './find-secrets.ts';
import type { NovaRecorder } from './nova-recorder.ts';
import { accountsOfRun, registerEverything } from './registrations.ts';
import { ProxyProgram } from './proxy-program.ts';

export interface RunParts {
  /** A folder of this run's own. */
  dir: string;
  sandbox: RunningSandbox;
  nova: NovaRecorder;
  /** `DATA_DIR` or `DATABASE_URL`. */
  ledger: Record<string, string>;
  /** Carries out a statement in the ledger's database, beside the proxy. */
  execute: (statement: string) => Promise<void>;
  /** All that the ledger's database keeps. */
  kept: () => Promise<Haystack[]>;
}

export interface RunResult {
  secrets: Record<string, string[]>;
  haystacks: Haystack[];
}

const onCreate = { method: 'POST', path: '/v1/distributions' };

/**
 * A run in which every secret of the product is used and everything goes wrong once: sign-in by codes and by Entra ID,
 * staging with every outcome, approval, refresh, resolving, a lock, broken requests, a Nova that refuses or answers
 * nonsense, a database that fails, and starts that fail. All at the most talkative log level, over TLS.
 */
export async function fullRun(parts: RunParts): Promise<RunResult> {
  const { dir, nova, sandbox } = parts;
  const { key, cert } = await localhostCertificate();
  writeFileSync(join(dir, 'key.pem'), key);
  writeFileSync(join(dir, 'cert.pem'), cert);
  writeFileSync(join(dir, 'secret'), `${sandbox.clientSecret}\n`);
  writeFileSync(
    join(dir, 'limits.json'),
    JSON.stringify({ largestPayment: { USD: '5000' }, approval: { from: { USD: '1000' } } }),
  );
  const environment = {
    ...{ NOVA_BASE_URL: nova.url, NOVA_CLIENT_ID: sandbox.clientId, NOVA_MODE: 'sandbox' },
    ...{ NOVA_MAX_TRIES: '2', NOVA_RETRY_PAUSE_MS: '1', NOVA_BREAKER_FAILURES: '1000' },
    ...{ TLS_CERT_FILE: join(dir, 'cert.pem'), TLS_KEY_FILE: join(dir, 'key.pem') },
    ...{ LIMITS_FILE: join(dir, 'limits.json'), PANE_DIR: dir, PORT: '0', STOP_GRACE_MS: '200' },
    ...{ ACCOUNT_HASH_KEY: randomBytes(32).toString('base64url'), LOG_LEVEL: 'trace', ...parts.ledger },
  };
  const secrets: Record<string, string[]> = {
    'key of the account hashes': [environment.ACCOUNT_HASH_KEY],
    'client secret': [sandbox.clientSecret],
    'TLS key': [
      key.replace(/-----[^-]+-----|\s/g, ''),
      ...key.split(/\r?\n/).filter((line) => line.length > 40),
    ],
    'account number': [nova.accountNumber, ...accountsOfRun.flatMap(({ needles }) => needles)],
    'database password': [new URL(parts.ledger['DATABASE_URL'] ?? 'postgres://x').password].filter(
      (password) => password !== '',
    ),
    ...{ 'sign-in code': [], 'session token': [], 'token of Entra': [] },
  };
  const said: Haystack[] = [];
  const hear = (name: string, program: ProxyProgram) => {
    said.push({ name: `${name}: standard output`, bytes: Buffer.from(program.stdout) });
    said.push({ name: `${name}: log`, bytes: Buffer.from(program.stderr) });
    said.push({ name: `${name}: answers`, bytes: Buffer.from(program.answers) });
  };
  const withProgram = async (
    name: string,
    more: Record<string, string>,
    work: (program: ProxyProgram) => Promise<void>,
  ) => {
    const program = new ProxyProgram('src/proxy/main.ts', [], { ...environment, ...more }, cert);
    try {
      await program.ready();
      await work(program);
    } finally {
      await program.stop();
    }
    hear(name, program);
  };

  const people = { Preparer: ['preparer', 'approver'], Approver: ['approver'], Boss: ['admin'] } as const;
  for (const [name, roles] of Object.entries(people)) {
    await userDirectory(
      { dataDir: parts.ledger['DATA_DIR'] ?? '', databaseUrl: parts.ledger['DATABASE_URL'] ?? null },
      (users) => users.add({ name, roles, live: false }),
    );
  }
  await withProgram('by codes', { NOVA_CLIENT_SECRET: sandbox.clientSecret }, async (program) => {
    await workDay(program, parts, secrets);
    // While the proxy runs, the newest of it stands in the write-ahead log only.
    said.push(...(await parts.kept()).map((one) => ({ ...one, name: `running ${one.name}` })));
    // What is printed for whoever asked is printed; nothing else may say it.
    program.stdout = program.stdout.replace(/Sign-in code for .*/g, '');
  });
  const entra = await LocalEntra.start();
  try {
    const byEntra = {
      ...{ NOVA_CLIENT_SECRET_FILE: join(dir, 'secret'), SIGN_IN: 'entra', ENTRA_TENANT_ID: tenantId },
      ...{ ENTRA_CLIENT_ID: clientId, ENTRA_AUDIENCE: audience, ENTRA_AUTHORITY: entra.authority },
    };
    await withProgram('by Entra ID', byEntra, (program) => entraDay(program, entra, secrets));
  } finally {
    await entra.close();
  }
  await failedStarts(environment, parts, hear);
  for (const args of [
    ['export', '--format', 'csv'],
    ['export', '--format', 'jsonl'],
    ['check'],
    ['verify'],
  ]) {
    const cli = new ProxyProgram('src/proxy/ledger-cli.ts', args, parts.ledger);
    if ((await cli.ended()) !== 0) throw new Error(cli.stderr);
    hear(`ledger ${args.join(' ')}`, cli);
  }
  secrets['access token of Nova'] = [...nova.accessTokens];
  return { secrets, haystacks: [...said, ...(await parts.kept())] };
}

/** Sign-in by codes, every outcome of staging, approval, and what breaks. */
async function workDay(
  program: ProxyProgram,
  parts: RunParts,
  secrets: Record<string, string[]>,
): Promise<void> {
  const signIn = async (name: string) => {
    const code = await program.newCode(name);
    secrets['sign-in code']?.push(code, code.replaceAll('-', ''));
    const almost = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A');
    await program.ask('POST', '/api/sign-in', { code: almost });
    await program.ask('POST', '/api/sign-in', { code, extra: [code] }, code);
    const before = program.answers.length;
    const { body } = await program.ask('POST', '/api/sign-in', {
      code: (await program.newCode(name)).toLowerCase(),
    });
    const { token } = JSON.parse(body) as { token: string };
    // The one answer that has to hold it.
    program.answers =
      program.answers.slice(0, before) + program.answers.slice(before).replace(`"${token}"`, '"…"');
    secrets['session token']?.push(token);
    return { token, code };
  };
  const [preparer, approver, boss] = [
    await signIn('Preparer'),
    await signIn('Approver'),
    await signIn('Boss'),
  ];
  await stageEverything(program, parts, {
    preparer: preparer.token,
    approver: approver.token,
    boss: boss.token,
  });
  await registerEverything(program, parts, {
    preparer: preparer.token,
    approver: approver.token,
    boss: boss.token,
  });
  await breakRequests(program, preparer);
  await breakNova(program, parts, preparer.token);
  await breakDatabase(program, parts, preparer.token);
  await program.ask('POST', '/api/sign-out', undefined, approver.token);
  await program.ask('GET', '/api/session', undefined, approver.token);
}

async function stageEverything(
  program: ProxyProgram,
  { sandbox }: RunParts,
  tokens: { preparer: string; approver: string; boss: string },
): Promise<void> {
  const order = faultsAt(sandbox);
  const stage = async (change: Parameters<typeof aDistribution>[0] = {}) => {
    const distribution = aDistribution(change);
    const { body } = await program.ask(
      'POST',
      '/api/distributions',
      { distribution, source: aSource },
      tokens.preparer,
    );
    return { distribution, outcome: JSON.parse(body) as Record<string, string> };
  };
  const accepted = await stage();
  const distributionIds = [accepted.outcome['distributionId']];
  await program.ask('POST', '/api/distributions/refresh', { distributionIds }, tokens.preparer);
  await program.ask('POST', '/api/distributions/staged', { distributionIds }, tokens.preparer);
  await program.ask(
    'POST',
    '/api/distributions/lookup',
    { distributions: [accepted.distribution] },
    tokens.preparer,
  );
  await order({ kind: 'status', status: 422, code: 'parameter_invalid', match: onCreate });
  const outcomes = [accepted, await stage()];
  for (const kind of ['lost-response', 'half-body', 'not-json', 'refuse', 'drop-payments'] as const) {
    await order({ kind, times: 2, match: onCreate });
    outcomes.push(await stage());
  }
  const unknown = outcomes.find(({ outcome }) => outcome['outcome'] === 'unknown')?.outcome ?? {};
  const resolve = (how: string, body: unknown, token: string) =>
    program.ask('POST', `/api/entries/${unknown['entryId'] ?? ''}/${how}`, body, token);
  await resolve('declare-never-created', { reason: 'Looked at in Nova' }, tokens.boss);
  await resolve('link', { distributionId: distributionIds[0], reason: 'Looked at in Nova' }, tokens.boss);
  const large = { paymentCount: 20 };
  for (const decision of ['approve', 'return', 'approve']) {
    const { outcome } = await stage(large);
    if (outcome['outcome'] !== 'awaiting-approval') throw new Error(JSON.stringify(outcome));
    const path = `/api/approvals/${outcome['entryId'] ?? ''}`;
    await program.ask('GET', path, undefined, tokens.approver);
    const body = { contentHash: outcome['contentHash'], reason: 'Not this month' };
    await program.ask('POST', `${path}/${decision}`, body, tokens.preparer);
    await program.ask('POST', `${path}/${decision}`, body, tokens.approver);
  }
  await stage({ payments: [{ ...accepted.distribution.payments[0], amountCents: 6_000_00 }] });
  await fetch(`${sandbox.url}/control/faults`, { method: 'DELETE' });
  await order({ kind: 'wrong-livemode', match: onCreate });
  await stage();
  const { body } = await program.ask('GET', '/api/mode-lock', undefined, tokens.boss);
  const { since } = (JSON.parse(body) as { lock: { since: string } }).lock;
  const release = { since, reason: 'Looked at in Nova' };
  const released = await program.ask('POST', '/api/mode-lock/release', release, tokens.boss);
  if (released.status !== 200) throw new Error(released.body);
  await fetch(`${sandbox.url}/control/faults`, { method: 'DELETE' });
  for (const path of [
    '/api/approvals',
    '/api/history',
    '/api/history.csv',
    '/openapi.json',
    '/readyz',
    '/metrics',
  ])
    await program.ask('GET', path, undefined, tokens.boss);
}

async function entraDay(
  program: ProxyProgram,
  entra: LocalEntra,
  secrets: Record<string, string[]>,
): Promise<void> {
  const token = await entra.tokenFor({
    oid: randomBytes(8).toString('hex'),
    name: 'By Entra',
    roles: ['preparer'],
  });
  // The middle and the last part; the first one is the same for every token of this key.
  secrets['token of Entra']?.push(...token.split('.').slice(1));
  const stage = { distribution: aDistribution(), source: aSource };
  await program.ask('POST', '/api/distributions', stage, token);
  await program.ask('GET', `/api/session?token=${token}`, undefined, token);
  await program.ask('GET', `/api/${token.slice(0, 2_000)}`, undefined, token);
  await program.ask('GET', '/api/session', undefined, `${token.slice(0, -4)}AAAA`);
  await program.ask('POST', '/api/sign-in', { code: token });
  await program.ask('POST', '/api/sign-out', undefined, token);
}

/** A proxy that cannot start says why, and may be looked at by anybody who restarts it. */
async function failedStarts(
  environment: Record<string, string>,
  { ledger, dir, sandbox }: RunParts,
  hear: (name: string, program: ProxyProgram) => void,
): Promise<void> {
  const url = ledger['DATABASE_URL'];
  const elsewhere = (change: (url: URL) => void) => {
    const other = new URL(url ?? '');
    change(other);
    return other.href;
  };
  const NOVA_CLIENT_SECRET = sandbox.clientSecret;
  const wrong: Record<string, string>[] = [
    { NOVA_CLIENT_SECRET, TLS_CERT_FILE: join(dir, 'key.pem') },
    { NOVA_CLIENT_SECRET, NOVA_MODE: NOVA_CLIENT_SECRET, PORT: NOVA_CLIENT_SECRET },
    { NOVA_CLIENT_SECRET, NOVA_CLIENT_SECRET_FILE: join(dir, 'secret') },
    { NOVA_CLIENT_SECRET, NOVA_BASE_URL: `https://user:${NOVA_CLIENT_SECRET}@nova.example.com` },
    ...(url === undefined
      ? []
      : [
          { NOVA_CLIENT_SECRET, DATABASE_URL: elsewhere((it) => (it.pathname = '/no_such_database')) },
          { NOVA_CLIENT_SECRET, DATABASE_URL: elsewhere((it) => (it.username = 'nobody_here')) },
          { NOVA_CLIENT_SECRET, DATABASE_URL: elsewhere((it) => (it.port = '9')) },
          { NOVA_CLIENT_SECRET, DATABASE_URL: elsewhere((it) => (it.hostname = 'nowhere.invalid')) },
          { NOVA_CLIENT_SECRET, DATABASE_URL: url.replace('postgres:', 'mysql:') },
        ]),
  ];
  for (const [index, change] of wrong.entries()) {
    const program = new ProxyProgram('src/proxy/main.ts', [], { ...environment, ...change });
    if ((await program.ended()) === 0) throw new Error(`start ${index} did not fail`);
    hear(`failed start ${index + 1}`, program);
  }
}
