import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where browsers of the Chromium family are usually installed. */
const installedBrowsers = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A headless browser: the one that `CHROME_PATH` names, else an installed one, else the Chromium that
 * `@sparticuz/chromium` brings in its npm package (Linux on x64). Throws with a sentence when there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = [process.env['CHROME_PATH'], ...installedBrowsers].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
  const executablePath = installed ?? (await packagedChromium());
  return chromium.launch({ executablePath, args, headless: true });
}

/**
 * The packaged Chromium needs libraries (NSS among them) that a bare machine may lack; the package has them too, and
 * unpacks them and puts them on the library path when this variable says that it runs where they are missing.
 */
async function packagedChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser was found. Install Chrome, Edge or Chromium, or set CHROME_PATH to one.');
  }
  if (
    !['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'].some((dir) => existsSync(`${dir}/libnss3.so`))
  ) {
    process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  }
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
