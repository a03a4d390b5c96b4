import { sql } from 'kysely';
import type { z } from 'zod';
import { historyLineSchema } from '../../contract/index.ts';
import type { HistoryFilter, historyQuerySchema, HistoryLine, HistoryPage } from '../../contract/index.ts';
import { csvCell } from './csv.ts';
import { explainResult } from './explain-result.ts';
import type { LedgerDatabase } from './schema.ts';

/** A page of the audit log, the latest line first. */
export async function readHistory(
  query: z.output<typeof historyQuerySchema>,
  database: LedgerDatabase,
): Promise<HistoryPage> {
  const { before, limit, ...filter } = query;
  const rows = await select(filter, before ?? null, limit + 1, database);
  const lines = rows.slice(0, limit).map(toLine);
  return { lines, nextBefore: rows.length > limit ? (lines.at(-1)?.sequence ?? null) : null };
}

const csvHeader = [
  ...['sequence', 'at', 'user', 'workbook', 'sheet', 'action', 'outcome', 'result', 'request_ids'],
  ...['entry', 'name', 'payments', 'total', 'currency', 'nova_id', 'kind'],
];
const linesAtOnce = 500;

/** All lines that fit, the latest first, as RFC 4180, a line at a time; totals in cents. */
export async function* historyCsv(filter: HistoryFilter, database: LedgerDatabase): AsyncGenerator<string> {
  yield `${csvHeader.map((name) => (name === 'total' ? 'total_cents' : name)).join(',')}\r\n`;
  for (let before: number | null = null; ;) {
    const rows = await select(filter, before, linesAtOnce, database);
    for (const row of rows) yield `${cellsOf(toLine(row)).map(csvCell).join(',')}\r\n`;
    before = rows.at(-1)?.sequence ?? null;
    if (rows.length < linesAtOnce) return;
  }
}

function cellsOf(line: HistoryLine): (string | number | null)[] {
  const { entry } = line;
  return [
    ...[line.sequence, line.at, line.userName, line.workbook, line.sheet, line.action, line.outcome],
    ...[line.result, line.requestIds.join(' '), entry?.entryId ?? null, entry?.name ?? null],
    ...[entry?.paymentCount ?? null, entry?.totalCents ?? null, entry?.currency ?? null],
    entry?.distributionId ?? entry?.registeredId ?? null,
    entry?.kind ?? null,
  ];
}

function select(filter: HistoryFilter, before: number | null, limit: number, database: LedgerDatabase) {
  let query = database
    .selectFrom('audit_log')
    .leftJoin('ledger_entry', 'ledger_entry.id', 'audit_log.entry_id')
    .select([
      ...(['audit_log.sequence', 'audit_log.at', 'audit_log.user_name', 'audit_log.workbook'] as const),
      ...(['audit_log.sheet', 'audit_log.action', 'audit_log.outcome', 'audit_log.result'] as const),
      ...(['audit_log.request_ids', 'audit_log.entry_id', 'ledger_entry.name'] as const),
      ...(['ledger_entry.payment_count', 'ledger_entry.total_cents', 'ledger_entry.currency'] as const),
      ...(['ledger_entry.nova_id', 'ledger_entry.kind'] as const),
    ])
    .where('audit_log.sequence', 'is not', null);
  if (before !== null) query = query.where('audit_log.sequence', '<', before);
  if (filter.outcome !== undefined) query = query.where('audit_log.outcome', '=', filter.outcome);
  if (filter.from !== undefined) query = query.where('audit_log.at', '>=', filter.from);
  if (filter.to !== undefined) query = query.where('audit_log.at', '<', dayAfter(filter.to));
  if (filter.who !== undefined) query = query.where(holds('audit_log.user_name', filter.who));
  if (filter.workbook !== undefined) query = query.where(holds('audit_log.workbook', filter.workbook));
  if (filter.workbooks !== undefined) {
    const names = [filter.workbooks].flat();
    query = query.where((is) =>
      is.or([is('audit_log.workbook', 'in', names), is('ledger_entry.workbook', 'in', names)]),
    );
  }
  if (filter.text !== undefined) {
    const { text } = filter;
    const places = [
      ...['audit_log.result', 'audit_log.request_ids', 'audit_log.entry_id'],
      ...['ledger_entry.name', 'ledger_entry.nova_id'],
    ];
    query = query.where((is) => is.or(places.map((place) => holds(place, text))));
  }
  return query.orderBy('audit_log.sequence', 'desc').limit(limit).execute();
}

/** Whether the text of a column holds another, whatever their capitals; what LIKE takes for a pattern is a letter here. */
function holds(column: string, text: string) {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`lower(coalesce(${sql.ref(column)}, '')) like ${pattern} escape '\\'`;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

type Row = Awaited<ReturnType<typeof select>>[number];

function toLine(row: Row): HistoryLine {
  return historyLineSchema.parse({
    sequence: row.sequence,
    at: row.at,
    userName: row.user_name,
    workbook: row.workbook,
    sheet: row.sheet,
    action: row.action,
    outcome: row.outcome,
    result: row.result,
    said: explainResult(row.result),
    requestIds: row.request_ids === null ? [] : (JSON.parse(row.request_ids) as unknown),
    entry:
      row.entry_id === null
        ? null
        : {
            entryId: row.entry_id,
            name: row.name ?? '',
            paymentCount: row.payment_count ?? 0,
            totalCents: row.total_cents,
            currency: row.currency,
            kind: row.kind ?? undefined,
            distributionId: row.kind === 'distribution' ? row.nova_id : null,
            registeredId: row.kind === 'distribution' ? null : row.nova_id,
          },
  });
}
