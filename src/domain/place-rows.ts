/** Finds the rows of a plan again on a sheet that people have sorted, filled and cut in the meantime. */
import { contentKey, sentKey } from './content-key.ts';
import type { PayoutRow } from './payout-row.ts';

/** A row of the plan that looks for its line. */
export interface Seeker {
  row: PayoutRow;
  /** The ids that shall stand beside it; null while it has none. */
  distributionId: string | null;
  paymentId: string | null;
}

/**
 * The fresh row of each seeker, or null when it is not there any more. Passes over all seekers, the surest first: the
 * payment id that was written before beside the content that it belongs to; the whole content; the content that Nova
 * knows; then rows of that content which bear another of these ids, whose own content stands elsewhere or nowhere, since
 * somebody sorted while ids were written; at last the id alone, beside a content that was edited since. Rows that are
 * equal are taken in sheet order. A row that bears ids of a payment that is no seeker is never taken.
 */
export function placeRows(seekers: readonly Seeker[], freshRows: readonly PayoutRow[]): (PayoutRow | null)[] {
  const placed: (PayoutRow | null)[] = seekers.map(() => null);
  const taken = new Set<PayoutRow>();
  const pass = (
    rowKey: (row: PayoutRow) => string | null,
    seekerKey: (seeker: Seeker) => string | null,
    fits: (row: PayoutRow, seeker: Seeker) => boolean,
  ) => {
    if (taken.size === seekers.length) return;
    const waiting = queues(freshRows, rowKey, taken);
    seekers.forEach((seeker, index) => {
      const key = placed[index] === null ? seekerKey(seeker) : null;
      const row =
        key === null ? undefined : takeFirst(waiting.get(key), (candidate) => fits(candidate, seeker));
      if (row === undefined) return;
      placed[index] = row;
      taken.add(row);
    });
  };
  const idOf = (row: PayoutRow) => row.staged?.paymentId ?? null;
  const idWanted = (seeker: Seeker) => seeker.paymentId;
  pass(idOf, idWanted, (row, seeker) => sentKey(row) === sentKey(seeker.row));
  const byContent = (fits: (row: PayoutRow, seeker: Seeker) => boolean) => {
    for (const keyOf of [contentKey, sentKey]) pass(keyOf, (seeker) => keyOf(seeker.row), fits);
  };
  byContent(isFree);
  // What bears an id of ours now and was not taken by its own seeker bears it beside another content.
  // A distribution's id among the payments' was written a column too far, and came back with Ctrl+Z.
  const ours = new Set(
    seekers.flatMap(({ paymentId, distributionId }) => [paymentId ?? [], distributionId ?? []].flat()),
  );
  byContent((row) => ours.has(idOf(row) ?? ''));
  pass(idOf, idWanted, () => true);
  return placed;
}

function isFree(row: PayoutRow, seeker: Seeker): boolean {
  if (row.staged === null) return true;
  // A row that was staged anew in place of a cancelled distribution still bears that one's ids.
  const { replaced } = seeker.row;
  const { distributionId, paymentId } = row.staged;
  if (replaced?.distributionId === distributionId && replaced.paymentId === paymentId) return true;
  return row.staged.distributionId === seeker.distributionId && row.staged.paymentId === null;
}

function queues(
  rows: readonly PayoutRow[],
  keyOf: (row: PayoutRow) => string | null,
  taken: ReadonlySet<PayoutRow>,
): Map<string, PayoutRow[]> {
  const waiting = new Map<string, PayoutRow[]>();
  // Backwards, so that the first of equals is the last of its list and is taken in constant time.
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    const key = row === undefined || taken.has(row) ? null : keyOf(row);
    if (row === undefined || key === null) continue;
    const list = waiting.get(key);
    if (list === undefined) waiting.set(key, [row]);
    else list.push(row);
  }
  return waiting;
}

function takeFirst(list: PayoutRow[] | undefined, fits: (row: PayoutRow) => boolean): PayoutRow | undefined {
  if (list === undefined) return undefined;
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const row = list[index];
    if (row !== undefined && fits(row)) {
      list.splice(index, 1);
      return row;
    }
  }
  return undefined;
}
