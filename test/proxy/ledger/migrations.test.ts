/** Several replicas that start at once bring one database up to date, each step once. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { systemClock } from '../../../src/proxy/clock.ts';
import type { OpenLedger } from '../../../src/proxy/ledger/database.ts';
import { migrationNames } from '../../../src/proxy/ledger/migrations.ts';
import { openPostgresLedger } from '../../../src/proxy/ledger/postgres.ts';
import { describePostgres } from '../databases.ts';
import type { LedgerPlace } from '../databases.ts';
import { aDistribution, ProxyUnderTest } from '../proxy-under-test.ts';

const replicaCount = 6;

describePostgres((kind) => {
  let place: LedgerPlace;
  beforeEach(async () => {
    place = await kind.newPlace();
  });
  afterEach(() => place.remove());

  const open = (upTo?: string): Promise<OpenLedger> =>
    openPostgresLedger(place.environment['DATABASE_URL'] ?? '', systemClock, upTo);

  async function stepsDone(ledger: OpenLedger): Promise<string[]> {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
      ledger.database,
    );
    return rows.map(({ name }) => name);
  }

  async function tablesAndColumns(ledger: OpenLedger): Promise<string[]> {
    const { rows } = await sql<{ place: string }>`select table_name || '.' || column_name as place
      from information_schema.columns where table_schema = 'public' order by 1`.execute(ledger.database);
    return rows.map((row) => row.place);
  }

  async function openAtOnce(): Promise<void> {
    const ledgers = await Promise.all(Array.from({ length: replicaCount }, () => open()));
    try {
      for (const ledger of ledgers) expect(await stepsDone(ledger)).toEqual(migrationNames);
    } finally {
      await Promise.all(ledgers.map((ledger) => ledger.close()));
    }
  }

  test('on a database in which nothing is yet', openAtOnce);

  test('on one of the version before, whose entries stay, and it becomes the same as a new one', async () => {
    const before = await open(migrationNames.at(-2));
    expect(await stepsDone(before)).toEqual(migrationNames.slice(0, -1));
    await before.close();
    await openAtOnce();
    const upgraded = await open();
    const fresh = await kind.newPlace();
    const other = await openPostgresLedger(fresh.environment['DATABASE_URL'] ?? '', systemClock);
    expect(await tablesAndColumns(upgraded)).toEqual(await tablesAndColumns(other));
    await upgraded.close();
    await other.close();
    await fresh.remove();
  });

  test('whole proxies that start at once on a new database all serve', async () => {
    const under = await ProxyUnderTest.start({ environment: place.environment });
    await under.proxy.close();
    const fresh = await kind.newPlace();
    const { proxies } = await startAtOnce(under, fresh);
    expect(await under.stage(aDistribution())).toMatchObject({ outcome: 'accepted' });
    await Promise.all(proxies.map((proxy) => proxy.close()));
    await under.startProxy();
    await under.stop();
    await fresh.remove();
  });

  async function startAtOnce(under: ProxyUnderTest, fresh: LedgerPlace) {
    const proxies: ProxyUnderTest['proxy'][] = [];
    await Promise.all(
      Array.from({ length: replicaCount }, async () => {
        await under.startProxy(fresh.environment);
        proxies.push(under.proxy);
      }),
    );
    for (const proxy of proxies) expect((await fetch(`${proxy.url}/readyz`)).status).toBe(200);
    under.token = await under.signIn();
    return { proxies };
  }

  test('a ledger that a newer version has used is refused in words, and left as it is', async () => {
    const ledger = await open();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-of-a-newer-version', '2027')`.execute(
      ledger.database,
    );
    await ledger.close();
    await expect(open()).rejects.toThrow('was used by a newer version of Distribution Desk');
  });
});
