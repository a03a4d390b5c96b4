import { settle } from './boundary.ts';
import type { Connection } from './events.ts';
import type { Store } from './store.ts';

/** The computer's own network, as the browser knows it. */
export interface NetworkDoor {
  isOnline: () => boolean;
  /** Calls back whenever that changes. */
  onChange: (listener: () => void) => void;
}

export interface ConnectionWatch {
  /** Told of every request, whether anything answered it. */
  heard: (answered: boolean) => void;
  /** Asks at once. */
  ask: () => Promise<void>;
}

/** A server that is away is asked for after this long, ever more seldom down to the last. */
const pausesMs = [2_000, 5_000, 10_000, 30_000];

/**
 * Notices when the server does not answer, asks for it by itself, and says when it does again. `asks` makes one request that
 * needs no sign-in, and rejects where nothing answers; `onReturn` runs each time that the server is back.
 */
export function watchConnection(
  { dispatch, get }: Store,
  network: NetworkDoor,
  asks: () => Promise<unknown>,
  onReturn: () => void,
): ConnectionWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;

  const become = (connection: Connection): void => {
    const before = get().connection;
    if (connection === before) return;
    dispatch({ type: 'connection', connection });
    if (connection === 'there') {
      clearTimeout(timer);
      tries = 0;
      onReturn();
    } else if (before === 'there') askLater();
  };
  const askLater = (): void => {
    clearTimeout(timer);
    const pauseMs = pausesMs[Math.min(tries, pausesMs.length - 1)];
    tries += 1;
    timer = setTimeout(() => void askAgain(), pauseMs);
  };
  const askAgain = async (): Promise<void> => {
    // What was heard of the request is told by `heard`.
    await settle(asks);
    if (get().connection !== 'there') askLater();
  };
  network.onChange(() => {
    if (!network.isOnline()) become('offline');
    else if (get().connection !== 'there') void askAgain();
  });
  return {
    heard: (answered) => become(answered ? 'there' : network.isOnline() ? 'silent' : 'offline'),
    ask: askAgain,
  };
}
