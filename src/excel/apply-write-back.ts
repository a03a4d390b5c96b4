import type { WriteBackPlan, WriteBackReport } from '../domain/index.ts';
import { locateTable } from './locate-table.ts';
import { compareReadBack, readBack } from './read-back.ts';
import { responseBytesFor } from './read-block.ts';
import { createResultColumns } from './result-columns.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';
import { writeCells } from './write-cells.ts';
import { findTarget } from './write-target.ts';

/**
 * Carries out a write-back: finds or creates the result columns, writes the cells that do not hold their value yet, and reads
 * back what the sheet holds then. No other cell is touched, no filter changed, no sheet unprotected. Ids that went beside
 * other rows, because somebody sorted in that very moment, are taken back.
 *
 * Throws `SheetChangedError`, `ResultColumnsBlockedError`, `ResultColumnTakenError` and `SheetProtectedError` before anything is written, and
 * what `withExcel` throws at any time: what was written by then stays, and the same plan may be applied again after a new look.
 */
export function applyWriteBack(
  plan: WriteBackPlan<unknown>,
  options: ExcelOptions = {},
): Promise<WriteBackReport> {
  return withExcel(async (session) => {
    const responseBytes = responseBytesFor(plan.table);
    const place = await locateTable(session, plan.reference, responseBytes);
    const target = await findTarget(session, place, plan, responseBytes);
    if (plan.cells.length === 0) return { verified: 0, expected: 0, mismatches: [] };
    const columns = await createResultColumns(session, target, plan.cells);
    await writeCells(session, plan.cells, target, columns);
    const fresh = await readBack(session, target, columns, responseBytes);
    return compareReadBack(plan.cells, target, fresh);
  }, options);
}
