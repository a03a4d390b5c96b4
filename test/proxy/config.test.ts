import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ConfigError, loadConfig, officeFrameAncestors } from '../../src/proxy/index.ts';

const complete = {
  NOVA_BASE_URL: 'https://api-sandbox.nova.net/',
  NOVA_CLIENT_ID: 'client',
  NOVA_CLIENT_SECRET: 'very-secret-value',
  NOVA_MODE: 'sandbox',
  DATA_DIR: '/var/lib/desk',
};

function problemsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  throw new Error('accepted');
}

describe('a complete environment', () => {
  test('is read, with defaults for the rest', () => {
    const config = loadConfig(complete);
    expect(config.nova).toEqual({
      baseUrl: 'https://api-sandbox.nova.net',
      clientId: 'client',
      clientSecret: 'very-secret-value',
      clientIdFile: null,
      clientSecretFile: null,
      organizationId: null,
      mode: 'sandbox',
      timeoutMs: 30_000,
      maxTries: 4,
      retryPauseMs: 500,
      maxConcurrent: 8,
      breakerFailures: 10,
      breakerPauseMs: 5_000,
    });
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, tls: null, dataDir: '/var/lib/desk' });
    expect(config.frameAncestors).toEqual(officeFrameAncestors);
  });

  test('with a PostgreSQL needs no folder', () => {
    const { DATA_DIR: _folder, ...rest } = complete;
    const config = loadConfig({ ...rest, DATABASE_URL: 'postgres://desk@db.example.com/ledger' });
    expect(config).toMatchObject({ databaseUrl: 'postgres://desk@db.example.com/ledger', dataDir: '' });
    expect(loadConfig(complete).databaseUrl).toBeNull();
  });

  test('may name who frames the pane', () => {
    const config = loadConfig({
      ...complete,
      FRAME_ANCESTORS: "'self' https://localhost:8443, https://*.example.com",
    });
    expect(config.frameAncestors).toEqual(["'self'", 'https://localhost:8443', 'https://*.example.com']);
  });

  test.each(['http://127.0.0.1:4010', 'http://localhost:4010', 'http://[::1]:4010'])(
    'may use plain http on this machine: %s',
    (url) => expect(loadConfig({ ...complete, NOVA_BASE_URL: url }).nova.baseUrl).toBe(url),
  );
});

describe('what is missing or wrong', () => {
  test('is all said at once, one sentence per value', () => {
    expect(problemsOf({})).toEqual([
      'NOVA_BASE_URL is missing: set it to the address of Nova, for example https://api-sandbox.nova.net.',
      'NOVA_CLIENT_ID is missing: set it to the client id that Nova gave you.',
      'NOVA_CLIENT_SECRET is missing: set it to the client secret that Nova gave you.',
      'NOVA_MODE is missing: set it to sandbox or live.',
      'DATA_DIR is missing: set it to a folder of its own for the ledger; it must outlive the program and be backed up.',
    ]);
  });

  test('live without a key for what is kept of account numbers is refused, and a short one anywhere', () => {
    expect(problemsOf({ ...complete, NOVA_MODE: 'live' })).toEqual([
      expect.stringMatching(/^ACCOUNT_HASH_KEY is missing: in live mode set it to 32 or more characters/),
    ]);
    expect(problemsOf({ ...complete, ACCOUNT_HASH_KEY: 'too short' })).toEqual([
      expect.stringMatching(/^ACCOUNT_HASH_KEY must be at least 32 characters/),
    ]);
    const key = 'k'.repeat(32);
    expect(loadConfig({ ...complete, NOVA_MODE: 'live', ACCOUNT_HASH_KEY: key }).accountHashKey).toBe(key);
    expect(loadConfig(complete).accountHashKey).toBeNull();
  });

  test.each([
    [
      'NOVA_BASE_URL',
      'http://api.nova.net',
      'must begin with https:// (http:// is accepted for this machine only).',
    ],
    ['NOVA_BASE_URL', 'api.nova.net', 'must be a full address such as https://api.nova.net.'],
    [
      'NOVA_BASE_URL',
      'https://user:pass@api.nova.net',
      'must be a plain address, without a user name, a question mark or a hash.',
    ],
    ['NOVA_MODE', 'production', 'must be sandbox or live.'],
    ['NOVA_ORGANIZATION_ID', 'acme', 'must look like org_ followed by letters and digits.'],
    ['NOVA_MAX_TRIES', 'many', 'must be a whole number from 1 to 20.'],
    ['NOVA_TIMEOUT_MS', '5', 'must be a whole number from 100 to 600000 milliseconds.'],
    [
      'DATABASE_URL',
      'mysql://user:password@host/ledger',
      'must be the address of a PostgreSQL, such as postgres://user@host:5432/database.',
    ],
    ['LEASE_MS', '5', 'must be a whole number from 500 to 600000 milliseconds.'],
    ['PORT', '70000', 'must be a whole number from 0 to 65535.'],
    ['LOG_LEVEL', 'loud', 'must be fatal, error, warn, info, debug, trace or silent.'],
  ])('%s=%s', (name, value, sentence) => {
    expect(problemsOf({ ...complete, [name]: value })).toEqual([`${name} ${sentence}`]);
  });

  test('half of a certificate is not enough', () => {
    const problems = problemsOf({ ...complete, TLS_CERT_FILE: import.meta.filename });
    expect(problems).toEqual([
      'TLS_KEY_FILE is missing: TLS needs both TLS_CERT_FILE and TLS_KEY_FILE, or neither.',
    ]);
  });

  test('a certificate that is not there is said by its name', () => {
    const problems = problemsOf({
      ...complete,
      TLS_CERT_FILE: '/no/such',
      TLS_KEY_FILE: import.meta.filename,
    });
    expect(problems).toEqual(['TLS_CERT_FILE names a file that does not exist.']);
  });

  test('an empty value counts as missing', () => {
    expect(problemsOf({ ...complete, NOVA_CLIENT_SECRET: ' ' })[0]).toMatch(/^NOVA_CLIENT_SECRET is missing/);
  });

  test('no sentence repeats a value, which may be a secret under the wrong name', () => {
    const secret = 'sk_test_0123456789';
    const environment = Object.fromEntries(Object.keys(complete).map((name) => [name, secret]));
    const problems = problemsOf({ ...environment, FRAME_ANCESTORS: secret, PORT: secret }).join(' ');
    expect(problems).toContain('FRAME_ANCESTORS must be a list of origins');
    expect(problems).not.toContain(secret);
  });
});

describe('signing in', () => {
  const entra = {
    ...{ ...complete, SIGN_IN: 'entra' },
    ENTRA_TENANT_ID: '11111111-2222-3333-4444-555555555555',
    ENTRA_CLIENT_ID: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
  };

  test('is by codes unless it is by Entra ID, whose addresses follow from the tenant and the application', () => {
    expect(loadConfig(complete).signIn).toEqual({ kind: 'codes' });
    expect(loadConfig(entra).signIn).toEqual({
      ...{ kind: 'entra', tenantId: entra.ENTRA_TENANT_ID, clientId: entra.ENTRA_CLIENT_ID },
      audience: entra.ENTRA_CLIENT_ID,
      authority: `https://login.microsoftonline.com/${entra.ENTRA_TENANT_ID}`,
      scope: `api://${entra.ENTRA_CLIENT_ID}/access`,
    });
  });

  test.each([
    [{ ENTRA_TENANT_ID: undefined }, /^ENTRA_TENANT_ID is missing/],
    [{ ENTRA_CLIENT_ID: 'common' }, /^ENTRA_CLIENT_ID must be/],
    [{ ENTRA_TENANT_ID: 'common' }, /^ENTRA_TENANT_ID must be/],
    [{ ENTRA_AUTHORITY: 'http://login.example.com' }, /^ENTRA_AUTHORITY must begin with https/],
    [{ SIGN_IN: 'both' }, /^SIGN_IN must be codes or entra/],
  ])('says what is wrong with %j', (change, sentence) =>
    expect(problemsOf({ ...entra, ...change })).toEqual([expect.stringMatching(sentence)]),
  );
});

describe('the reverse proxies that are trusted', () => {
  test('are addresses and ranges', () => {
    const config = loadConfig({ ...complete, TRUSTED_PROXIES: '10.0.0.5, fd00::/8' });
    expect(config.trustedProxies).toEqual(['10.0.0.5', 'fd00::/8']);
    expect(loadConfig(complete).trustedProxies).toEqual([]);
  });

  test.each(['true', 'proxy.example.com', '0.0.0.0/0', '::/0', '10.0.0.0/33', '10.0.0.0/8/8'])(
    'are not %s',
    (text) => expect(problemsOf({ ...complete, TRUSTED_PROXIES: text })).toHaveLength(1),
  );
});

describe('a secret in a file', () => {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-secret-'));
  const path = join(dir, 'secret');
  writeFileSync(path, 'from-a-file\n');
  afterAll(() => rmSync(dir, { recursive: true }));
  const { NOVA_CLIENT_SECRET: _secret, ...rest } = complete;

  test('is read without the line break at its end', () => {
    expect(loadConfig({ ...rest, NOVA_CLIENT_SECRET_FILE: path }).nova.clientSecret).toBe('from-a-file');
  });

  test('must be there, and be the only one', () => {
    expect(problemsOf({ ...complete, NOVA_CLIENT_SECRET_FILE: path })).toEqual([
      'NOVA_CLIENT_SECRET and NOVA_CLIENT_SECRET_FILE are both set: keep one of them.',
    ]);
    expect(problemsOf({ ...rest, NOVA_CLIENT_SECRET_FILE: join(dir, 'none') })).toContain(
      'NOVA_CLIENT_SECRET_FILE names a file that cannot be read.',
    );
  });
});
