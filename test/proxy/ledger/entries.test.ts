/** The ledger's own rules, on each of the databases that may hold it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { loadConfig } from '../../../src/proxy/index.ts';
import { openLedger } from '../../../src/proxy/ledger/database.ts';
import type { OpenLedger } from '../../../src/proxy/ledger/database.ts';
import { LedgerEntries } from '../../../src/proxy/ledger/entries.ts';
import { describeEachDatabase, describePostgres } from '../databases.ts';
import type { LedgerPlace } from '../databases.ts';

const by = { userName: 'First user', workbook: 'Payouts.xlsx', sheet: 'January' };
const content = { hash: 'a'.repeat(64), body: '[{"payments":[]}]' };
const at = (second: number) => new Date(Date.UTC(2027, 0, 4, 9, 0, second)).toISOString();
const leaseMs = 30_000;
const setback = { code: 'connection-broken', reason: 'The connection to Nova broke', tries: 1 };
const staged = { status: 'draft', senderUrl: null, payments: [], complete: true };
const created = (id: string) => ({ id, livemode: false, result: staged });

function configOf(place: Pick<LedgerPlace, 'environment'>) {
  const nova = {
    NOVA_BASE_URL: 'http://127.0.0.1:9',
    NOVA_CLIENT_ID: 'client',
    NOVA_CLIENT_SECRET: 'secret',
  };
  return loadConfig({ ...nova, NOVA_MODE: 'sandbox', ...place.environment });
}

describeEachDatabase((kind) => {
  let place: LedgerPlace;
  let ledger: OpenLedger;
  let one: LedgerEntries;
  let other: LedgerEntries;
  let nowMs = 0;
  /** Of the program on SQLite, of the server on PostgreSQL. */
  const setClock = (second: number) => {
    nowMs = Date.parse(at(second));
    return place.stopClock(nowMs);
  };
  const open = () => openLedger(configOf(place), { now: () => nowMs });
  const entriesOf = (owner: string) => new LedgerEntries(ledger.database, 'org_A', owner, ledger.clock);
  beforeEach(async () => {
    place = await kind.newPlace();
    await setClock(0);
    ledger = await open();
    one = entriesOf('one');
    other = entriesOf('other');
  });
  afterEach(async () => {
    await ledger.close();
    await place.remove();
  });

  const accepted = async (id: string) => {
    const { entry } = await one.reserve(content, by, at(0), { leaseMs });
    return one.recordAccepted(entry, created(id), 1, at(1));
  };

  test('many that reserve one content at once get one entry, and one of them may send it', async () => {
    const reserved = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 === 0 ? one : other).reserve(content, by, at(0), { leaseMs }),
      ),
    );
    expect(new Set(reserved.map(({ entry }) => entry.id)).size).toBe(1);
    expect(reserved.filter(({ claimed }) => claimed)).toHaveLength(1);
    const audit = await ledger.database.selectFrom('audit_log').select(['action', 'result']).execute();
    expect(audit).toEqual([{ action: 'reserve', result: 'generation 1' }]);
  });

  test('of many that claim an entry at once one gets it', async () => {
    const { entry } = await one.reserve(content, by, at(0));
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, index) => entriesOf(`proxy ${index}`).claim(entry, leaseMs)),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  test('a living lease keeps others away; an ended one is taken over, and the first may not speak for it any more', async () => {
    const { entry } = await one.reserve(content, by, at(0), { leaseMs });
    expect(entry).toMatchObject({ first_sent_at: at(0), lease_until: at(30) });
    await setClock(29);
    expect(await other.claim(entry, leaseMs)).toBeNull();
    await setClock(20);
    expect(await one.renew(entry.id, leaseMs)).toBe(at(50));
    await setClock(31);
    expect(await other.claim(entry, leaseMs)).toBeNull();
    await setClock(49);
    expect(await other.listDue(1_000_000, 10)).toEqual([]);
    await setClock(50);
    expect((await other.listDue(1_000_000, 10)).map(({ id }) => id)).toEqual([entry.id]);
    const taken = await other.claim(entry, leaseMs);
    expect(taken).toMatchObject({
      owner: 'other',
      lease_until: at(80),
      first_sent_at: at(0),
      idempotency_key: entry.idempotency_key,
    });
    expect(await one.renew(entry.id, leaseMs)).toBeNull();
    for (const late of [
      await one.recordUnknown(entry, setback, at(51), at(60)),
      await one.recordNotSent(entry, setback, at(51)),
      await one.recordRejected(
        entry,
        { status: 404, code: 'x', message: 'x', param: null, requestId: null },
        1,
        at(51),
      ),
    ]) {
      expect(late).toMatchObject({ state: 'sending', owner: 'other' });
    }
    // What is known is known, whoever learned it.
    expect(await one.recordAccepted(entry, created('dst_1'), 1, at(52))).toMatchObject({
      state: 'accepted',
      owner: null,
      lease_until: null,
    });
    const end = await other.recordUnknown(entry, setback, at(53), at(60));
    expect(end).toMatchObject({ state: 'accepted', nova_id: 'dst_1' });
  });

  test('unknown entries come due after their pause, while the key lives, and never when people must decide', async () => {
    const { entry } = await one.reserve(content, by, at(0), { leaseMs });
    expect(await one.recordUnknown(entry, setback, at(1), at(10))).toMatchObject({
      state: 'unknown',
      ask_count: 1,
    });
    const due = async (second: number, withinSeconds: number) => {
      await setClock(second);
      return one.listDue(withinSeconds * 1_000, 10);
    };
    expect(await due(9, 100)).toHaveLength(0);
    expect(await due(10, 11)).toHaveLength(1);
    expect(await due(10, 10)).toHaveLength(0);
    const [unknown] = await due(10, 100);
    const again = unknown === undefined ? null : await one.claim(unknown, leaseMs);
    expect(again).toMatchObject({ first_sent_at: at(0), ask_count: 1 });
    await one.recordUnknown(again ?? entry, setback, at(12), null);
    expect(await due(3000, 10_000)).toHaveLength(0);
  });

  test('nothing sent gives the key its whole life back', async () => {
    const { entry } = await one.reserve(content, by, at(0), { leaseMs });
    expect(await one.recordNotSent(entry, setback, at(1))).toMatchObject({
      state: 'reserved',
      first_sent_at: null,
    });
    await setClock(100);
    expect(await other.claim({ ...entry, state: 'reserved' }, leaseMs)).toMatchObject({
      first_sent_at: at(100),
    });
  });

  test('a repeat makes one further generation, however many ask for it, and only of the latest', async () => {
    const first = await accepted('dst_1');
    const repeat = { ofEntryId: first.id, reason: 'The fund pays twice this month' };
    const repeats = await Promise.all(
      [one, other, one, other].map((entries) => entries.reserve(content, by, at(2), { repeat, leaseMs })),
    );
    expect(new Set(repeats.map(({ entry }) => entry.id)).size).toBe(1);
    expect(repeats.filter(({ claimed }) => claimed)).toHaveLength(1);
    const second = repeats.find(({ claimed }) => claimed)?.entry ?? first;
    expect(second).toMatchObject({ generation: 2, repeat_of: first.id, repeat_reason: repeat.reason });
    expect(second.idempotency_key).not.toBe(first.idempotency_key);
    const ended = await (second.owner === 'one' ? one : other).recordAccepted(
      second,
      created('dst_2'),
      1,
      at(3),
    );
    await other.reserve(content, by, at(4), { repeat: { ...repeat, ofEntryId: ended.id } });
    await expect(other.reserve(content, by, at(5), { repeat })).rejects.toMatchObject({
      code: 'repeat-outdated',
    });
  });

  test('a rejected repeat leaves the accepted one standing: the same rows never become another distribution', async () => {
    const first = await accepted('dst_1');
    const repeat = { ofEntryId: first.id, reason: 'The fund pays twice this month' };
    const { entry } = await one.reserve(content, by, at(2), { repeat, leaseMs });
    await one.recordRejected(
      entry,
      { status: 404, code: 'x', message: 'x', param: null, requestId: null },
      1,
      at(3),
    );
    expect(await one.reserve(content, by, at(4))).toMatchObject({ entry: { id: first.id }, claimed: false });
    const retried = await one.reserve(content, by, at(5), { repeat });
    expect(retried.entry).toMatchObject({ generation: 3, repeat_of: first.id, state: 'reserved' });
    expect(await one.reserve(content, by, at(6))).toMatchObject({ entry: { id: first.id } });
  });

  test('one distribution of Nova stands for one entry', async () => {
    await accepted('dst_1');
    const { entry } = await one.reserve({ ...content, hash: 'b'.repeat(64) }, by, at(2), { leaseMs });
    await expect(one.recordAccepted(entry, created('dst_1'), 1, at(3))).rejects.toThrow();
    expect(await one.find(entry.id)).toMatchObject({ state: 'sending' });
  });

  test('a transaction that fails leaves nothing behind, nor spoils those beside it', async () => {
    const write = (id: string, fail: boolean) =>
      ledger.database.transaction().execute(async (transaction) => {
        const user = { id, name: id, name_key: id, roles: 'viewer', live: 0, created_at: at(0) };
        await transaction.insertInto('users').values(user).execute();
        if (fail) throw new Error('on purpose');
      });
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) => write(`user ${index}`, index % 3 === 0)),
    );
    const kept = await ledger.database.selectFrom('users').select('id').execute();
    expect(new Set(kept.map(({ id }) => id))).toEqual(
      new Set(results.flatMap(({ status }, index) => (status === 'fulfilled' ? [`user ${index}`] : []))),
    );
    expect(kept).toHaveLength(26);
  });

  test('opening it again finds everything, and repeats no step', async () => {
    const first = await accepted('dst_1');
    await ledger.close();
    ledger = await open();
    one = entriesOf('one');
    expect(await one.find(first.id)).toEqual(first);
    const steps = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
      ledger.database,
    );
    const names = steps.rows.map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['0001-ledger-audit-session', '0002-lease-repeat-resolution']);
    expect(new Set(names).size).toBe(names.length);
  });
});

describePostgres((kind) => {
  test('replicas that start at once bring the schema up once', async () => {
    const place = await kind.newPlace();
    const ledgers = await Promise.all(Array.from({ length: 4 }, () => openLedger(configOf(place))));
    const steps = await sql<{ name: string }>`select name from kysely_migration`.execute(
      ledgers[0]?.database as never,
    );
    const names = steps.rows.map(({ name }) => name);
    expect(names).toContain('0002-lease-repeat-resolution');
    expect(new Set(names).size).toBe(names.length);
    await Promise.all(ledgers.map((ledger) => ledger.close()));
    await place.remove();
  });
});

describe('a PostgreSQL that is not there', () => {
  test('is said without the address, which may hold a password', async () => {
    const place = {
      environment: { DATABASE_URL: 'postgres://u:secret@127.0.0.1:9/x' },
    };
    await expect(openLedger(configOf(place))).rejects.toMatchObject({
      problems: ['DATABASE_URL names a PostgreSQL that cannot be used (ECONNREFUSED).'],
    });
  });
});
