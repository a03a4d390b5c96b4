import type { CellValue, SheetTable } from '../domain/index.ts';
import { extentOf, extentProperties, SHEET_COLUMNS, SHEET_ROWS, type Extent } from './extent.ts';
import type { TablePlace } from './table-place.ts';
import { nextTurn } from './next-turn.ts';
import type { ExcelSession } from './with-excel.ts';

/** What the sheet holds at a table's place, and right of it. */
export interface SheetBlock {
  extent: Extent;
  values: CellValue[][];
  numberFormats: string[][];
  /** One per row. */
  hidden: boolean[];
  /** Columns right of the block that hold nothing beside its rows, at most `RESULT_COLUMNS`. */
  freeColumnsRight: number;
  /** Whether writing is refused, one per column of the block and then per free column; all false on an unprotected sheet. */
  lockedColumns: boolean[];
}

/** As many result columns as there are. */
export const RESULT_COLUMNS = 6;

/** Excel on the web answers with at most 5 MB (Office Add-ins documentation, resource limits); the rest is for the envelope. */
export const RESPONSE_BYTES = 4_000_000;

/**
 * What a table that exceeds one answer is read in. Office.js takes an answer apart in one step, which grows with its
 * size: this much takes some 20 ms, the most that is allowed would hold up the keyboard noticeably, one time after another.
 */
export const CHUNK_BYTES = 1_200_000;

/** A cell's value and number format on the wire, before any was seen. */
const ASSUMED_CELL_BYTES = 28;
/** `{"rowHidden":false}` and a comma. */
const ROW_PROPERTY_BYTES = 20;

type Chunk = Pick<SheetBlock, 'values' | 'numberFormats' | 'hidden'>;

/**
 * Reads a place in one request when it fits, else in chunks of rows that do, and tells the session how far it is after
 * each. Every chunk starts from the same kept range, which moves along when rows are inserted above it meanwhile.
 */
export async function readBlock(
  session: ExcelSession,
  place: TablePlace,
  responseBytes: number,
): Promise<SheetBlock> {
  const { range } = place;
  const chunkBytes = Math.min(responseBytes, CHUNK_BYTES);
  const facts = queueFacts(place);
  const takeFirst = queueRows(firstRows(place, responseBytes, chunkBytes));
  await session.sync();
  const extent = extentOf(range);
  const block = takeFirst();
  const { rowCount: total } = extent;
  // Some rows of every chunk tell enough: all of them would hold up the pane, and what an answer may hold is far more.
  let bytes = block.values.length < total ? aboutBytesOf(block) : 0;

  while (block.values.length < total) {
    const start = block.values.length;
    session.onRowsRead?.(start, total);
    const rowCount = Math.min(rowsWithin(chunkBytes, bytes / start), total - start);
    const take = queueRows(range.getCell(start, 0).getResizedRange(rowCount - 1, extent.columnCount - 1));
    await session.sync();
    const chunk = take();
    appendChunk(block, chunk);
    // What comes after the last chunk looks at all rows: it need not share a turn with taking the answer apart.
    if (block.values.length < total) bytes += aboutBytesOf(chunk);
    else await nextTurn();
  }
  return { extent, ...block, ...facts(extent) };
}

/** All rows when they surely fit into one answer, else a chunk from the top; the range's size is perhaps not known yet. */
function firstRows(
  { range, sizeAtMost }: TablePlace,
  responseBytes: number,
  chunkBytes: number,
): Excel.Range {
  const rowBytes = sizeAtMost.columnCount * ASSUMED_CELL_BYTES;
  if (rowsWithin(responseBytes, rowBytes) >= sizeAtMost.rowCount) return range;
  const fitting = rowsWithin(chunkBytes, rowBytes);
  const withinSheet = Math.max(1, Math.min(fitting, SHEET_ROWS - sizeAtMost.rowCount));
  return range.getIntersection(
    range.getCell(0, 0).getResizedRange(withinSheet - 1, sizeAtMost.columnCount - 1),
  );
}

/** Rows that tell how long the cells are; looking at all of many would hold up the pane. */
const ROWS_TO_MEASURE = 500;

/** The size of response to aim at for a table whose cells are known, and perhaps longer than is assumed of others. */
export function responseBytesFor({ values, numberFormats, header }: SheetTable): number {
  const cellCount = Math.max(1, values.length * header.length);
  const cellBytes = aboutBytesOf({ values, numberFormats }) / cellCount;
  return RESPONSE_BYTES * Math.min(1, ASSUMED_CELL_BYTES / cellBytes);
}

/** Characters count as a byte each: encoding them costs more than it tells, and three bytes each would still fit. */
function aboutBytesOf({ values, numberFormats }: Pick<SheetTable, 'values' | 'numberFormats'>): number {
  const step = Math.max(1, Math.ceil(values.length / ROWS_TO_MEASURE));
  const isMeasured = (_row: unknown, index: number) => index % step === 0;
  const measured = values.filter(isMeasured);
  const text = JSON.stringify([measured, numberFormats.filter(isMeasured)]);
  return (text.length * values.length) / Math.max(1, measured.length);
}

function rowsWithin(bytes: number, rowBytes: number): number {
  return Math.max(1, Math.floor(bytes / (rowBytes + ROW_PROPERTY_BYTES)));
}

function appendChunk(block: Chunk, chunk: Chunk): void {
  for (const row of chunk.values) block.values.push(row);
  for (const row of chunk.numberFormats) block.numberFormats.push(row);
  for (const row of chunk.hidden) block.hidden.push(row);
}

/** Queues the cells and hidden rows of a range; the result is there after the next sync. */
function queueRows(range: Excel.Range): () => Chunk {
  range.load(['values', 'numberFormat']);
  const rows = range.getRowProperties({ rowHidden: true });
  return () => ({
    values: range.values as CellValue[][],
    numberFormats: range.numberFormat as string[][],
    hidden: rows.value.map((row) => row.rowHidden === true),
  });
}

/** Queues what is told once per table and costs little. */
function queueFacts(place: TablePlace) {
  const { range, sheet } = place;
  range.load(extentProperties);
  const columnsRight = Math.min(RESULT_COLUMNS, place.columnsToEdge);
  const usedRight =
    columnsRight === 0 ? null : range.getColumnsAfter(columnsRight).getUsedRangeOrNullObject(true);
  usedRight?.load('columnIndex');
  const columns = sheet.protected
    ? tableRows(place)
        .getResizedRange(0, columnsRight)
        .getColumnProperties({ format: { protection: true } })
    : null;

  return (extent: Extent): Pick<SheetBlock, 'freeColumnsRight' | 'lockedColumns'> => {
    const isRightEmpty = usedRight === null || usedRight.isNullObject;
    const locked = columns?.value.map((column) => column.format?.protection?.locked !== false);
    return {
      freeColumnsRight: isRightEmpty
        ? columnsRight
        : usedRight.columnIndex - extent.columnIndex - extent.columnCount,
      lockedColumns: locked ?? new Array<boolean>(extent.columnCount + columnsRight).fill(false),
    };
  };
}

/** The columns that are read, at rows that surely are the table's: what is locked above it does not matter. */
function tableRows({ range, rows, sheet }: TablePlace): Excel.Range {
  if (rows === null) return range;
  const { rowIndex, rowCount } = rows;
  return range.getIntersection(sheet.worksheet.getRangeByIndexes(rowIndex, 0, rowCount, SHEET_COLUMNS));
}
