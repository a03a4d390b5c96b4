import {
  planRefresh,
  planRefreshWriteBack,
  type ColumnMapping,
  type Difference,
  type SheetTable,
  type StatusChange,
} from '../domain/index.ts';
import type { RefreshNews } from './phase.ts';
import { statusWords, strings } from '../words/index.ts';

/** A payment that Nova could not pay, and the row of the sheet that bears it. */
export interface FailedPayment {
  payee: string;
  paymentId: string;
  rowIndex: number;
}

/** A row that says something else than what was staged for it. */
export interface DriftedRow {
  payee: string;
  rowIndex: number;
  differences: Difference[];
}

/** What a refresh found, as the pane tells it: the bad news first. */
export interface RefreshSummary {
  checkedAt: string;
  /** Of how many rows the status was read. */
  rowCount: number;
  /** Payments that stand at another status than the sheet said. */
  changes: StatusChange[];
  /** Distributions that stand at another status than the sheet said. */
  distributionChanges: StatusChange[];
  failed: FailedPayment[];
  drift: DriftedRow[];
  /** How many payments stand at each status now, in order of appearance. */
  statuses: StatusChange[];
  /** Distributions of which Nova told nothing now, whether it does not know them or could not be reached. */
  notRead: { distributionId: string; message: string }[];
  warnings: string[];
  /** Payments that Nova lists and no row bears. */
  notOnSheet: number;
}

/** Compares Nova's answer with the table as it was read before asking. */
export function summarizeRefresh(
  table: SheetTable,
  { mapping, response, staged, defaultCurrency }: Omit<RefreshNews, 'reference' | 'header' | 'onlyNews'>,
): RefreshSummary {
  const notRead = response.distributions.filter((answer) => !answer.found);
  const unread = new Set<string | null>(notRead.map(({ distributionId }) => distributionId));
  // What the sheet says of these is old, and nobody has checked it.
  const rows = planRefresh(table).rows.filter((row) => !unread.has(row.staged.distributionId));
  // The time plays no part in what is read off here.
  const news = planRefreshWriteBack(table, mapping, response, { serial: 0 }, { staged, defaultCurrency });
  const statusById = new Map(
    response.distributions.flatMap((answer) =>
      answer.found ? answer.payments.map(({ id, status }) => [id as string, status] as const) : [],
    ),
  );
  const counts = new Map<string, number>();
  const failed: FailedPayment[] = [];
  for (const { index, rowIndex, staged } of rows) {
    const status = statusById.get(staged.paymentId ?? '') ?? staged.paymentStatus;
    if (status !== '') counts.set(status, (counts.get(status) ?? 0) + 1);
    if (status === 'failed' && staged.paymentId !== null) {
      failed.push({ payee: payeeOf(table, mapping, index), paymentId: staged.paymentId, rowIndex });
    }
  }
  return {
    checkedAt: response.checkedAt,
    rowCount: rows.length,
    changes: news.changes.toSorted((a, b) => badNewsFirst(a) - badNewsFirst(b)),
    distributionChanges: news.distributionChanges.toSorted((a, b) => badNewsFirst(a) - badNewsFirst(b)),
    failed,
    drift: news.drift.map(({ index, rowIndex, differences }) => ({
      payee: payeeOf(table, mapping, index),
      rowIndex,
      differences,
    })),
    statuses: [...counts].map(([status, count]) => ({ status, count })),
    notRead: notRead.map(({ distributionId, message }) => ({ distributionId, message })),
    warnings: response.distributions.flatMap((answer) => (answer.found ? answer.warnings : [])),
    notOnSheet: news.paymentsNotOnSheet.length,
  };
}

/** What a person has to know first. */
const badNews: readonly string[] = ['failed', 'cancelled'];

/**
 * What changed, in a line: `2 failed`, `1 distribution became cancelled`, `3 became disbursed`. What became of distributions
 * otherwise follows from their payments, and is said in their place alone. Empty where nothing changed.
 */
export function headlineOf({
  changes,
  distributionChanges,
}: Pick<RefreshSummary, 'changes' | 'distributionChanges'>): string[] {
  const cancelled = distributionChanges.filter(isBadNews);
  const parts = [
    ...changes.filter(isBadNews).map(changeText),
    ...cancelled.map(distributionText),
    ...changes.filter((change) => !isBadNews(change)).map(changeText),
  ];
  return parts.length > 0 ? parts : distributionChanges.map(distributionText);
}

function changeText({ status, count }: StatusChange): string {
  return strings.refresh.became(count, statusWords(status), status === 'failed');
}

/** `4 distributions became executed`. */
export function distributionText({ status, count }: StatusChange): string {
  return strings.refresh.distributionsBecame(count, statusWords(status));
}

export function isBadNews({ status }: StatusChange): boolean {
  return badNews.includes(status);
}

function badNewsFirst(change: StatusChange): number {
  return isBadNews(change) ? 0 : 1;
}

function payeeOf(table: SheetTable, mapping: ColumnMapping, index: number): string {
  const column = mapping.payeeName ?? mapping.entity;
  return column === null ? '' : String(table.values[index]?.[column] ?? '');
}

/** The same with changes that were found earlier and not looked at yet, the bad news first. */
export function addChanges(
  summary: RefreshSummary,
  earlier: Pick<RefreshSummary, 'changes' | 'distributionChanges'> | undefined,
): RefreshSummary {
  if (earlier === undefined) return summary;
  return {
    ...summary,
    changes: added(earlier.changes, summary.changes),
    distributionChanges: added(earlier.distributionChanges, summary.distributionChanges),
  };
}

function added(earlier: readonly StatusChange[], later: readonly StatusChange[]): StatusChange[] {
  const counts = new Map<string, number>();
  for (const { status, count } of [...earlier, ...later]) {
    counts.set(status, (counts.get(status) ?? 0) + count);
  }
  const changes = [...counts].map(([status, count]) => ({ status, count }));
  return changes.toSorted((a, b) => badNewsFirst(a) - badNewsFirst(b));
}
