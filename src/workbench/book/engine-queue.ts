/**
 * How many steps a call pushed on IronCalc's history: its queue for collaborators gets one entry for each, and begins
 * with their count, in one byte or, from 255, after a marker of its size (6: one byte, 4: two, 2: four).
 */
export function countQueued(queue: Uint8Array): number {
  const [first = 0, size = 0, ...bytes] = queue.subarray(0, 6);
  if (first < 255) return first;
  const length = size === 6 ? 1 : size === 4 ? 2 : 4;
  return bytes.slice(0, length).reduceRight((count, byte) => count * 256 + byte, 0);
}
