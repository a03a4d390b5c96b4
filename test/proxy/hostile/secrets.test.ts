import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { describePostgres, serverUrl } from '../databases.ts';
import { findSecrets } from './secrets/find-secrets.ts';
import type { Haystack } from './secrets/find-secrets.ts';
import { fullRun } from './secrets/full-run.ts';
import type { RunParts, RunResult } from './secrets/full-run.ts';
import { NovaRecorder } from './secrets/nova-recorder.ts';

const patienceMs = 240_000;

async function runOn(dir: string, parts: Pick<RunParts, 'ledger' | 'execute' | 'kept'>): Promise<RunResult> {
  const clientSecret = `sk_test_${randomBytes(24).toString('base64url')}`;
  const sandbox = await startSandbox({ clientSecret, clientId: 'desk-of-the-secrets-test' });
  const nova = await NovaRecorder.start(sandbox.url);
  try {
    return await fullRun({ dir, sandbox, nova, ...parts });
  } finally {
    await nova.close();
    await sandbox.close();
  }
}

/** What the run must have said and kept; where it did not, nothing would be found in nothing. */
const saidInEach = [
  ...[
    'incoming request',
    'request failed',
    'internal-error',
    'nova-unavailable',
    'mode-mismatch',
    'limit-exceeded',
  ],
  ...['awaiting-approval', 'unknown', 'rejected', 'second-person-required', 'not-awaiting', 'code-wrong'],
  ...['By Entra', '"openapi":"3.1.0"', 'request-too-large', 'Nova refused the client id'],
];

function expectTalkative({ secrets, haystacks }: RunResult): void {
  // Told by the missing words, so that no failure prints what the haystacks hold.
  const isSaid = (word: string) => haystacks.some(({ bytes }) => bytes.includes(word));
  expect(saidInEach.filter((word) => !isSaid(word))).toEqual([]);
  const least = { 'sign-in code': 6, 'session token': 3, 'access token of Nova': 8, 'token of Entra': 2 };
  const few = Object.entries(least).filter(([kind, count]) => (secrets[kind]?.length ?? 0) < count);
  expect(few).toEqual([]);
}

describe('no log, answer, output or database holds a secret of a whole run', () => {
  test(
    'on SQLite',
    async () => {
      const dir = await mkdtemp(join(tmpdir(), 'distribution-desk-secrets-'));
      const dataDir = join(dir, 'ledger');
      const file = join(dataDir, 'ledger.sqlite');
      const result = await runOn(dir, {
        ledger: { DATA_DIR: dataDir },
        async execute(statement) {
          const database = new DatabaseSync(file, { timeout: 5_000 });
          database.exec(statement);
          database.close();
        },
        kept: async () =>
          Promise.all(
            (await readdir(dataDir)).map(async (name): Promise<Haystack> => {
              return { name, bytes: await readFile(join(dataDir, name)) };
            }),
          ),
      });
      expectTalkative(result);
      expect(result.haystacks.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['running ledger.sqlite-wal', 'ledger.sqlite']),
      );
      expect(findSecrets(result.secrets, result.haystacks)).toEqual([]);
      await rm(dir, { recursive: true });
    },
    patienceMs,
  );

  describePostgres((kind) => {
    test(
      'with a password for the database',
      async () => {
        const dir = await mkdtemp(join(tmpdir(), 'distribution-desk-secrets-'));
        const place = await kind.newPlace();
        const url = new URL(place.environment['DATABASE_URL'] ?? '');
        const role = `desk_${randomBytes(6).toString('hex')}`;
        const password = randomBytes(24).toString('base64url');
        const execute = async (statement: string, at = url.href) => {
          const client = new Client({ connectionString: at });
          await client.connect();
          try {
            return (await client.query(statement)).rows as Record<string, unknown>[];
          } finally {
            await client.end();
          }
        };
        await execute(`create role ${role} login superuser password '${password}'`, serverUrl);
        const own = new URL(url.href);
        [own.username, own.password] = [role, password];
        const result = await runOn(dir, {
          ledger: { DATABASE_URL: own.href },
          execute: (statement) => execute(statement).then(() => undefined),
          async kept() {
            const tables = await execute(
              "select table_name from information_schema.tables where table_schema = 'public'",
            );
            return Promise.all(
              tables.map(async ({ table_name: name }): Promise<Haystack> => {
                const rows = await execute(`select * from "${String(name)}"`);
                return { name: `table ${String(name)}`, bytes: Buffer.from(JSON.stringify(rows)) };
              }),
            );
          },
        });
        expectTalkative(result);
        expect(result.haystacks.map(({ name }) => name)).toContain('table ledger_entry');
        expect(findSecrets({ ...result.secrets, 'database password': [password] }, result.haystacks)).toEqual(
          [],
        );
        await place.remove();
        await execute(`drop role ${role}`, serverUrl);
        await rm(dir, { recursive: true });
      },
      patienceMs,
    );
  });
});

describe('a secret is found', () => {
  const secret = 'sk_test_R4nd0m+and/long&enough"for_all';
  const bytes = Buffer.from(secret);
  test.each<[string, string]>([
    ['as it is', `token=${secret}.`],
    ['in capitals', secret.toUpperCase()],
    ['as a text in JSON', JSON.stringify({ secret })],
    ['URL-encoded', encodeURIComponent(secret)],
    ['form-encoded', String(new URLSearchParams({ secret }))],
    ['in hexadecimal', bytes.toString('hex')],
    ...['', 'a', 'ab', 'abc'].map((before): [string, string] => [
      `in base64 after "${before}"`,
      Buffer.from(`${before}${secret}:`).toString('base64'),
    ]),
    ['in base64url', Buffer.from(`x${secret}`).toString('base64url')],
    ['cut short', secret.slice(0, 25)],
    ['without its beginning', secret.slice(15)],
  ])('%s', (_form, text) => {
    const haystack = { name: 'a log', bytes: Buffer.from(`before ${text} after`) };
    expect(findSecrets({ secret: [secret] }, [haystack])).toContainEqual(
      expect.stringMatching(/^secret in a log/),
    );
    expect(findSecrets({ secret: ['another-secret-of-this-length-or-so'] }, [haystack])).toEqual([]);
  });
});
