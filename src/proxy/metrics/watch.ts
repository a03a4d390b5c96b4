import type { FastifyBaseLogger } from 'fastify';
import { currentRequestId } from '../http/request-id.ts';
import type { EntryState } from '../ledger/schema.ts';
import type { NovaObserver } from '../nova/observer.ts';
import type { Metrics } from './metrics.ts';

/** Passes on what happens between the proxy and Nova to the log and the figures, which come to be after what tells it. */
export interface Watch {
  log: FastifyBaseLogger | null;
  /** Stays null where nobody may see them. */
  metrics: Metrics | null;
  readonly novaCall: NovaObserver;
  readonly outcome: (state: EntryState) => void;
}

export function createWatch(): Watch {
  const watch: Watch = {
    log: null,
    metrics: null,
    novaCall(call) {
      const requestId = currentRequestId();
      watch.log?.info({ ...(requestId === null ? {} : { requestId }), ...call }, 'asked Nova');
      watch.metrics?.novaCall(call);
    },
    outcome: (state) => watch.metrics?.outcome(state),
  };
  return watch;
}
