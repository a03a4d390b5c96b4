import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ProxyUnderTest } from './proxy-under-test.ts';

const cli = fileURLToPath(new URL('../../src/proxy/users-cli.ts', import.meta.url));

let under: ProxyUnderTest;
beforeEach(async () => {
  under = await ProxyUnderTest.start({ overrides: { clock: { now: () => Date.now() } } });
});
afterEach(() => under.stop());

async function users(...words: string[]): Promise<{ status: number; output: string; errors: string }> {
  const child = spawn(process.execPath, [cli, ...words], {
    env: { PATH: process.env.PATH ?? '', DATA_DIR: under.dataDir },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  const [status] = (await once(child, 'close')) as [number];
  return { status, output, errors };
}

describe('npm run users, while a proxy runs', () => {
  test('adds somebody, whose code the proxy takes, and ends their tokens at once', async () => {
    expect((await users('add', 'Desk', 'One', '--role', 'preparer', '--role', 'approver')).status).toBe(0);
    const printed = (await users('code', 'Desk One')).output;
    const code = /Sign-in code for Desk One: (\S+) /.exec(printed)?.[1] ?? '';
    const reply = await under.request<{ token: string }>('POST', '/api/sign-in', { code }, '');
    const session = () => under.request('GET', '/api/session', undefined, reply.body.token);
    expect(await session()).toMatchObject({
      status: 200,
      body: { userName: 'Desk One', roles: ['preparer', 'approver'] },
    });
    expect((await users('list')).output).toContain('Desk One: preparer, approver\n');

    expect((await users('revoke', 'Desk One')).status).toBe(0);
    expect((await session()).status).toBe(401);
    expect((await users('disable', 'Desk One')).status).toBe(0);
    expect((await users('code', 'Desk One')).errors).toContain('is disabled');
    expect((await users('list')).output).toContain('Desk One: preparer, approver, disabled\n');
  });

  test.each([
    [['add', 'Jo'], 'Say which roles'],
    [['add', 'Jo', '--role', 'king'], 'There is no role king'],
    [['revoke', 'Nobody'], 'There is nobody called Nobody'],
    [['list', 'all'], 'Usage'],
    [['frobnicate', 'Jo'], 'Usage'],
    [['add', 'Jo', '--force'], 'Usage'],
  ])('says what is wrong with %j', async (words, sentence) => {
    const { status, output, errors } = await users(...words);
    expect({ status, output }).toEqual({ status: 1, output: '' });
    expect(errors).toContain(sentence);
  });
});
