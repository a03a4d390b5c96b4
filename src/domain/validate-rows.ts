import type { Currency, EntityId, StagedContent, VehicleId } from '../contract/index.ts';
import { problemTexts } from '../words/index.ts';
import { amountColumn, type AmountColumn } from './amount-column.ts';
import type { CheckOptions } from './check-settings.ts';
import { dayReader } from './check-date.ts';
import { groupKeys, type GroupedBy } from './content-key.ts';
import type { PayeeRow, PayoutRow } from './payout-row.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './problem-codes.ts';
import { cellAddress } from './cell-address.ts';
import { fieldCell, fieldValue, type RawRow, type ReadResult } from './read-result.ts';
import { readMoney } from './read-money.ts';
import { isBlank } from './read-table.ts';
import { readContacts, readDay, readId, readStaged, readText, type RowContext } from './row-reader.ts';
import type { CellValue } from './sheet-table.ts';
import { finish, forEachPaced, unpaced, type Pace, type Steps } from './steps.ts';

/** A row that carries a problem. */
export interface InvalidRow {
  index: number;
  rowIndex: number;
  /** The distribution that it would belong to; null when that cannot be told. */
  groupKey: string | null;
  /** Its amount rounded to whole cents; null when there is none that could be paid. */
  roundedCents: number | null;
  /** Null for a row that was staged. */
  payee: PayeeRow | null;
}

export interface ValidatedRows {
  /** In sheet order. */
  rows: PayoutRow[];
  problems: Problem[];
  invalidRows: InvalidRow[];
}

/**
 * Judges every cell of every row by itself; all problems of a row are reported at once. A row with a blocking problem
 * is not among `rows`. Rules over several rows belong to `groupPayments`, save for ids that stand twice.
 */
export function validateRows(read: ReadResult, options: CheckOptions): ValidatedRows {
  return finish(validateSteps(read, options, unpaced));
}

/** `validateRows`, row by row. */
export function* validateSteps(read: ReadResult, options: CheckOptions, pace: Pace): Steps<ValidatedRows> {
  const problems: Problem[] = [];
  const rows: PayoutRow[] = [];
  const invalidRows: InvalidRow[] = [];
  const defaultCurrency = options.defaultCurrency.trim().toUpperCase();
  const amounts = yield* amountColumn(read, pace);
  yield* checkDefaultCurrency(read, amounts, defaultCurrency, problems, pace);
  const firstWithPayment = new Map<string, RawRow>();
  const dayOf = dayReader(options.today, read.table.date1904);
  const total = runningTotal(read, problems);
  const keyOf = groupKeys();
  const cancelled = cancelledIds(options.staged ?? []);
  const validate = (row: RawRow): void => {
    const before = problems.length;
    const borne = readStaged(read, row, problems);
    const isFreed = borne !== null && cancelled.has(borne.distributionId);
    const staged = isFreed ? null : borne;
    const payout = readRow({ read, row, dayOf, amounts, staged, problems }, defaultCurrency, keyOf);
    if (payout.row !== null && isFreed) payout.row.replaced = borne;
    checkSecond(read, row, borne?.paymentId ?? null, firstWithPayment, problems);
    if (payout.row !== null && !blocksSince(problems, before) && total.takes(payout.row)) {
      rows.push(payout.row);
    } else {
      const { groupKey, currency } = payout;
      const roundedCents = currency === null ? null : roundedAmount(fieldValue(read, row, 'amount'));
      const { index, rowIndex } = row;
      const payee = staged === null ? { ...payout.payee, rowIndex } : null;
      invalidRows.push({ index, rowIndex, groupKey, roundedCents, payee });
    }
  };
  yield* forEachPaced(read.rows, pace, validate, pace.onRows);
  return { rows, problems, invalidRows };
}

/** The ledger alone frees rows: a status that somebody typed into the sheet does not. */
function cancelledIds(staged: readonly StagedContent[]): ReadonlySet<string> {
  const cancelled = staged.filter(({ distributionStatus }) => distributionStatus === 'cancelled');
  return new Set(cancelled.map(({ distributionId }) => distributionId));
}

function blocksSince(problems: readonly Problem[], start: number): boolean {
  for (let index = start; index < problems.length; index += 1) {
    if (problems[index]?.severity === 'problem') return true;
  }
  return false;
}

/** For sums that are only compared with, never paid: fractions of a cent are rounded here alone. */
function roundedAmount(value: CellValue): number | null {
  if (typeof value !== 'number' || !(value > 0)) return null;
  const rounded = Math.round(value * 100);
  return Number.isSafeInteger(rounded) && rounded > 0 ? rounded : null;
}

/** A default that cannot be paid is told once, and only where a row takes it. */
function* checkDefaultCurrency(
  read: ReadResult,
  amounts: AmountColumn,
  defaultCurrency: string,
  problems: Problem[],
  pace: Pace,
): Steps<void> {
  if (defaultCurrency === 'USD') return;
  let isTaken = false;
  yield* forEachPaced(read.rows, pace, (row) => {
    isTaken ||= isBlank(fieldValue(read, row, 'currency')) && !amounts.namesCurrency(row);
  });
  if (!isTaken) return;
  const message = problemTexts.currencies.defaultNotPaid(defaultCurrency);
  problems.push(problemAt('currency-not-supported', message, null, 'currency'));
}

function readRow(
  context: RowContext,
  defaultCurrency: string,
  keyOf: (group: GroupedBy) => string,
): {
  row: PayoutRow | null;
  groupKey: string | null;
  currency: Currency | null;
  payee: Omit<PayeeRow, 'rowIndex'>;
} {
  const { row, problems } = context;
  const countBefore = problems.length;
  const distributionName = readText(context, 'distributionName');
  const vehicle = readId(context, 'vehicle', 'veh') as VehicleId | null;
  const distributionDate = readDay(context, 'distributionDate');
  const externalReference = readText(context, 'externalReference');
  const groupIsCertain = !blocksSince(problems, countBefore);
  const entity = readId(context, 'entity', 'ent') as EntityId | null;
  const { amountCents, currency } = readMoney(context, defaultCurrency);
  const payeeName = readText(context, 'payeeName');
  const contacts = readContacts(context);
  const dateOverride = readDay(context, 'dateOverride');
  const payee = { entity, payeeName, contacts: contacts ?? [] };
  if (distributionName === null || vehicle === null || distributionDate === null) {
    return { row: null, groupKey: null, currency, payee };
  }
  const group = { distributionName, vehicle, distributionDate, externalReference };
  const key = keyOf(group);
  const certainKey = groupIsCertain ? key : null;
  if (entity === null || amountCents === null || currency === null || contacts === null) {
    return { row: null, groupKey: certainKey, currency, payee };
  }
  const payout: PayoutRow = {
    index: row.index,
    rowIndex: row.rowIndex,
    hidden: row.hidden,
    distributionName,
    vehicle,
    distributionDate,
    entity,
    amountCents,
    currency,
    payeeName,
    contacts,
    dateOverride,
    externalReference,
    staged: context.staged,
  };
  return { row: payout, groupKey: certainKey, currency, payee };
}

/**
 * Refuses the rows with which the table's total would leave the safe integers, so that every later sum of some of its
 * rows is exact.
 */
function runningTotal(read: ReadResult, problems: Problem[]): { takes: (row: PayoutRow) => boolean } {
  let totalCents = 0;
  const takes = (row: PayoutRow): boolean => {
    if (totalCents + row.amountCents <= Number.MAX_SAFE_INTEGER) {
      totalCents += row.amountCents;
      return true;
    }
    const cell = fieldCell(read, row.rowIndex, 'amount');
    problems.push(problemAt('total-too-large', problemTexts.amounts.totalTooLarge, cell, 'amount'));
    return false;
  };
  return { takes };
}

/** A payment id belongs to one row; the second one that bears it was copied. */
function checkSecond(
  read: ReadResult,
  row: RawRow,
  paymentId: string | null,
  first: Map<string, RawRow>,
  problems: Problem[],
): void {
  if (paymentId === null) return;
  const other = first.get(paymentId);
  if (other === undefined) {
    first.set(paymentId, row);
    return;
  }
  const columnIndex = read.table.firstColumnIndex + (read.resultColumns.paymentId ?? 0);
  const there = cellAddress({ rowIndex: other.rowIndex, columnIndex });
  const message = problemTexts.ids.paymentTwice(paymentId, there);
  problems.push(problemAt('payment-id-twice', message, { rowIndex: row.rowIndex, columnIndex }, null));
}
