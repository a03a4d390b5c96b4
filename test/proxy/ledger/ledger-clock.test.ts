/** The time by which a ledger is decided, on a server whose clock a test can stop. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { loadConfig } from '../../../src/proxy/index.ts';
import { openLedger } from '../../../src/proxy/ledger/database.ts';
import type { OpenLedger } from '../../../src/proxy/ledger/database.ts';
import { describePostgres } from '../databases.ts';
import type { LedgerPlace } from '../databases.ts';

const serverMs = Date.parse('2027-01-04T09:00:00.250Z');
const hourMs = 3_600_000;

describePostgres((kind) => {
  let place: LedgerPlace;
  let ledger: OpenLedger;
  /** The machine's own clock: an hour behind, and set by the tests. */
  let machineMs = 0;
  beforeEach(async () => {
    place = await kind.newPlace();
    await place.stopClock(serverMs);
    machineMs = serverMs - hourMs;
    const config = loadConfig({
      NOVA_BASE_URL: 'http://127.0.0.1:9',
      NOVA_CLIENT_ID: 'client',
      NOVA_CLIENT_SECRET: 'secret',
      NOVA_MODE: 'sandbox',
      ...place.environment,
    });
    ledger = await openLedger(config, { now: () => machineMs });
  });
  afterEach(async () => {
    await ledger.close();
    await place.remove();
  });

  /** How far the reckoned time is from this instant; a machine that is busy may need a while between two lines. */
  const awayFrom = (instantMs: number) => Math.abs(ledger.clock.now() - instantMs);
  const aMinuteMs = 60_000;

  test('is the time of the database, whatever the machine says', () => {
    expect(awayFrom(serverMs)).toBeLessThan(aMinuteMs);
  });

  test('a machine that is set back does not make it earlier; one that is set on makes it later until the next asking', async () => {
    machineMs -= 5 * hourMs;
    expect(awayFrom(serverMs)).toBeLessThan(aMinuteMs);
    machineMs += 7 * hourMs;
    expect(awayFrom(serverMs + 2 * hourMs)).toBeLessThan(aMinuteMs);
    await ledger.clock.sync();
    expect(awayFrom(serverMs)).toBeLessThan(aMinuteMs);
  });

  test('an instant in a query is written as every other instant, and its order as text is its order in time', async () => {
    const instant = (afterMs?: number) => ledger.clock.instant(afterMs);
    const query = sql<Record<string, string>>`select ${instant()} as now, ${instant(-250)} as before,
      ${instant(36 * hourMs)} as after`;
    expect((await query.execute(ledger.database)).rows).toEqual([
      {
        now: '2027-01-04T09:00:00.250Z',
        before: '2027-01-04T09:00:00.000Z',
        after: '2027-01-05T21:00:00.250Z',
      },
    ]);
  });

  test('is the same in a session that shows times in another zone', async () => {
    await ledger.database.connection().execute(async (connection) => {
      await sql`set time zone 'America/New_York'`.execute(connection);
      const { rows } = await sql<{ now: string }>`select ${ledger.clock.instant()} as now`.execute(
        connection,
      );
      await sql`reset time zone`.execute(connection);
      expect(rows).toEqual([{ now: '2027-01-04T09:00:00.250Z' }]);
    });
  });
});
