import type { SheetTable } from '../domain/index.ts';
import { SelectionError } from './errors.ts';
import { extentOf, extentProperties, SHEET_COLUMNS, type Extent } from './extent.ts';
import { probeSheet } from './probe-sheet.ts';
import { readPlace } from './read-place.ts';
import { withFittingResponses } from './response-size.ts';
import { noTable, selectedExtent } from './selection-extent.ts';
import type { SheetPlace, TablePlace } from './table-place.ts';
import { withExcel, type ExcelOptions, type ExcelSession } from './with-excel.ts';

/**
 * The payout table at the selection: the Excel table that it touches, else the region around the active cell, else the
 * selected cells themselves. Two requests; more only when the table exceeds what Excel answers at once.
 *
 * Throws `SelectionError`, `MergedCellsError`, and what `withExcel` throws.
 */
export function readSelectedTable(options: ExcelOptions = {}): Promise<SheetTable> {
  return withFittingResponses((responseBytes) =>
    withExcel(async (session) => {
      const { place, areas } = await locateSelection(session);
      return (await readPlace(session, place, areas, responseBytes)).table;
    }, options),
  );
}

async function locateSelection(session: ExcelSession): Promise<{ place: TablePlace; areas: Extent[] }> {
  const { workbook } = session.context;
  // getSelectedRange throws for several areas (OfficeDev/office-js #2268).
  const selection = workbook.getSelectedRanges();
  selection.areas.load(extentProperties);
  const tables = selection.getTables(false);
  tables.load(['id', 'name', 'showHeaders', 'showTotals']);
  const region = workbook.getActiveCell().getSurroundingRegion();
  region.load(extentProperties);
  const used = selection.worksheet.getUsedRangeOrNullObject(true);
  used.load(extentProperties);
  const probe = probeSheet(session.context, selection.worksheet);
  await session.sync();

  const sheet = probe();
  const areas = selection.areas.items.map(extentOf);
  if (used.isNullObject) throw noTable();
  if (tables.items.length > 1) throw severalTables(tables.items);
  const [excelTable] = tables.items;
  const place =
    excelTable === undefined
      ? regionPlace(sheet, areas, extentOf(region), extentOf(used))
      : tablePlace(sheet, excelTable, extentOf(used));
  return { place, areas };
}

/** The place of an Excel table; it lies within the used cells, its empty edges perhaps not. */
export function tablePlace(sheet: SheetPlace, excelTable: Excel.Table, used: Extent): TablePlace {
  const rowCount = used.rowIndex + used.rowCount;
  const columnCount = used.columnIndex + used.columnCount;
  return {
    sheet,
    foundBy: 'table',
    excelTable,
    range: excelTable.getRange(),
    sizeAtMost: { rowCount, columnCount },
    columnsToEdge: SHEET_COLUMNS - columnCount,
    headerOffset: null,
  };
}

function regionPlace(sheet: SheetPlace, areas: readonly Extent[], region: Extent, used: Extent): TablePlace {
  const { foundBy, extent } = selectedExtent({ areas, region, used });
  const { rowIndex, columnIndex, rowCount, columnCount } = extent;
  return {
    sheet,
    foundBy,
    excelTable: null,
    range: sheet.worksheet.getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount),
    sizeAtMost: extent,
    columnsToEdge: SHEET_COLUMNS - columnIndex - columnCount,
    headerOffset: null,
  };
}

function severalTables(tables: readonly Excel.Table[]): SelectionError {
  const names = tables.map((table) => `“${table.name}”`).join(', ');
  return new SelectionError(
    'several-tables',
    `The selection touches several tables: ${names}. Select a cell in the one to check, then try again.`,
  );
}
