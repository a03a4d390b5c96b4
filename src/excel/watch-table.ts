import type { TableReference } from '../domain/index.ts';
import { TableGoneError } from './errors.ts';
import { withExcel, type ExcelOptions, type ExcelSession } from './with-excel.ts';

/**
 * Calls the listener whenever a person changes or sorts cells on the table's sheet, co-authors included; our own writes are
 * known by their trigger source and do not count. Returns the way to stop.
 */
export function watchTable(
  reference: TableReference,
  onChange: () => void,
  options: ExcelOptions = {},
): Promise<() => Promise<void>> {
  return withExcel(async (session) => {
    const sheet = session.context.workbook.worksheets.getItemOrNullObject(reference.sheetId);
    await session.sync();
    if (sheet.isNullObject) throw new TableGoneError(reference.sheetName);
    const changed = sheet.onChanged.add((event) => {
      if (event.triggerSource !== 'ThisLocalAddin') onChange();
      return Promise.resolve();
    });
    const sorted = sheet.onRowSorted.add(() => {
      onChange();
      return Promise.resolve();
    });
    await session.sync();
    const stop = async (stopping: ExcelSession) => {
      changed.remove();
      sorted.remove();
      await stopping.sync();
    };
    return () => withExcel(stop, options, changed.context);
  }, options);
}
