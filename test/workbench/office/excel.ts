import { createBook, type WorkbenchBook } from '../../../src/workbench/book/ironcalc-book.ts';
import { loadEngine } from '../../../src/workbench/node/engine.ts';
import {
  startOfficeHost,
  type OfficeHost,
  type OfficeHostOptions,
} from '../../../src/workbench/node/office-host.ts';

/** A new workbook in Excel: the globals work on it until the host is disposed of. */
export interface OpenExcel {
  book: WorkbenchBook;
  host: OfficeHost;
  sheetId: string;
}

export async function openExcel(options: OfficeHostOptions = {}): Promise<OpenExcel> {
  const book = createBook({ engine: loadEngine(), name: 'Payouts.xlsx' });
  const host = await startOfficeHost(book, options);
  return { book, host, sheetId: book.activeSheetId() };
}

/** The payout table that most tests begin with: `A1:C4` on the first sheet. */
export const PAYOUTS = [
  ['Entity', 'Amount', 'Paid'],
  ['ent_1', 1250.5, true],
  ['ent_2', 300, false],
  ['ent_3', 75, false],
];

export async function fillPayouts(): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1:C4').values = PAYOUTS;
    await context.sync();
  });
}

/** What the add-in would see of a failure: code, message and `Class.member`. */
export interface Failure {
  code: string;
  message: string;
  location: string | undefined;
}

export async function failureOf(work: (context: Excel.RequestContext) => unknown): Promise<Failure> {
  try {
    await Excel.run(async (context) => {
      await work(context);
      await context.sync();
    });
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    return { code: error.code, message: error.message, location: error.debugInfo.errorLocation };
  }
  throw new Error('The batch did not fail.');
}
