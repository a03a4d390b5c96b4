/** Runs work with at most so much of it under way at once; the rest waits in the order in which it came. */
export type Limiter = <T>(work: () => Promise<T>) => Promise<T>;

export function createLimiter(maxConcurrent: number): Limiter {
  let running = 0;
  const waiting: (() => void)[] = [];

  return async (work) => {
    if (running >= maxConcurrent) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // A waiting piece of work takes this place over, so the count stays as it is.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
