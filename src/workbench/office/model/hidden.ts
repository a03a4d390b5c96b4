import { GRID_COLUMNS, GRID_ROWS } from '../../book/a1.ts';
import type { Area } from '../../book/book.ts';
import { areaOf, type ReferenceTo } from '../reference.ts';
import type { ModelHost } from '../wire-class.ts';

/** True when all rows are hidden, false when none is, null when some are. */
export function rowsHidden(range: ReferenceTo<'Range'>, host: ModelHost): boolean | null {
  const { row, rows } = areaOf(range);
  // Beyond the used area of a whole column nothing is hidden in practice: it is looked at up to one row below it.
  const end =
    rows < GRID_ROWS
      ? row + rows
      : Math.min(GRID_ROWS, bottomOf(host.book.usedArea(range.sheetId, false)) + 1);
  return same(row, end, (index) => host.book.isRowHidden(range.sheetId, index));
}

/** The same of columns. */
export function columnsHidden(range: ReferenceTo<'Range'>, host: ModelHost): boolean | null {
  const { column, columns } = areaOf(range);
  const end =
    columns < GRID_COLUMNS
      ? column + columns
      : Math.min(GRID_COLUMNS, rightOf(host.book.usedArea(range.sheetId, false)) + 1);
  return same(column, end, (index) => host.book.isColumnHidden(range.sheetId, index));
}

const bottomOf = (used: Area | null): number => (used === null ? 0 : used.row + used.rows);
const rightOf = (used: Area | null): number => (used === null ? 0 : used.column + used.columns);

function same(from: number, to: number, isHidden: (index: number) => boolean): boolean | null {
  const first = isHidden(from);
  for (let index = from + 1; index < to; index += 1) if (isHidden(index) !== first) return null;
  return first;
}

/** Runs of visible indexes in `[from, from + count)`, as `[start, length]`. */
export function visibleRuns(
  from: number,
  count: number,
  isHidden: (index: number) => boolean,
): [number, number][] {
  const runs: [number, number][] = [];
  for (let index = from; index < from + count; index += 1) {
    if (isHidden(index)) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === index) last[1] += 1;
    else runs.push([index, 1]);
  }
  return runs;
}
