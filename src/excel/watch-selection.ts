import { withExcel, type ExcelOptions, type ExcelSession } from './with-excel.ts';

/** Calls the listener whenever another cell or sheet is selected. Returns the way to stop. */
export function watchSelection(
  onChange: () => void,
  options: ExcelOptions = {},
): Promise<() => Promise<void>> {
  return withExcel(async (session) => {
    const handler = session.context.workbook.onSelectionChanged.add(() => {
      onChange();
      return Promise.resolve();
    });
    await session.sync();
    const stop = async (stopping: ExcelSession) => {
      handler.remove();
      await stopping.sync();
    };
    return () => withExcel(stop, options, handler.context);
  }, options);
}
