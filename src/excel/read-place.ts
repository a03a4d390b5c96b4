import { resultColumns, type SheetTable } from '../domain/index.ts';
import { MergedCellsError, SelectionError } from './errors.ts';
import { addressOf, intersection, type Extent } from './extent.ts';
import { headerTexts } from './header-texts.ts';
import { readBlock, RESULT_COLUMNS, type SheetBlock } from './read-block.ts';
import { noTable, touchedRows } from './selection-extent.ts';
import type { TablePlace } from './table-place.ts';
import { trimBlock, type Trim } from './table-trim.ts';
import type { ExcelSession } from './with-excel.ts';

/** A table as it was read, with what writing to it needs. */
export interface PlacedTable {
  table: SheetTable;
  /** Queues the range that it stands in: header, data, and totals row when there is one. Call it only to use it. */
  queueRange: () => Excel.Range;
  excelTable: Excel.Table | null;
  /** Even when the cells for the results are unlocked. */
  isOnProtectedSheet: boolean;
}

/** Reads the table at its place. `areas` are the selected ones, or none when the selection does not matter. */
export async function readPlace(
  session: ExcelSession,
  place: TablePlace,
  areas: readonly Extent[],
  responseBytes: number,
): Promise<PlacedTable> {
  if (place.excelTable?.showHeaders === false) {
    throw new SelectionError(
      'table-without-header',
      `The table “${place.excelTable.name}” shows no header row. Turn it on (Table Design, Header Row), then try again.`,
    );
  }
  const block = await readBlock(session, place, responseBytes);
  const trim = trimFor(place, block);
  const extent = trimmed(block.extent, trim);
  const merged = block.mergedAreas.find((area) => intersection(area, extent) !== null);
  if (merged !== undefined) throw new MergedCellsError(addressOf(place.sheet.name, merged));
  return {
    table: tableFrom(place, block, trim, areas),
    queueRange: () =>
      place.range.getCell(trim.top, trim.left).getResizedRange(extent.rowCount - 1, extent.columnCount - 1),
    excelTable: place.excelTable,
    isOnProtectedSheet: place.sheet.protected,
  };
}

/** An Excel table is taken as it is; in a region, titles and blank edges are left out. */
function trimFor(place: TablePlace, block: SheetBlock): Trim {
  const all = { top: 0, bottom: block.extent.rowCount, left: 0, right: block.extent.columnCount };
  if (place.excelTable !== null) return all;
  const trim = trimBlock(block.values);
  if (trim === null) throw noTable();
  return place.headerOffset === null ? trim : { ...trim, top: place.headerOffset };
}

function trimmed(extent: Extent, trim: Trim): Extent {
  return {
    rowIndex: extent.rowIndex + trim.top,
    columnIndex: extent.columnIndex + trim.left,
    rowCount: trim.bottom - trim.top,
    columnCount: trim.right - trim.left,
  };
}

function tableFrom(place: TablePlace, block: SheetBlock, trim: Trim, areas: readonly Extent[]): SheetTable {
  const { sheet, excelTable } = place;
  const extent = trimmed(block.extent, trim);
  const [header = [], ...values] = block.values
    .slice(trim.top, trim.bottom)
    .map((row) => row.slice(trim.left, trim.right));
  const hasTotalsRow = excelTable?.showTotals === true;
  const freeColumnsRight = block.extent.columnCount - trim.right + block.freeColumnsRight;
  return {
    reference: {
      sheetId: sheet.id,
      sheetName: sheet.name,
      tableId: excelTable?.id ?? null,
      tableName: excelTable?.name ?? null,
      rowIndex: extent.rowIndex,
      columnIndex: extent.columnIndex,
      header: headerTexts(header),
    },
    source: { workbook: sheet.workbookName, sheet: sheet.name },
    foundBy: place.foundBy,
    address: addressOf(sheet.name, extent),
    headerRowIndex: extent.rowIndex,
    firstColumnIndex: extent.columnIndex,
    header,
    values,
    numberFormats: block.numberFormats
      .slice(trim.top + 1, trim.bottom)
      .map((row) => row.slice(trim.left, trim.right)),
    hidden: block.hidden.slice(trim.top + 1, trim.bottom),
    hasTotalsRow,
    date1904: sheet.date1904,
    selectedRows: touchedRows(areas, extent.rowIndex + 1, values.length - (hasTotalsRow ? 1 : 0)),
    sheetProtected: sheet.protected && !takesResults(place, block, trim, headerTexts(header)),
    freeColumnsRight: Math.min(RESULT_COLUMNS, freeColumnsRight),
  };
}

/** On a protected sheet: whether the result columns exist and are unlocked, or may be made on unlocked cells. */
function takesResults(place: TablePlace, block: SheetBlock, trim: Trim, header: readonly string[]): boolean {
  const offsets = Object.values(resultColumns).map((text) => header.indexOf(text));
  const missing = offsets.filter((offset) => offset < 0).length;
  if (missing > 0 && place.excelTable !== null) return false;
  const existing = offsets.filter((offset) => offset >= 0).map((offset) => trim.left + offset);
  const created = Array.from({ length: missing }, (_, index) => trim.right + index);
  return [...existing, ...created].every((column) => block.lockedColumns[column] === false);
}
