import type { CellValue } from '../domain/index.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

export interface ActiveCell {
  /** As the cell holds it: the caller decides whether it is a number that will do. */
  value: CellValue;
  /** In A1 form, sheet name included. */
  address: string;
}

/** The active cell, for a control total that the user points at instead of typing it. */
export function readActiveCellNumber(options: ExcelOptions = {}): Promise<ActiveCell> {
  return withExcel(async (session) => {
    const cell = session.context.workbook.getActiveCell();
    cell.load(['values', 'address']);
    await session.sync();
    const value = (cell.values as CellValue[][])[0]?.[0] ?? '';
    return { value, address: cell.address };
  }, options);
}
