import { parseArgs } from 'node:util';
import { endOnSignals } from './program.ts';
import { reportText, shuffleMany } from './shuffle/report.ts';

const usage = `npm run shuffle -- [options]
  --seed N   what is drawn; run number i uses the seed N + i (default: from the clock)
  --runs N   how many workbooks (default: 500)
  --help     this text`;

function wholeNumber(name: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < low || value > high) {
    throw new TypeError(`${name} must be a whole number from ${low} to ${high}, not "${text}".`);
  }
  return value;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      runs: { type: 'string', default: '500' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const seed = wholeNumber('--seed', values.seed, 0, 2 ** 31);
  const runs = wholeNumber('--runs', values.runs, 1, 1_000_000);
  console.log(`seed ${seed}, ${runs} runs`);
  const report = await shuffleMany({ seed, runs, progress: (line) => console.log(line) });
  console.log(reportText({ seed, runs }, report));
  if (!report.passed) process.exitCode = 1;
}

endOnSignals();
await main().catch((error: unknown) => {
  console.error(error instanceof TypeError ? error.message : error);
  process.exitCode = 1;
});
