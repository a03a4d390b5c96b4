/**
 * A signal that aborts as soon as one of these does, until `release`. `AbortSignal.any` leaves something behind on each
 * of its signals until the garbage is collected; one that lives as long as the program, such as that of its stop, would
 * gather it from every call.
 */
export function joinSignals(signals: readonly AbortSignal[]): { signal: AbortSignal; release(): void } {
  const joined = new AbortController();
  const listeners = signals.map((signal) => ({ signal, listen: () => joined.abort(signal.reason) }));
  for (const { signal, listen } of listeners) {
    if (signal.aborted) listen();
    else signal.addEventListener('abort', listen, { once: true });
  }
  return {
    signal: joined.signal,
    release() {
      for (const { signal, listen } of listeners) signal.removeEventListener('abort', listen);
    },
  };
}
