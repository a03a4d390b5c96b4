import type { CheckResult, PayoutRow } from '../domain/index.ts';

/** What makes a payment one to look at twice. */
export type PaymentMark = 'unusual' | 'hidden' | 'override';

export const paymentMarks: readonly PaymentMark[] = ['unusual', 'hidden', 'override'];

/** Tells the marks of a row; made once for a check, because a list asks for each row that it draws. */
export function paymentMarker({
  problems,
}: Pick<CheckResult, 'problems'>): (row: PayoutRow) => PaymentMark[] {
  const unusualRows = new Set(
    problems.flatMap(({ code, cell }) => (code === 'amount-unusual' && cell !== null ? [cell.rowIndex] : [])),
  );
  const isMarked: Record<PaymentMark, (row: PayoutRow) => boolean> = {
    unusual: ({ rowIndex }) => unusualRows.has(rowIndex),
    hidden: ({ hidden }) => hidden,
    override: ({ dateOverride }) => dateOverride !== null,
  };
  return (row) => paymentMarks.filter((mark) => isMarked[mark](row));
}
