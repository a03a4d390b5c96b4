import {
  finalDistributionStatuses,
  finalPaymentStatuses,
  type Refreshed,
  type RefreshResponse,
} from '../contract/index.ts';
import { isId } from './check-id.ts';
import type { ColumnMapping } from './fields.ts';
import { harmlessLink, harmlessText } from './harmless-text.ts';
import type { StagedResult } from './payout-row.ts';
import type { CheckedAt } from './plan-write-back.ts';
import type { RawRow } from './read-result.ts';
import { readTable } from './read-table.ts';
import { readStaged } from './row-reader.ts';
import type { SheetTable } from './sheet-table.ts';
import type { ResultCell, WriteBackPlan } from './write-back-plan.ts';

export interface StagedRow {
  /** Index into `SheetTable.values`. */
  index: number;
  rowIndex: number;
  staged: StagedResult;
}

export interface RefreshPlan {
  /** Each once, in sheet order. */
  distributionIds: string[];
  /** The rows that wait for news. */
  rows: StagedRow[];
}

export interface StatusChange {
  status: string;
  count: number;
}

export interface RefreshWriteBack {
  plan: WriteBackPlan;
  /** Payments whose status is another one now, by the status that they have now. */
  changes: StatusChange[];
  /** Payments on the sheet that stand at `failed` now, whether they were before or not. */
  failedCount: number;
  /** Payments that Nova lists and no row bears: deleted rows, or rows of another workbook. */
  paymentsNotOnSheet: { distributionId: string; paymentId: string; status: string }[];
}

/** What to ask Nova for: the distributions of all rows that are not final. Rows without ids are left out. */
export function planRefresh(table: SheetTable, mapping: ColumnMapping): RefreshPlan {
  const rows = stagedRows(table, mapping).filter(({ staged }) => !isFinal(staged));
  return { distributionIds: [...new Set(rows.map(({ staged }) => staged.distributionId))], rows };
}

/** Nothing changes any more: the distribution was cancelled, or it was executed and the payment has its last status. */
function isFinal({ distributionStatus, paymentStatus }: StagedResult): boolean {
  if (distributionStatus === 'cancelled') return true;
  return (
    finalDistributionStatuses.includes(distributionStatus) && finalPaymentStatuses.includes(paymentStatus)
  );
}

/** The ids in the row alone decide: what else it says, and where it stands, does not matter. */
function stagedRows(table: SheetTable, mapping: ColumnMapping): StagedRow[] {
  const read = readTable(table, mapping);
  // A payout whose fields were emptied still bears its ids; only Excel's totals row never does.
  const count = table.values.length - (table.hasTotalsRow ? 1 : 0);
  return table.values.slice(0, count).flatMap((cells, index) => {
    const rowIndex = table.headerRowIndex + 1 + index;
    const row: RawRow = { index, rowIndex, hidden: table.hidden[index] === true, cells };
    const staged = readStaged(read, row, []);
    return staged === null ? [] : [{ index, rowIndex, staged }];
  });
}

/** Puts Nova's news beside the rows that bear the ids, wherever they stand now. Ids are never changed. */
export function planRefreshWriteBack(
  table: SheetTable,
  mapping: ColumnMapping,
  response: RefreshResponse,
  checkedAt: CheckedAt,
): RefreshWriteBack {
  const byId = new Map(
    response.distributions.map((refreshed) => [refreshed.distributionId as string, indexed(refreshed)]),
  );
  const cells: ResultCell[] = [];
  const changes = new Map<string, number>();
  const onSheet = new Set<string>();
  let failedCount = 0;
  for (const row of stagedRows(table, mapping)) {
    const { distributionId, paymentId, paymentStatus } = row.staged;
    if (paymentId !== null) onSheet.add(paymentId);
    const news = byId.get(distributionId);
    const status = paymentId === null ? undefined : news?.statuses.get(paymentId);
    if (news !== undefined) cells.push(...cellsOf(row, news, status, checkedAt));
    if (status !== undefined && status !== paymentStatus) changes.set(status, (changes.get(status) ?? 0) + 1);
    if ((status ?? paymentStatus) === 'failed') failedCount += 1;
  }
  return {
    plan: { reference: table.reference, table, cells, unplaced: [] },
    changes: [...changes].map(([status, count]) => ({ status, count })),
    failedCount,
    paymentsNotOnSheet: notOnSheet(response, onSheet),
  };
}

interface News {
  refreshed: Refreshed;
  statuses: ReadonlyMap<string, string>;
}

function indexed(refreshed: Refreshed): News {
  const payments = refreshed.found ? refreshed.payments : [];
  return { refreshed, statuses: new Map(payments.map(({ id, status }) => [id as string, status])) };
}

function cellsOf(
  row: StagedRow,
  { refreshed }: News,
  status: string | undefined,
  checkedAt: CheckedAt,
): ResultCell[] {
  const cell = (column: ResultCell['column'], value: string | number, link: string | null = null) => ({
    rowOffset: row.index,
    column,
    value,
    link,
  });
  if (!refreshed.found) return [cell('message', harmlessText(`Not refreshed: ${refreshed.message}`))];
  const missing =
    row.staged.paymentId !== null && status === undefined
      ? ["Nova's answer does not list this payment; look at the distribution in Nova."]
      : [];
  return [
    cell('distributionId', row.staged.distributionId, harmlessLink(refreshed.senderUrl)),
    cell('distributionStatus', harmlessText(refreshed.distributionStatus)),
    ...(status === undefined ? [] : [cell('paymentStatus', harmlessText(status))]),
    cell('checkedAt', checkedAt.serial),
    cell('message', harmlessText([...missing, ...refreshed.warnings].join(' '))),
  ];
}

function notOnSheet(response: RefreshResponse, onSheet: ReadonlySet<string>) {
  return response.distributions.flatMap((refreshed) =>
    refreshed.found
      ? refreshed.payments
          .filter(({ id }) => isId(id, 'dpmt') && !onSheet.has(id))
          .map(({ id, status }) => ({ distributionId: refreshed.distributionId, paymentId: id, status }))
      : [],
  );
}
