import {
  planRefresh,
  planRefreshWriteBack,
  type ColumnMapping,
  type Difference,
  type SheetTable,
  type StatusChange,
} from '../domain/index.ts';
import type { RefreshNews } from './phase.ts';

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
  /** How many rows were asked about. */
  rowCount: number;
  /** Payments that stand at another status than the sheet said. */
  changes: StatusChange[];
  failed: FailedPayment[];
  drift: DriftedRow[];
  /** How many payments stand at each status now, in order of appearance. */
  statuses: StatusChange[];
  notFound: { distributionId: string; message: string }[];
  warnings: string[];
  /** Payments that Nova lists and no row bears. */
  notOnSheet: number;
}

/** Compares Nova's answer with the table as it was read before asking. */
export function summarizeRefresh(
  table: SheetTable,
  { mapping, response, staged, defaultCurrency }: Omit<RefreshNews, 'reference' | 'header' | 'onlyNews'>,
): RefreshSummary {
  const { rows } = planRefresh(table);
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
    failed,
    drift: news.drift.map(({ index, rowIndex, differences }) => ({
      payee: payeeOf(table, mapping, index),
      rowIndex,
      differences,
    })),
    statuses: [...counts].map(([status, count]) => ({ status, count })),
    notFound: response.distributions.flatMap((answer) =>
      answer.found ? [] : [{ distributionId: answer.distributionId, message: answer.message }],
    ),
    warnings: response.distributions.flatMap((answer) => (answer.found ? answer.warnings : [])),
    notOnSheet: news.paymentsNotOnSheet.length,
  };
}

function badNewsFirst({ status }: StatusChange): number {
  return status === 'failed' ? 0 : 1;
}

function payeeOf(table: SheetTable, mapping: ColumnMapping, index: number): string {
  const column = mapping.payeeName ?? mapping.entity;
  return column === null ? '' : String(table.values[index]?.[column] ?? '');
}

/** The same with changes that were found earlier and not looked at yet, the bad news first. */
export function addChanges(summary: RefreshSummary, earlier: readonly StatusChange[]): RefreshSummary {
  const counts = new Map<string, number>();
  for (const { status, count } of [...earlier, ...summary.changes]) {
    counts.set(status, (counts.get(status) ?? 0) + count);
  }
  const changes = [...counts].map(([status, count]) => ({ status, count }));
  return { ...summary, changes: changes.toSorted((a, b) => badNewsFirst(a) - badNewsFirst(b)) };
}
