import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { Limits, OrganizationId } from '../contract/index.ts';
import { readSecretFiles } from './config-secrets.ts';
import { checkSignIn, readSignIn } from './config-sign-in.ts';
import type { SignInConfig } from './config-sign-in.ts';
import { baseSchema, builtPaneDir, keptPaneDir } from './config-variables.ts';
import { ConfigError } from './errors.ts';
import { noLimits, readLimitsFile } from './limits/limits-file.ts';

export type { EntraConfig, SignInConfig } from './config-sign-in.ts';
export { isLoopback, officeFrameAncestors } from './config-variables.ts';

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
    /** Where the two come from and are read anew for each exchange of a token; null where they are no files. */
    clientIdFile: string | null;
    clientSecretFile: string | null;
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
  /** How long an entity or a contact that was retrieved for a check of payees is not asked about again. */
  payeeMemoryMs: number;
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
      clientIdFile: present['NOVA_CLIENT_ID_FILE'] ?? null,
      clientSecretFile: present['NOVA_CLIENT_SECRET_FILE'] ?? null,
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
    payeeMemoryMs: values.PAYEE_MEMORY_MINUTES * 60_000,
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
