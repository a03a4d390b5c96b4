/** Work that can pause, so that a page with a large table still answers the keyboard. */
import type { SliceOptions } from './check-settings.ts';

/** Yields where it may be paused and returns what it came to; how often it pauses changes nothing of that. */
export type Steps<T> = Generator<undefined, T>;

/** Asked between pieces of work that take well under a millisecond each. */
export interface Pace {
  /** True when the slice has taken its time: yield, and call `resume` afterwards. */
  due: () => boolean;
  resume: () => void;
}

/** Never pauses: for callers that want the result at once. */
export const unpaced: Pace = { due: () => false, resume: () => undefined };

export function paceOf({ sliceMs, now }: SliceOptions): Pace {
  let end = now() + sliceMs;
  return {
    due: () => now() >= end,
    resume: () => {
      end = now() + sliceMs;
    },
  };
}

export function* pauseIfDue(pace: Pace): Steps<void> {
  if (!pace.due()) return;
  yield;
  pace.resume();
}

/** Rows between two looks at the clock: some tens of microseconds, less than a look may cost in a browser. */
export const rowsPerLook = 128;

/** Runs all steps without a pause. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
