import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { novaModeSchema, organizationIdSchema } from '../contract/index.ts';
import { signInVariables } from './config-sign-in.ts';

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

export const builtPaneDir = fileURLToPath(new URL('../../dist/pane', import.meta.url));
/** Where a build puts the pane of the version before. */
export const keptPaneDir = fileURLToPath(new URL('../../dist/pane-previous', import.meta.url));

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

/** A group of variables under its title, in the order of the reference. */
const nova = {
  NOVA_BASE_URL: baseUrlSchema.describe("Nova's address"),
  NOVA_CLIENT_ID: required('the client id that Nova gave you').describe('the client id that Nova gave you'),
  NOVA_CLIENT_SECRET: required('the client secret that Nova gave you').describe(
    'the client secret that Nova gave you; with `NOVA_CLIENT_SECRET_FILE` the file is read anew for each exchange of a token, so that a new secret needs no restart',
  ),
  NOVA_ORGANIZATION_ID: organizationIdSchema
    .optional()
    .describe('`org_…`, where the credentials see several organizations; else the credentials imply it'),
  NOVA_MODE: z
    .enum(novaModeSchema.options, {
      error: ({ input }) =>
        input === undefined ? 'is missing: set it to sandbox or live' : 'must be sandbox or live',
    })
    .describe('the mode that the credentials are of; an answer of the other mode stops all sending'),
  NOVA_TIMEOUT_MS: whole(' milliseconds', 100, 600_000, 30_000).describe(
    'the longest that one request to Nova may take, its answer included',
  ),
  NOVA_MAX_TRIES: whole('', 1, 20, 4).describe(
    'how often one request is sent before the proxy gives up for now',
  ),
  NOVA_RETRY_PAUSE_MS: whole(' milliseconds', 1, 60_000, 500).describe(
    'the pause after the first failed try; it doubles with each further one',
  ),
  NOVA_MAX_CONCURRENT: whole('', 1, 64, 8).describe('how many requests to Nova may be under way at once'),
  NOVA_BREAKER_FAILURES: whole('', 1, 1000, 10).describe(
    'after so many failures in a row Nova counts as down, and is left alone for a while',
  ),
  NOVA_BREAKER_PAUSE_MS: whole(' milliseconds', 1, 600_000, 5_000).describe(
    'how long it is left alone then, before one request tries whether it is back',
  ),
};

const ledger = {
  DATA_DIR: required(
    'a folder of its own for the ledger; it must outlive the program and be backed up',
  ).describe(
    'the folder of a ledger in SQLite, for one replica: it must outlive the program, and be backed up; not needed with `DATABASE_URL`',
  ),
  DATABASE_URL: databaseUrlSchema
    .optional()
    .describe('`postgres://…`: the ledger in a PostgreSQL instead, for one replica or several'),
  ACCOUNT_HASH_KEY: accountHashKeySchema
    .optional()
    .describe(
      'the key of the hashes that the proxy keeps of account numbers, drawn at random (`openssl rand -base64 32`), the same for every replica and for good; required in live mode, else one is made in `DATA_DIR`',
    ),
  LEASE_MS: whole(' milliseconds', 500, 600_000, 30_000).describe(
    'how long after its last sign of life another replica takes over what one was sending',
  ),
  MAX_WAITING: whole('', 1, 100_000, 1_000).describe(
    'how many submissions may be under way in one replica; more are refused with `busy`',
  ),
  PAYEE_MEMORY_MINUTES: whole(' minutes', 0, 60, 5).describe(
    'how long an entity or a contact that was looked up for a check, and was as it should be, is not looked up again',
  ),
};

const serving = {
  HOST: z.string().default('127.0.0.1').describe('the address that it listens at; `0.0.0.0` is all of them'),
  PORT: whole('', 0, 65_535, 3000).describe('the port that it listens at; 0 lets the system choose'),
  TLS_CERT_FILE: file
    .optional()
    .describe('serve https itself, with this certificate; without, put the proxy behind something that does'),
  TLS_KEY_FILE: file.optional().describe("the certificate's key; both or neither"),
  TRUSTED_PROXIES: trustedProxiesSchema.describe(
    'addresses and ranges of the reverse proxies whose `X-Forwarded-For` is believed',
  ),
  PANE_DIR: z.string().default(builtPaneDir).describe('the built pane'),
  PREVIOUS_PANE_DIR: file
    .optional()
    .describe(
      'the pane of the version before, for panes that are open since then; `dist/pane-previous` where a build kept one',
    ),
  FRAME_ANCESTORS: frameAncestorsSchema.describe('who may frame the pane: origins, separated by spaces'),
  REQUEST_TIMEOUT_MS: whole(' milliseconds', 100, 600_000, 120_000).describe(
    'how long a client may take to send a request; its head 20 seconds at most',
  ),
  STOP_GRACE_MS: whole(' milliseconds', 0, 600_000, 20_000).describe(
    'how long a stop waits for what is being sent, before it records the rest as unknown',
  ),
};

const signIn = {
  ...signInVariables,
  ENTRA_AUTHORITY: plainAddress('must be an address', 'https://login.microsoftonline.com/…')
    .optional()
    .describe("where people sign in; Microsoft's own address for the tenant unless given"),
  SIGN_IN_CODE_MINUTES: whole(' minutes', 1, 1440, 15).describe('how long a sign-in code is good'),
  SESSION_HOURS: whole(' hours', 1, 24, 12).describe('how long a sign-in by code is good'),
  SESSION_IDLE_MINUTES: whole(' minutes', 5, 1440, 60).describe(
    "how long it is good without a person's request",
  ),
};

const guards = {
  LIMITS_FILE: file
    .optional()
    .describe('limits and approval, a JSON file that README.md describes; the same for all replicas'),
  API_REQUESTS_PER_MINUTE: whole('', 1, 1_000_000, 3000).describe('how many requests one user may make'),
  ADDRESS_REQUESTS_PER_MINUTE: whole('', 1, 10_000_000, 12_000).describe(
    'how many may come from one address, which an office may share',
  ),
};

const watching = {
  METRICS_TOKEN: z
    .string()
    .regex(
      /^[\w.~+/=-]{32,512}$/,
      'must be 32 characters or more without spaces, such as 32 random bytes in hexadecimal',
    )
    .optional()
    .describe(
      'what Prometheus has to show as a bearer token at `/metrics`; without, there is no such address',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info')
    .describe('from which level on lines are logged'),
};

/** For the reference: each variable under the title of its group. */
export const variableGroups: readonly { title: string; variables: Readonly<Record<string, z.ZodType>> }[] = [
  { title: 'Nova', variables: nova },
  { title: 'The ledger', variables: ledger },
  { title: 'Serving', variables: serving },
  { title: 'Signing in', variables: signIn },
  { title: 'Limits', variables: guards },
  { title: 'Watching it', variables: watching },
];

export const baseSchema = z.object({ ...nova, ...ledger, ...serving, ...signIn, ...guards, ...watching });
