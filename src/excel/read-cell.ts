import type { CellValue } from '../domain/index.ts';
import { ExcelError } from './errors.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

/**
 * The value of the first cell at an address in A1 form, sheet name included, as `readActiveCellNumber` gave it; null when the sheet
 * or the cell is not there any more.
 */
export async function readCell(address: string, options: ExcelOptions = {}): Promise<CellValue | null> {
  const place = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(address);
  if (place === null) throw new RangeError(`${address} names no sheet and cell.`);
  const [, quoted, plain, cell] = place;
  const sheetName = quoted?.replaceAll("''", "'") ?? plain ?? '';
  try {
    return await withExcel(async (session) => {
      const sheet = session.context.workbook.worksheets.getItemOrNullObject(sheetName);
      await session.sync();
      if (sheet.isNullObject) return null;
      const range = sheet.getRange(cell ?? '').getCell(0, 0);
      range.load('values');
      await session.sync();
      return (range.values as CellValue[][])[0]?.[0] ?? '';
    }, options);
  } catch (error) {
    if (error instanceof ExcelError && error.officeCode === 'ItemNotFound') return null;
    throw error;
  }
}
