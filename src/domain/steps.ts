/** Work that can pause, so that a page with a large table still answers the keyboard. */
import type { SliceOptions } from './check-settings.ts';

/** Yields where it may be paused and returns what it came to; how often it pauses changes nothing of that. */
export type Steps<T> = Generator<undefined, T>;

/** Asked between pieces of work that take well under a millisecond each. */
export interface Pace {
  /** True when the slice has taken its time: yield, and call `resume` afterwards. */
  due: () => boolean;
  resume: () => void;
  /** Told at each pause of the longest stage how many rows it has come to. */
  onRows?: ((done: number) => void) | undefined;
}

/** Never pauses: for callers that want the result at once. */
export const unpaced: Pace = { due: () => false, resume: () => undefined };

export function paceOf({ sliceMs, now, onRows }: SliceOptions): Pace {
  let end = now() + sliceMs;
  return {
    due: () => now() >= end,
    resume: () => {
      end = now() + sliceMs;
    },
    onRows,
  };
}

export function* pauseIfDue(pace: Pace): Steps<void> {
  if (!pace.due()) return;
  yield;
  pace.resume();
}

/** Items between two looks at the clock: some tens of microseconds, less than a look may cost in a browser. */
const itemsPerLook = 128;

/**
 * Visits every item in order and may pause between them, telling `onPause` how many it has visited. The visitor is a
 * plain function, because a loop over all rows inside a generator makes an object for each of them.
 */
export function* forEachPaced<T>(
  items: readonly T[],
  pace: Pace,
  visit: (item: T, index: number) => void,
  onPause?: (visited: number) => void,
): Steps<void> {
  for (let start = 0; start < items.length; start += itemsPerLook) {
    if (onPause !== undefined && pace.due()) onPause(start);
    yield* pauseIfDue(pace);
    const end = Math.min(start + itemsPerLook, items.length);
    for (let index = start; index < end; index += 1) visit(items[index] as T, index);
  }
}

/** Runs all steps without a pause. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
