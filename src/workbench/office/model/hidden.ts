import { GRID_COLUMNS, GRID_ROWS } from '../../book/a1.ts';
import { areaOf, type ReferenceTo } from '../reference.ts';
import type { ModelHost } from '../wire-class.ts';

/** True when all are hidden, false when none is, null when some are. */
export interface HiddenState {
  rows: boolean | null;
  columns: boolean | null;
}

export function hiddenState(range: ReferenceTo<'Range'>, host: ModelHost): HiddenState {
  const { row, rows, column, columns } = areaOf(range);
  const used = host.book.usedArea(range.sheetId, false);
  // Beyond the used area of a whole column nothing is hidden in practice: it is looked at up to one row below it.
  const lastRow = rows < GRID_ROWS ? row + rows : Math.min(GRID_ROWS, (used ? used.row + used.rows : 0) + 1);
  const lastColumn =
    columns < GRID_COLUMNS
      ? column + columns
      : Math.min(GRID_COLUMNS, (used ? used.column + used.columns : 0) + 1);
  return {
    rows: same(row, lastRow, (index) => host.book.isRowHidden(range.sheetId, index)),
    columns: same(column, lastColumn, (index) => host.book.isColumnHidden(range.sheetId, index)),
  };
}

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
