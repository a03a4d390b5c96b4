import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { LedgerClock } from './ledger-clock.ts';
import { openPostgresLedger } from './postgres.ts';
import type { LedgerDatabase } from './schema.ts';
import { openSqliteLedger } from './sqlite.ts';

export interface OpenLedger {
  database: LedgerDatabase;
  /** The time by which everything in it is decided. */
  clock: LedgerClock;
  /** True when other proxies may work on the same ledger at the same time. */
  shared: boolean;
  close(): Promise<void>;
}

/**
 * Opens the ledger, in PostgreSQL when there is a `databaseUrl`, else in SQLite in `dataDir`, and brings its schema up
 * to date. `machine` is this machine's own clock. Throws a `ConfigError` when it cannot be reached or is held by another
 * program.
 */
export function openLedger(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  machine: Clock = systemClock,
): Promise<OpenLedger> {
  return config.databaseUrl === null
    ? openSqliteLedger(config.dataDir, machine)
    : openPostgresLedger(config.databaseUrl, machine);
}
