import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

const CACHE_FOLDER = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

/** Where Chrome, Edge and Chromium install themselves. */
const INSTALLED_BROWSERS = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Executable {
  path: string;
  /** What the program needs beside the environment of this process. */
  env: Record<string, string>;
}

/**
 * A headless browser: the one that `CHROME_PATH` names, else an installed Chrome, Chromium or Edge, else the Chromium
 * that comes inside `@sparticuz/chromium` (Linux, x64), which is unpacked once under `node_modules/.cache`.
 */
export async function launchBrowser(): Promise<Browser> {
  return launch(await findExecutable());
}

/**
 * The Chromium of `@sparticuz/chromium` with the fonts of that package alone, whatever is installed: it draws the same
 * pixels on every machine that it runs on. Throws where it does not run (it is made for Linux, x64).
 */
export async function launchPinnedBrowser(): Promise<Browser> {
  const { path, env } = await packagedChromium();
  const folder = dirname(path);
  const fontsFile = join(folder, 'fonts-alone.conf');
  const fonts = join(folder, 'fonts', 'fonts');
  writeFileSync(
    fontsFile,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`,
  );
  return launch({ path, env: { ...env, FONTCONFIG_FILE: fontsFile } });
}

/** Whether the browser whose pixels can be compared runs here. */
export function hasPinnedBrowser(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

function launch({ path, env }: Executable): Promise<Browser> {
  return chromium.launch({ executablePath: path, args: ARGUMENTS, env: { ...definedEnv(), ...env } });
}

/** A browser context that accepts the self-signed certificates of test servers. */
export function openContext(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ ignoreHTTPSErrors: true, ...options });
}

async function findExecutable(): Promise<Executable> {
  const named = process.env['CHROME_PATH'];
  if (named) return { path: named, env: {} };
  const installed = INSTALLED_BROWSERS.find((path) => existsSync(path));
  return installed ? { path: installed, env: {} } : packagedChromium();
}

async function packagedChromium(): Promise<Executable> {
  const folder = await unpackChromium();
  const path = join(folder, 'chromium');
  const env: Record<string, string> = existsSync('/etc/fonts')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') };
  // A machine without the libraries of a desktop gets those that come with the package; others keep their own.
  const starts = spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;
  return { path, env: starts ? env : { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } };
}

/**
 * Unpacks into a folder of its own and renames it when it is whole, so that two test files can do it at once. The
 * package unpacks into the folder for temporary files, and its libraries only where it believes to be on Amazon Linux:
 * hence a process of its own with that environment.
 */
async function unpackChromium(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(CACHE_FOLDER, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE_FOLDER, { recursive: true });
  const unfinished = mkdtempSync(join(CACHE_FOLDER, 'unpacking-'));
  const program = `import('@sparticuz/chromium').then((package_) => package_.default.executablePath())`;
  await promisify(execFile)(process.execPath, ['-e', program], {
    cwd: dirname(fileURLToPath(import.meta.url)),
    env: { ...definedEnv(), TMPDIR: unfinished, CODEBUILD_BUILD_IMAGE: 'nodejs24' },
  });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function definedEnv(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
