import { parseArgs } from 'node:util';
import { fuzz } from './fuzz/fuzz.ts';
import { endOnSignals } from './program.ts';

const usage = `npm run fuzz -- [options]
  --seed N       what is drawn; the same number draws the same (default: from the clock)
  --requests N   how many hostile requests (default: 10000)`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      requests: { type: 'string', default: '10000' },
    },
  });
  const [seed, requests] = [Number(values.seed), Number(values.requests)];
  if (!Number.isInteger(seed) || !Number.isInteger(requests) || requests < 1) throw new TypeError(usage);
  endOnSignals();
  console.log(`Seed ${seed}, ${requests} hostile requests`);
  const report = await fuzz({ seed, requests, progress: (line) => console.log(line) });
  console.log(`${report.requests} requests; answers by status: ${JSON.stringify(report.statuses)}`);
  for (const fault of report.faults) console.log(`FAULT ${fault}`);
  console.log(
    report.passed ? 'None got in, none crashed it, none left an entry.' : `Failed; --seed ${seed} again.`,
  );
  if (!report.passed) process.exitCode = 1;
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
