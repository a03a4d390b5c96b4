import { formKindOf, type CellValue, type FormKind, type TableReference } from '../domain/index.ts';
import { withCutOffResults } from './cut-off-results.ts';
import { nameProperties, parseNamedExtent } from './defined-names.ts';
import { TableGoneError } from './errors.ts';
import { extentFrom } from './cell-grid.ts';
import { boundingExtent, extentOf, extentProperties, type Extent } from './extent.ts';
import { joinHeader } from './header-rows.ts';
import { headerTexts } from './header-texts.ts';
import { ownHeaders } from './own-headers.ts';
import { cellsPlace, tablePlace } from './places.ts';
import { probeSheet } from './probe-sheet.ts';
import { readWindow } from './read-window.ts';
import { tableProperties, type SheetPlace, type TablePlace } from './table-place.ts';
import { shapeOfName, shapeUnder, type KnownHeader } from './table-shape.ts';
import type { ExcelSession } from './with-excel.ts';

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
  const form = formKindOf(reference);
  const found = reference.tableId === null ? null : await locateExcelTable(session, reference.tableId);
  if (found !== null) return withCutOffResults(session, found.place, found.extent, form);
  return withCutOffResults(session, await locateRegion(session, reference, responseBytes), null, form);
}

async function locateExcelTable(
  session: ExcelSession,
  tableId: string,
): Promise<{ place: TablePlace; extent: Extent } | null> {
  const excelTable = session.context.workbook.tables.getItemOrNullObject(tableId);
  excelTable.load(tableProperties);
  const range = excelTable.getRange();
  range.load(extentProperties);
  const used = excelTable.worksheet.getUsedRangeOrNullObject(true);
  used.load(extentProperties);
  const probe = probeSheet(session.context, excelTable.worksheet);
  await session.sync();
  if (excelTable.isNullObject || used.isNullObject) return null;
  return { place: tablePlace(probe(), excelTable, extentOf(used)), extent: extentOf(range) };
}

async function locateRegion(
  session: ExcelSession,
  reference: TableReference,
  responseBytes: number,
): Promise<TablePlace> {
  const { workbook } = session.context;
  const worksheet = workbook.worksheets.getItemOrNullObject(reference.sheetId);
  const usedRange = worksheet.getUsedRangeOrNullObject(true);
  usedRange.load(extentProperties);
  const rowCount = reference.headerRowCount ?? 1;
  const spot = worksheet.getRangeByIndexes(
    Math.max(0, reference.rowIndex - rowCount + 1),
    reference.columnIndex,
    rowCount,
    Math.max(1, reference.header.length),
  );
  spot.load('values');
  const around = queueSurroundings(worksheet, reference.rowIndex, reference.columnIndex);
  const named = queueName(workbook, worksheet, reference);
  const probe = probeSheet(session.context, worksheet);
  await session.sync();
  if (worksheet.isNullObject || usedRange.isNullObject) throw new TableGoneError(reference.sheetName);

  const sheet = probe();
  const used = extentOf(usedRange);
  const name = named(sheet.name);
  if (name !== null) return nameAgain(sheet, name, used);
  const wanted = wantedTexts(reference);
  const spotTexts = joinedTexts(
    spot.values as CellValue[][],
    reference.rowIndex,
    reference.columnIndex,
    sheet,
    formKindOf(reference),
  );
  const spotHeader = headerIn(spotTexts, wanted, reference.rowIndex, reference.columnIndex, rowCount);
  if (spotHeader !== null) return placeUnder(sheet, spotHeader, used, around(), reference);

  const found = await searchHeader(session, { sheet, usedRange, used, reference, wanted, responseBytes });
  if (found !== null) {
    const aroundFound = queueSurroundings(worksheet, found.rowIndex, found.firstColumnIndex);
    await session.sync();
    return placeUnder(sheet, found, used, aroundFound(), reference);
  }
  if (!isMostlyThere(spotTexts, reference.header)) throw new TableGoneError(reference.sheetName);
  const { rowIndex, columnIndex: firstColumnIndex } = reference;
  const lastColumnIndex = firstColumnIndex + spotTexts.length - 1;
  return placeUnder(
    sheet,
    { rowIndex, rowCount, firstColumnIndex, lastColumnIndex },
    used,
    around(),
    reference,
  );
}

interface NamedRange {
  name: string;
  extent: Extent;
}

/** Queues the range of the name that the table was found by; null when the name is gone or means something else now. */
function queueName(
  workbook: Excel.Workbook,
  worksheet: Excel.Worksheet,
  { definedName }: TableReference,
): (sheetName: string) => NamedRange | null {
  if (definedName === undefined) return () => null;
  const items = [worksheet.names, workbook.names].map((names) => names.getItemOrNullObject(definedName));
  for (const item of items) item.load(nameProperties);
  return (sheetName) => {
    for (const item of items) {
      const found = item.isNullObject ? null : parseNamedExtent(definedName, item.value);
      if (found?.sheetName === sheetName) return { name: definedName, extent: found.extent };
    }
    return null;
  };
}

function nameAgain(sheet: SheetPlace, { name, extent }: NamedRange, used: Extent): TablePlace {
  return cellsPlace(sheet, {
    foundBy: 'name',
    definedName: name,
    window: readWindow(extent, used),
    used,
    rows: extent,
    shape: (facts) => shapeOfName(facts, name, extent),
  });
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
  const ours = ownHeaders(formKindOf(reference));
  return headerTexts(reference.header).filter((text) => text !== '' && !ours.has(text));
}

/** The texts of a header of one or two rows, the last of which is given. */
function joinedTexts(
  rows: readonly (readonly CellValue[])[],
  lastRowIndex: number,
  columnIndex: number,
  sheet: SheetPlace,
  form: FormKind,
): string[] {
  const rowIndex = lastRowIndex - rows.length + 1;
  return headerTexts(joinHeader(rows, { rowIndex, columnIndex }, sheet.merged, form));
}

/** Where the wanted texts stand in a row, in whatever order; null unless all of them do. */
function headerIn(
  rowTexts: readonly string[],
  wanted: readonly string[],
  rowIndex: number,
  columnIndex: number,
  rowCount: 1 | 2,
): KnownHeader | null {
  const taken = new Set<number>();
  for (const text of wanted) {
    const at = rowTexts.findIndex((candidate, column) => candidate === text && !taken.has(column));
    if (at < 0) return null;
    taken.add(at);
  }
  if (taken.size === 0) return null;
  return {
    rowIndex,
    rowCount,
    firstColumnIndex: columnIndex + Math.min(...taken),
    lastColumnIndex: columnIndex + Math.max(...taken),
  };
}

/** A header of which a text or two were changed in place is still the same header. */
function isMostlyThere(spotTexts: readonly string[], header: readonly string[]): boolean {
  const known = headerTexts(header);
  const same = known.filter((text, column) => text !== '' && spotTexts[column] === text).length;
  return isMost(same, known.filter((text) => text !== '').length);
}

function isMost(same: number, all: number): boolean {
  return same >= 2 && same * 2 >= all;
}

interface HeaderSearch {
  sheet: SheetPlace;
  usedRange: Excel.Range;
  used: Extent;
  reference: TableReference;
  wanted: readonly string[];
  responseBytes: number;
}

/**
 * Looks through all used cells; of several rows that match, the nearest to where the header stood. When none has all the
 * texts, the row that has most of them: columns may be deleted and renamed while others are inserted.
 */
async function searchHeader(session: ExcelSession, search: HeaderSearch): Promise<KnownHeader | null> {
  const { sheet, usedRange, used, reference, wanted, responseBytes } = search;
  const rowsPerChunk = Math.max(1, Math.floor(responseBytes / (used.columnCount * ASSUMED_VALUE_BYTES)));
  const headerRowCount = reference.headerRowCount ?? 1;
  const distance = (found: KnownHeader) => Math.abs(found.rowIndex - reference.rowIndex);
  let nearest: KnownHeader | null = null;
  let mostly: { header: KnownHeader; same: number } | null = null;
  let before: CellValue[] = [];
  for (let start = 0; start < used.rowCount; start += rowsPerChunk) {
    const rowCount = Math.min(rowsPerChunk, used.rowCount - start);
    const chunk = usedRange.getCell(start, 0).getResizedRange(rowCount - 1, used.columnCount - 1);
    chunk.load('values');
    await session.sync();
    for (const [offset, row] of (chunk.values as CellValue[][]).entries()) {
      const rowIndex = used.rowIndex + start + offset;
      const rows = headerRowCount === 2 ? [before, row] : [row];
      before = row;
      const texts = joinedTexts(rows, rowIndex, used.columnIndex, sheet, formKindOf(reference));
      const found = headerIn(texts, wanted, rowIndex, used.columnIndex, headerRowCount);
      if (found !== null && (nearest === null || distance(found) < distance(nearest))) nearest = found;
      if (nearest !== null) continue;
      const present = wanted.filter((text) => texts.includes(text));
      const header = headerIn(texts, present, rowIndex, used.columnIndex, headerRowCount);
      const isMore =
        mostly === null ||
        present.length > mostly.same ||
        (present.length === mostly.same && header !== null && distance(header) < distance(mostly.header));
      if (header !== null && isMost(present.length, wanted.length) && isMore) {
        mostly = { header, same: present.length };
      }
    }
  }
  return nearest ?? mostly?.header ?? null;
}

function placeUnder(
  sheet: SheetPlace,
  header: KnownHeader,
  used: Extent,
  { region, excelTable }: Surroundings,
  reference: TableReference,
): TablePlace {
  if (excelTable !== null) return tablePlace(sheet, excelTable, used);
  const { rowIndex, rowCount, firstColumnIndex, lastColumnIndex } = header;
  const span = extentFrom(rowIndex - rowCount + 1, firstColumnIndex, rowIndex + 1, lastColumnIndex + 1);
  const { selectedRowCount = null, tableId } = reference;
  // A blank row inside an Excel table that was turned into a plain range since is no end of it.
  const spansBlankRows = reference.spansBlankRows === true || tableId !== null;
  const reach = extentFrom(
    rowIndex,
    firstColumnIndex,
    rowIndex + 1 + (selectedRowCount ?? 0),
    lastColumnIndex + 1,
  );
  return cellsPlace(sheet, {
    foundBy: selectedRowCount === null ? 'region' : 'selection',
    window: readWindow(boundingExtent([span, region, reach]), used),
    used,
    rows: extentFrom(rowIndex, 0, Math.max(rowIndex + 1, region.rowIndex + region.rowCount), 1),
    shape: (facts) => shapeUnder(facts, header, { spansBlankRows, selectedRowCount }),
  });
}
