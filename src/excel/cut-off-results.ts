import type { CellValue, FormKind } from '../domain/index.ts';
import { bottomOf, extentFrom, rightOf } from './cell-grid.ts';
import { extentOf, extentProperties, intersection, type Extent } from './extent.ts';
import { headerTexts } from './header-texts.ts';
import { ownHeaders } from './own-headers.ts';
import { cellsPlace } from './places.ts';
import { readWindow } from './read-window.ts';
import type { TablePlace } from './table-place.ts';
import { shapeUnder } from './table-shape.ts';
import type { ExcelSession } from './with-excel.ts';

/**
 * The place of an Excel table or, when it was made of the data alone and our result columns stand right of it, that of the
 * cells of both: somebody made a table of a range in the moment in which the results were written, or undid the conversion of
 * one. Taken for the table alone, its results would stand in its own way. `known` is where the table stands, if that was asked.
 */
export async function withCutOffResults(
  session: ExcelSession,
  place: TablePlace,
  known: Extent | null,
  form: FormKind,
): Promise<TablePlace> {
  const resultTexts = ownHeaders(form);
  const { excelTable, sheet } = place;
  if (excelTable === null || !excelTable.showHeaders) return place;
  const table = known ?? (await extentOfTable(session, excelTable));
  const [right, end] = [rightOf(table), place.sizeAtMost.columnCount];
  if (right >= end) return place;
  const width = Math.min(end - right, resultTexts.size);
  const headerRow = place.range.getRow(0);
  headerRow.load('values');
  const beside = sheet.worksheet.getRangeByIndexes(table.rowIndex, right, 1, width);
  beside.load('values');
  await session.sync();
  const own = new Set(headerTexts((headerRow.values as CellValue[][])[0] ?? []));
  const [first = ''] = headerTexts((beside.values as CellValue[][])[0] ?? []);
  if (!resultTexts.has(first) || own.has(first)) return place;
  const whole = extentFrom(table.rowIndex, table.columnIndex, bottomOf(table), right + width);
  const used = extentFrom(0, 0, place.sizeAtMost.rowCount, end);
  const header = {
    rowIndex: table.rowIndex,
    rowCount: 1,
    firstColumnIndex: table.columnIndex,
    lastColumnIndex: right - 1,
  } as const;
  return cellsPlace(sheet, {
    foundBy: 'region',
    window: readWindow(whole, used),
    used,
    rows: table,
    shape: (facts) => {
      const obstacles = facts.obstacles.filter((obstacle) => intersection(obstacle, table) === null);
      const known = { spansBlankRows: true, selectedRowCount: null };
      return shapeUnder({ ...facts, obstacles }, header, known);
    },
  });
}

async function extentOfTable(session: ExcelSession, excelTable: Excel.Table): Promise<Extent> {
  const range = excelTable.getRange();
  range.load(extentProperties);
  await session.sync();
  return extentOf(range);
}
