import { sheetSays } from '../words/index.ts';
import { ExcelError } from './errors.ts';

/** The document setting by which Excel opens the pane with the workbook, where the add-in is installed. */
const SETTING = 'Office.AutoShowTaskpaneWithDocument';

/** Whether Excel opens the pane by itself with this workbook. */
export async function loadOpensWithWorkbook(): Promise<boolean> {
  const { settings } = Office.context.document;
  await settled((callback) => settings.refreshAsync(callback));
  return settings.get(SETTING) === true;
}

/**
 * Makes Excel open the pane with this workbook, for everyone who has the add-in, or no longer. Office.js saves all settings
 * at once from a copy of its own, so that the copy is brought up to date before: what `workbook.settings` has written
 * meanwhile would be lost otherwise.
 */
export async function saveOpensWithWorkbook(opens: boolean): Promise<void> {
  const { settings } = Office.context.document;
  await settled((callback) => settings.refreshAsync(callback));
  if (opens) settings.set(SETTING, true);
  else settings.remove(SETTING);
  await settled((callback) => settings.saveAsync(callback));
}

/** Rejects with an `ExcelError` when the workbook takes no settings, as one that is open for reading only. */
function settled(call: (callback: (result: Office.AsyncResult<unknown>) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    call(({ status, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve();
      else
        reject(
          new ExcelError(
            'excel-error',
            sheetSays.refused(error.message, String(error.code)),
            String(error.code),
            error,
          ),
        );
    });
  });
}
