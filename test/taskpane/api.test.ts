import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  automaticHeader,
  requestIdHeader,
  requestIdSchema,
  type DistributionId,
  type DistributionRequest,
} from '../../src/contract/index.ts';
import { createProxyClient, type EarlyProxyClient, type ProxyError } from '../../src/taskpane/api.ts';
import { noticeOf } from '../../src/taskpane/notices.ts';
import { setLanguage } from '../../src/words/index.ts';
import { say, told } from '../../src/words/said.ts';
import { planOf, payoutTable, rejected } from '../support/builders.ts';
import { memoryStorage } from './desk-in-memory.ts';

interface Call {
  path: string;
  authorization: string | undefined;
  automatic: string | undefined;
  requestId: string | undefined;
  body: unknown;
}

let server: Server;
let calls: Call[];
let answer: (call: Call) => { status: number; body: string };
let client: EarlyProxyClient;
const storage = memoryStorage();

beforeEach(async () => {
  calls = [];
  storage.remove('distribution-desk.token');
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => (text += String(part)));
    request.on('end', () => {
      const call = {
        path: request.url ?? '',
        authorization: request.headers.authorization,
        automatic: request.headers[automaticHeader] as string | undefined,
        requestId: request.headers[requestIdHeader] as string | undefined,
        body: text === '' ? null : (JSON.parse(text) as unknown),
      };
      calls.push(call);
      const { status, body } = answer(call);
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  client = createProxyClient(storage, (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const json = (status: number, body: unknown) => () => ({ status, body: JSON.stringify(body) });
const signIn = { token: 'secret-token', expiresAt: '2026-03-02T20:00:00Z', userName: 'Preparer' };

function request(): DistributionRequest {
  const [distribution] = planOf(payoutTable([{}])).distributions;
  if (distribution === undefined) throw new Error('The table makes no distribution');
  return distribution.request;
}
const source = { workbook: 'payouts.xlsx', sheet: 'Payouts' };

async function failureOf(work: Promise<unknown>): Promise<ProxyError> {
  return work.then(
    () => {
      throw new Error('It did not fail');
    },
    (error: ProxyError) => error,
  );
}

describe('the token', () => {
  test('is sent with every request after the sign-in, and no more after signing out', async () => {
    answer = json(200, signIn);
    await client.signIn('CODE');
    expect(calls[0]).toMatchObject({ path: '/api/sign-in', body: { code: 'CODE' } });
    expect(calls[0]?.authorization).toBeUndefined();
    answer = json(200, rejected('No.'));
    await client.stage({ distribution: request(), source });
    expect(calls[1]).toMatchObject({ path: '/api/distributions', authorization: 'Bearer secret-token' });
    client.signOut();
    await client.stage({ distribution: request(), source });
    const after = calls.find(({ path }, index) => index > 1 && path === '/api/distributions');
    expect(after).toBeDefined();
    expect(after?.authorization).toBeUndefined();
    // The session is ended at the proxy too, with the token that it had.
    expect(calls.find(({ path }) => path === '/api/sign-out')?.authorization).toBe('Bearer secret-token');
    expect(client.hasToken()).toBe(false);
  });
});

describe('asked ahead', () => {
  const paths = () => calls.map(({ path }) => path);

  test('the ways to sign in are asked for once, then anew; without a token nothing else is', async () => {
    answer = json(200, { codes: true });
    client.askAhead();
    expect(await client.methods()).toEqual({ codes: true });
    expect(paths()).toEqual(['/api/sign-in/methods']);
    await client.methods();
    expect(paths()).toEqual(['/api/sign-in/methods', '/api/sign-in/methods']);
  });

  test('with a token the session is asked for at the same time, and what fails fails where it is waited for', async () => {
    answer = json(200, signIn);
    await client.signIn('CODE');
    calls = [];
    answer = ({ path }) =>
      path === '/api/session'
        ? { status: 401, body: JSON.stringify({ error: { code: 'sign-in-required', message: 'Again.' } }) }
        : { status: 200, body: JSON.stringify({ codes: true }) };
    client.askAhead();
    await client.methods();
    expect((await failureOf(client.session())).code).toBe('sign-in-required');
    expect(paths().toSorted()).toEqual(['/api/session', '/api/sign-in/methods']);
    expect((await failureOf(client.session())).code).toBe('sign-in-required');
    expect(paths()).toHaveLength(3);
  });

  test('after a start without the proxy, who tries again hears what the proxy says now', async () => {
    answer = json(200, signIn);
    await client.signIn('CODE');
    const isSession = (path: string) => path === '/api/session';
    let isDown = true;
    answer = ({ path }) => {
      if (!isSession(path)) return json(isDown ? 503 : 200, isDown ? {} : { codes: true })();
      // The first question about the session was asked while the proxy was down, whenever it arrives.
      return json(calls.filter((call) => isSession(call.path)).length === 1 ? 503 : 401, {})();
    };
    client.askAhead();
    await failureOf(client.methods());
    isDown = false;
    await client.methods();
    expect((await failureOf(client.session())).code).toBe('sign-in-required');
  });

  test('a session asked for with a code is not taken for one of an account', async () => {
    storage.write('distribution-desk.token', 'left-over');
    const entra = {
      tenantId: 'tenant',
      clientId: 'client',
      authority: 'https://login.example.com/tenant',
      scope: 'api://desk/use',
    };
    answer = ({ path }) =>
      json(path === '/api/session' ? 401 : 200, path === '/api/session' ? {} : { entra })();
    const withAccount = createProxyClient(
      storage,
      (path, init) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init),
      async () => ({
        isSignedIn: () => true,
        signIn: async () => undefined,
        token: async () => 'token-of-the-account',
        signOut: () => undefined,
      }),
    );
    withAccount.askAhead();
    await withAccount.methods();
    await failureOf(withAccount.session());
    const asked = calls.filter(({ path }) => path === '/api/session');
    expect(asked.map(({ authorization }) => authorization)).toEqual([
      'Bearer left-over',
      'Bearer token-of-the-account',
    ]);
  });
});

test('what the pane asks by itself says so, with the same token; what a person asks does not', async () => {
  answer = json(200, signIn);
  await client.signIn('CODE');
  answer = json(200, { waiting: [], more: false });
  await client.automatic().approvals();
  await client.approvals();
  expect(calls.slice(1)).toMatchObject([
    { authorization: 'Bearer secret-token', automatic: '1' },
    { authorization: 'Bearer secret-token' },
  ]);
  expect(calls[2]?.automatic).toBeUndefined();
});

describe('the id of a request', () => {
  test('is new with each, and what goes wrong carries the one that was sent', async () => {
    answer = json(503, { error: { code: 'nova-unavailable', message: 'Nova does not answer.' } });
    const failures = [await failureOf(client.session()), await failureOf(client.session())];
    const sent = calls.map(({ requestId }) => requestId);
    expect(sent.map((id) => requestIdSchema.safeParse(id).success)).toEqual([true, true]);
    expect(new Set(sent).size).toBe(2);
    expect(failures.map(({ requestId }) => requestId)).toEqual(sent);
    expect(noticeOf(failures[0])).toMatchObject({ text: 'Nova does not answer.', reference: sent[0] });
  });

  test('is also known of a request without an answer, and not shown for a mistyped code', async () => {
    answer = () => ({ status: 200, body: '{"unexpected"' });
    const unreadable = await failureOf(client.session());
    expect(noticeOf(unreadable).reference).toBe(calls[0]?.requestId);
    answer = json(401, { error: { code: 'code-wrong', message: 'This code is wrong.' } });
    expect(noticeOf(await failureOf(client.signIn('AAAA'))).reference).toBeUndefined();
    server.closeAllConnections();
    server.close();
    const unreachable = await failureOf(client.session());
    expect(unreachable.code).toBe('proxy-unreachable');
    expect(requestIdSchema.safeParse(noticeOf(unreachable).reference).success).toBe(true);
  });
});

describe('failures', () => {
  test("carry the proxy's own code and message", async () => {
    answer = json(503, { error: { code: 'nova-unavailable', message: 'Nova does not answer.' } });
    expect(await failureOf(client.session())).toMatchObject({
      name: 'ProxyError',
      code: 'nova-unavailable',
      message: 'Nova does not answer.',
      status: 503,
      inDoubt: false,
    });
  });

  test.each([
    ['sign-in-required', true],
    ['code-wrong', false],
  ])('401 with the code %s asks for a new sign-in: %s', async (code, expected) => {
    answer = json(401, { error: { code, message: 'No.' } });
    expect((await failureOf(client.session())).signInRequired).toBe(expected);
  });

  test('no answer leaves a request in doubt', async () => {
    server.on('request', (incoming) => incoming.socket.destroy());
    answer = json(200, {});
    const error = await failureOf(client.stage({ distribution: request(), source }));
    expect(error).toMatchObject({ code: 'proxy-unreachable', status: 0, inDoubt: true });
  });

  test.each([
    [200, '<html>A gateway</html>'],
    [200, '{"outcome":"perhaps"}'],
    [502, 'Bad gateway'],
  ])('an answer that cannot be read (%i %s) leaves a request in doubt', async (status, body) => {
    answer = () => ({ status, body });
    const error = await failureOf(client.stage({ distribution: request(), source }));
    expect(error).toMatchObject({ code: 'answer-unreadable', inDoubt: true });
  });
});

test.each(['mode-mismatch', 'internal-error', 'something-new'])(
  'a failure with the code %s leaves a request in doubt',
  async (code) => {
    answer = json(503, { error: { code, message: 'No.' } });
    const error = await failureOf(client.stage({ distribution: request(), source }));
    expect(error).toMatchObject({ code, inDoubt: true });
  },
);

test('a long list is asked about in parts, and the answers keep its order', async () => {
  answer = ({ body }) => {
    const { distributionIds } = body as { distributionIds: string[] };
    const distributions = distributionIds.map((distributionId) => ({
      found: false,
      distributionId,
      code: 'not-found',
      message: 'Gone.',
    }));
    return {
      status: 200,
      body: JSON.stringify({ checkedAt: '2026-03-02T10:00:00Z', distributions }),
    };
  };
  const ids = Array.from({ length: 2_001 }, (_, index) => `dst_${index}` as DistributionId);
  const { distributions } = await client.refresh(ids);
  expect(calls).toHaveLength(2);
  expect(distributions.map(({ distributionId }) => distributionId)).toEqual(ids);
});

test('contents are looked up in parts of at most 5,000 payments, a larger distribution by itself', async () => {
  answer = ({ body }) => {
    const { distributions } = body as { distributions: unknown[] };
    return {
      status: 200,
      body: JSON.stringify({ outcomes: distributions.map(() => null), alike: distributions.map(() => null) }),
    };
  };
  const sized = (count: number): DistributionRequest => {
    const [payment] = request().payments;
    if (payment === undefined) throw new Error('The distribution has no payment');
    return { ...request(), payments: Array.from({ length: count }, () => payment) };
  };
  const { outcomes } = await client.lookup([3_000, 2_000, 1, 6_000, 10, 20].map(sized));
  expect(outcomes).toHaveLength(6);
  const sizes = calls.map(({ body }) =>
    (body as { distributions: DistributionRequest[] }).distributions.map(({ payments }) => payments.length),
  );
  expect(sizes).toEqual([[3_000, 2_000], [1], [6_000], [10, 20]]);
});

test('the new payees of all parts are put together, and are not known when one part does not say', async () => {
  const lists: (string[] | undefined)[] = [['ent_A1', 'ent_B1'], ['ent_B1', 'ent_C1'], ['ent_A1'], undefined];
  answer = ({ body }) => {
    const nothing = (body as { distributions: unknown[] }).distributions.map(() => null);
    return {
      status: 200,
      body: JSON.stringify({ outcomes: nothing, alike: nothing, newPayees: lists.shift() }),
    };
  };
  const [payment] = request().payments;
  if (payment === undefined) throw new Error('The distribution has no payment');
  const large = { ...request(), payments: Array.from({ length: 5_000 }, () => payment) };
  expect((await client.lookup([large, large])).newPayees).toEqual(['ent_A1', 'ent_B1', 'ent_C1']);
  expect((await client.lookup([large, large])).newPayees).toBeUndefined();
});

describe('in the language of the user', () => {
  afterEach(() => setLanguage('en-US'));

  test('an outcome, and an error once it is told', async () => {
    await setLanguage('de-DE');
    answer = json(200, { ...rejected('No.'), ...say(told('rowNotKnown')) });
    const outcome = await client.stage({ distribution: request(), source });
    expect(outcome).toMatchObject({
      outcome: 'rejected',
      message: 'Nova kennt etwas nicht, was die Zeile nennt. Prüfen Sie die Zeile.',
    });
    answer = json(503, { error: { code: 'stopping', ...say(told('serverStopping')) } });
    const failure = await failureOf(client.stage({ distribution: request(), source }));
    expect(noticeOf(failure).text).toMatch(
      /^Der Distribution-Desk-Server wird gerade beendet; es wurde nichts gesendet\./,
    );
  });

  test('a sentence that only a newer proxy knows is shown in its English', async () => {
    await setLanguage('de-DE');
    const said = [{ key: 'newKey', values: { count: 3 }, more: true }];
    answer = json(200, { ...rejected('Something new.'), said });
    expect(await client.stage({ distribution: request(), source })).toMatchObject({
      message: 'Something new.',
    });
    answer = json(409, { error: { code: 'new', message: 'Something new.', said } });
    expect(noticeOf(await failureOf(client.stage({ distribution: request(), source }))).text).toBe(
      'Something new.',
    );
  });
});
