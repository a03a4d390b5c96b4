import type { Accepted, IsoDate, Outcome } from '../contract/index.ts';
import { problemTexts } from '../words/index.ts';
import { contentKey, sentKey } from './content-key.ts';
import { payoutFields, type ColumnMapping } from './fields.ts';
import { harmlessLink, harmlessText } from './harmless-text.ts';
import { noResultColumns } from './header-match.ts';
import type { PayoutRow } from './payout-row.ts';
import { originMessage } from './origin-message.ts';
import { placeRows, type PlacingRules } from './place-rows.ts';
import type { DistributionOutcome } from './plan.ts';
import type { ReadResult } from './read-result.ts';
import { readTable } from './read-table.ts';
import type { SheetTable } from './sheet-table.ts';
import type { SubmissionSource } from './source.ts';
import { linesWithStrayIds } from './stray-ids.ts';
import type { ResultColumn } from './table-form.ts';
import { validateRows } from './validate-rows.ts';
import type { ResultCell, UnplacedResult, WriteBackPlan } from './write-back-plan.ts';

/** When the outcomes were known, as an Excel serial in the workbook's date system: see `toSerial`. */
export interface CheckedAt {
  serial: number;
}

/** Warnings about dates play no part in finding rows, so any day will do here. */
const anyDay = '2000-01-03' as IsoDate;

/**
 * Where each result belongs on the sheet as it is now. `table` is fresh and `mapping` fits it (`followColumns` adapts
 * one after columns moved). Rows are found by content, so sorting, inserting and deleting do not matter; a row that was
 * deleted, or whose content changed, gets no ids and is listed in `unplaced`. Rejected and unknown outcomes, and those of
 * the other mode, write their message and no ids; what was not sent leaves its rows alone. `defaultCurrency` is the one that the plan was made
 * with; without it the currency of the plan's first row.
 */
export function planWriteBack(
  table: SheetTable,
  mapping: ColumnMapping,
  outcomes: DistributionOutcome[],
  checkedAt: CheckedAt,
  defaultCurrency: string = outcomes[0]?.distribution.rows[0]?.currency ?? 'USD',
): WriteBackPlan {
  const read = readTable(table, mapping);
  const freshRows = rowsWithIds(read, defaultCurrency);
  const results = outcomes.flatMap(rowResults);
  const places = placeRows(results, freshRows, payoutPlacing);
  const cells: ResultCell[] = [];
  const unplaced: UnplacedResult[] = [];
  results.forEach((result, index) => {
    const place = places[index] ?? null;
    if (place !== null) cells.push(...cellsOf(result, place.index, checkedAt, table.source));
    else if (result.outcome.outcome === 'accepted') unplaced.push(unplacedOf(result, result.outcome));
  });
  cells.push(...idsToTakeAway(results, places, freshRows, read));
  // A stable sort: the six cells of a row keep their order.
  cells.sort((a, b) => a.rowOffset - b.rowOffset);
  const keyColumns = payoutFields.flatMap((field) => read.mapping[field] ?? []);
  return { reference: table.reference, table, keyColumns, cells, unplaced };
}

/**
 * The rows by their own content, each with whatever stands in its id cells: a row that bears half of its ids, or those
 * of another, is found all the same, so that they can be set right.
 */
function rowsWithIds(read: ReadResult, defaultCurrency: string): PayoutRow[] {
  const withoutIds = { ...read, resultColumns: noResultColumns() };
  const { rows } = validateRows(withoutIds, { defaultCurrency, today: anyDay });
  for (const row of rows) {
    const text = (column: ResultColumn): string => resultText(read, row.index, column);
    const [distributionId, paymentId] = [text('distributionId'), text('paymentId')];
    if (distributionId === '' && paymentId === '') continue;
    row.staged = {
      distributionId,
      paymentId: paymentId === '' ? null : paymentId,
      distributionStatus: text('distributionStatus'),
      paymentStatus: text('paymentStatus'),
    };
  }
  return rows;
}

function resultText({ resultColumns, table }: ReadResult, rowIndex: number, column: ResultColumn): string {
  const index = resultColumns[column];
  return index === null ? '' : String(table.values[rowIndex]?.[index] ?? '').trim();
}

/** How payouts are known: see `placeRows`. */
const payoutPlacing: PlacingRules<PayoutRow, RowResult> = {
  idOf: (row) => row.staged?.paymentId ?? null,
  idWanted: ({ paymentId }) => paymentId,
  // A distribution's id among the payments' was written a column too far, and came back with Ctrl+Z.
  idsOf: ({ paymentId, distributionId }) => [paymentId, distributionId],
  contentKeys: [contentKey, sentKey],
  isFree,
};

function isFree(row: PayoutRow, seeker: RowResult): boolean {
  if (row.staged === null) return true;
  // A row that was staged anew in place of a cancelled distribution still bears that one's ids.
  const { replaced } = seeker.row;
  const { distributionId, paymentId } = row.staged;
  if (replaced?.distributionId === distributionId && replaced.paymentId === paymentId) return true;
  return row.staged.distributionId === seeker.distributionId && row.staged.paymentId === null;
}

/** Blanks for what `linesWithStrayIds` finds. */
function idsToTakeAway(
  results: readonly RowResult[],
  places: readonly (PayoutRow | null)[],
  freshRows: readonly PayoutRow[],
  read: ReadResult,
): ResultCell[] {
  const owners = new Map<string, PayoutRow>();
  const keeping = new Set<PayoutRow>();
  results.forEach(({ row, paymentId, outcome }, index) => {
    const place = places[index] ?? null;
    if (paymentId !== null && place !== null) owners.set(paymentId, row);
    if (outcome.outcome === 'accepted' && place !== null) keeping.add(place);
  });
  const wrong = linesWithStrayIds({
    owners,
    keeping,
    freshRows,
    rowCount: read.table.values.length,
    idAt: (index) => resultText(read, index, 'paymentId'),
    sentKey,
  });
  return wrong.flatMap((rowOffset) =>
    idColumns.map((column): ResultCell => ({ rowOffset, column, value: '', link: null })),
  );
}

const idColumns = ['distributionId', 'paymentId', 'distributionStatus', 'paymentStatus'] as const;

interface RowResult {
  row: PayoutRow;
  /** The ids that shall stand beside it; null while it has none. */
  distributionId: string | null;
  paymentId: string | null;
  outcome: Outcome;
  paymentStatus: string;
}

function rowResults({ distribution, outcome }: DistributionOutcome): RowResult[] {
  if (outcome === null) return [];
  return distribution.rows.map((row, index) => {
    if (outcome.outcome !== 'accepted') {
      return { row, outcome, distributionId: null, paymentId: null, paymentStatus: '' };
    }
    const payment = outcome.payments[index] ?? null;
    return {
      row,
      outcome,
      distributionId: outcome.distributionId,
      paymentId: payment?.id ?? null,
      paymentStatus: payment?.status ?? '',
    };
  });
}

function cellsOf(
  result: RowResult,
  rowOffset: number,
  checkedAt: CheckedAt,
  source: SubmissionSource,
): ResultCell[] {
  const { outcome } = result;
  const cell = (column: ResultCell['column'], value: string | number, link: string | null = null) => ({
    rowOffset,
    column,
    value,
    link,
  });
  switch (outcome.outcome) {
    case 'accepted':
      return [
        cell('distributionId', outcome.distributionId, harmlessLink(outcome.senderUrl)),
        cell('paymentId', result.paymentId ?? ''),
        cell('distributionStatus', harmlessText(outcome.distributionStatus)),
        cell('paymentStatus', harmlessText(result.paymentStatus)),
        cell('checkedAt', checkedAt.serial),
        cell('message', harmlessText(acceptedMessage(outcome, result.paymentId, source))),
      ];
    case 'rejected':
      return [
        cell('checkedAt', checkedAt.serial),
        cell('message', harmlessText(problemTexts.sheet.notStaged(outcome.message))),
      ];
    case 'unknown':
      return [
        cell('checkedAt', checkedAt.serial),
        cell('message', harmlessText(problemTexts.sheet.outcomeUnknown(outcome.message))),
      ];
    case 'other-mode':
    case 'awaiting-approval':
    case 'returned':
      return [cell('checkedAt', checkedAt.serial), cell('message', harmlessText(outcome.message))];
  }
}

/** Empty when all is well, so that the message of an earlier attempt goes; rows of another workbook say so. */
function acceptedMessage(outcome: Accepted, paymentId: string | null, source: SubmissionSource): string {
  const { acceptedFrom, existing } = outcome;
  const origin =
    existing && acceptedFrom !== undefined ? [originMessage({ ...outcome, acceptedFrom }, source)] : [];
  const missing = paymentId === null ? [problemTexts.sheet.notGiven] : [];
  return [...missing, ...outcome.warnings, ...origin].join(' ').trim();
}

function unplacedOf(result: RowResult, outcome: Accepted): UnplacedResult {
  const { row } = result;
  return {
    distributionId: outcome.distributionId,
    paymentId: result.paymentId,
    distributionStatus: outcome.distributionStatus,
    paymentStatus: result.paymentStatus,
    entity: row.entity,
    amountCents: row.amountCents,
    currency: row.currency,
    payeeName: row.payeeName,
    reason: problemTexts.sheet.rowGone(row.rowIndex + 1),
  };
}
