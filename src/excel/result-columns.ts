import { resultColumns, type ResultColumn, type SheetTable } from '../domain/index.ts';
import { ResultColumnsBlockedError, ResultColumnTakenError } from './errors.ts';
import type { Extent } from './extent.ts';
import type { PlacedTable } from './read-place.ts';
import type { ExcelSession } from './with-excel.ts';
import { knownOffsets, type ResultOffsets } from './write-runs.ts';

export interface PlacedResultColumns {
  offsets: ResultOffsets;
  /** Those that were not there before, in the order in which they now stand. */
  created: ResultColumn[];
  /** Header and data with the created columns. */
  range: Excel.Range;
  size: Pick<Extent, 'rowCount' | 'columnCount'>;
}

/**
 * Asks once more what stands where result columns would be created: formulas that show nothing are content, too. Throws
 * `ResultColumnsBlockedError`.
 */
export async function assertFree(session: ExcelSession, { table, queueRange }: PlacedTable): Promise<void> {
  const offsets = Object.values(knownOffsets(table));
  const missing = offsets.filter((offset) => offset < 0).length;
  if (missing === 0 || missing > table.freeColumnsRight) return;
  const rowCount = table.values.length + 1;
  const besideTable = queueRange().getColumnsAfter(missing);
  for (let start = 0; start < rowCount; start += ROWS_AT_ONCE) {
    const rows = besideTable
      .getCell(start, 0)
      .getResizedRange(Math.min(ROWS_AT_ONCE, rowCount - start) - 1, missing - 1);
    rows.load('formulas');
    await session.sync();
    const formulas = rows.formulas as string[][];
    const free = Math.min(
      ...formulas.map((row) => row.findIndex((content) => content !== '')).filter(isFound),
    );
    if (Number.isFinite(free)) throw new ResultColumnsBlockedError(missing, free);
  }
}

/** Blank cells are short in an answer. */
const ROWS_AT_ONCE = 100_000;

function isFound(index: number): boolean {
  return index >= 0;
}

/**
 * Finds the result columns by header, and queues the creation of the missing ones right of the data: inside the Excel table when
 * there is one. Throws `ResultColumnsBlockedError` when other content stands there, even if Excel would shift it, and
 * `ResultColumnTakenError`.
 */
export function createResultColumns({ table, queueRange, excelTable }: PlacedTable): PlacedResultColumns {
  const offsets = knownOffsets(table);
  assertOurs(table, offsets);
  const created = (Object.keys(resultColumns) as ResultColumn[]).filter((column) => offsets[column] < 0);
  if (created.length > table.freeColumnsRight) {
    throw new ResultColumnsBlockedError(created.length, table.freeColumnsRight);
  }
  const width = table.header.length;
  for (const [index, column] of created.entries()) offsets[column] = width + index;
  const size = { rowCount: table.values.length + 1, columnCount: width + created.length };
  if (created.length === 0) return { offsets, created, range: queueRange(), size };

  const texts = created.map((column) => resultColumns[column]);
  if (excelTable !== null) {
    for (const text of texts) excelTable.columns.add(undefined, undefined, text);
    return { offsets, created, range: excelTable.getRange(), size };
  }
  const wider = queueRange().getResizedRange(0, created.length);
  wider.getCell(0, width).getResizedRange(0, created.length - 1).values = [texts];
  return { offsets, created, range: wider, size };
}

/** “Message” and its like are common names: without a column of ids beside it, one that is filled is the user's own. */
function assertOurs(table: SheetTable, offsets: ResultOffsets): void {
  if (offsets.distributionId >= 0 || offsets.paymentId >= 0) return;
  for (const offset of Object.values(offsets).filter((known) => known >= 0)) {
    const isFilled = table.values.some((row) => row[offset] !== '');
    if (isFilled) throw new ResultColumnTakenError(String(table.header[offset]));
  }
}
