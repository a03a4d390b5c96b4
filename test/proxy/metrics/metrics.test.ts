import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectPath } from '../../../src/scripts/project-path.ts';
import { systemClock } from '../../../src/proxy/clock.ts';
import { aDistribution, firstUser, ProxyUnderTest } from '../proxy-under-test.ts';

const token = 'f'.repeat(64);
let under: ProxyUnderTest;
beforeAll(async () => {
  under = await ProxyUnderTest.start({
    environment: { METRICS_TOKEN: token, NOVA_BREAKER_FAILURES: '3', NOVA_BREAKER_PAUSE_MS: '600000' },
    overrides: { clock: systemClock },
  });
});
afterAll(() => under.stop());

async function scrape(): Promise<string> {
  const { status, body, headers } = await under.request<string>('GET', '/metrics', undefined, token);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^text\/plain/);
  return body;
}

/** The value of the one series that has all of these labels. */
function valueOf(text: string, name: string, ...labels: string[]): number {
  const found = text
    .split('\n')
    .filter((line) => /^([a-z_]+)/.exec(line)?.[1] === name && labels.every((label) => line.includes(label)));
  expect([name, found.length]).toEqual([name, 1]);
  return Number(found[0]?.split(' ').at(-1));
}

test('they are for whoever has the token, and for nobody who is signed in', async () => {
  expect((await under.request('GET', '/metrics', undefined, '')).status).toBe(401);
  expect((await under.request('GET', '/metrics')).status).toBe(401);
  expect((await under.request('GET', '/metrics', undefined, `${token}f`)).status).toBe(401);
  expect((await under.request('GET', '/api/session', undefined, token)).status).toBe(401);
});

test('without a token in the configuration there are none', async () => {
  await under.proxyBeside(
    async (beside) => {
      expect((await beside.request('GET', '/metrics', undefined, token)).status).toBe(404);
    },
    { METRICS_TOKEN: '' },
  );
});

test('they tell outcomes, times, the token, what is open and what was refused, and name nobody', async () => {
  const distribution = aDistribution();
  await under.stage(distribution);
  await under.stage(distribution);
  await under.orderFaults({
    ...{ kind: 'lost-response', times: 1_000 },
    match: { method: 'POST', path: '/v1/distributions' },
  });
  expect(await under.stage(aDistribution())).toMatchObject({ outcome: 'unknown' });
  await under.post('/api/sign-in', { code: 'AAAA-BBBB-CCCC' });
  const text = await scrape();

  expect(valueOf(text, 'distribution_desk_outcomes_total', 'outcome="accepted"')).toBe(1);
  expect(valueOf(text, 'distribution_desk_outcomes_total', 'outcome="unknown"')).toBe(1);
  expect(valueOf(text, 'distribution_desk_open_entries', 'state="unknown"')).toBe(1);
  expect(valueOf(text, 'distribution_desk_open_entries', 'state="awaiting"')).toBe(0);
  expect(valueOf(text, 'distribution_desk_oldest_unknown_seconds')).toBeLessThan(60);
  expect(valueOf(text, 'distribution_desk_breaker_open')).toBe(1);
  expect(valueOf(text, 'distribution_desk_mode_locked')).toBe(0);
  expect(valueOf(text, 'distribution_desk_ledger_up')).toBe(1);
  expect(valueOf(text, 'distribution_desk_nova_token_age_seconds')).toBeLessThan(60);
  expect(valueOf(text, 'distribution_desk_refusals_total', 'code="code-wrong"')).toBe(1);
  const staged = ['method="POST"', 'route="/api/distributions"', 'status="2xx"'];
  expect(valueOf(text, 'distribution_desk_api_request_duration_seconds_count', ...staged)).toBe(3);
  const created = ['operation="POST /v1/distributions"'];
  expect(valueOf(text, 'distribution_desk_nova_request_duration_seconds_count', ...created, '2xx')).toBe(1);
  expect(valueOf(text, 'distribution_desk_nova_request_duration_seconds_count', ...created, 'broken')).toBe(
    3,
  );
  const exchange = ['operation="POST /oauth/token"', 'result="2xx"'];
  expect(valueOf(text, 'distribution_desk_nova_request_duration_seconds_count', ...exchange)).toBe(1);

  for (const secret of [firstUser, token, distribution.name, distribution.vehicle, 'Payouts.xlsx', 'dst_']) {
    expect(text).not.toContain(secret);
  }
});

test('an address that somebody makes up adds no series of its own', async () => {
  await under.request('GET', '/api/made-up-by-somebody');
  await under.request('GET', '/made-up-by-somebody');
  expect(await scrape()).not.toContain('made-up');
});

test('every figure that the dashboard asks for is there, and every one of ours is on it', async () => {
  const dashboard = readFileSync(projectPath('deploy/grafana-dashboard.json'), 'utf8');
  const { panels } = JSON.parse(dashboard) as { panels: { targets?: { expr: string }[] }[] };
  const asked = panels.flatMap(({ targets = [] }) =>
    targets.flatMap(({ expr }) => expr.match(/\b(?:distribution_desk|process|nodejs)_[a-z0-9_]+/g) ?? []),
  );
  expect(asked.length).toBeGreaterThan(12);
  const text = await scrape();
  const told = new Set(text.match(/^[a-z_0-9]+/gm));
  expect(asked.filter((name) => !told.has(name))).toEqual([]);
  const own = [...text.matchAll(/^# TYPE (distribution_desk_\w+)/gm)].map(([, name]) => name ?? '');
  expect(own.filter((name) => !dashboard.includes(name))).toEqual([]);
});
