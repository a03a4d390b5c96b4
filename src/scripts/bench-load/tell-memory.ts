/**
 * Loaded before the proxy's own program: says how much memory it holds, after the garbage was collected, whenever the
 * line `memory` comes on its standard input. What is resident is taken before, because a collection may give some back.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** In bytes. `external` is what buffers and SQLite's statements hold outside the heap, as far as V8 is told. */
export interface ToldMemory {
  resident: number;
  heapUsed: number;
  external: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

process.stdin.on('data', (text: Buffer) => {
  if (!/^memory$/m.test(text.toString())) return;
  const resident = process.memoryUsage.rss();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  const told: ToldMemory = { resident, heapUsed, external };
  process.stdout.write(`Memory: ${JSON.stringify(told)}\n`);
});
