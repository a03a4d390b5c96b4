import { systemClock } from '../clock.ts';
import { ConfigError } from '../errors.ts';
import { openPostgresLedger } from '../ledger/postgres.ts';
import { openLedgerFile } from '../ledger/sqlite.ts';
import type { Clock } from '../clock.ts';
import type { LedgerDatabase } from '../ledger/schema.ts';
import { Users } from './users.ts';

/** Where users are kept: that of `config.ts`, without all that only a proxy needs. */
export interface DirectoryPlace {
  databaseUrl: string | null;
  dataDir: string;
}

/** The users of a ledger, for as long as `work` takes; proxies may run on it meanwhile. */
export async function userDirectory<T>(
  place: DirectoryPlace,
  work: (users: Users, database: LedgerDatabase, clock: Clock) => Promise<T>,
): Promise<T> {
  if (place.databaseUrl !== null) {
    const ledger = await openPostgresLedger(place.databaseUrl, systemClock);
    return work(new Users(ledger.database, ledger.clock), ledger.database, ledger.clock).finally(() =>
      ledger.close(),
    );
  }
  if (place.dataDir === '') {
    throw new ConfigError(['DATA_DIR is missing: set it to the folder of the ledger, as for the proxy.']);
  }
  const database = await openLedgerFile(place.dataDir);
  return work(new Users(database, systemClock), database, systemClock).finally(() => database.destroy());
}
