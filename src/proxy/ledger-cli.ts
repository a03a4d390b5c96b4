/**
 * `npm run ledger -- backup FILE | restore FILE | check | verify [--checkpoint N:HASH] |
 * export --format csv|jsonl [--out FILE]`, for the ledger that
 * `DATA_DIR` or `DATABASE_URL` names, also while proxies run on it (but for `restore`). Ends with 1 and a sentence when
 * something is wrong.
 */
import { createWriteStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { Kysely } from 'kysely';
import { systemClock } from './clock.ts';
import { ledgerPlace } from './config-secrets.ts';
import { ConfigError } from './errors.ts';
import { assertIntact, backupLedger, restoreLedger } from './ledger/backup.ts';
import { findDamage } from './ledger/check-ledger.ts';
import type { ChainLink } from './ledger/audit-chain.ts';
import { exportLines } from './ledger/export-ledger.ts';
import { GroupCommitDialect } from './ledger/group-commit.ts';
import { openPostgresLedger } from './ledger/postgres.ts';
import type { LedgerDatabase, LedgerSchema } from './ledger/schema.ts';
import { ledgerFileIn } from './ledger/sqlite.ts';
import { verifyAudit } from './ledger/verify-audit.ts';

const usage =
  'npm run ledger -- backup FILE | restore FILE | check | verify [--checkpoint N:HASH] | export --format csv|jsonl [--out FILE]';

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      checkpoint: { type: 'string' },
    },
  });
  const [command, file] = positionals;
  switch (command) {
    case 'backup':
      await backupLedger(sqliteFolder(), required(file));
      return print(`Backed up to ${required(file)}.`);
    case 'restore': {
      const kept = await restoreLedger(sqliteFolder(), required(file), Date.now());
      if (kept !== null) print(`The ledger that was there is kept as ${kept}.`);
      return print(
        'Restored. What was staged after the backup is not in it: compare with Nova before anything is staged again.',
      );
    }
    case 'check':
      return withLedger(check);
    case 'verify':
      return withLedger((database) => verify(database, values.checkpoint));
    case 'export':
      return withLedger((database) => exportTo(database, values.format, values.out));
    default:
      throw new ConfigError([`Usage: ${usage}`]);
  }
}

async function check(database: LedgerDatabase): Promise<void> {
  const { entryCount, damage } = await findDamage(database);
  if (damage.length > 0) throw new ConfigError(damage);
  print(`The ledger is intact: ${entryCount} entries.`);
}

async function verify(database: LedgerDatabase, checkpoint: string | undefined): Promise<void> {
  const { lineCount, head, broken } = await verifyAudit(database, readCheckpoint(checkpoint));
  if (broken !== null) {
    const before =
      lineCount === 0 ? 'It does not hold from its first line on.' : `It holds up to line ${lineCount}.`;
    throw new ConfigError([`${broken} ${before}`]);
  }
  print(`The audit log is whole: ${lineCount} lines.`);
  print(
    `Checkpoint ${head.sequence}:${head.hash}. Keep it where whoever may write to the ledger may not: with --checkpoint it proves later that nothing up to here was changed.`,
  );
}

function readCheckpoint(text: string | undefined): ChainLink | null {
  if (text === undefined) return null;
  const parts = /^([1-9]\d{0,8}):([0-9a-f]{64})$/.exec(text);
  if (parts === null) throw new ConfigError([`Usage: ${usage}`]);
  return { sequence: Number(parts[1]), hash: String(parts[2]) };
}

async function exportTo(
  database: LedgerDatabase,
  format: string | undefined,
  out: string | undefined,
): Promise<void> {
  if (format !== 'csv' && format !== 'jsonl') throw new ConfigError([`Usage: ${usage}`]);
  const lines = Readable.from(exportLines(database, format));
  if (out === undefined) await pipeline(lines, process.stdout, { end: false });
  else await pipeline(lines, createWriteStream(out, { mode: 0o600 }));
}

async function withLedger(work: (database: LedgerDatabase) => Promise<void>): Promise<void> {
  const { databaseUrl } = ledgerPlace(process.env);
  if (databaseUrl !== null) {
    const ledger = await openPostgresLedger(databaseUrl, systemClock);
    return work(ledger.database).finally(() => ledger.close());
  }
  const path = ledgerFileIn(sqliteFolder());
  if (!existsSync(path)) throw new ConfigError(['DATA_DIR holds no ledger.']);
  assertIntact(path);
  const open = () => new DatabaseSync(path, { readOnly: true, timeout: 5_000 });
  const database = new Kysely<LedgerSchema>({ dialect: new GroupCommitDialect(open(), open()) });
  return work(database).finally(() => database.destroy());
}

function sqliteFolder(): string {
  const { dataDir, databaseUrl } = ledgerPlace(process.env);
  if (databaseUrl !== null) {
    throw new ConfigError([
      'The ledger is in PostgreSQL: back it up and restore it with pg_dump and pg_restore.',
    ]);
  }
  if (dataDir === '') throw new ConfigError(['DATA_DIR is missing: set it to the folder of the ledger.']);
  return dataDir;
}

function required(file: string | undefined): string {
  if (file === undefined) throw new ConfigError([`Usage: ${usage}`]);
  return file;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  const isUsage =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof ConfigError) && !isUsage) throw error;
  process.stderr.write(`${error instanceof ConfigError ? error.problems.join('\n') : `Usage: ${usage}`}\n`);
  process.exitCode = 1;
}
