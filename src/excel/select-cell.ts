import type { CellPosition } from '../domain/index.ts';
import { TableGoneError } from './errors.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

/** Shows a cell to the user: its sheet comes to the front and the cell becomes the selection. */
export function selectCell(
  sheetId: string,
  position: CellPosition,
  options: ExcelOptions = {},
): Promise<void> {
  return withExcel(async (session) => {
    const sheet = session.context.workbook.worksheets.getItemOrNullObject(sheetId);
    sheet.activate();
    sheet.getCell(position.rowIndex, position.columnIndex).select();
    await session.sync();
    if (sheet.isNullObject) throw new TableGoneError('the sheet that was checked');
  }, options);
}
