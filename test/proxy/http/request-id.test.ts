import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { requestIdHeader, requestIdSchema } from '../../../src/contract/index.ts';
import { aDistribution, aSource, ProxyUnderTest } from '../proxy-under-test.ts';

let under: ProxyUnderTest;
beforeAll(async () => {
  under = await ProxyUnderTest.start();
});
afterAll(() => under.stop());

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';

function send(path: string, requestId: string, body?: unknown): Promise<Response> {
  return fetch(under.proxy.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${under.token}`,
      [requestIdHeader]: requestId,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test("the caller's id names the request in the answer, in each line of the log, and at Nova", async () => {
  const before = under.logLines.length;
  const response = await send('/api/distributions', id, { distribution: aDistribution(), source: aSource });
  expect(response.status).toBe(200);
  expect(response.headers.get(requestIdHeader)).toBe(id);
  await response.text();
  const lines = under.logLines.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);
  const own = lines.filter(({ requestId }) => requestId === id);
  expect(own.map(({ msg, operation }) => operation ?? msg)).toEqual([
    ...['incoming request', 'POST /oauth/token', 'POST /v1/distributions', 'request completed'],
  ]);
  expect(own[2]).toMatchObject({
    ...{ operation: 'POST /v1/distributions', result: 201 },
    durationMs: expect.any(Number),
  });
  expect((await under.creations()).map(({ callerRequestId }) => callerRequestId)).toEqual([id]);
});

test('what the proxy asks by itself has an id of its own', async () => {
  const match = { method: 'POST', path: '/v1/distributions' };
  await under.orderFaults({ kind: 'lost-response', times: 4, match });
  await send('/api/distributions', id, { distribution: aDistribution(), source: aSource });
  const asked = (await under.creations()).length;
  under.time.advanceHours(1);
  under.nextRound();
  while ((await under.creations()).length === asked) await new Promise((resolve) => setTimeout(resolve, 20));
  const { callerRequestId } = (await under.creations()).at(-1) ?? {};
  expect(requestIdSchema.safeParse(callerRequestId).success).toBe(true);
  expect(callerRequestId).not.toBe(id);
});

test.each([
  'x',
  'GB82WEST12345698765432',
  `${id} or more`,
  id.toUpperCase(),
  '9'.repeat(4_000),
  'AAAA-BBBB-CCCC',
])('%.30s is replaced by an id of ours and appears in no line', async (foreign) => {
  const before = under.logLines.length;
  const response = await send('/api/session', foreign);
  const answered = response.headers.get(requestIdHeader) ?? '';
  expect(requestIdSchema.safeParse(answered).success).toBe(true);
  const lines = under.logLines.slice(before).join('');
  expect(lines).toContain(answered);
  expect(lines).not.toContain(foreign.length === 1 ? `"${foreign}"` : foreign);
});

test('refusals carry it too, also where there is no such route or the address cannot be read', async () => {
  for (const path of ['/api/nothing', '/nothing', '/%E0%A4%A']) {
    expect((await send(path, id)).headers.get(requestIdHeader)).toBe(id);
  }
});
