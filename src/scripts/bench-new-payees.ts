import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../proxy/clock.ts';
import { loadConfig } from '../proxy/index.ts';
import { openLedger } from '../proxy/ledger/database.ts';
import { LedgerEntries } from '../proxy/ledger/entries.ts';
import type { LedgerDatabase } from '../proxy/ledger/schema.ts';
import { medianMs, reportLine } from './measure.ts';
import { createDatabase } from './torture/fresh-database.ts';

const organization = 'org_bench';
const at = '2027-01-04T09:00:00.000Z';
const paymentsPerEntry = 100;
const times = 15;

/**
 * Which of `payeeCount` entities are new, half of them being so, in a ledger of `entryCount` accepted distributions. The
 * floor reads the same distributions and looks into each. On SQLite, and on a PostgreSQL where one answers.
 */
export async function benchNewPayees(payeeCount: number, entryCount: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-bench-new-payees-'));
  try {
    await measure('SQLite', { DATA_DIR: dir }, payeeCount, entryCount);
    const server = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';
    const fresh = await createDatabase(server).catch(() => null);
    if (fresh === null) console.log('  PostgreSQL: none answers (TEST_DATABASE_URL names one)');
    else
      await measure('PostgreSQL', { DATABASE_URL: fresh.url }, payeeCount, entryCount).finally(() =>
        fresh.drop(),
      );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function measure(
  name: string,
  place: Record<string, string>,
  payeeCount: number,
  entryCount: number,
): Promise<void> {
  const nova = { NOVA_BASE_URL: 'https://nova.example.com', NOVA_CLIENT_ID: 'id', NOVA_CLIENT_SECRET: 'no' };
  const ledger = await openLedger(loadConfig({ ...nova, NOVA_MODE: 'sandbox', ...place }), systemClock);
  try {
    const { database, clock } = ledger;
    await fill(database, payeeCount, entryCount);
    const entries = new LedgerEntries(database, organization, 'bench', clock);
    // The second half of them is in no distribution.
    const asked = Array.from({ length: payeeCount }, (_, index) => entity(index + payeeCount / 2));
    const ask = async () => {
      const found = await entries.findNewPayees(asked);
      if (found.length !== payeeCount / 2) throw new Error(`${found.length} payees are new`);
    };
    const floorMs = await medianMs(3, () => readAll(database));
    const start = performance.now();
    await ask();
    const firstMs = performance.now() - start;
    console.log(
      `${payeeCount.toLocaleString('en-US')} payees in a ledger of ${entryCount.toLocaleString('en-US')} distributions with ${paymentsPerEntry} payments each, ${name}`,
    );
    console.log(reportLine('floor: reading every distribution', floorMs));
    console.log(reportLine('which are new, for the first time', firstMs, floorMs));
    console.log(
      reportLine(`which are new, ever after (median of ${times})`, await medianMs(times, ask), floorMs),
    );
  } finally {
    await ledger.close();
  }
}

const entity = (index: number): string => `ent_Bench${String(index).padStart(8, '0')}`;

async function readAll(database: LedgerDatabase): Promise<void> {
  const bodies = await database.selectFrom('ledger_entry').select('body').execute();
  for (const { body } of bodies) JSON.parse(body);
}

async function fill(database: LedgerDatabase, payeeCount: number, entryCount: number): Promise<void> {
  const entriesAtOnce = 100;
  for (let start = 0; start < entryCount; start += entriesAtOnce) {
    const rows = Array.from({ length: entriesAtOnce }, (_, index) =>
      accepted(start + index, (start + index) * paymentsPerEntry, payeeCount),
    );
    await database.insertInto('ledger_entry').values(rows).execute();
  }
}

function accepted(index: number, firstPayee: number, payeeCount: number) {
  const payments = Array.from({ length: paymentsPerEntry }, (_, payment) => ({
    ...{ amount: 100_000 + payment, currency: 'USD', entity: entity((firstPayee + payment) % payeeCount) },
    notifications: [{ contact: `cnt_Bench${payment}` }],
  }));
  return {
    ...{ id: `entry-${index}`, organization, content_hash: `hash-${index}`, generation: 1 },
    ...{ body: JSON.stringify([{ payments }]), idempotency_key: `key-${index}`, state: 'accepted' as const },
    ...{ reserved_at: at, updated_at: at, accepted_at: at, tries: 1, ask_count: 0 },
    ...{ nova_id: `dst_${index}`, user_name: 'Bench', workbook: 'Bench.xlsx', sheet: 'Bench' },
    kind: 'distribution' as const,
  };
}
