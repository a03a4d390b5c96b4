import {
  recogniseForm,
  resultsOf,
  type CellValue,
  type FormKind,
  type SheetTable,
  type TableReference,
} from '../domain/index.ts';
import { sheetSays } from '../words/index.ts';
import { bottomOf, isColumnBlank, rightOf } from './cell-grid.ts';
import { SelectionError } from './errors.ts';
import { addressOf, intersection, type Extent } from './extent.ts';
import { joinHeader } from './header-rows.ts';
import { headerTexts } from './header-texts.ts';
import { readBlock, RESULT_COLUMNS, type SheetBlock } from './read-block.ts';
import { noTable, touchedRows } from './selection-extent.ts';
import type { TablePlace } from './table-place.ts';
import type { TableShape } from './table-shape.ts';
import type { ExcelOptions, ExcelSession } from './with-excel.ts';

/** A table as it was read, with what writing to it needs. */
export interface PlacedTable {
  table: SheetTable;
  /** Queues the range that it stands in: the last header row, data, and totals row when there is one. Call it only to use it. */
  queueRange: () => Excel.Range;
  excelTable: Excel.Table | null;
  /** Even when the cells for the results are unlocked. */
  isOnProtectedSheet: boolean;
}

/** What a table is read for: a form, or whichever of them its header names. */
export type FormChoice = FormKind | 'recognise';

export interface ReadOptions extends ExcelOptions {
  form?: FormChoice;
}

/** Reads the table at its place. `areas` are the selected ones, or none when the selection does not matter. */
export async function readPlace(
  session: ExcelSession,
  place: TablePlace,
  areas: readonly Extent[],
  responseBytes: number,
  choice: FormChoice,
): Promise<PlacedTable> {
  if (place.excelTable?.showHeaders === false) {
    throw new SelectionError('table-without-header', sheetSays.noHeaderRow(place.excelTable.name));
  }
  const block = await readBlock(session, place, responseBytes);
  const { shape, form } = shapeFor(place, block, choice);
  const { extent, header } = shape;
  const [downTo, left] = [bottomOf(extent) - header.rowIndex, extent.columnIndex - block.extent.columnIndex];
  return {
    table: tableFrom(place, block, shape, form, areas),
    queueRange: () =>
      place.range
        .getCell(header.rowIndex - block.extent.rowIndex, left)
        .getResizedRange(downTo - 1, extent.columnCount - 1),
    excelTable: place.excelTable,
    isOnProtectedSheet: place.sheet.protected,
  };
}

/** The header says what the table is for; then its result columns are known, and its shape by them. */
function shapeFor(
  place: TablePlace,
  block: SheetBlock,
  choice: FormChoice,
): { shape: TableShape; form: FormKind } {
  const shapeAs = (form: FormKind) => {
    const shape = place.shape({ extent: block.extent, values: block.values }, form);
    if (shape === null) throw noTable();
    return { shape, form };
  };
  if (choice !== 'recognise') return shapeAs(choice);
  const found = shapeAs('payout');
  const form = recogniseForm(headerOf(place, block, found.shape, 'payout'));
  return form === null || form === 'payout' ? found : shapeAs(form);
}

function tableFrom(
  place: TablePlace,
  block: SheetBlock,
  shape: TableShape,
  form: FormKind,
  areas: readonly Extent[],
): SheetTable {
  const { sheet, excelTable } = place;
  const { extent } = shape;
  const firstDataRow = shape.header.rowIndex + 1;
  const header = headerOf(place, block, shape, form);
  const values = cutOut(block.values, block.extent, extent, firstDataRow);
  const hasTotalsRow = excelTable?.showTotals === true;
  return {
    reference: referenceOf(place, shape, form, header, values.length),
    source: { workbook: sheet.workbookName, sheet: sheet.name },
    foundBy: place.foundBy,
    address: addressOf(sheet.name, extent),
    headerRowIndex: shape.header.rowIndex,
    headerRowCount: shape.header.rowCount,
    firstColumnIndex: extent.columnIndex,
    header,
    values,
    numberFormats: cutOut(block.numberFormats, block.extent, extent, firstDataRow),
    hidden: block.hidden.slice(
      firstDataRow - block.extent.rowIndex,
      bottomOf(extent) - block.extent.rowIndex,
    ),
    hasTotalsRow,
    date1904: sheet.date1904,
    selectedRows: touchedRows(areas, firstDataRow, values.length - (hasTotalsRow ? 1 : 0)),
    sheetProtected: sheet.protected && !takesResults(place, block, extent, form, headerTexts(header)),
    mergedAreas: sheet.merged.filter((area) => intersection(area, extent) !== null),
    ambiguity: shape.notes.length === 0 ? null : shape.notes.join(' '),
    freeColumnsRight: freeColumnsRight(block, extent),
  };
}

function headerOf(place: TablePlace, block: SheetBlock, shape: TableShape, form: FormKind): CellValue[] {
  const { rowIndex, rowCount } = shape.header;
  const lines = cutOut(block.values, block.extent, shape.extent, rowIndex - rowCount + 1).slice(0, rowCount);
  return joinHeader(lines, { ...shape.extent, rowIndex: rowIndex - rowCount + 1 }, place.sheet.merged, form);
}

function referenceOf(
  { sheet, excelTable, definedName, foundBy }: TablePlace,
  { extent, header, spansBlankRows }: TableShape,
  form: FormKind,
  headerCells: readonly CellValue[],
  rowCount: number,
): TableReference {
  return {
    sheetId: sheet.id,
    sheetName: sheet.name,
    tableId: excelTable?.id ?? null,
    tableName: excelTable?.name ?? null,
    rowIndex: header.rowIndex,
    columnIndex: extent.columnIndex,
    header: headerTexts(headerCells),
    headerRowCount: header.rowCount,
    spansBlankRows,
    ...(definedName === null ? {} : { definedName }),
    ...(foundBy === 'selection' ? { selectedRowCount: rowCount } : {}),
    ...(form === 'payout' ? {} : { form }),
  };
}

/** The rows of a table from one on, out of the cells that were read. */
function cutOut<T>(cells: readonly T[][], read: Extent, table: Extent, fromRow: number): T[][] {
  const left = table.columnIndex - read.columnIndex;
  const rows = cells.slice(fromRow - read.rowIndex, bottomOf(table) - read.rowIndex);
  // Nobody else holds the rows, and copying all of a large table would hold up the pane.
  if (left === 0 && table.columnCount === read.columnCount) return rows;
  return rows.map((row) => row.slice(left, left + table.columnCount));
}

function freeColumnsRight(block: SheetBlock, table: Extent): number {
  const end = rightOf(block.extent);
  let column = rightOf(table);
  while (column < end && isColumnBlank(block, column, table.rowIndex, bottomOf(table))) column++;
  const free = column - rightOf(table) + (column === end ? block.freeColumnsRight : 0);
  return Math.min(RESULT_COLUMNS, free);
}

/** On a protected sheet: whether the result columns exist and are unlocked, or may be made on unlocked cells. */
function takesResults(
  place: TablePlace,
  block: SheetBlock,
  table: Extent,
  form: FormKind,
  header: readonly string[],
): boolean {
  const offsets = Object.values(resultsOf(form)).map((text) => header.indexOf(text));
  const missing = offsets.filter((offset) => offset < 0).length;
  if (missing > 0 && place.excelTable !== null) return false;
  const left = table.columnIndex - block.extent.columnIndex;
  const existing = offsets.filter((offset) => offset >= 0).map((offset) => left + offset);
  const created = Array.from({ length: missing }, (_, index) => left + table.columnCount + index);
  return [...existing, ...created].every((column) => block.lockedColumns[column] === false);
}
