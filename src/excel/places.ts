import { extentOf, extentProperties, SHEET_COLUMNS, type Extent } from './extent.ts';
import type { SheetFacts } from './grow-table.ts';
import type { SheetPlace, TablePlace } from './table-place.ts';
import type { TableShape } from './table-shape.ts';

/** More Excel tables than a sheet has where a plain region matters. */
const OBSTACLES_AT_MOST = 50;

/** The place of an Excel table; it lies within the used cells, its empty edges perhaps not. */
export function tablePlace(
  sheet: SheetPlace,
  excelTable: Excel.Table,
  used: Extent,
  notes: string[] = [],
): TablePlace {
  const rowCount = used.rowIndex + used.rowCount;
  const columnCount = used.columnIndex + used.columnCount;
  return {
    sheet,
    foundBy: 'table',
    excelTable,
    definedName: null,
    range: excelTable.getRange(),
    sizeAtMost: { rowCount, columnCount },
    columnsToEdge: SHEET_COLUMNS - columnCount,
    rows: null,
    shape: ({ extent }) => wholeShape(extent, notes),
  };
}

/** All cells that were read, with the header in their first row; blank rows are no end, also when it is converted to cells. */
export function wholeShape(extent: Extent, notes: string[] = []): TableShape {
  const header = { rowIndex: extent.rowIndex, rowCount: 1, isCertain: true, isDoubtful: false } as const;
  return { extent, header, hasHeader: true, spansBlankRows: true, notes };
}

export interface CellsPlace {
  foundBy: 'name' | 'region' | 'selection';
  definedName?: string;
  /** The cells to read. */
  window: Extent;
  used: Extent;
  rows: Pick<Extent, 'rowIndex' | 'rowCount'>;
  shape: (facts: SheetFacts) => TableShape | null;
}

/** The place of a table that is no Excel table, found among the cells of a window. */
export function cellsPlace(sheet: SheetPlace, place: CellsPlace): TablePlace {
  const { rowIndex, columnIndex, rowCount, columnCount } = place.window;
  const obstacles = queueObstacles(sheet);
  return {
    sheet,
    foundBy: place.foundBy,
    excelTable: null,
    definedName: place.definedName ?? null,
    range: sheet.worksheet.getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount),
    sizeAtMost: place.window,
    columnsToEdge: SHEET_COLUMNS - columnIndex - columnCount,
    rows: place.rows,
    shape: (grid, form) =>
      place.shape({ grid, used: place.used, merged: sheet.merged, obstacles: obstacles(), form }),
  };
}

/** Queues where the sheet's Excel tables stand; it is known when the cells were read. */
function queueObstacles(sheet: SheetPlace): () => Extent[] {
  const ranges = sheet.excelTables.slice(0, OBSTACLES_AT_MOST).map((excelTable) => excelTable.getRange());
  for (const range of ranges) range.load(extentProperties);
  return () => ranges.map(extentOf);
}
