import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  entityIdSchema,
  type EntityId,
  type PayeeCheckRequest,
  type PayeeCheckResponse,
} from '../contract/index.ts';
import { loadConfig, startProxy } from '../proxy/index.ts';
import { startSandbox } from '../sandbox/server.ts';
import { reportLine } from './measure.ts';

/** As many ids as one request of the pane names. */
const idsAtOnce = 200;

/**
 * The entities of a table before a Nova that takes `delayMs` for each, against retrieving one after the other without a
 * proxy in between. The sequential way is measured on a tenth of them, because it takes long.
 */
export async function benchPayees(entityCount: number, delayMs: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-bench-payees-'));
  const sandbox = await startSandbox();
  const proxy = await startProxy(
    loadConfig({
      ...{ NOVA_BASE_URL: sandbox.url, NOVA_CLIENT_ID: sandbox.clientId, NOVA_MODE: 'sandbox' },
      ...{ NOVA_CLIENT_SECRET: sandbox.clientSecret, DATA_DIR: dir, PANE_DIR: dir, PORT: '0' },
      LOG_LEVEL: 'silent',
    }),
  );
  try {
    const ids = Array.from({ length: entityCount }, (_, index) => entityIdSchema.parse(`ent_Bench${index}`));
    for (const id of ids) {
      await post(`${sandbox.url}/control/entities`, { id, name: `Bench ${id}`, instructionsCount: 1 });
    }
    const match = { method: 'GET', path: '/v1/entities/*' };
    const calls = entityCount + Math.ceil(entityCount / 10);
    await post(`${sandbox.url}/control/faults`, [{ kind: 'delay', delayMs, match, times: calls }]);
    const oneByOneMs = (await retrieveOneByOne(sandbox, ids.slice(0, Math.ceil(entityCount / 10)))) * 10;
    await proxy.ensureUser({ name: 'Bench', roles: ['viewer'], live: false });
    const code = await proxy.issueSignInCode('Bench');
    const { token } = await post<{ token: string }>(`${proxy.url}/api/sign-in`, { code });
    const checkMs = await checkAll(proxy.url, token, ids);
    const againMs = await checkAll(proxy.url, token, ids);
    console.log(`${entityCount.toLocaleString('en-US')} payees, Nova takes ${delayMs} ms for each`);
    console.log(reportLine('floor: one call after the other (a tenth of them, times ten)', oneByOneMs));
    console.log(reportLine('the payee check, in parts of 200', checkMs, oneByOneMs));
    console.log(reportLine('the same again, within minutes', againMs, oneByOneMs));
  } finally {
    await proxy.close();
    await sandbox.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function post<T = unknown>(url: string, body: unknown, token?: string): Promise<T> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const headers = { 'content-type': 'application/json', ...authorization };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as T;
}

async function retrieveOneByOne(
  sandbox: { url: string; clientId: string; clientSecret: string },
  ids: readonly EntityId[],
): Promise<number> {
  const { access_token: token } = await post<{ access_token: string }>(`${sandbox.url}/oauth/token`, {
    ...{ grant_type: 'client_credentials', client_id: sandbox.clientId },
    client_secret: sandbox.clientSecret,
  });
  const startMs = performance.now();
  for (const id of ids) {
    const response = await fetch(`${sandbox.url}/v1/entities/${id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`${id} was answered with ${response.status}`);
    await response.json();
  }
  return performance.now() - startMs;
}

async function checkAll(proxyUrl: string, token: string, ids: readonly EntityId[]): Promise<number> {
  const startMs = performance.now();
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    const request: PayeeCheckRequest = { entities: ids.slice(start, start + idsAtOnce), contacts: [] };
    const { entities } = await post<PayeeCheckResponse>(`${proxyUrl}/api/payees/check`, request, token);
    if (entities.some(({ found }) => found !== 'yes')) throw new Error('A payee was not found');
  }
  return performance.now() - startMs;
}

/** Where `answerForPayees` answers. */
export const payeesAddress = '**/api/payees/check';

/**
 * Answers for the proxy that every payee is as it should be, where the pane's own work is measured: the tables of the
 * benchmarks name more entities than the sandbox knows.
 */
export async function answerForPayees(page: Page): Promise<void> {
  await page.route(payeesAddress, async (route) => {
    const { entities, contacts } = route.request().postDataJSON() as PayeeCheckRequest;
    const known = { found: 'yes', name: ' ', externalReference: null, instructionsCount: 1 };
    await route.fulfill({
      json: { entities: entities.map(() => known), contacts: contacts.map(() => known) },
    });
  });
}
