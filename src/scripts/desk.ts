import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Role } from '../contract/index.ts';
import { loadConfig, startProxy } from '../proxy/index.ts';
import { startSandbox } from '../sandbox/server.ts';
import { buildBundles } from './bundles.ts';
import { localhostCertificate } from './certificate.ts';
import { projectPath } from './project-path.ts';
import { serveWorkbench } from './workbench-server.ts';

export interface DeskOptions {
  /** The one port of workbench, pane and API; 0 picks a free one. */
  port: number;
  workbookFile: string | null;
  /** Added to every Office.js request. */
  latencyMs: number;
  /** Where ledger and sandbox keep what they know; null keeps both only until the desk closes. */
  dataDir: string | null;
  /** The proxy's own variables; without `NOVA_BASE_URL` a sandbox is started. */
  environment: Record<string, string | undefined>;
  /** The time of proxy and sandbox, in milliseconds since 1970; the system's unless given. */
  now?: () => number;
  /** Fixes the ids that the sandbox hands out, so that two runs show the same. */
  idSeed?: string;
  /** The stand-in for Nova says that it is live, and the users of the desk may work on it. No money moves all the same. */
  live?: boolean;
  /** A pane that was built otherwise, for the workbench. */
  paneDir?: string;
  /** For a real Excel in place of the workbench: the built product, and a certificate that Excel trusts. */
  excel?: { paneDir: string; certFile: string; keyFile: string };
}

export interface Desk {
  url: string;
  proxyUrl: string;
  /** The sandbox's address; null when the desk works on another Nova. */
  sandboxUrl: string | null;
  /** For the user of the desk, or for one of another name; each has every role unless some are named. */
  issueSignInCode(userName?: string, roles?: readonly Role[]): Promise<string>;
  /** Ends the sandbox alone, as if Nova went down; does nothing without one. */
  stopSandbox(): Promise<void>;
  close(): Promise<void>;
}

interface Nova {
  environment: Record<string, string | undefined>;
  sandboxUrl: string | null;
  stopSandbox(): Promise<void>;
}

/** Somebody alone at a desk is everybody. */
const deskUser = {
  name: 'Distribution Desk user',
  roles: ['viewer', 'preparer', 'approver', 'admin'],
} as const;

type Closer = () => Promise<void> | void;

/**
 * Starts what a person needs to do the main job on a machine without Excel and without Nova: the sandbox, the proxy
 * and the workbench, all on localhost. Closes what it started when a later part fails to start.
 */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const closers: Closer[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await startParts(options, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startParts(options: DeskOptions, closers: Closer[]): Promise<Omit<Desk, 'close'>> {
  const served = options.excel === undefined ? await forWorkbench(options, closers) : forExcel(options.excel);
  const dataDir = openDataDir(options.dataDir, closers);
  const nova = await findNova(options, closers);
  const config = loadConfig({
    SIGN_IN_CODE_MINUTES: '720',
    SESSION_IDLE_MINUTES: '720',
    LOG_LEVEL: 'warn',
    ...options.environment,
    ...nova.environment,
    ...served.environment,
    DATA_DIR: dataDir,
    HOST: 'localhost',
    PORT: String(options.port),
  });
  const proxy = await startProxy(config, {
    ...(options.now === undefined ? {} : { clock: { now: options.now } }),
    ...(served.extend === null ? {} : { extend: served.extend }),
  });
  closers.push(() => proxy.close());
  const live = options.live === true;
  await proxy.ensureUser({ ...deskUser, live });
  return {
    url: `${proxy.url}/workbench/`,
    proxyUrl: proxy.url,
    sandboxUrl: nova.sandboxUrl,
    async issueSignInCode(userName = deskUser.name, roles = deskUser.roles) {
      await proxy.ensureUser({ ...deskUser, name: userName, roles, live });
      return proxy.issueSignInCode(userName);
    },
    stopSandbox: () => nova.stopSandbox(),
  };
}

/** What the proxy serves beside its API: variables of its own, and what is added to it. */
interface Served {
  environment: Record<string, string>;
  extend: ((app: FastifyInstance) => Promise<void>) | null;
}

async function forWorkbench(options: DeskOptions, closers: Closer[]): Promise<Served> {
  const { paneDir: built, workbenchDir } = await buildBundles();
  const manifest = readFileSync(projectPath('manifest.xml'), 'utf8');
  return {
    environment: {
      ...writeCertificate(await localhostCertificate(), closers),
      PANE_DIR: options.paneDir ?? built,
      FRAME_ANCESTORS: "'self'",
    },
    extend: (app) => serveWorkbench(app, { ...options, workbenchDir, manifest }),
  };
}

/** Office's hosts may frame it, as the proxy has it by itself. */
function forExcel({ paneDir, certFile, keyFile }: NonNullable<DeskOptions['excel']>): Served {
  const environment = { PANE_DIR: paneDir, TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile };
  return { environment, extend: null };
}

function openDataDir(dataDir: string | null, closers: Closer[]): string {
  if (dataDir !== null) {
    mkdirSync(dataDir, { recursive: true });
    return dataDir;
  }
  const temporary = mkdtempSync(join(tmpdir(), 'distribution-desk-'));
  closers.push(() => rmSync(temporary, { recursive: true, force: true }));
  return temporary;
}

function writeCertificate(
  certificate: { key: string; cert: string },
  closers: Closer[],
): Record<string, string> {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-tls-'));
  closers.push(() => rmSync(dir, { recursive: true, force: true }));
  const files = { TLS_CERT_FILE: join(dir, 'cert.pem'), TLS_KEY_FILE: join(dir, 'key.pem') };
  writeFileSync(files.TLS_CERT_FILE, certificate.cert);
  writeFileSync(files.TLS_KEY_FILE, certificate.key, { mode: 0o600 });
  return files;
}

async function findNova(
  { environment, dataDir, now, idSeed, live = false }: DeskOptions,
  closers: Closer[],
): Promise<Nova> {
  if (environment['NOVA_BASE_URL'] !== undefined) {
    return { environment: {}, sandboxUrl: null, stopSandbox: () => Promise.resolve() };
  }
  // A ledger that is kept needs a Nova that remembers as long.
  const sandbox = await startSandbox({
    ...(dataDir === null ? {} : { stateFile: join(dataDir, 'sandbox.json') }),
    ...(now === undefined ? {} : { now }),
    ...(idSeed === undefined ? {} : { idSeed }),
    livemode: live,
  });
  let closed: Promise<void> | undefined;
  const stopSandbox = () => (closed ??= sandbox.close());
  closers.push(stopSandbox);
  return {
    environment: {
      NOVA_BASE_URL: sandbox.url,
      NOVA_CLIENT_ID: sandbox.clientId,
      NOVA_CLIENT_SECRET: sandbox.clientSecret,
      NOVA_ORGANIZATION_ID: sandbox.organizationId,
      NOVA_MODE: live ? 'live' : 'sandbox',
    },
    sandboxUrl: sandbox.url,
    stopSandbox,
  };
}
