import type { PayoutRow } from '../domain/index.ts';
import type { Reading } from './state.ts';

/** What makes a payment one to look at twice. */
export type PaymentMark = 'unusual' | 'new' | 'hidden' | 'override';

export const paymentMarks: readonly PaymentMark[] = ['unusual', 'new', 'hidden', 'override'];

export type PaymentMarker = (row: PayoutRow) => PaymentMark[];

type Marked = { readonly check: Pick<Reading['check'], 'problems'> } & Pick<Reading, 'newPayees'>;

const markers = new WeakMap<Marked, PaymentMarker>();

/** Tells the marks of a row; made once for a reading, because thousands of cards and rows ask for it. */
export function paymentMarker(reading: Marked): PaymentMarker {
  const known = markers.get(reading);
  if (known !== undefined) return known;
  const unusualRows = new Set(
    reading.check.problems.flatMap(({ code, cell }) =>
      code === 'amount-unusual' && cell !== null ? [cell.rowIndex] : [],
    ),
  );
  const newPayees: ReadonlySet<string> = new Set(reading.newPayees ?? []);
  const isMarked: Record<PaymentMark, (row: PayoutRow) => boolean> = {
    unusual: ({ rowIndex }) => unusualRows.has(rowIndex),
    new: ({ entity }) => newPayees.has(entity),
    hidden: ({ hidden }) => hidden,
    override: ({ dateOverride }) => dateOverride !== null,
  };
  const marker: PaymentMarker = (row) => paymentMarks.filter((mark) => isMarked[mark](row));
  markers.set(reading, marker);
  return marker;
}
