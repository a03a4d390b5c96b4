import { load, withBench } from './bench-load/stage.ts';
import type { ToldMemory } from './bench-load/tell-memory.ts';

const longestRunMs = 3_600_000;
const slices = 10;

/**
 * Many submissions in one go, and the proxy's memory on the way: what is resident, and what its heap holds after the
 * garbage was collected, each against what it was after the first fifth, by which all is warm.
 */
export function benchMemory(submissions: number): Promise<void> {
  return withBench(async (bench) => {
    const told: ToldMemory[] = [];
    const perSlice = Math.ceil(submissions / slices);
    for (let slice = 0; slice < slices; slice += 1) {
      const { done } = await load(bench, 'proxy', {
        run: `memory-${slice}`,
        connections: 16,
        count: perSlice,
        durationMs: longestRunMs / slices,
      });
      if (done < perSlice) throw new Error(`Only ${done} of ${perSlice} submissions were made in time`);
      const memory = JSON.parse(await bench.proxy.ask('memory', /Memory: (.*)\n/)) as ToldMemory;
      told.push(memory);
      const words = `${inMegabytes(memory.resident)} resident, ${inMegabytes(memory.heapUsed)} in the heap after a collection, ${inMegabytes(memory.external)} outside it`;
      console.log(`  after ${((slice + 1) * perSlice).toLocaleString('en-US')} submissions: ${words}`);
    }
    const [warm, last] = [told[1], told.at(-1)];
    if (warm === undefined || last === undefined) return;
    const growth = (read: (memory: ToldMemory) => number) => (read(last) / read(warm)).toFixed(2);
    console.log(
      `  at the end, of what it was after a fifth: resident ${growth(({ resident }) => resident)} ×, heap ${growth(({ heapUsed }) => heapUsed)} ×`,
    );
  });
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
