import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { ProxyErrorCode } from '../errors.ts';
import type { ModeLock } from '../ledger/mode-lock.ts';
import type { EntryState, LedgerDatabase } from '../ledger/schema.ts';
import type { Breaker } from '../nova/breaker.ts';
import type { ObservedCall } from '../nova/observer.ts';
import type { TokenSource } from '../nova/token.ts';
import { readOpenEntries } from './open-entries.ts';

/**
 * What whoever runs the proxy wants to see, in Prometheus' format. A label is a word out of a list that the program knows:
 * never a user, an id of Nova's, a workbook or an amount, and nothing that a caller could make up.
 */
export interface Metrics {
  apiRequest(request: { method: string; route: string | null; status: number; durationMs: number }): void;
  refusal(code: ProxyErrorCode): void;
  novaCall(call: ObservedCall): void;
  outcome(state: EntryState): void;
  /** The figures of this moment; those of the ledger are asked for now. */
  read(): Promise<{ contentType: string; text: string }>;
}

export interface MetricsParts {
  config: Config;
  version: string;
  database: LedgerDatabase;
  breaker: Breaker;
  tokens: TokenSource;
  lock: ModeLock;
  clock: Clock;
}

const prefix = 'distribution_desk_';
/** From what a lookup takes to what staging takes when Nova is slow. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Each proxy has a registry of its own, since tests run several in one program. */
export function createMetrics(parts: MetricsParts): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const named = (name: string, help: string) => ({ name: prefix + name, help, registers });

  const apiSeconds = new Histogram({
    ...named('api_request_duration_seconds', 'Answers of this proxy, by route and class of status'),
    ...{ labelNames: ['method', 'route', 'status'] as const, buckets },
  });
  const refusals = new Counter({
    ...named('refusals_total', 'Requests that were refused or failed, by the code of the answer'),
    labelNames: ['code'] as const,
  });
  const novaSeconds = new Histogram({
    ...named('nova_request_duration_seconds', 'Tries to ask Nova, by operation and class of status'),
    ...{ labelNames: ['operation', 'result'] as const, buckets },
  });
  const outcomes = new Counter({
    ...named('outcomes_total', 'What became of distributions that were sent or sealed'),
    labelNames: ['outcome'] as const,
  });
  // A series that begins with its first event shows no increase for it.
  for (const outcome of ['accepted', 'rejected', 'unknown', 'awaiting']) outcomes.inc({ outcome }, 0);
  const lookUp = gaugesOfMoment(parts, named);

  return {
    apiRequest({ method, route, status, durationMs }) {
      const labels = {
        method: route === null ? 'any' : method,
        route: route ?? 'none',
        status: classOf(status),
      };
      apiSeconds.observe(labels, durationMs / 1000);
    },
    refusal: (code) => refusals.inc({ code }),
    novaCall({ operation, result, durationMs }) {
      const word = typeof result === 'number' ? classOf(result) : result;
      novaSeconds.observe({ operation, result: word }, durationMs / 1000);
    },
    outcome: (state) => outcomes.inc({ outcome: state }),
    async read() {
      await lookUp();
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** Those of the moment; the function that it answers with looks them up. */
function gaugesOfMoment(
  { config, version, database, breaker, tokens, lock, clock }: MetricsParts,
  named: (name: string, help: string) => { name: string; help: string; registers: Registry[] },
): () => Promise<void> {
  const build = new Gauge({
    ...named('build_info', 'Always 1; its labels tell what runs'),
    labelNames: ['version', 'mode'] as const,
  });
  build.set({ version, mode: config.nova.mode }, 1);
  const breakerOpen = new Gauge(
    named('breaker_open', '1 while Nova is left alone because it does not answer'),
  );
  const tokenAge = new Gauge(
    named('nova_token_age_seconds', 'Since the token in use was exchanged; NaN while there is none'),
  );
  const entries = new Gauge({
    ...named('open_entries', 'What is not at its end in the ledger that all replicas share, by state'),
    labelNames: ['state'] as const,
  });
  const oldest = new Gauge(
    named('oldest_unknown_seconds', 'Since the oldest open unknown outcome was first sent; 0 without one'),
  );
  const locked = new Gauge(named('mode_locked', '1 while the mode lock stops all sending'));
  const ledgerUp = new Gauge(
    named('ledger_up', '0 while the ledger cannot be read; its other figures are left out then'),
  );

  return async () => {
    breakerOpen.set(breaker.closedForMs() > 0 ? 1 : 0);
    tokenAge.set((tokens.ageMs() ?? Number.NaN) / 1000);
    // A scrape that fails as a whole would hide the other figures just when they are needed.
    const read = await Promise.all([
      readOpenEntries(database, config.nova.organizationId ?? ''),
      lock.current(),
    ]).catch(() => null);
    ledgerUp.set(read === null ? 0 : 1);
    if (read === null) {
      entries.reset();
      oldest.remove();
      locked.remove();
      return;
    }
    const [{ counts, oldestUnknownAt }, held] = read;
    for (const [state, count] of Object.entries(counts)) entries.set({ state }, count);
    oldest.set(
      oldestUnknownAt === null ? 0 : Math.max(0, (clock.now() - Date.parse(oldestUnknownAt)) / 1000),
    );
    locked.set(held === null ? 0 : 1);
  };
}

/** `2xx`, `4xx`, and so on. */
function classOf(status: number): string {
  return `${Math.floor(status / 100)}xx`;
}
