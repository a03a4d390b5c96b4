import {
  finalDistributionStatuses,
  finalPaymentStatuses,
  type Refreshed,
  type RefreshResponse,
  type StagedContent,
} from '../contract/index.ts';
import { problemTexts } from '../words/index.ts';
import { isId } from './check-id.ts';
import type { ColumnMapping } from './fields.ts';
import { driftMessage, findDrift, type RowDrift } from './find-drift.ts';
import { asReadBack, harmlessLink, harmlessText } from './harmless-text.ts';
import { findResultColumns } from './header-match.ts';
import { originMessage } from './origin-message.ts';
import type { StagedResult } from './payout-row.ts';
import type { CheckedAt } from './plan-write-back.ts';
import { readTable } from './read-table.ts';
import { saysTheSame, tellsDrift } from './says-the-same.ts';
import type { SheetTable } from './sheet-table.ts';
import { stagedRows, type StagedRow } from './staged-rows.ts';
import type { ResultCell, WriteBackPlan } from './write-back-plan.ts';

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
  /** Distributions whose status is another one than the sheet says, each once, by the status that they have now. */
  distributionChanges: StatusChange[];
  /** Payments on the sheet that stand at `failed` now, whether they were before or not. */
  failedCount: number;
  /** Payments that Nova lists and no row bears: deleted rows, or rows of another workbook. */
  paymentsNotOnSheet: { distributionId: string; paymentId: string; status: string }[];
  /** Rows that say something else than what was staged, whether they wait for news or not. */
  drift: RowDrift[];
}

export interface RefreshOptions {
  /** What the ledger holds of the distributions on the sheet; without it no row is judged to have drifted. */
  staged?: readonly StagedContent[];
  defaultCurrency?: string;
  /** Leaves rows alone of which there is nothing new to say, their time included: for a refresh that nobody asked for. */
  onlyNews?: boolean;
}

/** What to ask Nova for: the distributions of all rows that are not final. Rows without ids are left out. */
export function planRefresh(table: SheetTable): RefreshPlan {
  const rows = stagedRows(table).filter(({ staged }) => !isFinal(staged));
  return { distributionIds: [...new Set(rows.map(({ staged }) => staged.distributionId))], rows };
}

/** Nothing changes any more: the distribution was cancelled, or it was executed and the payment has its last status. */
function isFinal({ distributionStatus, paymentStatus }: StagedResult): boolean {
  if (distributionStatus === 'cancelled') return true;
  return (
    finalDistributionStatuses.includes(distributionStatus) && finalPaymentStatuses.includes(paymentStatus)
  );
}

/** Puts Nova's news beside the rows that bear the ids, wherever they stand now. Ids are never changed. */
export function planRefreshWriteBack(
  table: SheetTable,
  mapping: ColumnMapping,
  response: RefreshResponse,
  checkedAt: CheckedAt,
  options: RefreshOptions = {},
): RefreshWriteBack {
  const { staged = [], defaultCurrency = 'USD', onlyNews = false } = options;
  const drift = findDrift(readTable(table, mapping), staged, defaultCurrency);
  const notes = notesOf(table, staged, drift);
  const textAt = textsOf(table);
  const byId = new Map(
    response.distributions.map((refreshed) => [refreshed.distributionId as string, indexed(refreshed)]),
  );
  const cells: ResultCell[] = [];
  const changes = new Map<string, number>();
  const changedDistributions = new Map<string, string>();
  const onSheet = new Set<string>();
  let failedCount = 0;
  for (const row of stagedRows(table)) {
    const { distributionId, paymentId, paymentStatus } = row.staged;
    if (paymentId !== null) onSheet.add(paymentId);
    const news = byId.get(distributionId);
    const status = paymentId === null ? undefined : news?.statuses.get(paymentId);
    const own =
      news === undefined ? noteCells(row, notes, textAt) : cellsOf(row, news, status, checkedAt, notes);
    if (!onlyNews || (news?.refreshed.found !== false && saysNews(own, textAt))) cells.push(...own);
    if (status !== undefined && status !== paymentStatus) changes.set(status, (changes.get(status) ?? 0) + 1);
    if (news !== undefined && isChanged(row, news)) {
      changedDistributions.set(distributionId, news.refreshed.distributionStatus);
    }
    if ((status ?? paymentStatus) === 'failed') failedCount += 1;
  }
  return {
    plan: { reference: table.reference, table, keyColumns: idColumns(table), cells, unplaced: [] },
    changes: [...changes].map(([status, count]) => ({ status, count })),
    distributionChanges: countEach(changedDistributions.values()),
    failedCount,
    paymentsNotOnSheet: notOnSheet(response, onSheet),
    drift,
  };
}

/** What the Message of a row says beside Nova's own news: that it was changed, and that it came from elsewhere. */
interface Notes {
  drift: ReadonlyMap<number, string>;
  origin: ReadonlyMap<string, string>;
}

function notesOf(table: SheetTable, staged: readonly StagedContent[], drift: readonly RowDrift[]): Notes {
  return {
    drift: new Map(drift.map((one) => [one.index, driftMessage(one)])),
    origin: new Map(staged.map((content) => [content.distributionId, originMessage(content, table.source)])),
  };
}

/** A row that nobody asks about any more still tells that it was changed, and stops telling it once it is mended. */
function noteCells(row: StagedRow, notes: Notes, textAt: TextAt): ResultCell[] {
  const drift = notes.drift.get(row.index) ?? '';
  const now = textAt(row.index, 'message');
  if (drift === '' && !tellsDrift(now)) return [];
  const value = messageOf(drift, notes.origin.get(row.staged.distributionId) ?? '');
  return [{ rowOffset: row.index, column: 'message', value, link: null }];
}

/**
 * Whether a cell would say something else afterwards; when it was looked at is no news, and the language is none: two
 * people who look at one workbook would write it over each other's for ever.
 */
function saysNews(cells: readonly ResultCell[], textAt: TextAt): boolean {
  return cells.some(({ rowOffset, column, value }) => {
    if (typeof value !== 'string') return false;
    const [fresh, now] = [asReadBack(value), textAt(rowOffset, column)];
    return column === 'message' ? !saysTheSame(fresh, now) : fresh !== now;
  });
}

type TextAt = (index: number, column: ResultCell['column']) => string;

function textsOf(table: SheetTable): TextAt {
  const places = findResultColumns(table);
  return (index, column) => {
    const place = places[column];
    return place === null ? '' : String(table.values[index]?.[place] ?? '').trim();
  };
}

/** The ids alone say which row it is; what else changes on the sheet meanwhile does not matter. */
function idColumns(table: SheetTable): number[] {
  const { distributionId, paymentId } = findResultColumns(table);
  return [distributionId, paymentId].filter((column) => column !== null);
}

interface News {
  refreshed: Refreshed;
  statuses: ReadonlyMap<string, string>;
}

/** A row that says nothing of its distribution's status does not say another one. */
function isChanged(
  { staged }: StagedRow,
  news: News,
): news is News & { refreshed: Extract<Refreshed, { found: true }> } {
  const { refreshed } = news;
  return (
    refreshed.found &&
    staged.distributionStatus !== '' &&
    refreshed.distributionStatus !== staged.distributionStatus
  );
}

function countEach(statuses: Iterable<string>): StatusChange[] {
  const counts = new Map<string, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => ({ status, count }));
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
  notes: Notes,
): ResultCell[] {
  const cell = (column: ResultCell['column'], value: string | number, link: string | null = null) => ({
    rowOffset: row.index,
    column,
    value,
    link,
  });
  const drift = notes.drift.get(row.index) ?? '';
  if (!refreshed.found)
    return [cell('message', messageOf(problemTexts.sheet.notRefreshed(refreshed.message), drift))];
  const missing = row.staged.paymentId !== null && status === undefined ? [problemTexts.sheet.notListed] : [];
  return [
    cell('distributionId', row.staged.distributionId, harmlessLink(refreshed.senderUrl)),
    cell('distributionStatus', harmlessText(refreshed.distributionStatus)),
    ...(status === undefined ? [] : [cell('paymentStatus', harmlessText(status))]),
    cell('checkedAt', checkedAt.serial),
    cell(
      'message',
      messageOf(drift, ...missing, ...refreshed.warnings, notes.origin.get(row.staged.distributionId) ?? ''),
    ),
  ];
}

function messageOf(...sentences: string[]): string {
  return harmlessText(sentences.filter((sentence) => sentence !== '').join(' '));
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
