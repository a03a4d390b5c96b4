import type { CellValue, TableCandidate } from '../domain/index.ts';
import { candidatesOn, type ListedSheet } from './candidates-on.ts';
import type { CellGrid } from './cell-grid.ts';
import { nameProperties, namedExtents } from './defined-names.ts';
import { extentOf, extentProperties } from './extent.ts';
import { queueMergedAreas } from './probe-sheet.ts';
import { firstRowsOf } from './read-window.ts';
import { withFittingResponses } from './response-size.ts';
import { withExcel, type ExcelOptions, type ExcelSession } from './with-excel.ts';

/** Cells of a sheet that are looked through for regions; what stands below them is offered by selecting it. */
const CELLS_PER_SHEET = 60_000;

/**
 * Every table that could be checked: Excel tables, named ranges and filled regions, those of the sheet in front first, and
 * those of hidden sheets, too. A region that goes on after blank rows or columns is offered whole and in its parts.
 */
export function listCandidates(options: ExcelOptions = {}): Promise<TableCandidate[]> {
  return withFittingResponses((responseBytes) =>
    withExcel(async (session) => {
      const { sheets, names, frontId } = await lookOver(session);
      const candidates: TableCandidate[] = [];
      const inFront = (sheet: ListedSheet) => (sheet.id === frontId ? 0 : 1);
      const grids = await readGrids(session, sheets, responseBytes);
      for (const sheet of sheets.toSorted((one, other) => inFront(one) - inFront(other))) {
        const named = names.filter(({ sheetName }) => sheetName === sheet.name);
        candidates.push(...candidatesOn(sheet, named, grids.get(sheet.id) ?? null));
      }
      return candidates;
    }, options),
  );
}

/** Two requests: what there is, and where it stands. */
async function lookOver(session: ExcelSession) {
  const { workbook } = session.context;
  const { worksheets } = workbook;
  worksheets.load(['id', 'name', 'visibility']);
  const front = worksheets.getActiveWorksheet();
  front.load('id');
  workbook.names.load(nameProperties);
  workbook.tables.load(['id', 'name', 'showHeaders']);
  await session.sync();

  const tables = workbook.tables.items
    .filter(({ showHeaders }) => showHeaders)
    .map((table) => {
      const range = table.getRange();
      range.load(extentProperties);
      table.worksheet.load('id');
      return { table, range };
    });
  const sheets = worksheets.items.map((worksheet) => {
    const used = worksheet.getUsedRangeOrNullObject(true);
    used.load(extentProperties);
    worksheet.names.load(nameProperties);
    return { worksheet, used, merged: queueMergedAreas(worksheet) };
  });
  await session.sync();

  const listed = sheets.map(({ worksheet, used, merged }): ListedSheet => {
    const { id, name, visibility } = worksheet;
    return {
      id,
      name,
      isHidden: visibility !== 'Visible',
      worksheet,
      used: used.isNullObject ? null : extentOf(used),
      merged: merged(),
      tables: tables
        .filter(({ table }) => table.worksheet.id === id)
        .map(({ table, range }) => ({ id: table.id, name: table.name, extent: extentOf(range) })),
    };
  });
  const names = namedExtents([
    ...workbook.names.items,
    ...sheets.flatMap(({ worksheet }) => worksheet.names.items),
  ]);
  return { sheets: listed, names, frontId: front.id };
}

/** A cell's value on the wire, before any was seen. */
const ASSUMED_VALUE_BYTES = 24;

/** The first rows of every sheet, as many sheets in one request as fit. */
async function readGrids(
  session: ExcelSession,
  sheets: readonly ListedSheet[],
  responseBytes: number,
): Promise<Map<string, CellGrid>> {
  const grids = new Map<string, CellGrid>();
  let queued: (() => void)[] = [];
  let queuedBytes = 0;
  const send = async () => {
    if (queued.length > 0) await session.sync();
    for (const take of queued) take();
    [queued, queuedBytes] = [[], 0];
  };
  for (const { id, worksheet, used } of sheets) {
    if (used === null) continue;
    const extent = firstRowsOf(used, Math.min(CELLS_PER_SHEET, responseBytes / ASSUMED_VALUE_BYTES));
    const bytes = extent.rowCount * extent.columnCount * ASSUMED_VALUE_BYTES;
    if (queuedBytes + bytes > responseBytes) await send();
    const { rowIndex, columnIndex, rowCount, columnCount } = extent;
    const range = worksheet.getRangeByIndexes(rowIndex, columnIndex, rowCount, columnCount);
    range.load('values');
    queued.push(() => grids.set(id, { extent, values: range.values as CellValue[][] }));
    queuedBytes += bytes;
  }
  await send();
  return grids;
}
