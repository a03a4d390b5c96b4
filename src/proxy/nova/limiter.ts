/** Runs work with at most so much of it under way at once; the rest waits, each in the lane of whoever it is for. */
export type Limiter = <T>(work: () => Promise<T>, lane?: string) => Promise<T>;

/**
 * The lanes take turns, so that one user with a thousand distributions and another with one both get on. Within a lane
 * the order is that of arrival.
 */
export function createLimiter(maxConcurrent: number): Limiter {
  let running = 0;
  const lanes = new Map<string, (() => void)[]>();

  /** The first of the lane whose turn it is, which goes behind the others if it has more. */
  function takeNext(): (() => void) | undefined {
    for (const [lane, waiting] of lanes) {
      const next = waiting.shift();
      lanes.delete(lane);
      if (waiting.length > 0) lanes.set(lane, waiting);
      return next;
    }
    return undefined;
  }

  return async (work, lane = '') => {
    if (running >= maxConcurrent) {
      await new Promise<void>((resolve) => {
        const waiting = lanes.get(lane);
        if (waiting === undefined) lanes.set(lane, [resolve]);
        else waiting.push(resolve);
      });
    } else running += 1;
    try {
      return await work();
    } finally {
      // A waiting piece of work takes this place over, so the count stays as it is.
      const next = takeNext();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
