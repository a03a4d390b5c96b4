/** Durations in milliseconds, as a line beside those of the floor. */

export interface Figures {
  min: number;
  median: number;
  /** Within which 95 % lie. */
  p95: number;
  max: number;
  times: number;
}

/** A duration over this is what somebody sees as a stutter: three frames at 60 a second. */
export const stutterMs = 50;

export function figuresOf(durations: readonly number[]): Figures {
  const sorted = durations.toSorted((one, other) => one - other);
  const at = (share: number) =>
    sorted[Math.max(0, Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
  return { min: at(0), median: at(0.5), p95: at(0.95), max: at(1), times: sorted.length };
}

/** What is aimed at is 95 % within 100 ms. */
export function tell(label: string, durations: readonly number[], floor?: readonly number[]): void {
  const { min, median, p95, max, times } = figuresOf(durations);
  const ms = (value: number) => value.toFixed(0).padStart(4);
  const beside = floor === undefined ? '' : `, ${(p95 / figuresOf(floor).p95).toFixed(1)} × floor at 95 %`;
  console.log(
    `  ${label.padEnd(52)} min ${ms(min)}, median ${ms(median)}, 95 % within ${ms(p95)} ms, all ${ms(max)} ms (${times} times)${beside}`,
  );
}

export function tellFrames(label: string, gaps: readonly number[]): void {
  const slow = gaps.filter((gap) => gap > stutterMs);
  const worst = Math.max(...gaps);
  console.log(
    `  ${label.padEnd(52)} ${slow.length} of ${gaps.length} frames took over ${stutterMs} ms, the longest ${worst.toFixed(0)} ms`,
  );
}
