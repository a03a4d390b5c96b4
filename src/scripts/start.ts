import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import open from 'open';
import { type DeskOptions, startDesk } from './desk.ts';
import { projectPath } from './project-path.ts';

const usage = `npm start -- [options]
  --workbook FILE   the .xlsx to open (default: the sample workbook)
  --port N          the workbench's port, 0 picks a free one (default: 4000)
  --no-open         do not open a browser
  --language TAG    the language of Excel, such as de-DE or fr-FR (default: en-US)
  --latency MS      added to every Office.js request, as on Excel on the web (default: 0)
  --data DIR        keep the ledger in DIR (default: a temporary folder)
  --help            this text`;

/** What the command line asks for; throws a `TypeError` with one sentence when a value is wrong. */
function readOptions(
  argv: string[],
): DeskOptions & { language: string | null; openBrowser: boolean; help: boolean } {
  const { values } = parseArgs({
    args: argv,
    options: {
      workbook: { type: 'string' },
      port: { type: 'string', default: '4000' },
      open: { type: 'boolean', default: true },
      language: { type: 'string' },
      latency: { type: 'string', default: '0' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    allowNegative: true,
  });
  const workbookFile = resolve(values.workbook ?? projectPath('assets/sample-payouts.xlsx'));
  if (!existsSync(workbookFile))
    throw new TypeError(`There is no workbook at ${workbookFile}: check --workbook.`);
  return {
    port: wholeNumber('--port', values.port, 65_534),
    latencyMs: wholeNumber('--latency', values.latency, 60_000),
    workbookFile,
    dataDir: values.data === undefined ? null : resolve(values.data),
    environment: process.env,
    language: values.language ?? null,
    openBrowser: values.open,
    help: values.help,
  };
}

function wholeNumber(name: string, text: string, largest: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > largest) {
    throw new TypeError(`${name} must be a whole number from 0 to ${largest}, not "${text}".`);
  }
  return value;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return;
  }
  const desk = await startDesk(options);
  const address = new URL(desk.url);
  if (options.language !== null) address.searchParams.set('language', options.language);
  console.log(`Ready: ${address.href}  (sign-in code: ${await desk.issueSignInCode()})`);
  let stopping = false;
  const stop = () => {
    // A second Ctrl+C means: now.
    if (stopping) process.exit(1);
    stopping = true;
    void desk.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  if (options.openBrowser) await openBrowser(address.href);
}

/** Opens the default browser where there is one; the printed line is enough where there is none. */
async function openBrowser(url: string): Promise<void> {
  const child = await open(url).catch(() => null);
  child?.on('error', () => undefined);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
