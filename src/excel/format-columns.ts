import type { ResultColumn } from '../domain/index.ts';
import { formatOf } from './result-formats.ts';
import { queueStatusLooks } from './status-looks.ts';

/** Wide enough for what they hold, in Office.js's unit, where a column of a new sheet has 48. */
const CREATED_WIDTHS: Record<ResultColumn, number> = {
  distributionId: 150,
  paymentId: 150,
  distributionStatus: 110,
  paymentStatus: 100,
  registeredId: 150,
  checkedAt: 130,
  message: 240,
};

/**
 * Queues what makes a new result column keep its values as they are, in the request that makes the column: a later one
 * would format what somebody has moved there meanwhile. `range` are its data cells, the first of which is given.
 */
export function queueColumnFormat(
  range: Excel.Range,
  column: ResultColumn,
  rowIndex: number,
  columnIndex: number,
): void {
  setNumberFormat(range, formatOf(column));
  range.format.columnWidth = CREATED_WIDTHS[column];
  if (column === 'distributionStatus' || column === 'paymentStatus') {
    queueStatusLooks(range, rowIndex, columnIndex);
  }
}

/** One format for all cells of a range, which Excel takes as a single value though the typings want one per cell. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  (range as { numberFormat: unknown }).numberFormat = format;
}
