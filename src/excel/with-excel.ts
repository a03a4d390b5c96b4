import { sheetSays } from '../words/index.ts';
import {
  CellEditModeError,
  ExcelError,
  ExcelTimeoutError,
  SelectionError,
  SheetProtectedError,
} from './errors.ts';

/** How long one request may take before Excel counts as not answering; large sheets on the web take tens of seconds. */
export const DEFAULT_TIMEOUT_MS = 60_000;

export interface ExcelOptions {
  /** Limit for each request to Excel, not for the whole job. */
  timeoutMs?: number;
  /** Called while a table is read that takes several requests: how many of how many rows were read. */
  onRowsRead?: (done: number, total: number) => void;
}

/** One run against Excel. `sync` sends what is queued, and is the only way in which this room does so. */
export interface ExcelSession {
  readonly context: Excel.RequestContext;
  sync(): Promise<void>;
  readonly onRowsRead?: ExcelOptions['onRowsRead'];
}

/**
 * Runs `work` against the workbook. Rejects with an `ExcelError` whose code the pane knows. `delayForCellEdit` is not
 * used: it can wait for ever and has lost writes (OfficeDev/office-js #806, #1393), so the pane offers to try again. An event's
 * handler can only be taken away in the `context` that it was added in.
 */
export function withExcel<T>(
  work: (session: ExcelSession) => Promise<T>,
  options: ExcelOptions = {},
  context: OfficeExtension.ClientRequestContext | null = null,
): Promise<T> {
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  return new Promise<T>((resolve, reject) => {
    const batch = (runContext: Excel.RequestContext) => {
      const sync = () =>
        settleWithin(runContext.sync(), timeoutMs).catch((error: unknown) => {
          // Excel.run may wait behind the same stuck request, so the caller hears of it from here.
          if (error instanceof ExcelTimeoutError) reject(error);
          throw error;
        });
      return work({ context: runContext, sync, onRowsRead: options.onRowsRead });
    };
    const run = context === null ? Excel.run(batch) : Excel.run(context, batch);
    run.then(resolve, (error: unknown) => reject(asExcelError(error)));
  });
}

/** On the web a request may never settle (OfficeDev/office-js #6678, #6150). */
async function settleWithin(pending: Promise<unknown>, timeoutMs: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ExcelTimeoutError(timeoutMs)), timeoutMs);
  });
  try {
    await Promise.race([pending, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** An error that is not Office's is a bug or an `ExcelError` of this room, and passes as it is. */
function asExcelError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error), { cause: error });
  const officeCode = officeCodeOf(error);
  if (error instanceof ExcelError || officeCode === null) return error;
  switch (officeCode) {
    case 'InvalidOperationInCellEditMode':
      return new CellEditModeError(officeCode, error);
    case 'AccessDenied':
      return new SheetProtectedError(officeCode, error);
    case 'InvalidSelection':
      return new SelectionError('selection-unusable', sheetSays.noCells, officeCode, error);
    default:
      return new ExcelError('excel-error', sheetSays.refused(error.message, officeCode), officeCode, error);
  }
}

function officeCodeOf(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}
