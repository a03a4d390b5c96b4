import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Role } from '../../../src/contract/index.ts';
import { roleSchema } from '../../../src/contract/index.ts';
import { allRoutes } from '../http/all-routes.ts';
import type { RegisteredRoute } from '../http/all-routes.ts';
import { ProxyUnderTest } from '../proxy-under-test.ts';

/** Who may ask what. A route that is not here, or asks for another role than here, fails this suite. */
const needed: Readonly<Record<string, Role>> = {
  'GET /api/session': 'viewer',
  'POST /api/sign-out': 'viewer',
  'POST /api/distributions': 'preparer',
  'POST /api/distributions/lookup': 'viewer',
  'POST /api/distributions/refresh': 'viewer',
  'POST /api/distributions/staged': 'viewer',
  'POST /api/registrations': 'preparer',
  'POST /api/registrations/lookup': 'viewer',
  'POST /api/registrations/:entryId/link': 'admin',
  'POST /api/payees/check': 'viewer',
  'GET /api/approvals': 'viewer',
  'GET /api/approvals/:entryId': 'viewer',
  'POST /api/approvals/:entryId/approve': 'approver',
  // The preparer may take it back; the route itself refuses everybody else who is no approver.
  'POST /api/approvals/:entryId/return': 'viewer',
  'GET /api/history': 'viewer',
  'GET /api/history.csv': 'viewer',
  'GET /api/mode-lock': 'viewer',
  'POST /api/mode-lock/release': 'admin',
  'POST /api/entries/:entryId/link': 'admin',
  'POST /api/entries/:entryId/declare-never-created': 'admin',
};

let under: ProxyUnderTest;
let routes: RegisteredRoute[];
const tokens = new Map<Role, string>();
beforeAll(async () => {
  under = await ProxyUnderTest.start();
  routes = (await allRoutes(under.environment())).filter(
    ({ url, method }) => url.startsWith('/api') && !url.includes('*') && method !== 'HEAD',
  );
  for (const role of roleSchema.options) tokens.set(role, await under.signIn(`Only ${role}`, [role]));
});
afterAll(() => under.stop());

function statusOf(method: string, url: string, token: string): Promise<number | undefined> {
  const path = url.replace(/:\w+/g, 'no-such-entry');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const request = httpRequest(under.proxy.url + path, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject).end(method === 'GET' ? undefined : '{"nothing":"of use"}');
  });
}

test('every route that needs a token is in the table', () => {
  const closed = routes.filter(({ role }) => role !== 'open').map(({ method, url }) => `${method} ${url}`);
  expect(closed.sort()).toEqual(Object.keys(needed).sort());
});

describe.each(roleSchema.options)('%s', (role) => {
  // Signing out ends the token that the rest of the table needs.
  const others = Object.entries(needed).filter(([route]) => !route.endsWith('/sign-out'));
  test.each(others)(`${role} at %s, which needs %s`, async (route, neededRole) => {
    const [method = '', url = ''] = route.split(' ');
    const status = await statusOf(method, url, tokens.get(role) ?? '');
    const isAllowed = neededRole === 'viewer' || neededRole === role;
    if (isAllowed) expect([200, 400, 404]).toContain(status);
    else expect(status).toBe(403);
  });
});

test('nothing was written by any of it', async () => {
  expect(under.readLedger('select * from ledger_entry')).toEqual([]);
  expect(await under.creations()).toHaveLength(0);
});
