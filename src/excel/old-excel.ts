/** The newest set of Excel's interface that this room cannot do without; what is newer is asked for where it is used. */
export const neededExcelApi = '1.10';

/** Whether this Excel lacks what the pane needs. The manifest asks for the same, but not every Excel heeds it. */
export function isExcelTooOld(): boolean {
  return !Office.context.requirements.isSetSupported('ExcelApi', neededExcelApi);
}
