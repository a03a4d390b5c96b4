import type { CellPosition } from '../domain/index.ts';
import { ExcelError, TableGoneError } from './errors.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

/**
 * Shows a cell to the user: its sheet comes to the front and the cell becomes the selection. Throws `TableGoneError` when
 * the sheet was deleted.
 */
export async function selectCell(
  sheetId: string,
  position: CellPosition,
  options: ExcelOptions = {},
): Promise<void> {
  try {
    await withExcel(async (session) => {
      const sheet = session.context.workbook.worksheets.getItem(sheetId);
      sheet.activate();
      sheet.getCell(position.rowIndex, position.columnIndex).select();
      await session.sync();
    }, options);
  } catch (error) {
    const isGone = error instanceof ExcelError && error.officeCode === 'ItemNotFound';
    throw isGone ? new TableGoneError(null) : error;
  }
}
