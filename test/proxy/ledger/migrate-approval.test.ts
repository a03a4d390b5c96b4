/** Entries from before limits and approval are told what lists and the sum of a day need, on each of the databases. */
import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { loadConfig } from '../../../src/proxy/index.ts';
import { openLedger } from '../../../src/proxy/ledger/database.ts';
import { approvalAndLimits } from '../../../src/proxy/ledger/migrate-approval.ts';
import { canonicalContent } from '../../../src/proxy/staging/canonical-content.ts';
import { describeEachDatabase } from '../databases.ts';
import { aDistribution } from '../proxy-under-test.ts';

const added = [
  ...['name', 'payment_count', 'total_cents', 'currency', 'counted_day'],
  ...['approval_ends_at', 'approval_from_cents', 'approved_by', 'approved_at'],
];

const dollars = () => aDistribution();
const mixed = () => {
  const distribution = aDistribution();
  const [first, ...rest] = distribution.payments;
  return { ...distribution, payments: [{ ...first, currency: 'EUR' }, ...rest] } as typeof distribution;
};

describeEachDatabase((kind) => {
  test('250 entries, several batches, each by its own body', async () => {
    const place = await kind.newPlace();
    const nova = { NOVA_BASE_URL: 'http://127.0.0.1:9', NOVA_CLIENT_ID: 'id', NOVA_CLIENT_SECRET: 'secret' };
    const ledger = await openLedger(loadConfig({ ...nova, NOVA_MODE: 'sandbox', ...place.environment }));
    const run = (statement: string) => sql.raw(statement).execute(ledger.database);
    // As it was before this step.
    for (const index of ['ledger_entry_day', 'ledger_entry_name']) await run(`drop index ${index}`);
    await run('drop table mode_lock');
    for (const name of added) await run(`alter table ledger_entry drop column ${name}`);
    const requests = Array.from({ length: 250 }, (_, index) => (index % 3 === 0 ? mixed() : dollars()));
    for (const [index, request] of requests.entries()) {
      const { body, hash } = canonicalContent(request);
      const at = `2027-01-${String(1 + (index % 28)).padStart(2, '0')}T09:00:00.000Z`;
      const keys = sql`${`entry-${index}`}, '', ${hash}, 1, ${body}, ${`key-${index}`}, 'accepted', ${at}, ${at}`;
      await sql`insert into ledger_entry (id, organization, content_hash, generation, body, idempotency_key, state,
        reserved_at, updated_at, tries, user_name, workbook, sheet)
        values (${keys}, 1, 'Preparer', 'Payouts.xlsx', 'January')`.execute(ledger.database);
    }
    await approvalAndLimits.up(ledger.database as never);
    const rows = await ledger.database
      .selectFrom('ledger_entry')
      .select(['id', 'name', 'payment_count', 'total_cents', 'currency', 'counted_day', 'approved_by'])
      .execute();
    const byId = new Map(
      rows.map((row) => [
        row.id,
        { ...row, total_cents: row.total_cents === null ? null : Number(row.total_cents) },
      ]),
    );
    expect(byId.size).toBe(250);
    for (const [index, request] of requests.entries()) {
      const isMixed = index % 3 === 0;
      expect(byId.get(`entry-${index}`)).toEqual({
        ...{ id: `entry-${index}`, name: request.name, payment_count: 3, approved_by: null },
        ...{ total_cents: isMixed ? null : 300_03, currency: isMixed ? null : 'USD' },
        counted_day: `2027-01-${String(1 + (index % 28)).padStart(2, '0')}`,
      });
    }
    await ledger.close();
    await place.remove();
  });
});
