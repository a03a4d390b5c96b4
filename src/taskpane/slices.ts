import type { SliceOptions } from '../domain/index.ts';
import { nextTurn } from '../excel/index.ts';

/** A check that a newer one has made pointless; nobody is told. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** How long a step may hold up the pane's thread: short enough that typing in the sheet never stutters. */
export const slices: SliceOptions = { sliceMs: 12, now: () => performance.now() };

/**
 * Runs work that pauses by itself, and lets the browser draw and take keys at each pause. Throws `Superseded` at the
 * first pause after `isCurrent` became false.
 */
export async function runInSlices<T>(
  work: Generator<unknown, T>,
  isCurrent: () => boolean = () => true,
): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await nextTurn();
    if (!isCurrent()) throw new Superseded('A newer check took its place.');
  }
}
