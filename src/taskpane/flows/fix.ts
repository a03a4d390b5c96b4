import type { CellCorrection } from '../../excel/index.ts';
import type { CellValue, Problem } from '../../domain/index.ts';
import { cellAddress } from '../../domain/index.ts';
import type { Desk } from '../desk.ts';
import { skippedNotice, undoStepsNotice } from '../notices.ts';
import type { CheckedTable, Notice } from '../state.ts';

/**
 * Applies the suggested corrections of these problems as one undo step. A cell that was changed since the check is left
 * alone, which the answer tells, as it does where Excel could not take all in one step.
 */
export async function fixProblems(
  desk: Desk,
  reading: CheckedTable,
  problems: readonly Problem[],
): Promise<Notice | null> {
  const corrections = correctionsOf(reading, problems);
  const { skipped, undoSteps } = await desk.excel.applyCorrections(reading.table.reference, corrections);
  const severalUndos = undoSteps > 1 ? undoStepsNotice(undoSteps) : null;
  return skipped.length === 0 ? severalUndos : skippedNotice(skipped.map(cellAddress), severalUndos);
}

/** One correction per cell: two problems of one cell are mended by the first, and the next check shows what is left. */
function correctionsOf(reading: CheckedTable, problems: readonly Problem[]): CellCorrection[] {
  const byCell = new Map<string, CellCorrection>();
  for (const { cell, correction } of problems) {
    if (cell === null || correction === null || correction === undefined) continue;
    const address = cellAddress(cell);
    if (byCell.has(address)) continue;
    byCell.set(address, { cell, from: valueAt(reading, cell), to: correction.to });
  }
  return [...byCell.values()];
}

function valueAt({ table }: CheckedTable, cell: { rowIndex: number; columnIndex: number }): CellValue {
  const isHeader = cell.rowIndex === table.headerRowIndex;
  const row = isHeader ? table.header : table.values[cell.rowIndex - table.headerRowIndex - 1];
  const value = row?.[cell.columnIndex - table.firstColumnIndex];
  if (value === undefined) throw new RangeError(`${cellAddress(cell)} lies outside the table.`);
  return value;
}
