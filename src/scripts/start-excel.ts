import { execFile } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import {
  ensureCertificatesAreInstalled,
  generateCertificates,
  isCaCertificateInstalled,
} from 'office-addin-dev-certs';
import { startDesk } from './desk.ts';
import { projectPath } from './project-path.ts';

const usage = `npm run start:excel -- [options]
  --port N      the port that the manifest names (default: 3000)
  --data DIR    keep the ledger in DIR (default: a temporary folder)
  --no-trust    make a certificate and do not ask this computer to trust it
  --help        this text
With NOVA_BASE_URL and its credentials set, the proxy works on that Nova; else on the sandbox.`;

/** Where `office-addin-dev-certs` keeps what it makes. */
const certificates = join(homedir(), '.office-addin-dev-certs');

/** A certificate for localhost that Excel on this computer trusts; installing it asks the person once. */
async function certificateFiles(trust: boolean): Promise<{ cert: string; key: string; trusted: boolean }> {
  const files = { cert: join(certificates, 'localhost.crt'), key: join(certificates, 'localhost.key') };
  if (trust) await ensureCertificatesAreInstalled();
  else if (!existsSync(files.cert)) await generateCertificates();
  // The package leaves the key readable by everybody on this computer.
  chmodSync(files.key, 0o600);
  return { ...files, trusted: isTrusted() };
}

/** Where it cannot be told, nobody is told that it is. */
function isTrusted(): boolean {
  try {
    return isCaCertificateInstalled();
  } catch {
    return false;
  }
}

/** The product itself, with Office.js from Microsoft: Excel takes no other. */
async function buildPane(): Promise<void> {
  const webpack = projectPath('node_modules/webpack/bin/webpack.js');
  const args = [webpack, '--mode', 'production'];
  await promisify(execFile)(process.execPath, args, { cwd: projectPath('.') }).catch(
    (error: { stdout: string }) => {
      throw new Error(`The pane does not build:\n${error.stdout}`);
    },
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3000' },
      data: { type: 'string' },
      trust: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
    allowNegative: true,
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new TypeError(`--port must be a whole number from 0 to 65535, not "${values.port}".`);
  }
  await buildPane();
  const { cert, key, trusted } = await certificateFiles(values.trust);
  const desk = await startDesk({
    port,
    workbookFile: null,
    latencyMs: 0,
    dataDir: values.data === undefined ? null : resolve(values.data),
    environment: process.env,
    excel: { paneDir: projectPath('dist/pane'), certFile: cert, keyFile: key },
  });
  console.log(`Ready: ${desk.proxyUrl}  (sign-in code: ${await desk.issueSignInCode()})`);
  console.log(
    trusted
      ? 'Hand manifest.xml to Excel, as the README says.'
      : `This computer does not trust the certificate yet: have it trust ${join(certificates, 'ca.crt')}, then hand manifest.xml to Excel, as the README says.`,
  );
  let stopping = false;
  const stop = () => {
    // A second Ctrl+C means: now.
    if (stopping) process.exit(1);
    stopping = true;
    void desk.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
