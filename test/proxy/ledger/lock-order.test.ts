/** Transactions that need the same rows take them in one order: where they meet, one waits for the other and none against it. */
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { loadConfig } from '../../../src/proxy/index.ts';
import { writeAudit } from '../../../src/proxy/ledger/audit.ts';
import { openLedger } from '../../../src/proxy/ledger/database.ts';
import type { OpenLedger } from '../../../src/proxy/ledger/database.ts';
import { LedgerEntries } from '../../../src/proxy/ledger/entries.ts';
import { ModeLock } from '../../../src/proxy/ledger/mode-lock.ts';
import type { LedgerDatabase } from '../../../src/proxy/ledger/schema.ts';
import { verifyAudit } from '../../../src/proxy/ledger/verify-audit.ts';
import { told } from '../../../src/words/said.ts';
import { describePostgres } from '../databases.ts';
import type { LedgerPlace } from '../databases.ts';

const by = { userName: 'First user', workbook: 'Payouts.xlsx', sheet: 'January' };
const content = { hash: 'a'.repeat(64), body: '[{"payments":[]}]' };
const at = (second: number) => new Date(Date.UTC(2027, 0, 4, 9, 0, second)).toISOString();
const leaseMs = 30_000;
const staged = { status: 'draft', senderUrl: null, payments: [], complete: true };
const created = (id: string) => ({ id, livemode: false, result: staged });

function configOf(place: LedgerPlace) {
  const nova = {
    NOVA_BASE_URL: 'http://127.0.0.1:9',
    NOVA_CLIENT_ID: 'client',
    NOVA_CLIENT_SECRET: 'secret',
  };
  return loadConfig({ ...nova, NOVA_MODE: 'sandbox', ...place.environment });
}

type Deed = (ledger: OpenLedger, entryId: string, transaction?: LedgerDatabase) => Promise<void>;

/** Resolves once a connection to this database waits for a lock of another's. */
async function somebodyWaits(database: LedgerDatabase): Promise<void> {
  const waiting = sql`select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await waiting.execute(database)).rows.length === 0) await setImmediate();
}

describePostgres((kind) => {
  describe('while one proxy records that an entry was accepted, another waits for it, not against it,', () => {
    const modeLockOf = ({ database, clock }: OpenLedger) => new ModeLock(database, 'org_A', clock, true);
    const mismatch = (entryId: string) => ({
      says: told('checkOrganization'),
      distributionId: null,
      entryId,
      by,
    });

    test.each<{ what: string; doesOther: Deed; doesHolder: Deed }>([
      {
        what: 'to tell of that entry',
        doesOther: ({ database }, entryId) =>
          writeAudit(database, { at: at(1), by, action: 'stage', entryId, result: 'sending before' }),
        doesHolder: () => Promise.resolve(),
      },
      {
        what: 'to stop the sending for that entry',
        doesOther: (ledger, entryId) => modeLockOf(ledger).engage(mismatch(entryId)),
        doesHolder: (ledger, entryId, transaction) =>
          modeLockOf(ledger).engage(mismatch(entryId), transaction),
      },
    ])('$what', async ({ doesOther, doesHolder }) => {
      const place = await kind.newPlace();
      const [ours, others] = [await openLedger(configOf(place)), await openLedger(configOf(place))];
      const entries = new LedgerEntries(ours.database, 'org_A', 'one', ours.clock);
      const { entry } = await entries.reserve(content, by, at(0), { leaseMs });
      let other: Promise<void> | undefined;
      // The acceptance holds the entry, and goes on only when the other one waits for something.
      const alongside = async (transaction: LedgerDatabase) => {
        other = doesOther(others, entry.id);
        await somebodyWaits(ours.database);
        await doesHolder(ours, entry.id, transaction);
      };
      const ended = await entries.recordAccepted(entry, created('dst_one'), 1, at(1), alongside);
      await other;
      expect(ended.state).toBe('accepted');
      expect(await verifyAudit(ours.database)).toMatchObject({ lineCount: 3, broken: null });
      for (const ledger of [ours, others]) await ledger.close();
      await place.remove();
    });
  });
});
