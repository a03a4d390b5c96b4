import {
  formKindOf,
  idColumnNames,
  resultColumnsOf,
  resultsOf,
  type CellValue,
  type ResultCell,
  type ResultColumn,
  type SheetTable,
} from '../domain/index.ts';
import { ResultColumnsBlockedError, ResultColumnTakenError, SheetChangedError } from './errors.ts';
import { queueColumnFormat } from './format-columns.ts';
import { assertNoFormulas, queueHasSpill } from './own-formulas.ts';
import type { ExcelSession } from './with-excel.ts';
import type { WriteTarget } from './write-target.ts';
import { knownOffsets, type ResultOffsets } from './write-runs.ts';

export interface PlacedResultColumns {
  offsets: ResultOffsets;
  /** Those that were not there before, in the order in which they now stand. */
  created: ResultColumn[];
  /** Header and data with the created columns. */
  range: Excel.Range;
  /** The texts of the header with the created columns. */
  header: CellValue[];
}

/** Blank cells are short in an answer. */
const ROWS_AT_ONCE = 100_000;

/**
 * Finds the result columns by header, and creates the missing ones right of the data: inside the Excel table when there is one.
 * Throws `ResultColumnsBlockedError` when other content stands there, formulas and spills that show nothing included, even
 * if Excel would shift it, and `ResultColumnTakenError` also when one of the `cells` to write holds a formula.
 */
export async function createResultColumns(
  session: ExcelSession,
  target: WriteTarget,
  cells: readonly ResultCell[],
): Promise<PlacedResultColumns> {
  const { table, queueRange } = target;
  const offsets = knownOffsets(table);
  assertOurs(table, offsets);
  await assertNoFormulas(session, target, offsets, cells);
  const results = resultsOf(formKindOf(table.reference));
  const created = resultColumnsOf(results).filter((column) => offsets[column] < 0);
  if (created.length > table.freeColumnsRight) {
    throw new ResultColumnsBlockedError(created.length, table.freeColumnsRight);
  }
  const width = table.header.length;
  for (const [index, column] of created.entries()) offsets[column] = width + index;
  const texts = created.map((column) => results[column] ?? '');
  const header = [...table.header, ...texts];
  if (created.length === 0) return { offsets, created, range: queueRange(), header };
  await assertFree(session, target, created.length);
  const range = await create(session, target, created, texts);
  return { offsets, created, range, header };
}

/** Asks once more what stands where result columns would be created. */
async function assertFree(
  session: ExcelSession,
  { table, queueRange }: WriteTarget,
  missing: number,
): Promise<void> {
  const rowCount = table.values.length + 1;
  const besideTable = queueRange().getColumnsAfter(missing);
  for (let start = 0; start < rowCount; start += ROWS_AT_ONCE) {
    const rows = besideTable
      .getCell(start, 0)
      .getResizedRange(Math.min(ROWS_AT_ONCE, rowCount - start) - 1, missing - 1);
    rows.load('formulas');
    const spills = Array.from({ length: missing }, (_, column) => queueHasSpill(rows.getColumn(column)));
    await session.sync();
    const formulas = rows.formulas as string[][];
    const free = spills.findIndex(
      (hasSpill, column) => hasSpill() || formulas.some((row) => row[column] !== ''),
    );
    if (free >= 0) throw new ResultColumnsBlockedError(missing, free);
  }
}

/**
 * Writes the headers, and looks in the same request at what they were written over, because anybody may type there
 * between a look and a write: it is put back then. In an Excel table, Excel itself moves aside what stands in the way,
 * and gives another name to a column that a second pane has created meanwhile, which goes again.
 */
async function create(
  session: ExcelSession,
  target: WriteTarget,
  created: readonly ResultColumn[],
  texts: string[],
): Promise<Excel.Range> {
  const { table, queueRange } = target;
  const { excelTable } = target.place;
  const width = table.header.length;
  const rowCount = table.values.length;
  const queueFormat = (cells: Excel.Range, nth: number): void => {
    const column = created[nth];
    // A protected sheet may take values in unlocked cells and still refuse formats.
    if (column === undefined || rowCount === 0 || target.isOnProtectedSheet) return;
    queueColumnFormat(cells, column, table.headerRowIndex + 1, table.firstColumnIndex + width + nth);
  };
  session.context.application.suspendScreenUpdatingUntilNextSync();
  if (excelTable !== null) {
    const columns = texts.map((text) => excelTable.columns.add(undefined, undefined, text));
    for (const column of columns) column.load('id');
    columns.forEach((column, nth) => queueFormat(column.getDataBodyRange(), nth));
    const headerRow = excelTable.getHeaderRowRange();
    headerRow.load('values');
    await session.sync();
    const [names = []] = headerRow.values as CellValue[][];
    const isOurs =
      names.length === width + texts.length && texts.every((text, nth) => names[width + nth] === text);
    if (isOurs) return excelTable.getRange();
    for (const column of columns.reverse()) column.delete();
    await session.sync();
    throw new SheetChangedError();
  }
  const wider = queueRange().getResizedRange(0, texts.length);
  const headerCells = () => wider.getCell(0, width).getResizedRange(0, texts.length - 1);
  const before = headerCells();
  before.load('formulas');
  headerCells().values = [texts];
  texts.forEach((_text, nth) => {
    queueFormat(wider.getCell(1, width + nth).getResizedRange(rowCount - 1, 0), nth);
  });
  await session.sync();
  const [held = []] = before.formulas as CellValue[][];
  if (held.every((content, nth) => content === '' || content === texts[nth])) return wider;
  headerCells().formulas = [held];
  await session.sync();
  throw new ResultColumnsBlockedError(
    texts.length,
    Math.max(
      0,
      held.findIndex((content) => content !== ''),
    ),
  );
}

/** “Message” and its like are common names: without a column of ids beside it, one that is filled is the user's own. */
function assertOurs(table: SheetTable, offsets: ResultOffsets): void {
  if (idColumnNames.some((column) => offsets[column] >= 0)) return;
  for (const offset of Object.values(offsets).filter((known) => known >= 0)) {
    const isFilled = table.values.some((row) => row[offset] !== '');
    if (isFilled) throw new ResultColumnTakenError(String(table.header[offset]));
  }
}
