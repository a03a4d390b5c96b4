import { asReadBack, type CellValue } from '../domain/index.ts';
import { locateTable } from './locate-table.ts';
import { responseBytesFor } from './read-block.ts';
import { readPlace } from './read-place.ts';
import { witnessKey } from './witness.ts';
import type { ExcelSession } from './with-excel.ts';
import type { WriteTarget } from './write-target.ts';

/** A cell that was written beside another row than planned. */
export interface StrayCell {
  /** What tells the row that it stands in, in the order of the target's witness columns. */
  keys: readonly CellValue[];
  headerText: string;
  written: string | number;
  /** The formula or value that stood there before. */
  held: CellValue;
  /** The number format of before, when it was changed with the value. */
  format: string | null;
}

/** Cells that are put back in one request; what goes astray is a request's worth at most. */
const CELLS_AT_ONCE = 2_000;

/**
 * Puts back what stood in the cells, wherever their rows and columns have moved since. A cell that does not hold what was
 * written any more was changed by somebody else, and is left alone.
 */
export async function takeBack(
  session: ExcelSession,
  { table, witness }: WriteTarget,
  stray: readonly StrayCell[],
): Promise<void> {
  const responseBytes = responseBytesFor(table);
  const place = await locateTable(session, table.reference, responseBytes);
  const { table: fresh, queueRange } = await readPlace(session, place, [], responseBytes);
  const columnOf = (text: CellValue) => fresh.header.findIndex((other) => String(other) === String(text));
  const keyColumns = witness.map((column) => columnOf(table.header[column] ?? ''));
  const rows = new Map<string, number[]>();
  fresh.values.forEach((cells, row) => {
    const key = witnessKey(keyColumns.map((column) => cells[column]));
    const equal = rows.get(key);
    if (equal === undefined) rows.set(key, [row]);
    else equal.push(row);
  });
  const range = queueRange();
  let queued = 0;
  for (const { keys, headerText, written, held, format } of stray) {
    const column = columnOf(headerText);
    const wanted = typeof written === 'string' ? asReadBack(written) : written;
    const row = rows.get(witnessKey(keys))?.find((index) => fresh.values[index]?.[column] === wanted);
    const line = row === undefined ? undefined : fresh.values[row];
    if (row === undefined || line === undefined || column < 0) continue;
    line[column] = held;
    const cell = range.getCell(1 + row, column);
    if (format !== null) cell.numberFormat = [[format]];
    cell.formulas = [[held]];
    queued += 1;
    if (queued % CELLS_AT_ONCE === 0) await session.sync();
  }
  await session.sync();
}
