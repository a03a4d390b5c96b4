import { told } from '../../words/said.ts';
import { ProxyError } from '../errors.ts';

/** Lets submissions in as long as there is room, and refuses the rest at once instead of queueing them without end. */
export interface Admission {
  /** Takes a place for this user and returns what gives it back. Throws a `ProxyError` (`busy`) when there is none. */
  enter(userName: string): () => void;
}

/**
 * A user may hold as many places as would be left for one more user if all held the same: half of them alone, a third
 * beside one other. So somebody who comes with one distribution finds a place beside somebody with a thousand.
 */
export function createAdmission(mostAtOnce: number): Admission {
  const held = new Map<string, number>();
  let total = 0;

  return {
    enter(userName) {
      const own = held.get(userName) ?? 0;
      const users = held.size + (own === 0 ? 1 : 0);
      const share = Math.max(1, Math.floor(mostAtOnce / (users + 1)));
      if (total >= mostAtOnce || own >= share) throw busy();
      held.set(userName, own + 1);
      total += 1;
      return () => {
        total -= 1;
        const left = (held.get(userName) ?? 1) - 1;
        if (left === 0) held.delete(userName);
        else held.set(userName, left);
      };
    },
  };
}

function busy(): ProxyError {
  return new ProxyError(503, 'busy', told('busy'), { retryAfterSeconds: 2 });
}
