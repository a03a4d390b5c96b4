import { namedFieldCount, type FormKind } from '../domain/index.ts';
import {
  bottomOf,
  cellAt,
  extentFrom,
  blockAround,
  isColumnBlank,
  isRowBlank,
  rightOf,
  rowCells,
  type CellGrid,
} from './cell-grid.ts';
import { areAlike, kindOf, profileOfRow } from './cell-kinds.ts';
import { boundingExtent, intersection, type Extent } from './extent.ts';
import { findHeader, type HeaderRows } from './header-rows.ts';
import { headerText } from './header-texts.ts';

/** What is known of a sheet when a table is looked for in its cells. */
export interface SheetFacts {
  grid: CellGrid;
  /** Everything on the sheet that is filled; the grid may be a part of it. */
  used: Extent;
  merged: readonly Extent[];
  /** Excel tables, which no plain region may grow into. */
  obstacles: readonly Extent[];
  /** What the table is read for: it decides which columns are results, and which texts name fields. */
  form: FormKind;
}

/** Blank rows or columns that a table may go on after. */
const BLANK_ROWS_AT_MOST = 3;
const BLANK_COLUMNS_AT_MOST = 2;

/** What stands below a table after blank rows. */
export interface Below {
  kind: 'continues' | 'same-header' | 'unclear' | 'other';
  extent: Extent;
}

/** What comes after the blank rows under a table; null when nothing does, or nothing that matters. */
export function lookBelow(facts: SheetFacts, table: Extent, header: HeaderRows): Below | null {
  const { grid } = facts;
  const run = rowsBelow(grid, table);
  if (run === null || isTaken(facts, run)) return null;
  const texts = (row: number) =>
    rowCells(grid, row, table)
      .map((cell) => headerText(cell).toLowerCase())
      .join('\n');
  if (texts(run.rowIndex) === texts(header.rowIndex)) return { kind: 'same-header', extent: run };
  const own = findHeader(facts, run);
  if (own?.isCertain === true && namedFieldCount(facts.form, rowCells(grid, own.rowIndex, run)) > 0) {
    return { kind: 'other', extent: run };
  }
  if (isRemark(grid, run)) return null;
  const isCut = bottomOf(run) === bottomOf(grid.extent) && bottomOf(run) < bottomOf(facts.used);
  const isNarrow = isColumnBlank(grid, run.columnIndex - 1, run.rowIndex, bottomOf(run));
  const fits = isNarrow && isColumnBlank(grid, rightOf(run), run.rowIndex, bottomOf(run));
  const data = extentFrom(header.rowIndex + 1, table.columnIndex, bottomOf(table), rightOf(table));
  const goesOn = data.rowCount <= 0 ? own === null : areAlike(grid, data, run);
  return { kind: goesOn && fits && !isCut ? 'continues' : 'unclear', extent: run };
}

/** The filled rows under a table, in its columns, after a few blank ones. */
function rowsBelow(grid: CellGrid, table: Extent): Extent | null {
  const [left, right, end] = [table.columnIndex, rightOf(table), bottomOf(grid.extent)];
  let top = bottomOf(table);
  while (top < end && isRowBlank(grid, top, left, right)) top++;
  if (top === end || top - bottomOf(table) > BLANK_ROWS_AT_MOST) return null;
  let bottom = top + 1;
  while (bottom < end && !isRowBlank(grid, bottom, left, right)) bottom++;
  return extentFrom(top, left, bottom, right);
}

/** The filled rows above, in the columns of the table, after at most a few blank ones. */
function rowsAbove(grid: CellGrid, table: Extent): Extent | null {
  const [left, right, start] = [table.columnIndex, rightOf(table), grid.extent.rowIndex];
  let bottom = table.rowIndex;
  while (bottom > start && isRowBlank(grid, bottom - 1, left, right)) bottom--;
  if (bottom === start || table.rowIndex - bottom > BLANK_ROWS_AT_MOST) return null;
  let top = bottom - 1;
  while (top > start && !isRowBlank(grid, top - 1, left, right)) top--;
  return extentFrom(top, left, bottom, right);
}

/** Rows without a header, with the rows above them up to the header that they belong to; null when there is none. */
export function growUp(facts: SheetFacts, rows: Extent): Extent | null {
  const { grid } = facts;
  let grown = rows;
  for (;;) {
    const above = rowsAbove(grid, grown);
    if (above === null || isTaken(facts, above)) return null;
    const header = findHeader(facts, above);
    const whole = boundingExtent([above, grown]);
    if (header === null) {
      if (!areAlike(grid, above, grown)) return null;
      grown = whole;
      continue;
    }
    const data = extentFrom(header.rowIndex + 1, above.columnIndex, bottomOf(above), rightOf(above));
    if (data.rowCount > 0 && !areAlike(grid, data, grown)) return null;
    return findHeader(facts, whole)?.isCertain === true ? whole : null;
  }
}

/** The table with what stands beside it after blank columns, when its header goes on there and its rows line up. */
export function growSideways(facts: SheetFacts, table: Extent, header: HeaderRows): Extent {
  let grown = table;
  for (let hasGrown = true; hasGrown;) {
    hasGrown = false;
    for (const half of [halfBeside(facts, grown, header, 1), halfBeside(facts, grown, header, -1)]) {
      if (half === null) continue;
      grown = boundingExtent([grown, half]);
      hasGrown = true;
    }
  }
  return grown;
}

function halfBeside(facts: SheetFacts, table: Extent, header: HeaderRows, step: 1 | -1): Extent | null {
  const { grid } = facts;
  const edge = step === 1 ? rightOf(table) : table.columnIndex - 1;
  let column = edge;
  while (
    Math.abs(column - edge) <= BLANK_COLUMNS_AT_MOST &&
    isColumnBlank(grid, column, table.rowIndex, bottomOf(table))
  ) {
    column += step;
  }
  if (column === edge || kindOf(cellAt(grid, header.rowIndex, column)) !== 'text') return null;
  const block = blockAround(grid, extentFrom(header.rowIndex, column, header.rowIndex + 1, column + 1));
  if (bottomOf(block) > bottomOf(table) || isTaken(facts, block)) return null;
  const half: Extent = { ...table, columnIndex: block.columnIndex, columnCount: block.columnCount };
  if (intersection(half, table) !== null) return null;
  return linesUp(grid, table, half, header) && !repeats(grid, table, half, header) ? half : null;
}

/** Whether nearly all rows that are filled in the table are filled in its other half, too. */
function linesUp(grid: CellGrid, table: Extent, half: Extent, header: HeaderRows): boolean {
  const filled = (extent: Extent) => {
    let count = 0;
    for (let row = header.rowIndex + 1; row < bottomOf(extent); row++) {
      if (!isRowBlank(grid, row, extent.columnIndex, rightOf(extent))) count++;
    }
    return count;
  };
  const count = filled(half);
  return count > 0 && count >= 0.8 * filled(table);
}

/** A table beside another has columns of the same names; the second half of one table has not. */
function repeats(grid: CellGrid, table: Extent, half: Extent, header: HeaderRows): boolean {
  const names = (extent: Extent) =>
    rowCells(grid, header.rowIndex, extent)
      .map((cell) => headerText(cell).toLowerCase())
      .filter((text) => text !== '');
  const known = new Set(names(table));
  return names(half).some((name) => known.has(name));
}

function isTaken({ obstacles }: SheetFacts, extent: Extent): boolean {
  return obstacles.some((obstacle) => intersection(obstacle, extent) !== null);
}

/** A total, or notes of one cell per row, which belong to nothing. */
function isRemark(grid: CellGrid, run: Extent): boolean {
  for (let row = run.rowIndex; row < bottomOf(run); row++) {
    const { filled } = profileOfRow(grid, row, run);
    const isTotal = rowCells(grid, row, run).some(
      (cell) => typeof cell === 'string' && /\btotals?\b|^sum\b/i.test(cell),
    );
    if (filled >= 2 && !isTotal) return false;
  }
  return true;
}
