import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { systemClock, systemSleep, toInstant } from './clock.ts';
import type { Clock, Sleep } from './clock.ts';
import type { Config } from './config.ts';
import { openLedger } from './ledger/database.ts';
import type { OpenLedger } from './ledger/database.ts';
import { openToAll } from './http/authenticate.ts';
import { LedgerEntries } from './ledger/entries.ts';
import { assertLedgerFits } from './ledger/identity.ts';
import { createNovaClient } from './nova/client.ts';
import { createLimiter } from './nova/limiter.ts';
import { createTokenSource } from './nova/token.ts';
import { createSignInCodes } from './sign-in/codes.ts';
import { Sessions } from './sign-in/sessions.ts';
import { Stager } from './staging/stager.ts';

/** What a test puts in the place of time, chance and the log. */
export interface ProxyOverrides {
  clock?: Clock;
  sleep?: Sleep;
  random?: () => number;
  /** Gets each log line; the standard error stream unless given. */
  logStream?: { write(line: string): void };
  /** Serves more files on the same origin, open to all, for a demonstration without Excel. */
  extend?: (app: FastifyInstance) => Promise<void>;
}

export interface RunningProxy {
  /** The origin of pane and API, without a slash at its end. */
  url: string;
  /** A new one-time code such as `ABCD-EFGH`, for one sign-in under this name. Older codes stay good until they end. */
  issueSignInCode(userName?: string): string;
  /**
   * Takes no new request, lets what is being sent come to its end within the configured grace, records the rest as
   * unknown, and closes the ledger.
   */
  close(): Promise<void>;
}

/** After the grace, answers that are ready still get this long to leave. */
const lastAnswersMs = 1_000;

/** Until there are accounts, whoever was given a code without a name. */
const defaultUserName = 'Distribution Desk user';

/**
 * Opens the ledger, picks up what an earlier run left in the middle, and listens. Throws a `ConfigError` when the
 * ledger is in use or was kept for something else.
 */
export async function startProxy(config: Config, overrides: ProxyOverrides = {}): Promise<RunningProxy> {
  const ledger = await openLedger(config.dataDir);
  try {
    return await startOn(ledger, config, overrides);
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

async function startOn(ledger: OpenLedger, config: Config, overrides: ProxyOverrides): Promise<RunningProxy> {
  const { database } = ledger;
  const clock = overrides.clock ?? systemClock;
  const mode = config.nova.mode;
  const organization = config.nova.organizationId ?? '';
  await assertLedgerFits(database, organization, mode);
  const entries = new LedgerEntries(database, organization);
  await entries.adoptAbandoned(toInstant(clock.now()));

  const stopping = new AbortController();
  const tokens = createTokenSource(config.nova, clock);
  const nova = createNovaClient(config.nova, {
    tokens,
    limiter: createLimiter(config.nova.maxConcurrent),
    clock,
    sleep: overrides.sleep ?? systemSleep,
    random: overrides.random ?? Math.random,
    stopping: stopping.signal,
  });
  const stager = new Stager({ entries, database, nova, tokens, clock, mode });
  const codes = createSignInCodes(config.signInCodeMinutes, clock);
  const app = await buildApp({
    config,
    database,
    codes,
    sessions: new Sessions(database, clock),
    stager,
    refresher: { entries, nova, clock, mode },
    logStream: overrides.logStream ?? process.stderr,
  });
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

  // In the background, so that a Nova that is down does not keep the pane from loading. A failure here that is not
  // Nova's is a bug, and stops the program as an unhandled rejection.
  const resumed = stager.resumeUnknown();
  let closed: Promise<void> | undefined;
  const close = async () => {
    const grace = setTimeout(() => stopping.abort(), config.stopGraceMs);
    const end = setTimeout(() => app.server.closeAllConnections(), config.stopGraceMs + lastAnswersMs);
    await Promise.all([stager.drain(), resumed, app.close()]);
    clearTimeout(grace);
    clearTimeout(end);
    await ledger.close();
  };
  return {
    url: originOf(config, port),
    issueSignInCode: (userName = defaultUserName) => codes.issue(userName),
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
