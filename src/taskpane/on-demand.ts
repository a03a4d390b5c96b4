/**
 * Functions whose code is loaded when the first of them is called. Before it is there a call answers with a promise,
 * also where the function itself does not; afterwards it is the function itself, so that typing into a field is not put
 * off. `ready` are those that are there at once. Code that does not load goes to `onFailure`, and the call then answers
 * with nothing; without `onFailure` the call rejects. The next call tries again.
 */
export function onDemand<Door extends object, Ready extends object = object>(
  load: () => Promise<Door>,
  { ready, onFailure }: { ready?: Ready; onFailure?: (error: unknown) => void } = {},
): Door & Ready {
  let door: Door | null = null;
  const arrive = loadOnce(async () => (door = await load()));
  const call = (from: object, name: string, args: unknown[]): unknown => {
    const action: unknown = Reflect.get(from, name);
    if (typeof action !== 'function') throw new TypeError(`There is no function "${name}".`);
    return Reflect.apply(action, from, args);
  };
  return new Proxy((ready ?? {}) as Door & Ready, {
    get(target, name) {
      // Whoever awaits the door itself must not take it for a promise.
      if (typeof name === 'symbol' || name === 'then') return undefined;
      if (name in target) return Reflect.get(target, name);
      return (...args: unknown[]) => {
        if (door !== null) return call(door, name, args);
        const arrived = arrive();
        if (onFailure === undefined) return arrived.then((loaded) => call(loaded, name, args));
        return arrived.then((loaded) => call(loaded, name, args), onFailure);
      };
    },
  });
}

/** One load for all who ask; one that failed is tried again by whoever asks next. */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}
