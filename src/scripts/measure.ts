/** Milliseconds of the middle run of several; the first run warms up and does not count. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** One line of a report: what was done, how long it took, and how that compares with the floor of the same run. */
export function reportLine(what: string, ms: number, floorMs?: number): string {
  const ratio = floorMs === undefined ? '' : `${(ms / floorMs).toFixed(2)} × floor`;
  return `  ${what.padEnd(58)} ${ms.toFixed(1).padStart(9)} ms  ${ratio}`.trimEnd();
}
