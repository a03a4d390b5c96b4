import type { CellValue } from '../domain/index.ts';
import { bottomOf, cellAt, rowCells, type CellGrid } from './cell-grid.ts';
import type { Extent } from './extent.ts';

/** What a cell looks like: `code` is an id or a mail address. Only `text` can be a header. */
export type CellKind = 'blank' | 'text' | 'number' | 'code';

/** Nova's ids, but not names of columns such as `ent_id`. */
const novaId = /^(ent|veh|dst|dpmt|cnt|pmi|ctc)_(?!(id|ids|name|date|number|no|key|ref)s?$)\S+$/i;
const mailAddress = /^\S+@\S+\.\S+$/;
/** Amounts and dates that were typed as text, and Excel's errors. */
const numberText = /^[\s(+\-$€£¥]*([A-Z]{3}\s?)?\d[\d\s.,'’:/T()-]*(Z|%|\s?[A-Z]{3})?$|^#[A-Z0-9/]+[!?]?$/;

/** Rows that are looked at to know what a column holds. */
const ROWS_TO_LOOK_AT = 60;

export function kindOf(value: CellValue): CellKind {
  if (typeof value !== 'string') return 'number';
  const text = value.trim();
  if (text === '') return 'blank';
  if (novaId.test(text) || mailAddress.test(text)) return 'code';
  return numberText.test(text) ? 'number' : 'text';
}

/** How many cells of each kind a row has. */
export type RowProfile = Record<CellKind, number> & { filled: number };

export function profileOfRow(grid: CellGrid, row: number, within: Extent): RowProfile {
  const profile: RowProfile = { blank: 0, text: 0, number: 0, code: 0, filled: 0 };
  for (const value of rowCells(grid, row, within)) profile[kindOf(value)]++;
  profile.filled = within.columnCount - profile.blank;
  return profile;
}

/** What most filled cells of a column are, looking at its first rows; `blank` when there are none. */
export function kindOfColumn(grid: CellGrid, column: number, top: number, bottom: number): CellKind {
  const counts: Record<CellKind, number> = { blank: 0, text: 0, number: 0, code: 0 };
  for (let row = top; row < Math.min(bottom, top + ROWS_TO_LOOK_AT); row++) {
    counts[kindOf(cellAt(grid, row, column))]++;
  }
  const [most] = (['number', 'code', 'text'] as const).toSorted((one, other) => counts[other] - counts[one]);
  return most === undefined || counts[most] === 0 ? 'blank' : most;
}

/** Whether two stacks of rows hold the same kinds of cells in the same columns, as the halves of one table do. */
export function areAlike(grid: CellGrid, above: Extent, below: Extent): boolean {
  let same = 0;
  let different = 0;
  for (let offset = 0; offset < above.columnCount; offset++) {
    const column = above.columnIndex + offset;
    const one = kindOfColumn(grid, column, above.rowIndex, bottomOf(above));
    const other = kindOfColumn(grid, column, below.rowIndex, bottomOf(below));
    if (one === 'blank' || other === 'blank') continue;
    if (one === other) same++;
    else different++;
  }
  return same >= Math.min(2, above.columnCount) && same >= 2 * different;
}
