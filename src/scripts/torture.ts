import { parseArgs } from 'node:util';
import { endOnSignals } from './program.ts';
import { brokenRules } from './torture/broken-rule.ts';
import { reportText } from './torture/report.ts';
import { simulate } from './torture/simulate.ts';
import type { TortureOptions } from './torture/simulate.ts';

const usage = `npm run torture -- [options]
  --seed N              what is drawn; the same number draws the same (default: from the clock)
  --entries N           how many different distributions are confirmed (default: 1000)
  --database KIND       sqlite or postgres (default: sqlite)
  --database-url URL    a PostgreSQL server on which databases may be made
                        (default: TEST_DATABASE_URL, else postgres://postgres@127.0.0.1:5432/test)
  --break RULE          breaks a rule of the ledger on purpose, to see the run fail: ${brokenRules.join(', ')}
  --help                this text`;

/** What the command line asks for; throws a `TypeError` with one sentence when a value is wrong. */
function readOptions(argv: string[]): TortureOptions & { help: boolean } {
  const { values } = parseArgs({
    args: argv,
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      entries: { type: 'string', default: '1000' },
      database: { type: 'string', default: 'sqlite' },
      'database-url': { type: 'string' },
      break: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { database } = values;
  if (database !== 'sqlite' && database !== 'postgres') {
    throw new TypeError(`--database must be sqlite or postgres, not "${database}".`);
  }
  const breaks = brokenRules.find((rule) => rule === values.break) ?? null;
  if (values.break !== undefined && breaks === null) {
    throw new TypeError(`--break must be one of ${brokenRules.join(', ')}, not "${values.break}".`);
  }
  return {
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
    entries: wholeNumber('--entries', values.entries, 1, 1_000_000),
    database,
    databaseUrl:
      values['database-url'] ?? process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test',
    breaks,
    progress: (line) => console.log(line),
    help: values.help,
  };
}

function wholeNumber(name: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < low || value > high) {
    throw new TypeError(`${name} must be a whole number from ${low} to ${high}, not "${text}".`);
  }
  return value;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return;
  }
  console.log(`seed ${options.seed}, ${options.entries} distributions, ${options.database}`);
  const report = await simulate(options);
  console.log(reportText(options, report));
  if (!report.passed) process.exitCode = 1;
}

endOnSignals();
await main().catch((error: unknown) => {
  console.error(error instanceof TypeError ? error.message : error);
  process.exitCode = 1;
});
