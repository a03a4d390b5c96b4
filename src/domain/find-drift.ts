/** Which rows say something else than what was staged for them. */
import type { IsoDate, StagedContent } from '../contract/index.ts';
import { formatDecimal, formatMoney, problemTexts } from '../words/index.ts';
import { amountColumn } from './amount-column.ts';
import { dayReader } from './check-date.ts';
import { shorten } from './check-id.ts';
import type { PayoutField } from './fields.ts';
import { payoutForm } from './payout-form.ts';
import type { Problem } from './problem.ts';
import { problemAt } from './problem-codes.ts';
import { readMoney } from './read-money.ts';
import { fieldCell, fieldValue, type ReadResult } from './read-result.ts';
import { isBlank } from './read-table.ts';
import { readContacts, readDay, readId, readText, type RowContext } from './row-reader.ts';
import type { CellPosition } from './sheet-table.ts';
import { stagedRows, type StagedRow } from './staged-rows.ts';
import { finish, forEachPaced, unpaced, type Pace, type Steps } from './steps.ts';

export interface Difference {
  field: PayoutField;
  cell: CellPosition | null;
  /** As people write it, amounts exact to the smallest unit; empty where nothing was staged. */
  staged: string;
  /** The same of what the cell says now; the cell's own text where it cannot be read as the field. */
  now: string;
}

export interface RowDrift {
  /** Index into `SheetTable.values`. */
  index: number;
  rowIndex: number;
  distributionId: string;
  paymentId: string | null;
  /** At least one, what weighs most first. */
  differences: Difference[];
}

type StagedPayment = StagedContent['payments'][number];

/** Warnings about dates play no part here, so any day will do. */
const anyDay = '2000-01-03' as IsoDate;

/**
 * The rows whose content is not what was staged under their ids, in sheet order. Compared is what was sent; a field
 * without a column, and a distribution that `contents` does not hold, say nothing. Rows of cancelled distributions are
 * free to change. The row of a payment id that its distribution does not have differs in its entity.
 */
export function findDrift(
  read: ReadResult,
  contents: readonly StagedContent[],
  defaultCurrency: string,
): RowDrift[] {
  return finish(driftSteps(read, contents, defaultCurrency, unpaced));
}

/** `findDrift`, row by row. */
export function* driftSteps(
  read: ReadResult,
  contents: readonly StagedContent[],
  defaultCurrency: string,
  pace: Pace,
): Steps<RowDrift[]> {
  if (contents.length === 0) return [];
  const known = new Map(contents.map((content) => [content.distributionId as string, indexed(content)]));
  const amounts = yield* amountColumn(read, pace);
  const dayOf = dayReader(anyDay, read.table.date1904);
  const drifts: RowDrift[] = [];
  yield* forEachPaced(stagedRows(read.table), pace, (row) => {
    const found = known.get(row.staged.distributionId);
    if (found === undefined || found.content.distributionStatus === 'cancelled') return;
    const { index, rowIndex, staged } = row;
    const cells = read.table.values[index] ?? [];
    const raw = { index, rowIndex, hidden: false, cells };
    const context: RowContext = { read, row: raw, dayOf, amounts, staged, problems: [] };
    const payment = paymentOf(row, found);
    const differences = compare(context, found.content, payment, defaultCurrency);
    const { distributionId, paymentId } = staged;
    if (differences.length > 0) drifts.push({ index, rowIndex, distributionId, paymentId, differences });
  });
  return drifts;
}

interface Indexed {
  content: StagedContent;
  payments: ReadonlyMap<string, StagedPayment>;
  /** Nova gave every payment an id that is known, so that another id is surely none of them. */
  isWhole: boolean;
}

function indexed(content: StagedContent): Indexed {
  const payments = new Map(
    content.payments.flatMap((payment) => (payment.id === null ? [] : [[payment.id, payment]])),
  );
  return { content, payments, isWhole: payments.size === content.payments.length };
}

/** Undefined when nothing is known of it; null when it is surely no payment of this distribution. */
function paymentOf({ staged }: StagedRow, { payments, isWhole }: Indexed): StagedPayment | null | undefined {
  if (staged.paymentId === null) return undefined;
  return payments.get(staged.paymentId) ?? (isWhole ? null : undefined);
}

function compare(
  context: RowContext,
  content: StagedContent,
  payment: StagedPayment | null | undefined,
  defaultCurrency: string,
): Difference[] {
  const { mapping } = context.read;
  const found: Difference[] = [];
  const look = (field: PayoutField, staged: string, now: string | null) => {
    if (mapping[field] === null) return;
    const text = now ?? cellText(context, field);
    if (text === staged) return;
    found.push({ field, cell: fieldCell(context.read, context.row.rowIndex, field), staged, now: text });
  };
  if (payment === null) look('entity', '', readId(context, 'entity', 'ent'));
  if (payment) {
    const { amountCents, currency } = readMoney(context, defaultCurrency);
    const now = currency ?? payment.currency;
    // Amounts are made into words only where they differ: a table has thousands that do not.
    if (amountCents !== payment.amountCents || now !== payment.currency) {
      const staged = formatMoney(payment.amountCents, payment.currency);
      look('amount', staged, amountCents === null ? null : formatMoney(amountCents, now));
    }
    look('entity', payment.entity, readId(context, 'entity', 'ent'));
    look('dateOverride', payment.dateOverride ?? '', readDay(context, 'dateOverride'));
  }
  look('vehicle', content.vehicle, readId(context, 'vehicle', 'veh'));
  look('distributionDate', content.distributionDate, readDay(context, 'distributionDate'));
  look('distributionName', content.name, readText(context, 'distributionName'));
  look('externalReference', content.externalReference ?? '', readText(context, 'externalReference'));
  if (payment) {
    const contacts = readContacts(context);
    look('contacts', listed(payment.contacts), contacts === null ? null : listed(contacts));
  }
  return found;
}

function listed(contacts: readonly string[]): string {
  return [...new Set(contacts)].sort().join(', ');
}

/** What stands in a cell that cannot be read as its field. */
function cellText(context: RowContext, field: PayoutField): string {
  const value = fieldValue(context.read, context.row, field);
  if (isBlank(value)) return '';
  if (typeof value === 'string') return problemTexts.sheet.quoted(shorten(value));
  return field === 'amount' ? formatDecimal(String(value)) : String(value);
}

/** Each difference at its cell, with both values. */
export function driftProblems(drift: readonly RowDrift[]): Problem[] {
  return drift.flatMap(({ distributionId, paymentId, differences }) =>
    differences.map((difference) => {
      const { cell, field } = difference;
      const message = problemTexts.sheet.changedCell(named(difference), paymentId ?? distributionId);
      return problemAt('changed-since-staged', message, cell, field);
    }),
  );
}

/** For the Message column: `Changed since it was staged: amount was $10.00, is $12.00.` */
export function driftMessage({ differences }: RowDrift): string {
  return problemTexts.sheet.changed(differences.map(named));
}

function named({ field, staged, now }: Difference) {
  return { label: payoutForm.labels[field], staged, now };
}
