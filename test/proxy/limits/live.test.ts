/** Who may do more than look in live mode: the person's permission and the list of the limits file have to agree. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ApiError, Outcome, Session } from '../../../src/contract/index.ts';
import { aDistribution, aSource, entityId, firstUser, ProxyUnderTest } from '../proxy-under-test.ts';
import { anEntity, instructionsFor, someInstructions } from '../registrations/registering.ts';

let dir: string;
let under: ProxyUnderTest;
beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'distribution-desk-live-'))));
afterEach(async () => {
  await under.stop();
  await rm(dir, { recursive: true });
});

async function start(limits: unknown): Promise<void> {
  const file = join(dir, 'limits.json');
  await writeFile(file, JSON.stringify(limits));
  under = await ProxyUnderTest.start({
    sandbox: { livemode: true },
    environment: { NOVA_MODE: 'live', LIMITS_FILE: file },
  });
}

/** Signs somebody in with or without the permission for live. */
async function person(name: string, live: boolean): Promise<string> {
  await under.proxy.ensureUser({ name, roles: ['preparer', 'approver'], live });
  return under.signIn(name);
}

const stage = (token: string) =>
  under.request<Outcome & ApiError>(
    'POST',
    '/api/distributions',
    { distribution: aDistribution(), source: aSource },
    token,
  );

describe.each([
  ['without a list', {}],
  ['with a list', { liveUsers: [firstUser, 'Listed', 'Listed without permission'] }],
])('in live mode %s', (_how, limits) => {
  test('somebody without the permission only looks, also where the list names them', async () => {
    await start(limits);
    const token = await person('Listed without permission', false);
    const session = await under.request<Session>('GET', '/api/session', undefined, token);
    expect(session.body).toMatchObject({ mode: 'live', roles: ['viewer'] });
    expect(await stage(token)).toMatchObject({ status: 403, body: { error: { code: 'role-missing' } } });
    expect(await under.created()).toHaveLength(0);
  });

  test('somebody with the permission, and on the list where there is one, stages', async () => {
    await start(limits);
    expect((await stage(await person('Listed', true))).body).toMatchObject({ outcome: 'accepted' });
  });
});

test('a list keeps out whoever has the permission and is not on it, from staging and from approving', async () => {
  await start({ liveUsers: [firstUser], approval: { from: 'always' } });
  const stranger = await person('Not listed', true);
  expect(await stage(stranger)).toMatchObject({
    status: 403,
    body: { error: { code: 'limit-exceeded', message: expect.stringContaining('Not listed') } },
  });
  const registration = instructionsFor(entityId(9), someInstructions());
  for (const one of [registration, { kind: 'entity', items: [anEntity()] }]) {
    const body = { registration: one, source: aSource };
    expect(await under.request('POST', '/api/registrations', body, stranger)).toMatchObject({
      status: 403,
      body: { error: { code: 'limit-exceeded' } },
    });
  }
  const sealed = (await stage(under.token)).body;
  const approval = await under.request(
    'POST',
    `/api/approvals/${sealed.entryId}/approve`,
    { contentHash: sealed.contentHash },
    stranger,
  );
  expect(approval).toMatchObject({ status: 403, body: { error: { code: 'limit-exceeded' } } });
  expect(await under.created()).toHaveLength(0);
});
