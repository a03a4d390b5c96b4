import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../proxy/clock.ts';
import { loadConfig } from '../proxy/index.ts';
import { writeAudit } from '../proxy/ledger/audit.ts';
import { openLedger } from '../proxy/ledger/database.ts';
import { assertDayHasRoom } from '../proxy/ledger/day-total.ts';
import type { LedgerDatabase } from '../proxy/ledger/schema.ts';
import { createDatabase } from './torture/fresh-database.ts';

const times = 300;
/** Entries of the day whose total is asked for. */
const entriesOfTheDay = 1_000;
const day = '2027-01-04';
const at = `${day}T09:00:00.000Z`;

/**
 * What a request pays for the audit log and for the limits: a transaction with nothing in it, with a line of the chain,
 * and with the total of a day that has many entries. On SQLite, and on a PostgreSQL where one
 * answers, in a database of its own.
 */
export async function benchOversight(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'distribution-desk-bench-oversight-'));
  try {
    await measure('SQLite', { DATA_DIR: dir });
    const server = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';
    const fresh = await createDatabase(server).catch(() => null);
    if (fresh === null) console.log('  PostgreSQL: none answers (TEST_DATABASE_URL names one)');
    else await measure('PostgreSQL', { DATABASE_URL: fresh.url }).finally(() => fresh.drop());
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function measure(name: string, place: Record<string, string>): Promise<void> {
  const nova = {
    NOVA_BASE_URL: 'https://nova.example.com',
    NOVA_CLIENT_ID: 'id',
    NOVA_CLIENT_SECRET: 'secret',
  };
  const ledger = await openLedger(loadConfig({ ...nova, NOVA_MODE: 'sandbox', ...place }), systemClock);
  try {
    const { database } = ledger;
    await fill(database);
    const nothing = await median(database, (transaction) =>
      transaction.selectFrom('users').select('id').limit(1).execute(),
    );
    const audit = await median(database, (transaction) =>
      writeAudit(transaction, { at, by: { userName: 'Bench' }, action: 'stage', result: 'bench' }),
    );
    const entry = { id: 'none', organization: 'bench', currency: 'USD', total_cents: 1 };
    const limits = await median(database, (transaction) => assertDayHasRoom(transaction, entry, at, 1e12));
    console.log(
      `  ${name}: audit ${audit} µs, limit of a day with ${entriesOfTheDay} entries ${limits} µs, ` +
        `of which a transaction with one read alone ${nothing} µs (medians of ${times})`,
    );
  } finally {
    await ledger.close();
  }
}

async function fill(database: LedgerDatabase): Promise<void> {
  const rows = Array.from({ length: entriesOfTheDay }, (_, index) => ({
    ...{
      id: `bench-${Date.now()}-${index}`,
      organization: 'bench',
      content_hash: `hash-${Date.now()}-${index}`,
    },
    ...{
      generation: 1,
      body: '[]',
      idempotency_key: `key-${Date.now()}-${index}`,
      state: 'accepted' as const,
    },
    ...{
      reserved_at: at,
      updated_at: at,
      tries: 1,
      ask_count: 0,
      user_name: 'Bench',
      workbook: '',
      sheet: '',
    },
    ...{ kind: 'distribution' as const, counted_day: day, currency: 'USD', total_cents: 1 },
  }));
  await database.transaction().execute(async (transaction) => {
    for (let start = 0; start < rows.length; start += 50) {
      await transaction
        .insertInto('ledger_entry')
        .values(rows.slice(start, start + 50))
        .execute();
    }
  });
}

/** Of one transaction, in microseconds. */
async function median(
  database: LedgerDatabase,
  work: (transaction: LedgerDatabase) => Promise<unknown>,
): Promise<number> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const startedMs = performance.now();
    await database.transaction().execute((transaction) => work(transaction));
    taken.push((performance.now() - startedMs) * 1_000);
  }
  return Math.round(taken.sort((left, right) => left - right)[Math.floor(times / 2)] ?? 0);
}
