import { resultColumns, type CellValue, type TableReference } from '../domain/index.ts';
import { TableGoneError } from './errors.ts';
import {
  boundingExtent,
  contains,
  extentOf,
  extentProperties,
  SHEET_COLUMNS,
  type Extent,
} from './extent.ts';
import { headerTexts } from './header-texts.ts';
import { probeSheet } from './probe-sheet.ts';
import { tablePlace } from './read-selected-table.ts';
import type { SheetPlace, TablePlace } from './table-place.ts';
import type { ExcelSession } from './with-excel.ts';

/** A header row as it was found: absolute row, and the absolute columns from the first known text to the last. */
interface HeaderSpan {
  rowIndex: number;
  firstColumnIndex: number;
  lastColumnIndex: number;
}

const tableProperties = ['id', 'name', 'showHeaders', 'showTotals'];

/** A cell's value alone on the wire, before any was seen. */
const ASSUMED_VALUE_BYTES = 24;

/**
 * Finds the table of a reference: by its id, else by its header texts on the same sheet, first where they stood and then
 * anywhere. Throws `TableGoneError`.
 */
export async function locateTable(
  session: ExcelSession,
  reference: TableReference,
  responseBytes: number,
): Promise<TablePlace> {
  if (reference.tableId !== null) {
    const place = await locateExcelTable(session, reference.tableId);
    if (place !== null) return place;
  }
  return locateRegion(session, reference, responseBytes);
}

async function locateExcelTable(session: ExcelSession, tableId: string): Promise<TablePlace | null> {
  const excelTable = session.context.workbook.tables.getItemOrNullObject(tableId);
  excelTable.load(tableProperties);
  const used = excelTable.worksheet.getUsedRangeOrNullObject(true);
  used.load(extentProperties);
  const probe = probeSheet(session.context, excelTable.worksheet);
  await session.sync();
  if (excelTable.isNullObject || used.isNullObject) return null;
  return tablePlace(probe(), excelTable, extentOf(used));
}

async function locateRegion(
  session: ExcelSession,
  reference: TableReference,
  responseBytes: number,
): Promise<TablePlace> {
  const worksheet = session.context.workbook.worksheets.getItemOrNullObject(reference.sheetId);
  const usedRange = worksheet.getUsedRangeOrNullObject(true);
  usedRange.load(extentProperties);
  const spot = worksheet.getRangeByIndexes(
    reference.rowIndex,
    reference.columnIndex,
    1,
    Math.max(1, reference.header.length),
  );
  spot.load('values');
  const around = queueSurroundings(worksheet, reference.rowIndex, reference.columnIndex);
  const probe = probeSheet(session.context, worksheet);
  await session.sync();
  if (worksheet.isNullObject || usedRange.isNullObject) throw new TableGoneError(reference.sheetName);

  const sheet = probe();
  const used = extentOf(usedRange);
  const wanted = wantedTexts(reference);
  const spotTexts = headerTexts((spot.values as CellValue[][])[0] ?? []);
  const spotSpan = headerSpan(spotTexts, wanted, reference.rowIndex, reference.columnIndex);
  if (spotSpan !== null) return placeFrom(sheet, spotSpan, used, around());

  const found = await searchHeader(session, usedRange, used, reference, wanted, responseBytes);
  if (found !== null) {
    const aroundFound = queueSurroundings(worksheet, found.rowIndex, found.firstColumnIndex);
    await session.sync();
    return placeFrom(sheet, found, used, aroundFound());
  }
  if (!isMostlyThere(spotTexts, reference.header)) throw new TableGoneError(reference.sheetName);
  const { rowIndex, columnIndex: firstColumnIndex } = reference;
  const lastColumnIndex = firstColumnIndex + spotTexts.length - 1;
  return placeFrom(sheet, { rowIndex, firstColumnIndex, lastColumnIndex }, used, around());
}

interface Surroundings {
  region: Extent;
  /** The Excel table that a region has become since. */
  excelTable: Excel.Table | null;
}

function queueSurroundings(
  worksheet: Excel.Worksheet,
  rowIndex: number,
  columnIndex: number,
): () => Surroundings {
  const cell = worksheet.getRangeByIndexes(rowIndex, columnIndex, 1, 1);
  const region = cell.getSurroundingRegion();
  region.load(extentProperties);
  const tables = cell.getTables(false);
  tables.load(tableProperties);
  return () => ({ region: extentOf(region), excelTable: tables.items[0] ?? null });
}

/** The texts that make the header; result columns do not, because they may have been created since. */
function wantedTexts(reference: TableReference): string[] {
  const ours = new Set<string>(Object.values(resultColumns));
  return headerTexts(reference.header).filter((text) => text !== '' && !ours.has(text));
}

/** Where the wanted texts stand in a row, in whatever order; null unless all of them do. */
function headerSpan(
  rowTexts: readonly string[],
  wanted: readonly string[],
  rowIndex: number,
  columnIndex: number,
): HeaderSpan | null {
  const taken = new Set<number>();
  for (const text of wanted) {
    const at = rowTexts.findIndex((candidate, column) => candidate === text && !taken.has(column));
    if (at < 0) return null;
    taken.add(at);
  }
  if (taken.size === 0) return null;
  return {
    rowIndex,
    firstColumnIndex: columnIndex + Math.min(...taken),
    lastColumnIndex: columnIndex + Math.max(...taken),
  };
}

/** A header of which a text or two were changed in place is still the same header. */
function isMostlyThere(spotTexts: readonly string[], header: readonly string[]): boolean {
  const known = headerTexts(header);
  const same = known.filter((text, column) => text !== '' && spotTexts[column] === text).length;
  return same >= 2 && same * 2 >= known.filter((text) => text !== '').length;
}

/** Looks through all used cells; of several rows that match, the nearest to where the header stood. */
async function searchHeader(
  session: ExcelSession,
  usedRange: Excel.Range,
  used: Extent,
  reference: TableReference,
  wanted: readonly string[],
  responseBytes: number,
): Promise<HeaderSpan | null> {
  const rowsPerChunk = Math.max(1, Math.floor(responseBytes / (used.columnCount * ASSUMED_VALUE_BYTES)));
  const distance = (span: HeaderSpan) => Math.abs(span.rowIndex - reference.rowIndex);
  let nearest: HeaderSpan | null = null;
  for (let start = 0; start < used.rowCount; start += rowsPerChunk) {
    const rowCount = Math.min(rowsPerChunk, used.rowCount - start);
    const chunk = usedRange.getCell(start, 0).getResizedRange(rowCount - 1, used.columnCount - 1);
    chunk.load('values');
    await session.sync();
    for (const [offset, row] of (chunk.values as CellValue[][]).entries()) {
      const span = headerSpan(headerTexts(row), wanted, used.rowIndex + start + offset, used.columnIndex);
      if (span !== null && (nearest === null || distance(span) < distance(nearest))) nearest = span;
    }
  }
  return nearest;
}

function placeFrom(
  sheet: SheetPlace,
  span: HeaderSpan,
  used: Extent,
  { region, excelTable }: Surroundings,
): TablePlace {
  if (excelTable !== null) return tablePlace(sheet, excelTable, used);
  const header: Extent = {
    rowIndex: span.rowIndex,
    columnIndex: span.firstColumnIndex,
    rowCount: 1,
    columnCount: span.lastColumnIndex - span.firstColumnIndex + 1,
  };
  const { columnIndex, columnCount } = boundingExtent([header, region]);
  // A header with blank columns in it reaches beyond its region, and so may the rows below it.
  const lastBlock = contains(region, header) ? region : used;
  const rowCount = lastBlock.rowIndex + lastBlock.rowCount - span.rowIndex;
  return {
    sheet,
    foundBy: 'region',
    excelTable: null,
    range: sheet.worksheet.getRangeByIndexes(span.rowIndex, columnIndex, rowCount, columnCount),
    sizeAtMost: { rowCount, columnCount },
    columnsToEdge: SHEET_COLUMNS - columnIndex - columnCount,
    headerOffset: 0,
  };
}
