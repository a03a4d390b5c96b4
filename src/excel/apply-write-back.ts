import type { WriteBackPlan, WriteBackReport } from '../domain/index.ts';
import { SheetChangedError, SheetProtectedError } from './errors.ts';
import { locateTable } from './locate-table.ts';
import { wholeShape } from './places.ts';
import { compareReadBack } from './read-back.ts';
import { responseBytesFor } from './read-block.ts';
import { readPlace } from './read-place.ts';
import { assertFree, createResultColumns } from './result-columns.ts';
import { isSameTable } from './same-table.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';
import { writeCells } from './write-cells.ts';

/**
 * Carries out a write-back: finds or creates the result columns, writes the cells that do not hold their value yet, and reads
 * back what the sheet holds then. No other cell is touched, no filter changed, no sheet unprotected.
 *
 * Throws `SheetChangedError`, `ResultColumnsBlockedError`, `ResultColumnTakenError` and `SheetProtectedError` before anything is written, and
 * what `withExcel` throws at any time: what was written by then stays, and the same plan may be applied again after a new look.
 */
export function applyWriteBack(plan: WriteBackPlan, options: ExcelOptions = {}): Promise<WriteBackReport> {
  return withExcel(async (session) => {
    const responseBytes = responseBytesFor(plan.table);
    const place = await locateTable(session, plan.reference, responseBytes);
    const before = await readPlace(session, place, [], responseBytes);
    if (!isSameTable(plan.table, before.table)) throw new SheetChangedError();
    if (plan.cells.length === 0) return { verified: 0, expected: 0, mismatches: [] };
    if (before.table.sheetProtected) throw new SheetProtectedError();

    await assertFree(session, before);
    const columns = createResultColumns(before);
    await writeCells(session, plan.cells, before, columns);
    const { rowCount, columnCount } = columns.size;
    const after = await readPlace(
      session,
      {
        ...place,
        range: columns.range,
        sizeAtMost: { rowCount, columnCount },
        columnsToEdge: 0,
        rows: null,
        shape: ({ extent }) => wholeShape(extent),
      },
      [],
      responseBytes,
    );
    return compareReadBack(plan.cells, plan.table, after.table);
  }, options);
}
