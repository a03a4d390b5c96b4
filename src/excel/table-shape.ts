import {
  blockAround,
  bottomOf,
  cellAt,
  extentFrom,
  findBlocks,
  isColumnBlank,
  isRowBlank,
  rightOf,
  withoutBlankEdges,
  type CellGrid,
} from './cell-grid.ts';
import { profileOfRow } from './cell-kinds.ts';
import { boundingExtent, intersection, type Extent } from './extent.ts';
import { growSideways, growUp, lookBelow, type SheetFacts } from './grow-table.ts';
import { findHeader, type HeaderRows } from './header-rows.ts';
import { headerText } from './header-texts.ts';
import { withOwnColumns } from './own-columns.ts';
import { ownHeaders } from './own-headers.ts';
import { notes } from './shape-notes.ts';

/** Where a table stands, as far as its cells tell. */
export interface TableShape {
  /** Header rows and data. */
  extent: Extent;
  header: HeaderRows;
  /** False when the first row was taken for want of a header. */
  hasHeader: boolean;
  /** Whether it goes on after blank rows, those included that somebody inserts later. */
  spansBlankRows: boolean;
  /** Sentences that say what else it could have been. */
  notes: string[];
}

export interface GrowOptions {
  /** Whether the table goes on after blank rows and columns where its cells say so. */
  acrossBlanks: boolean;
}

/** The table that a block of filled cells belongs to; null when nothing in it is filled. */
export function shapeAround(
  facts: SheetFacts,
  block: Extent,
  { acrossBlanks }: GrowOptions,
): TableShape | null {
  const { grid } = facts;
  const filled = withoutBlankEdges(grid, block);
  if (filled === null) return null;
  let within = filled;
  let header = findHeader(facts, within);
  if (header === null && acrossBlanks) {
    const whole = growUp(facts, within);
    if (whole !== null) [within, header] = [whole, findHeader(facts, whole)];
  }
  if (header === null) return withoutHeader(grid, within);
  const found = fromHeader(grid, within, header);
  const wide = acrossBlanks ? growSideways(facts, found, header) : found;
  const whole = withOwnColumns(facts, wide, header.rowIndex);
  return growDown(facts, whole, header, acrossBlanks, headerNotes(header));
}

/** Downwards from its header, over blank rows if wanted. */
function growDown(
  facts: SheetFacts,
  start: Extent,
  header: HeaderRows,
  acrossBlanks: boolean,
  said: string[],
): TableShape {
  let extent = start;
  for (;;) {
    const below = lookBelow(facts, extent, header);
    if (below?.kind === 'continues' && acrossBlanks) {
      extent = boundingExtent([extent, below.extent]);
      continue;
    }
    const blankRow = firstBlankRow(facts.grid, extent, header);
    const blankColumn = firstBlankColumn(facts.grid, extent);
    if (blankRow !== null) said.push(notes.blankRow(blankRow));
    if (blankColumn !== null) said.push(notes.blankColumn(blankColumn));
    if (below?.kind === 'same-header') said.push(notes.headerAgain(below.extent));
    else if (below !== null && below.kind !== 'other') said.push(notes.moreBelow(extent, below.extent));
    return {
      extent,
      header,
      hasHeader: true,
      spansBlankRows: acrossBlanks || blankRow !== null,
      notes: said,
    };
  }
}

/** Exactly the cells that somebody selected or named, from the header that stands in them. */
export function shapeWithin(facts: SheetFacts, chosen: Extent): TableShape | null {
  const { grid } = facts;
  const filled = withoutBlankEdges(grid, chosen);
  if (filled === null) return null;
  const header = findHeader(facts, filled);
  if (header === null) return withoutHeader(grid, filled);
  const extent = fromHeader(grid, filled, header);
  const spansBlankRows = firstBlankRow(grid, extent, header) !== null;
  return { extent, header, hasHeader: true, spansBlankRows, notes: headerNotes(header) };
}

/** The table of a defined name, with the result columns that were made right of it; its header may stand above the name. */
export function shapeOfName(facts: SheetFacts, name: string, named: Extent): TableShape | null {
  const { grid } = facts;
  const above = named.rowIndex - 1;
  const header = findHeader(facts, named);
  const isAbove = header === null && profileOfRow(grid, above, named).text * 2 > named.columnCount;
  const whole = isAbove ? extentFrom(above, named.columnIndex, bottomOf(named), rightOf(named)) : named;
  const shape = shapeWithin(facts, whole);
  if (shape === null) return null;
  const ours = ownHeaders(facts.form);
  let { columnCount } = shape.extent;
  const isOurs = (column: number) => ours.has(headerText(cellAt(grid, shape.header.rowIndex, column)));
  while (isOurs(shape.extent.columnIndex + columnCount)) columnCount++;
  const bottom = bottomOf(named);
  const isShort = !isRowBlank(grid, bottom, named.columnIndex, rightOf(named));
  const said = isShort ? [...shape.notes, notes.nameEnds(name, bottom)] : shape.notes;
  return { ...shape, extent: { ...shape.extent, columnCount }, notes: said };
}

/** A header that was found again by its texts. */
export interface KnownHeader {
  rowIndex: number;
  rowCount: 1 | 2;
  firstColumnIndex: number;
  lastColumnIndex: number;
}

/** What else the reference of a table says. */
export interface KnownShape {
  spansBlankRows: boolean;
  /** Data rows of a selection that was itself the table. */
  selectedRowCount: number | null;
}

/** The table under a header whose place is known. */
export function shapeUnder(facts: SheetFacts, known: KnownHeader, shape: KnownShape): TableShape {
  const { grid } = facts;
  const { rowIndex, rowCount, firstColumnIndex, lastColumnIndex } = known;
  const header: HeaderRows = { rowIndex, rowCount, isCertain: true, isDoubtful: false };
  const top = rowIndex - rowCount + 1;
  const cells = [firstColumnIndex, lastColumnIndex].map((column) =>
    extentFrom(rowIndex, column, rowIndex + 1, column + 1),
  );
  const blocks = cells.map((cell) => blockAround(grid, cell));
  const span = extentFrom(top, firstColumnIndex, rowIndex + 1, lastColumnIndex + 1);
  const all = boundingExtent([span, ...blocks]);
  const bottom =
    shape.selectedRowCount === null
      ? bottomOf(all)
      : bottomOfSelected(facts, all, rowIndex, shape.selectedRowCount);
  const below = extentFrom(top, all.columnIndex, bottom, rightOf(all));
  const found = fromHeader(grid, withoutBlankEdges(grid, below) ?? span, header);
  const extent = withOwnColumns(facts, found, rowIndex);
  if (shape.selectedRowCount === null) {
    return growDown(facts, extent, header, shape.spansBlankRows, notesAgain(facts, extent, rowCount));
  }
  const spansBlankRows = firstBlankRow(grid, extent, header) !== null;
  return { extent, header, hasHeader: true, spansBlankRows, notes: [] };
}

/** What was said of the header when the table was found first holds as long as its cells are the same. */
function notesAgain(facts: SheetFacts, extent: Extent, headerRowCount: number): string[] {
  const header = findHeader(facts, extent);
  if (header === null) return [notes.noHeader(extent.rowIndex)];
  return headerRowCount === header.rowCount ? headerNotes(header) : [];
}

/** As many rows as were selected; rows that were inserted or added since go on below without a blank one, or after it. */
function bottomOfSelected(
  { grid, used }: SheetFacts,
  all: Extent,
  headerRow: number,
  rowCount: number,
): number {
  const isBlank = (row: number) => isRowBlank(grid, row, all.columnIndex, rightOf(all));
  let bottom = headerRow + 1 + rowCount;
  while (bottom < bottomOf(used) && isBlank(bottom - 1)) bottom++;
  while (bottom < bottomOf(used) && !isBlank(bottom)) bottom++;
  return bottom;
}

/** Every table that the cells hold, blocks that belong together as one; single rows and columns of cells are none. */
export function findTables(facts: SheetFacts, within: Extent): TableShape[] {
  const shapes: TableShape[] = [];
  for (const block of findBlocks(facts.grid, within)) {
    if (facts.obstacles.some((obstacle) => intersection(obstacle, block) !== null)) continue;
    if (shapes.some((shape) => intersection(shape.extent, block) !== null)) continue;
    const shape = shapeAround(facts, block, { acrossBlanks: true });
    if (shape === null || shape.extent.columnCount < 2 || shape.extent.rowCount < 2) continue;
    shapes.push(shape);
  }
  return shapes;
}

function fromHeader(grid: CellGrid, within: Extent, { rowIndex, rowCount }: HeaderRows): Extent {
  const top = rowIndex - rowCount + 1;
  const below = extentFrom(top, within.columnIndex, bottomOf(within), rightOf(within));
  const filled = withoutBlankEdges(grid, below) ?? below;
  return boundingExtent([filled, { ...filled, rowIndex: top, rowCount: 1 }]);
}

/** The first row is taken for the header as there is no other, and that is said. */
function withoutHeader(grid: CellGrid, extent: Extent): TableShape {
  const header: HeaderRows = { rowIndex: extent.rowIndex, rowCount: 1, isCertain: false, isDoubtful: false };
  return {
    extent,
    header,
    hasHeader: false,
    spansBlankRows: firstBlankRow(grid, extent, header) !== null,
    notes: [notes.noHeader(extent.rowIndex)],
  };
}

function headerNotes(header: HeaderRows): string[] {
  return header.isDoubtful ? [notes.twoHeaderRows(header.rowIndex)] : [];
}

function firstBlankRow(grid: CellGrid, extent: Extent, header: HeaderRows): number | null {
  for (let row = header.rowIndex + 1; row < bottomOf(extent); row++) {
    if (isRowBlank(grid, row, extent.columnIndex, rightOf(extent))) return row;
  }
  return null;
}

function firstBlankColumn(grid: CellGrid, extent: Extent): number | null {
  for (let column = extent.columnIndex; column < rightOf(extent); column++) {
    if (isColumnBlank(grid, column, extent.rowIndex, bottomOf(extent))) return column;
  }
  return null;
}
