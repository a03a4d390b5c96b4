import { SandboxClock } from './clock.ts';
import { FaultQueue } from './faults.ts';
import { IdempotencyStore } from './idempotency.ts';
import { IdSource } from './ids.ts';
import type { SandboxSettings } from './options.ts';
import { Records } from './records.ts';
import { RequestLog } from './request-log.ts';
import type { Change } from './state-file.ts';
import { TokenStore } from './token-store.ts';

/** Everything that a sandbox remembers, in memory only. */
export class SandboxState {
  readonly settings: SandboxSettings;
  readonly clock: SandboxClock;
  readonly ids: IdSource;
  readonly records = new Records();
  readonly tokens: TokenStore;
  readonly idempotency: IdempotencyStore;
  readonly faults = new FaultQueue();
  readonly requests = new RequestLog();
  /** Aborted when the server closes, so that an ordered delay ends early and keeps no process alive. */
  readonly closing = new AbortController();

  /** Told of every change before it is answered; a sandbox with a file writes it down. */
  onChange: (change: Change) => void = () => undefined;

  constructor(settings: SandboxSettings) {
    this.settings = settings;
    this.clock = new SandboxClock(settings.now);
    this.ids = new IdSource(settings.idSeed);
    this.tokens = new TokenStore(this.clock);
    this.idempotency = new IdempotencyStore(this.clock);
  }

  /** Back to the seed, as after a start; only the ids go on, so that none is handed out twice. */
  reset(): void {
    this.records.reset();
    this.tokens.expireAll();
    this.idempotency.clear();
    this.faults.clear();
    this.requests.clear();
    this.clock.reset();
  }
}
