import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { novaModeSchema, organizationIdSchema } from '../contract/index.ts';
import type { Limits, OrganizationId } from '../contract/index.ts';
import { isIP } from 'node:net';
import { readSecretFiles } from './config-secrets.ts';
import { checkSignIn, readSignIn, signInVariables } from './config-sign-in.ts';
import type { SignInConfig } from './config-sign-in.ts';
import { ConfigError } from './errors.ts';
import { noLimits, readLimitsFile } from './limits/limits-file.ts';

export type { EntraConfig, SignInConfig } from './config-sign-in.ts';

/**
 * Who may frame the pane. Microsoft publishes no list for add-ins; these are the hosts under which Excel on the web is
 * known to run (Office on the web's own hosts, SharePoint and OneDrive, the Microsoft 365 app, `excel.cloud.microsoft`,
 * Teams). `FRAME_ANCESTORS` replaces the list, for instance for a national cloud.
 */
export const officeFrameAncestors: readonly string[] = [
  "'self'",
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft.com',
  'https://*.sharepoint.com',
  'https://onedrive.live.com',
];

const builtPaneDir = fileURLToPath(new URL('../../dist/pane', import.meta.url));
/** Where a build puts the pane of the version before. */
const keptPaneDir = fileURLToPath(new URL('../../dist/pane-previous', import.meta.url));

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]', '::1'];

export function isLoopback(host: string): boolean {
  return loopbackHosts.includes(host) || /^127\.\d+\.\d+\.\d+$/.test(host);
}

const plainAddress = (error: string, example: string) =>
  z.string({ error }).transform((text, context) => {
    const url = URL.parse(text);
    const fail = (message: string) => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    if (url === null) return fail(`must be a full address such as ${example}`);
    if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
      return fail('must be a plain address, without a user name, a question mark or a hash');
    }
    const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
    if (!secure) return fail('must begin with https:// (http:// is accepted for this machine only)');
    return url.href.replace(/\/+$/, '');
  });

const baseUrlSchema = plainAddress(
  'is missing: set it to the address of Nova, for example https://api-sandbox.nova.net',
  'https://api.nova.net',
);

const required = (what: string) => z.string({ error: `is missing: set it to ${what}` });
const whole = (name: string, low: number, high: number, fallback: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${low} to ${high}${name}` })
    .int(`must be a whole number from ${low} to ${high}${name}`)
    .min(low, `must be a whole number from ${low} to ${high}${name}`)
    .max(high, `must be a whole number from ${low} to ${high}${name}`)
    .default(fallback);

/** Paths and `'self'` apart, a source is a scheme, a host with an optional leading wildcard, and an optional port. */
const frameAncestorsSchema = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((source) => source !== ''))
  .pipe(
    z
      .array(
        z
          .string()
          .regex(
            /^('self'|'none'|https?:\/\/(\*\.)?[A-Za-z0-9.-]+(:(\d+|\*))?)$/,
            "must be a list of origins such as https://*.sharepoint.com, separated by spaces ('self' and 'none' are words too)",
          ),
      )
      .min(1, 'must name at least one origin'),
  )
  .default([...officeFrameAncestors]);

/** `10.0.0.5`, `10.0.0.0/8` or `fd00::/8`; a name would have to be looked up, and a wrong answer would be trusted. */
const trustedProxiesSchema = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((address) => address !== ''))
  .pipe(
    z.array(
      z.string().refine(isAddressOrRange, 'must be a list of IP addresses and ranges such as 10.0.0.0/8'),
    ),
  )
  .default([]);

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  // A range of all addresses would let anybody say where they come from.
  return bits === undefined || (/^\d{1,3}$/.test(bits) && +bits > 0 && +bits <= (version === 4 ? 32 : 128));
}

const file = z.string().refine((path) => existsSync(path), 'names a file that does not exist');

/** The address of a PostgreSQL; checked as a URL only, and never repeated in a sentence, because it may hold a password. */
const databaseUrlSchema = z
  .string()
  .refine((text) => ['postgres:', 'postgresql:'].includes(URL.parse(text)?.protocol ?? ''), {
    error: 'must be the address of a PostgreSQL, such as postgres://user@host:5432/database',
  });

const accountHashKeySchema = z
  .string()
  .min(32, 'must be at least 32 characters drawn at random, such as openssl rand -base64 32 prints');

const baseSchema = z.object({
  NOVA_BASE_URL: baseUrlSchema,
  NOVA_CLIENT_ID: required('the client id that Nova gave you'),
  NOVA_CLIENT_SECRET: required('the client secret that Nova gave you'),
  NOVA_ORGANIZATION_ID: organizationIdSchema.optional(),
  NOVA_MODE: z.enum(novaModeSchema.options, {
    error: ({ input }) =>
      input === undefined ? 'is missing: set it to sandbox or live' : 'must be sandbox or live',
  }),
  NOVA_TIMEOUT_MS: whole(' milliseconds', 100, 600_000, 30_000),
  NOVA_MAX_TRIES: whole('', 1, 20, 4),
  NOVA_RETRY_PAUSE_MS: whole(' milliseconds', 1, 60_000, 500),
  NOVA_MAX_CONCURRENT: whole('', 1, 64, 8),
  NOVA_BREAKER_FAILURES: whole('', 1, 1000, 10),
  NOVA_BREAKER_PAUSE_MS: whole(' milliseconds', 1, 600_000, 5_000),
  DATABASE_URL: databaseUrlSchema.optional(),
  ACCOUNT_HASH_KEY: accountHashKeySchema.optional(),
  LEASE_MS: whole(' milliseconds', 500, 600_000, 30_000),
  MAX_WAITING: whole('', 1, 100_000, 1_000),
  DATA_DIR: required('a folder of its own for the ledger; it must outlive the program and be backed up'),
  HOST: z.string().default('127.0.0.1'),
  PORT: whole('', 0, 65_535, 3000),
  TLS_CERT_FILE: file.optional(),
  TLS_KEY_FILE: file.optional(),
  PANE_DIR: z.string().default(builtPaneDir),
  PREVIOUS_PANE_DIR: file.optional(),
  FRAME_ANCESTORS: frameAncestorsSchema,
  ...signInVariables,
  ENTRA_AUTHORITY: plainAddress('must be an address', 'https://login.microsoftonline.com/…').optional(),
  SIGN_IN_CODE_MINUTES: whole(' minutes', 1, 1440, 15),
  SESSION_HOURS: whole(' hours', 1, 24, 12),
  SESSION_IDLE_MINUTES: whole(' minutes', 5, 1440, 60),
  TRUSTED_PROXIES: trustedProxiesSchema,
  API_REQUESTS_PER_MINUTE: whole('', 1, 1_000_000, 3000),
  ADDRESS_REQUESTS_PER_MINUTE: whole('', 1, 10_000_000, 12_000),
  REQUEST_TIMEOUT_MS: whole(' milliseconds', 100, 600_000, 120_000),
  STOP_GRACE_MS: whole(' milliseconds', 0, 600_000, 20_000),
  LIMITS_FILE: file.optional(),
  METRICS_TOKEN: z
    .string()
    .regex(
      /^[\w.~+/=-]{32,512}$/,
      'must be 32 characters or more without spaces, such as 32 random bytes in hexadecimal',
    )
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
});

type Environment = z.infer<typeof baseSchema>;

function checkCertificate(values: Environment, context: z.RefinementCtx<Environment>): void {
  if ((values.TLS_CERT_FILE === undefined) === (values.TLS_KEY_FILE === undefined)) return;
  const missing = values.TLS_CERT_FILE === undefined ? 'TLS_CERT_FILE' : 'TLS_KEY_FILE';
  context.addIssue({
    code: 'custom',
    path: [missing],
    message: 'is missing: TLS needs both TLS_CERT_FILE and TLS_KEY_FILE, or neither',
  });
}

/** A key that lies beside the ledger is lost, or found, together with it. That is good enough for a trial only. */
function checkAccountKey(values: Environment, context: z.RefinementCtx<Environment>): void {
  if (values.NOVA_MODE !== 'live' || values.ACCOUNT_HASH_KEY !== undefined) return;
  const message =
    'is missing: in live mode set it to 32 or more characters drawn at random (openssl rand -base64 32 prints some), the same for every replica and for good, and keep it apart from the backups of the ledger';
  context.addIssue({ code: 'custom', path: ['ACCOUNT_HASH_KEY'], message });
}

const withFolderSchema = baseSchema
  .superRefine(checkCertificate)
  .superRefine(checkSignIn)
  .superRefine(checkAccountKey);
/** A ledger in PostgreSQL needs no folder. */
const withDatabaseSchema = baseSchema
  .extend({ DATA_DIR: z.string().default('') })
  .superRefine(checkCertificate)
  .superRefine(checkSignIn)
  .superRefine(checkAccountKey);

/** What the proxy runs by. Durations in milliseconds unless the name says otherwise. */
export interface Config {
  nova: {
    /** Without a slash at its end. */
    baseUrl: string;
    clientId: string;
    clientSecret: string;
    organizationId: OrganizationId | null;
    mode: 'sandbox' | 'live';
    /** The longest that one request to Nova may take, its answer included. */
    timeoutMs: number;
    /** How often one request is sent before the proxy gives up for now. */
    maxTries: number;
    /** The pause after the first failed try; it doubles with each further one. */
    retryPauseMs: number;
    /** How many requests to Nova may be under way at once. */
    maxConcurrent: number;
    /** After so many failures in a row Nova counts as down, and nothing is sent for a while. */
    breakerFailures: number;
    /** How long nothing is sent then, before one request tries whether Nova is back. */
    breakerPauseMs: number;
  };
  /** The folder of a ledger in SQLite. */
  dataDir: string;
  /** The PostgreSQL that holds the ledger instead, for several replicas; null for SQLite in `dataDir`. */
  databaseUrl: string | null;
  /** The key of the hashes that stand for account numbers; null leaves it to a ledger in SQLite to make one. */
  accountHashKey: string | null;
  /** How long after a sign of life another replica may take over what one was sending. */
  leaseMs: number;
  /** How many submissions may be under way at once, all users together, before further ones are refused. */
  maxWaiting: number;
  host: string;
  /** 0 lets the system choose. */
  port: number;
  tls: { certFile: string; keyFile: string } | null;
  paneDir: string;
  /** The built pane of the version before, for panes that are open since then; null where there is none. */
  previousPaneDir: string | null;
  frameAncestors: readonly string[];
  signIn: SignInConfig;
  signInCodeMinutes: number;
  /** How long a token is good that a code was exchanged for, and how long without a request. */
  session: { lifeMs: number; idleMs: number };
  /** The reverse proxies whose word about where a request comes from is taken; empty when there is none. */
  trustedProxies: readonly string[];
  /** Of one user. */
  apiRequestsPerMinute: number;
  /** Of one address, which a whole office may share. */
  addressRequestsPerMinute: number;
  /** How long a client may take to send one request. */
  requestTimeoutMs: number;
  /** How long a stop waits for what is being sent, before it records the rest as unknown. */
  stopGraceMs: number;
  /** What submissions are held to; see `limits-file.ts`. */
  limits: Limits;
  /** What a program has to show that asks for `/metrics`; null where nobody may. */
  metricsToken: string | null;
  logLevel: Environment['LOG_LEVEL'];
}

/**
 * Reads the configuration from environment variables; an empty value counts as missing.
 * Throws a `ConfigError` with one sentence per missing or wrong value. No sentence repeats a value, because any of them
 * may be a secret that was put under the wrong name.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given: Record<string, string> = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [] : [[name, value]],
    ),
  );
  const { values: present, problems } = readSecretFiles(given);
  const schema = present.DATABASE_URL === undefined ? withFolderSchema : withDatabaseSchema;
  const parsed = schema.safeParse(present);
  if (!parsed.success) problems.push(...problemsOf(parsed.error));
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const values = parsed.data;
  return {
    nova: {
      baseUrl: values.NOVA_BASE_URL,
      clientId: values.NOVA_CLIENT_ID,
      clientSecret: values.NOVA_CLIENT_SECRET,
      organizationId: values.NOVA_ORGANIZATION_ID ?? null,
      mode: values.NOVA_MODE,
      timeoutMs: values.NOVA_TIMEOUT_MS,
      maxTries: values.NOVA_MAX_TRIES,
      retryPauseMs: values.NOVA_RETRY_PAUSE_MS,
      maxConcurrent: values.NOVA_MAX_CONCURRENT,
      breakerFailures: values.NOVA_BREAKER_FAILURES,
      breakerPauseMs: values.NOVA_BREAKER_PAUSE_MS,
    },
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL ?? null,
    accountHashKey: values.ACCOUNT_HASH_KEY ?? null,
    leaseMs: values.LEASE_MS,
    maxWaiting: values.MAX_WAITING,
    host: values.HOST,
    port: values.PORT,
    tls:
      values.TLS_CERT_FILE !== undefined && values.TLS_KEY_FILE !== undefined
        ? { certFile: values.TLS_CERT_FILE, keyFile: values.TLS_KEY_FILE }
        : null,
    paneDir: values.PANE_DIR,
    previousPaneDir:
      values.PREVIOUS_PANE_DIR ??
      (values.PANE_DIR === builtPaneDir && existsSync(keptPaneDir) ? keptPaneDir : null),
    frameAncestors: values.FRAME_ANCESTORS,
    signIn: readSignIn(values, values.ENTRA_AUTHORITY),
    signInCodeMinutes: values.SIGN_IN_CODE_MINUTES,
    session: { lifeMs: values.SESSION_HOURS * 3_600_000, idleMs: values.SESSION_IDLE_MINUTES * 60_000 },
    trustedProxies: values.TRUSTED_PROXIES,
    apiRequestsPerMinute: values.API_REQUESTS_PER_MINUTE,
    addressRequestsPerMinute: values.ADDRESS_REQUESTS_PER_MINUTE,
    requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
    stopGraceMs: values.STOP_GRACE_MS,
    limits: values.LIMITS_FILE === undefined ? noLimits : readLimitsFile(values.LIMITS_FILE),
    metricsToken: values.METRICS_TOKEN ?? null,
    logLevel: values.LOG_LEVEL,
  };
}

/** The first problem of each variable, as `NAME what is wrong.` */
function problemsOf(error: z.ZodError): string[] {
  const firsts = new Map<string, string>();
  for (const issue of error.issues) {
    const name = String(issue.path[0]);
    if (!firsts.has(name)) firsts.set(name, `${name} ${issue.message}.`);
  }
  return [...firsts.values()];
}
