import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';

/** A row of the ledger as it stands in the database, read beside the proxy and not through it. */
export interface LedgerRow {
  id: string;
  generation: number;
  body: string;
  idempotency_key: string;
  state: string;
  first_sent_at: string | null;
  nova_id: string | null;
  error_code: string | null;
  repeat_of: string | null;
  /** 1 live, 0 sandbox, as Nova's answer said. */
  livemode: number | null;
}

export interface AuditRow {
  at: string;
  entry_id: string | null;
  action: string;
  user_name: string;
  result: string;
}

export interface LedgerDump {
  entries: LedgerRow[];
  audit: AuditRow[];
}

/** Where the proxies keep their ledger. */
export type LedgerPlace = { kind: 'sqlite'; dataDir: string } | { kind: 'postgres'; url: string };

const entriesQuery = 'select * from ledger_entry order by reserved_at, generation';
const auditQuery = 'select * from audit_log where entry_id is not null order by at';

export async function readLedger(place: LedgerPlace): Promise<LedgerDump> {
  if (place.kind === 'sqlite') {
    const database = new DatabaseSync(join(place.dataDir, 'ledger.sqlite'), { readOnly: true });
    try {
      return {
        entries: database.prepare(entriesQuery).all() as unknown as LedgerRow[],
        audit: database.prepare(auditQuery).all() as unknown as AuditRow[],
      };
    } finally {
      database.close();
    }
  }
  const client = new pg.Client({ connectionString: place.url });
  await client.connect();
  try {
    const entries = await client.query<LedgerRow>(entriesQuery);
    const audit = await client.query<AuditRow>(auditQuery);
    return { entries: entries.rows, audit: audit.rows };
  } finally {
    await client.end();
  }
}
