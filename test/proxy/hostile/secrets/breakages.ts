import type { RunningSandbox } from '../../../../src/sandbox/server.ts';
import { aDistribution, aSource } from '../../proxy-under-test.ts';
import type { RunParts } from './full-run.ts';
import { aRegistration } from './registrations.ts';
import type { ProxyProgram } from './proxy-program.ts';

const onToken = { method: 'POST', path: '/oauth/token' };

/** Good secrets where they do not belong: in addresses, in the wrong member, in what is no HTTP at all. */
export async function breakRequests(
  program: ProxyProgram,
  { token, code }: { token: string; code: string },
): Promise<void> {
  const encoded = encodeURIComponent(` ${code} `);
  for (const secret of [token, code, code.toLowerCase(), code.replaceAll('-', ''), encoded]) {
    await program.ask('GET', `/api/session?token=${secret}`);
    await program.ask('GET', `/api/${secret}/session`, undefined, token);
    await program.ask('GET', `/sign-in/${secret}`);
    await program.ask('GET', `/api/history?from=${secret}`, undefined, token);
  }
  await program.ask('POST', '/api/sign-in', `{"code":"${code}"`);
  await program.ask('POST', '/api/sign-in', { code: { nested: code }, [code]: token });
  await program.ask('POST', '/api/sign-in', { code: code.repeat(800) });
  await program.ask('POST', '/api/distributions', { [token]: token, distribution: code }, token);
  await program.ask('POST', '/api/distributions', token, token);
  await program.ask('POST', '/api/distributions', '{}', token, { 'content-type': token });
  await program.ask('GET', '/api/session', undefined, `${token.slice(0, -1)}_x`);
  await program.ask('GET', '/api/session', undefined, '', {
    authorization: `Basic ${btoa(`user:${token}`)}`,
  });
  const bearer = `authorization: Bearer ${token}\r\ncookie: token=${token}\r\n`;
  for (const head of [`GET /api/session HTTP/9.9\r\n${bearer}`, `${token}\r\n${bearer}`, `GET /${token}`])
    await program.sendRaw(`${head}\r\n\r\n`);
  await program.sendRaw(`GET / HTTP/1.1\r\nhost: desk\r\n${bearer}x-long: ${'x'.repeat(20_000)}\r\n\r\n`);
  await program.sendRaw(`GET / HTTP/1.1\r\nhost: desk\r\nexpect: ${token}\r\nconnection: close\r\n\r\n`);
}

/** A Nova that refuses the credentials, repeats them, or gives a token in what is no answer. */
export async function breakNova(
  program: ProxyProgram,
  { nova, sandbox }: RunParts,
  token: string,
): Promise<void> {
  const order = faultsAt(sandbox);
  const stage = () =>
    program.ask('POST', '/api/distributions', { distribution: aDistribution(), source: aSource }, token);
  const expire = () => fetch(`${sandbox.url}/control/tokens/expire`, { method: 'POST' });
  const json = 'application/json';
  const { clientSecret } = sandbox;
  nova.tokenAnswers.push(
    { status: 200, type: json, body: 'TOKEN' },
    { status: 200, type: json, body: '{"access_token":"TOKEN","token_type":"bearer"' },
    { status: 200, type: json, body: '{"access_token":"TOKEN","token_type":"mac"}' },
    { status: 200, type: 'text/html', body: '<p>TOKEN</p>' },
    {
      status: 400,
      type: json,
      body: `{"error":"invalid_request","error_description":"TOKEN ${clientSecret}"}`,
    },
    { status: 401, type: json, body: `{"error":"invalid_client","error_description":"${clientSecret}"}` },
    { status: 500, type: json, body: `{"token":"TOKEN","secret":"${clientSecret}"}` },
  );
  while (nova.tokenAnswers.length > 0) {
    const before = nova.tokenAnswers.length;
    await expire();
    const answer = await stage();
    if (nova.tokenAnswers.length === before) throw new Error(`no token was asked for: ${answer.body}`);
  }
  for (const fault of [{ kind: 'refuse' }, { kind: 'half-body' }, { kind: 'status', status: 401 }] as const) {
    await expire();
    await order({ ...fault, times: 2, match: onToken });
    await stage();
  }
  await fetch(`${sandbox.url}/control/faults`, { method: 'DELETE' });
}

/** Each table away for a moment, so that every statement fails once with what it was given. */
export async function breakDatabase(
  program: ProxyProgram,
  { execute }: RunParts,
  token: string,
): Promise<void> {
  for (const table of ['session', 'users', 'sign_in_code', 'audit_log', 'ledger_entry']) {
    const code =
      table === 'sign_in_code' || table === 'session' ? await program.newCode('Boss') : 'ABCD-EFGH-JKLM';
    await execute(`alter table ${table} rename to ${table}_away`);
    try {
      await program.ask('POST', '/api/sign-in', { code });
      await program.ask(
        'POST',
        '/api/distributions',
        { distribution: aDistribution(), source: aSource },
        token,
      );
      await program.ask('POST', '/api/registrations', aRegistration(), token);
      await program.ask('GET', '/api/history', undefined, token);
      await program.ask('GET', '/readyz');
    } finally {
      await execute(`alter table ${table}_away rename to ${table}`);
    }
  }
}

/** Orders faults of the sandbox. */
export function faultsAt(sandbox: RunningSandbox) {
  return async (fault: unknown) => {
    const response = await fetch(`${sandbox.url}/control/faults`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify([fault]),
    });
    if (!response.ok) throw new Error(await response.text());
  };
}
