import { randomUUID } from 'node:crypto';
import type { Server } from 'node:tls';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { systemClock, systemSleep, toInstant } from './clock.ts';
import type { Clock, Sleep } from './clock.ts';
import type { Config } from './config.ts';
import { openLedger } from './ledger/database.ts';
import type { OpenLedger } from './ledger/database.ts';
import { readCertificate } from './http/create-server.ts';
import { openToAll } from './http/authenticate.ts';
import { ApprovalEntries } from './ledger/approval-entries.ts';
import { LedgerEntries } from './ledger/entries.ts';
import { assertLedgerFits } from './ledger/identity.ts';
import { ModeLock } from './ledger/mode-lock.ts';
import { LimitPolicy } from './limits/limit-policy.ts';
import { createMetrics } from './metrics/metrics.ts';
import { createWatch } from './metrics/watch.ts';
import { createBreaker, guardTokens } from './nova/breaker.ts';
import { createNovaClient } from './nova/client.ts';
import { createLimiter } from './nova/limiter.ts';
import { createTokenSource } from './nova/token.ts';
import { versionOfPane } from './pane-files.ts';
import { createPayeeChecker } from './payees/payee-checker.ts';
import { programVersion } from './program-version.ts';
import { openAccountKey } from './registrations/account-key.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import type { NewUser } from './sign-in/users.ts';
import { createAdmission } from './staging/admission.ts';
import { startRecall } from './staging/recall.ts';
import { Stager } from './staging/stager.ts';

/** What a test puts in the place of time, chance and the log. */
export interface ProxyOverrides {
  clock?: Clock;
  sleep?: Sleep;
  random?: () => number;
  /** How the time between two rounds of asking for unknown entries is waited for; the system's time unless given. */
  idle?: Sleep;
  /** Gets each log line; the standard error stream unless given. */
  logStream?: { write(line: string): void };
  /** Serves more files on the same origin, open to all, for a demonstration without Excel. */
  extend?: (app: FastifyInstance) => Promise<void>;
}

export interface RunningProxy {
  /** The origin of pane and API, without a slash at its end. */
  url: string;
  /**
   * A new one-time code such as `ABCD-EFGH-JKLM`, for one sign-in of this user. Older codes stay good until they end.
   * Rejects with a `ConfigError` when there is no such user.
   */
  issueSignInCode(userName: string): Promise<string>;
  /** Adds somebody unless there is somebody of this name. */
  ensureUser(user: NewUser): Promise<void>;
  /** Whether anybody may sign in with a code; always true where Entra ID decides it. */
  hasUsers(): Promise<boolean>;
  /** Reads the certificate and its key anew, for connections that begin from now on. Throws when they do not fit. */
  reloadCertificate(): void;
  /**
   * Takes no new request, lets what is being sent come to its end within the configured grace, records the rest as
   * unknown, and closes the ledger.
   */
  close(): Promise<void>;
}

/** After the grace, answers that are ready still get this long to leave. */
const lastAnswersMs = 1_000;

/**
 * Opens the ledger, picks up what an earlier run left in the middle, and listens. Throws a `ConfigError` when the
 * ledger is in use or was kept for something else.
 */
export async function startProxy(config: Config, overrides: ProxyOverrides = {}): Promise<RunningProxy> {
  const ledger = await openLedger(config, overrides.clock ?? systemClock);
  try {
    return await startOn(ledger, config, overrides);
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

async function startOn(ledger: OpenLedger, config: Config, overrides: ProxyOverrides): Promise<RunningProxy> {
  // What several replicas decide, of entries and keys as of sessions, goes by the one time that they share; pauses and
  // tokens, which are this program's alone, by its own.
  const { clock, database } = ledger;
  const machine = overrides.clock ?? systemClock;
  const mode = config.nova.mode;
  const organization = config.nova.organizationId ?? '';
  await assertLedgerFits(database, organization, mode);
  const entries = new LedgerEntries(database, organization, randomUUID(), clock);
  // On a shared ledger the others are alive; what a dead one was sending is taken over when its lease ends.
  if (!ledger.shared) await entries.adoptAbandoned(toInstant(clock.now()));

  const stopping = new AbortController();
  const random = overrides.random ?? Math.random;
  const watch = createWatch();
  const breaker = createBreaker(config.nova.breakerFailures, config.nova.breakerPauseMs, machine);
  const tokens = guardTokens(createTokenSource(config.nova, machine, watch.novaCall), breaker);
  const nova = createNovaClient(config.nova, {
    tokens,
    limiter: createLimiter(config.nova.maxConcurrent),
    breaker,
    clock,
    sleep: overrides.sleep ?? systemSleep,
    random,
    ...{ stopping: stopping.signal, observe: watch.novaCall },
  });
  const lock = new ModeLock(database, organization, clock, ledger.shared);
  const limits = new LimitPolicy(config.limits, mode);
  const approvals = new ApprovalEntries(database, organization, clock);
  const firstAskPauseMs = config.nova.retryPauseMs * 10;
  const stager = new Stager({
    ...{ entries, database, nova, tokens, breaker, lock, clock, random, mode, firstAskPauseMs },
    ...{ limits, approvals },
    leaseMs: config.leaseMs,
    admission: createAdmission(config.maxWaiting),
    stopping: stopping.signal,
    observeOutcome: watch.outcome,
  });
  if (config.metricsToken !== null) {
    const version = programVersion;
    watch.metrics = createMetrics({ config, database, breaker, tokens, lock, version, clock });
  }
  const signIn = createSignIn(config, database, clock);
  const app = await buildApp({
    config,
    database,
    signIn,
    staging: { stager, limits, clock, mode },
    lock,
    metrics: watch.metrics,
    registrar: { entries, stager, nova, lock, limits, clock, mode, accountKey: openAccountKey(config) },
    resolver: { entries, nova, clock, mode, lock },
    approvals: { entries, approvals, stager, nova, limits, lock, database, organization, clock, mode },
    refresher: { entries, nova, clock, mode, lock, underWay: new Map() },
    payees: createPayeeChecker({
      ...{ nova, lock, mode, clock: machine, maxConcurrent: config.nova.maxConcurrent },
      ...{ rememberMs: config.payeeMemoryMs, patienceMs: config.nova.timeoutMs },
    }),
    logStream: overrides.logStream ?? process.stderr,
  });
  watch.log = app.log;
  const builtAs = versionOfPane(config.paneDir);
  if (builtAs !== null && builtAs !== programVersion) {
    app.log.warn(
      { pane: builtAs, proxy: programVersion },
      'the built pane is of another version: npm run build',
    );
  }
  const { extend } = overrides;
  if (extend !== undefined) {
    await app.register(async (extension) => {
      openToAll(extension);
      await extend(extension);
    });
  }
  await app.listen({ host: config.host, port: config.port });
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;

  // In the background, so that a Nova that is down does not keep the pane from loading.
  const recall = startRecall({
    ...{ entries, stager, approvals, clock, random },
    idle: overrides.idle ?? systemSleep,
    betweenRoundsMs: Math.min(1_000, Math.ceil(firstAskPauseMs / 2)),
    report: (error) => app.log.error({ err: error }, 'a round of asking for unknown entries failed'),
  });
  let closed: Promise<void> | undefined;
  const close = async () => {
    const grace = setTimeout(() => stopping.abort(), config.stopGraceMs);
    const end = setTimeout(() => app.server.closeAllConnections(), config.stopGraceMs + lastAnswersMs);
    await Promise.all([stager.drain(), recall.stop(), app.close()]);
    clearTimeout(grace);
    clearTimeout(end);
    await ledger.close();
  };
  return {
    url: originOf(config, port),
    issueSignInCode: (userName) => signIn.codes.issue(userName),
    ensureUser: (user) => signIn.users.ensure(user),
    hasUsers: async () => config.signIn.kind === 'entra' || (await signIn.users.list()).length > 0,
    reloadCertificate() {
      if (config.tls !== null)
        (app.server as unknown as Server).setSecureContext(readCertificate(config.tls));
    },
    close: () => (closed ??= close()),
  };
}

/** A certificate for this machine names `localhost`, and 0.0.0.0 is no address that a browser can open. */
function originOf(config: Config, port: number): string {
  const scheme = config.tls === null ? 'http' : 'https';
  const local =
    config.host === '0.0.0.0' || config.host === '::' || (config.tls !== null && config.host === '127.0.0.1');
  const host = local ? 'localhost' : config.host.includes(':') ? `[${config.host}]` : config.host;
  return `${scheme}://${host}:${port}`;
}
