import type { TableCandidate, TableReference } from '../domain/index.ts';
import { bottomOf, findBlocks, rowCells, type CellGrid } from './cell-grid.ts';
import type { NamedExtent } from './defined-names.ts';
import { addressOf, type Extent } from './extent.ts';
import type { SheetFacts } from './grow-table.ts';
import { joinHeader } from './header-rows.ts';
import { headerTexts } from './header-texts.ts';
import { findTables, shapeAround, type TableShape } from './table-shape.ts';

export interface ListedTable {
  id: string;
  name: string;
  extent: Extent;
}

/** A sheet as it is looked over for tables. */
export interface ListedSheet {
  id: string;
  name: string;
  isHidden: boolean;
  worksheet: Excel.Worksheet;
  /** Null on an empty sheet. */
  used: Extent | null;
  merged: Extent[];
  tables: ListedTable[];
}

/** What could be checked on one sheet: its Excel tables, its names, then its regions in reading order. */
export function candidatesOn(
  sheet: ListedSheet,
  names: readonly NamedExtent[],
  grid: CellGrid | null,
): TableCandidate[] {
  const tables = sheet.tables.map(({ id, name, extent }) =>
    candidate(sheet, 'table', name, extent, { tableId: id, tableName: name }),
  );
  const named = names.map(({ name, extent }) =>
    candidate(sheet, 'name', name, extent, { definedName: name }),
  );
  if (grid === null || sheet.used === null) return [...tables, ...named];
  const obstacles = sheet.tables.map(({ extent }) => extent);
  const facts = { grid, used: sheet.used, merged: sheet.merged, obstacles, form: 'payout' as const };
  const taken = new Set(named.map(({ address }) => address));
  const regions = regionShapes(facts)
    .map((shape) => regionCandidate(sheet, facts, shape))
    .filter(({ address }) => !taken.has(address));
  return [...tables, ...named, ...regions];
}

/** Every region as a whole, then the readings of it that were passed over. */
function regionShapes(facts: SheetFacts): TableShape[] {
  const shapes = findTables(facts, facts.grid.extent);
  const known = new Set(shapes.map(shapeKey));
  const blocks = findBlocks(facts.grid, facts.grid.extent);
  const parts = blocks.flatMap((block) => shapeAround(facts, block, { acrossBlanks: false }) ?? []);
  for (const other of [...parts, ...shapes.flatMap(withOneHeaderRow)]) {
    const isTable = other.hasHeader && other.extent.rowCount >= 2 && other.extent.columnCount >= 2;
    const isExcelTable = facts.obstacles.some(
      (obstacle) => shapeKey({ ...other, extent: obstacle }) === shapeKey(other),
    );
    if (!isTable || isExcelTable || known.has(shapeKey(other))) continue;
    known.add(shapeKey(other));
    shapes.push(other);
  }
  return shapes;
}

/** Two rows that might be a header and the first row of data. */
function withOneHeaderRow(shape: TableShape): TableShape[] {
  const { header } = shape;
  if (!header.isDoubtful) return [];
  return [{ ...shape, header: { ...header, rowIndex: header.rowIndex - 1, rowCount: 1, isDoubtful: false } }];
}

function shapeKey({ extent, header }: TableShape): string {
  return `${addressOf('S', extent)} ${header.rowIndex}`;
}

function regionCandidate(sheet: ListedSheet, facts: SheetFacts, shape: TableShape): TableCandidate {
  const { extent, header, spansBlankRows } = shape;
  const firstRow = header.rowIndex - header.rowCount + 1;
  const lines = Array.from({ length: header.rowCount }, (_, line) =>
    rowCells(facts.grid, firstRow + line, extent),
  );
  const joined = joinHeader(lines, { ...extent, rowIndex: firstRow }, sheet.merged, facts.form);
  return candidate(sheet, 'region', null, uncut(extent, facts), {
    rowIndex: header.rowIndex,
    header: headerTexts(joined),
    headerRowCount: header.rowCount,
    spansBlankRows,
  });
}

/** A region that goes on below what was looked at surely ends where the sheet does. */
function uncut(extent: Extent, { grid, used }: SheetFacts): Extent {
  const isCut = bottomOf(extent) === bottomOf(grid.extent);
  return isCut
    ? { ...extent, rowCount: Math.max(bottomOf(extent), bottomOf(used)) - extent.rowIndex }
    : extent;
}

function candidate(
  sheet: ListedSheet,
  kind: TableCandidate['kind'],
  name: string | null,
  extent: Extent,
  reference: Partial<TableReference>,
): TableCandidate {
  const address = addressOf(sheet.name, extent);
  const { rowIndex, columnIndex, rowCount, columnCount } = extent;
  const { id: sheetId, name: sheetName, isHidden: hiddenSheet } = sheet;
  return {
    kind,
    label: name ?? address,
    address,
    sheetId,
    sheetName,
    hiddenSheet,
    rowIndex,
    columnIndex,
    rowCount,
    columnCount,
    reference: {
      sheetId,
      sheetName,
      tableId: null,
      tableName: null,
      rowIndex,
      columnIndex,
      header: [],
      ...reference,
    },
  };
}
