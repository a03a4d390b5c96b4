/** What the cells say in the end, against what was staged: from the marks alone, not from what the product reports. */
import type { UnplacedResult } from '../../domain/index.ts';
import type { CellValue } from '../../workbench/book/book.ts';
import type { WorkbenchBook } from '../../workbench/book/ironcalc-book.ts';
import { lookAt, type Look } from './payout-sheet.ts';

/** A payment that Nova took, with the content of its row. */
export interface StagedPayment {
  distributionId: string;
  paymentId: string;
  content: string;
}

export interface Verdict {
  beside: number;
  unplaced: number;
  /** Stories: an id beside a row that it does not belong to, or in no payout row at all. */
  misplaced: string[];
  /** Stories: a payment that stands nowhere and is not listed. */
  missing: string[];
  /** Stories: a payment that is listed as unplaced though its row stands there, unchanged and without ids, or bears it. */
  needless: string[];
}

/** Whether each id stands beside the row that it belongs to, judged by what the row's mark stood for. */
export function judge(
  look: Look | null,
  contents: ReadonlyMap<string, string>,
  payments: readonly StagedPayment[],
  unplaced: readonly UnplacedResult[],
): Verdict {
  const verdict: Verdict = { beside: 0, unplaced: 0, misplaced: [], missing: [], needless: [] };
  const rows = look?.rows ?? [];
  const known = new Map(payments.map((payment) => [payment.paymentId, payment]));
  for (const { row, mark, paymentId, distributionId } of rows) {
    const payment = known.get(String(paymentId));
    // What people type into these columns is no id.
    if (![paymentId, distributionId].some(isId)) continue;
    const isRight =
      payment?.content === contents.get(mark) && payment?.distributionId === String(distributionId);
    if (!isRight) verdict.misplaced.push(`${paymentId} (${distributionId}) beside ${mark} in row ${row + 1}`);
  }
  const listed = new Set(unplaced.map(({ paymentId }) => paymentId));
  for (const { paymentId, content } of payments) {
    const bearing = rows.filter((row) => row.paymentId === paymentId);
    if (bearing.length > 1) verdict.misplaced.push(`${paymentId} beside ${bearing.length} rows`);
    if (bearing.length > 0) verdict.beside += 1;
    else if (listed.has(paymentId)) verdict.unplaced += 1;
    else verdict.missing.push(`${paymentId} of ${content}`);
    const isFree = rows.some((row) => row.content === content && row.paymentId === '');
    if (listed.has(paymentId) && (bearing.length > 0 || isFree)) verdict.needless.push(paymentId);
  }
  return verdict;
}

function isId(cell: CellValue): boolean {
  return /^(dst|dpmt)_/.test(String(cell));
}

/** Ids in cells that are no result cell of a payout row, such as one beside a blank row. */
export function strays(book: WorkbenchBook): string[] {
  const look = lookAt(book);
  const known = new Set((look?.rows ?? []).flatMap((row) => [row.paymentId, row.distributionId]));
  return book.sheets().flatMap(({ id }) => {
    const used = book.usedArea(id, true);
    if (used === null) return [];
    return book
      .values(id, used)
      .flatMap((line, row) =>
        line.flatMap((cell) =>
          isId(cell) && !known.has(cell) ? [`${cell} in row ${used.row + row + 1}`] : [],
        ),
      );
  });
}
