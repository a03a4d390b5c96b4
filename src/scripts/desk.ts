import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readConfig } from '../proxy/config.ts';
import { startProxy } from '../proxy/server.ts';
import { startSandbox } from '../sandbox/server.ts';
import { buildBundles } from './bundles.ts';
import { localhostCertificate } from './certificate.ts';
import { startWorkbenchServer } from './workbench-server.ts';

export interface DeskOptions {
  /** The workbench's port; the proxy takes the next one. 0 picks free ones for both. */
  port: number;
  workbookFile: string | null;
  /** Added to every Office.js request. */
  latencyMs: number;
  /** Where the ledger is kept; null keeps it in a folder that goes when the desk closes. */
  dataDir: string | null;
  /** `NOVA_BASE_URL` and its companions; without a base URL a sandbox is started. */
  environment: Record<string, string | undefined>;
}

export interface Desk {
  url: string;
  proxyUrl: string;
  /** The sandbox's address; null when the desk works on another Nova. */
  sandboxUrl: string | null;
  issueSignInCode(): string;
  close(): Promise<void>;
}

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
  const bundles = await buildBundles();
  const dataDir = openDataDir(options.dataDir, closers);
  const certificate = await localhostCertificate();
  const nova = await findNova(options.environment, closers);

  const certificateFiles = writeCertificate(certificate, closers);
  const config = readConfig({
    ...nova.environment,
    ...certificateFiles,
    DATA_DIR: dataDir,
    HOST: 'localhost',
    PORT: String(options.port === 0 ? 0 : options.port + 1),
    PANE_DIR: bundles.paneDir,
    FRAME_ANCESTORS: 'https://localhost:*',
  });
  const proxy = await startProxy(config);
  closers.push(() => proxy.close());

  const workbench = await startWorkbenchServer({
    workbenchDir: bundles.workbenchDir,
    certificate,
    port: options.port,
    paneUrl: new URL('taskpane.html', proxy.url).href,
    workbookFile: options.workbookFile,
    workbookName: options.workbookFile === null ? 'Book1.xlsx' : basename(options.workbookFile),
    latencyMs: options.latencyMs,
  });
  closers.push(() => workbench.close());
  return {
    url: workbench.url,
    proxyUrl: proxy.url,
    sandboxUrl: nova.sandboxUrl,
    issueSignInCode: () => proxy.issueSignInCode(),
  };
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
  environment: Record<string, string | undefined>,
  closers: Closer[],
): Promise<{ environment: Record<string, string | undefined>; sandboxUrl: string | null }> {
  if (environment['NOVA_BASE_URL'] !== undefined) return { environment, sandboxUrl: null };
  const sandbox = await startSandbox({ port: 0 });
  closers.push(() => sandbox.close());
  return {
    environment: {
      NOVA_BASE_URL: sandbox.url,
      NOVA_CLIENT_ID: sandbox.clientId,
      NOVA_CLIENT_SECRET: sandbox.clientSecret,
      NOVA_ORGANIZATION_ID: sandbox.organizationId,
      NOVA_MODE: 'sandbox',
    },
    sandboxUrl: sandbox.url,
  };
}
