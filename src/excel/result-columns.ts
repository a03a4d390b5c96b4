import { resultColumns, type ResultColumn, type SheetTable } from '../domain/index.ts';
import { ResultColumnsBlockedError, ResultColumnTakenError } from './errors.ts';
import type { Extent } from './extent.ts';
import type { PlacedTable } from './read-place.ts';
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
