import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { loadConfig } from '../proxy/index.ts';
import { systemClock } from '../proxy/clock.ts';
import { openLedger } from '../proxy/ledger/database.ts';
import { createSignIn } from '../proxy/sign-in/sign-in.ts';
import type { SignIn } from '../proxy/sign-in/sign-in.ts';

const requestsPerRound = 2_000;
const rounds = 5;
const tenantId = '11111111-2222-3333-4444-555555555555';
const clientId = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';

/** What it costs per request to know who asks: a token of ours in SQLite, and one of Entra's with its signature. */
export async function benchSignIn(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-bench-sign-in-'));
  const issuer = await startIssuer();
  try {
    const base = {
      ...{ NOVA_BASE_URL: 'https://nova.example.com', NOVA_CLIENT_ID: 'id', NOVA_CLIENT_SECRET: 'secret' },
      ...{ NOVA_MODE: 'sandbox', DATA_DIR: dir },
    };
    const ledger = await openLedger(loadConfig(base), systemClock);
    const byCodes = createSignIn(loadConfig(base), ledger.database, ledger.clock);
    await byCodes.users.add({ name: 'Bench', roles: ['preparer'], live: false });
    const own = (await byCodes.exchange(await byCodes.codes.issue('Bench')))?.token ?? '';
    const entra = {
      ...{ SIGN_IN: 'entra', ENTRA_TENANT_ID: tenantId, ENTRA_CLIENT_ID: clientId },
      ENTRA_AUTHORITY: issuer.authority,
    };
    const byEntra = createSignIn(loadConfig({ ...base, ...entra }), ledger.database, ledger.clock);
    console.log(
      `Knowing who asks, per request (median of ${rounds} rounds of ${requestsPerRound}, one at a time):`,
    );
    console.log(`  a token of ours, looked up in SQLite   ${await microseconds(byCodes, own)} µs`);
    console.log(`  a token of Entra's, RS256 and SQLite   ${await microseconds(byEntra, issuer.token)} µs`);
    await ledger.close();
  } finally {
    await issuer.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function microseconds(signIn: SignIn, token: string): Promise<number> {
  if ((await signIn.identify(token)) === null) throw new Error('the token of the benchmark is not good');
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedMs = performance.now();
    for (let turn = 0; turn < requestsPerRound; turn += 1) await signIn.identify(token);
    times.push(((performance.now() - startedMs) * 1_000) / requestsPerRound);
  }
  return Math.round(times.sort((left, right) => left - right)[Math.floor(rounds / 2)] ?? 0);
}

/** The keys of a tenant on this machine, and a token that one of them signed. */
async function startIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256', use: 'sig' };
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] })),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const authority = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${tenantId}`;
  const claims = {
    tid: tenantId,
    oid: 'bench',
    ver: '2.0',
    scp: 'access',
    roles: ['preparer'],
    name: 'By Entra',
  };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
    .setIssuer(`${authority}/v2.0`)
    .setAudience(clientId)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(privateKey);
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { authority, token, close };
}
