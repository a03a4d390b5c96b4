/** Entries from before registrations are distributions, with their ids, on each of the databases. */
import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { loadConfig } from '../../../src/proxy/index.ts';
import { openLedger } from '../../../src/proxy/ledger/database.ts';
import { findDamage } from '../../../src/proxy/ledger/check-ledger.ts';
import { registrations } from '../../../src/proxy/ledger/migrate-registrations.ts';
import { canonicalContent, idempotencyKey } from '../../../src/proxy/staging/canonical-content.ts';
import { describeEachDatabase } from '../databases.ts';
import { aDistribution } from '../proxy-under-test.ts';

describeEachDatabase((kind) => {
  test('what was accepted keeps its id, and one id still stands for one entry', async () => {
    const place = await kind.newPlace();
    const nova = { NOVA_BASE_URL: 'http://127.0.0.1:9', NOVA_CLIENT_ID: 'id', NOVA_CLIENT_SECRET: 'secret' };
    const ledger = await openLedger(loadConfig({ ...nova, NOVA_MODE: 'sandbox', ...place.environment }));
    const { database } = ledger;
    const run = (statement: string) => sql.raw(statement).execute(database);
    // As it was before this step.
    for (const index of ['subject', 'reference']) await run(`drop index ledger_entry_${index}`);
    for (const name of ['kind', 'subject', 'set_hash', 'reference', 'seen'])
      await run(`alter table ledger_entry drop column ${name}`);
    await run('alter table ledger_entry rename column nova_id to distribution_id');
    const insert = async (id: string, novaId: string, column: string) => {
      const { body, hash } = canonicalContent(aDistribution());
      const at = '2027-01-04T09:00:00.000Z';
      const values = sql`${id}, '', ${hash}, 1, ${body}, ${idempotencyKey('', hash, 1)}, 'accepted', ${at}, ${at},
        ${at}, ${at}, 1, 'Preparer', 'Payouts.xlsx', 'January', ${novaId}, 0, '{}'`;
      await sql`insert into ledger_entry (id, organization, content_hash, generation, body, idempotency_key, state,
        reserved_at, updated_at, first_sent_at, accepted_at, tries, user_name, workbook, sheet, ${sql.ref(column)},
        livemode, result) values (${values})`.execute(database);
    };
    await insert('one', 'dst_1', 'distribution_id');
    await insert('two', 'dst_2', 'distribution_id');

    await registrations.up(database as never);
    const rows = await database
      .selectFrom('ledger_entry')
      .select(['id', 'kind', 'nova_id', 'subject', 'set_hash', 'reference', 'seen'])
      .orderBy('id')
      .execute();
    const none = { subject: null, set_hash: null, reference: null, seen: null };
    expect(rows).toEqual([
      { id: 'one', kind: 'distribution', nova_id: 'dst_1', ...none },
      { id: 'two', kind: 'distribution', nova_id: 'dst_2', ...none },
    ]);
    expect(await findDamage(database)).toEqual({ entryCount: 2, damage: [] });
    await expect(insert('three', 'dst_2', 'nova_id')).rejects.toThrow(/unique/i);
    await ledger.close();
    await place.remove();
  });
});
