import { load, withBench } from './bench-load/stage.ts';
import type { Bench, MeasuredLoad } from './bench-load/stage.ts';
import type { Target } from './bench-load/requests.ts';
import type { Program } from './program.ts';

const connectionCounts = [1, 16, 64];
/** Each pair of runs is made so often, proxy and pass-through in turns, so that both meet the same machine. */
const rounds = 2;
const perRun = { count: 3_000, durationMs: 4_000 };

/** About what a server on the Internet takes to answer; the sandbox on this machine takes next to nothing. */
const distantNovaMs = 25;

/**
 * Staging through the proxy with its durable ledger (SQLite, every commit waits for the disk), against a bare
 * pass-through to the same sandbox: throughput and latency as ratios of one run. All on this machine's loopback, each
 * program in a process of its own; on few cores what is compared is the work of all of them, so that of each is told as
 * well.
 */
export function benchLoad(): Promise<void> {
  return withBench(async (bench) => {
    console.log(
      'Staging small distributions, proxy / bare pass-through proxy to the same sandbox, which answers at once',
    );
    await compare(bench, 'warm-up', 16, 1);
    await compareAll(bench, 'near');
    console.log(`The same before a sandbox that waits ${distantNovaMs} ms, as a Nova on the Internet may`);
    await answerLater(bench.sandbox, distantNovaMs);
    await compareAll(bench, 'distant');
  });
}

async function compareAll(bench: Bench, name: string): Promise<void> {
  for (const connections of connectionCounts) {
    const results = await compare(bench, `${name}-${connections}`, connections, rounds);
    console.log(comparisonLine(connections, results));
  }
}

/** Both ways lead to the same sandbox, so both wait. */
async function answerLater(sandbox: Program, delayMs: number): Promise<void> {
  const match = { method: 'POST', path: '/v1/distributions' };
  const response = await fetch(`${sandbox.url}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([{ kind: 'delay', delayMs, match, times: 1_000_000_000 }]),
  });
  if (!response.ok) throw new Error(`The sandbox took no delay: ${await response.text()}`);
}

type Results = Record<Target, MeasuredLoad[]>;

async function compare(bench: Bench, name: string, connections: number, times: number): Promise<Results> {
  const results: Results = { proxy: [], 'pass-through': [] };
  for (let round = 0; round < times; round += 1) {
    for (const target of ['pass-through', 'proxy'] as const) {
      const order = { run: `${name}-${round}-${target}`, connections, ...perRun };
      results[target].push(await load(bench, target, order));
    }
  }
  return results;
}

function comparisonLine(connections: number, results: Results): string {
  const mean = (target: Target, read: (result: MeasuredLoad) => number) =>
    results[target].reduce((sum, result) => sum + read(result), 0) / results[target].length;
  const both = (read: (result: MeasuredLoad) => number, digits: number) => {
    const [ours, bare] = [mean('proxy', read), mean('pass-through', read)];
    return `${ours.toFixed(digits)} / ${bare.toFixed(digits)} = ${(ours / bare).toFixed(2)}`;
  };
  return [
    `  ${String(connections).padStart(2)} connections:`,
    `per second ${both(({ done, seconds }) => done / seconds, 0)},`,
    `p50 ms ${both(({ p50Ms }) => p50Ms, 1)},`,
    `p99 ms ${both(({ p99Ms }) => p99Ms, 1)},`,
    `CPU ms each ${both(({ workMs }) => workMs.asked, 2)}`,
    `(generator ${mean('proxy', ({ workMs }) => workMs.generator).toFixed(2)},`,
    `sandbox ${mean('proxy', ({ workMs }) => workMs.sandbox).toFixed(2)})`,
  ].join('  ');
}
