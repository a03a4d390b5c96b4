import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { versionHeader } from '../../../src/contract/index.ts';
import { programVersion } from '../../../src/proxy/program-version.ts';
import { aDistribution, aSource, ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
beforeAll(async () => {
  under = await ProxyUnderTest.start();
});
afterAll(() => under.stop());

function stageAs(version: string | null, token = under.token): Promise<Response> {
  return fetch(`${under.proxy.url}/api/distributions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(version === null ? {} : { [versionHeader]: version }),
    },
    body: JSON.stringify({ distribution: aDistribution(), source: aSource }),
  });
}

test.each([programVersion, '99.0.0', null])('a pane of version %s is served', async (version) => {
  const answer = await stageAs(version);
  expect(answer.status).toBe(200);
  expect(answer.headers.get(versionHeader)).toBe(programVersion);
});

test.each(['0.0.9', '', 'x'.repeat(10_000), '1.2', '1.2.3; drop'])(
  'one that says "%.20s" is told to reload, and nothing is sent for it',
  async (version) => {
    const before = (await under.creations()).length;
    // Also without a sign-in that is still good: reloading comes first.
    for (const token of [under.token, '']) {
      const answer = await stageAs(version, token);
      expect(answer.status).toBe(409);
      expect(answer.headers.get(versionHeader)).toBe(programVersion);
      expect(await answer.json()).toMatchObject({ error: { code: 'pane-outdated' } });
    }
    expect(await under.creations()).toHaveLength(before);
  },
);

test('what is no pane, such as a health check, is asked for no version', async () => {
  const answer = await fetch(`${under.proxy.url}/healthz`, { headers: { [versionHeader]: '0.0.9' } });
  expect(answer.status).toBe(200);
});
