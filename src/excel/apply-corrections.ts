import type { CellPosition, CellValue, TableReference } from '../domain/index.ts';
import { cellRuns, type CellRun } from './cell-runs.ts';
import { SheetProtectedError, TableGoneError } from './errors.ts';
import { withExcel, type ExcelOptions, type ExcelSession } from './with-excel.ts';

export interface CellCorrection {
  cell: CellPosition;
  /** What the cell held when it was checked. */
  from: CellValue;
  to: string | number;
}

export interface CorrectionReport {
  applied: number;
  /** Cells that no longer held `from`, or hold a formula, and were left as they are. */
  skipped: CellPosition[];
}

const TEXT_FORMAT = '@';

/**
 * Writes the corrections in one request, which one undo takes back, after a look at what the cells hold now. Texts stay texts.
 * A number becomes one even in a cell formatted as text, whose format becomes General.
 *
 * Throws `SheetProtectedError` and `TableGoneError` before anything is written.
 */
export function applyCorrections(
  reference: TableReference,
  corrections: readonly CellCorrection[],
  options: ExcelOptions = {},
): Promise<CorrectionReport> {
  return withExcel(async (session) => {
    const sheet = session.context.workbook.worksheets.getItemOrNullObject(reference.sheetId);
    const looks = await lookAt(session, sheet, corrections, reference.sheetName);
    const applied = looks.filter(isUnchanged);
    const skipped = looks.filter((look) => !isUnchanged(look)).map(({ cell }) => cell);
    if (applied.length === 0) return { applied: 0, skipped };
    if (applied.some(({ isLocked }) => isLocked)) throw new SheetProtectedError();
    session.context.application.suspendScreenUpdatingUntilNextSync();
    for (const run of cellRuns(applied).flatMap(partedByFilter)) writeRun(sheet, run);
    await session.sync();
    return { applied: applied.length, skipped };
  }, options);
}

/** A correction, and what its cell is like now. */
interface CorrectionLook extends CellCorrection {
  held: CellValue;
  formula: CellValue;
  numberFormat: string;
  isLocked: boolean;
  /** Null when it stands among both hidden and visible rows. */
  isHidden: boolean | null;
}

async function lookAt(
  session: ExcelSession,
  sheet: Excel.Worksheet,
  corrections: readonly CellCorrection[],
  sheetName: string,
): Promise<CorrectionLook[]> {
  sheet.protection.load('protected');
  const runs = cellRuns(corrections).map((run) => {
    const range = rangeOf(sheet, run);
    range.load(['values', 'formulas', 'numberFormat', 'rowHidden']);
    range.format.protection.load('locked');
    return { run, range };
  });
  await session.sync();
  if (sheet.isNullObject) throw new TableGoneError(sheetName);
  return runs.flatMap(({ run, range }) =>
    run.items.map((correction, offset) => ({
      ...correction,
      held: (range.values as CellValue[][])[offset]?.[0] ?? '',
      formula: (range.formulas as CellValue[][])[offset]?.[0] ?? '',
      numberFormat: (range.numberFormat as string[][])[offset]?.[0] ?? '',
      isLocked: sheet.protection.protected && range.format.protection.locked !== false,
      isHidden: range.rowHidden,
    })),
  );
}

/** A result of a formula is corrected where it comes from, never by a value over the formula. */
function isUnchanged({ held, from, formula }: CorrectionLook): boolean {
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== held;
  return held === from && !isFormula;
}

/** Blocks written across a filter have landed in the wrong rows (OfficeDev/office-js #224). */
function partedByFilter(run: CellRun<CorrectionLook>): CellRun<CorrectionLook>[] {
  if (run.items.every(({ isHidden }) => isHidden === run.items[0]?.isHidden && isHidden !== null))
    return [run];
  return run.items.map((item) => ({ extent: { ...run.extent, ...item.cell, rowCount: 1 }, items: [item] }));
}

function writeRun(sheet: Excel.Worksheet, run: CellRun<CorrectionLook>): void {
  const range = rangeOf(sheet, run);
  if (run.items.some(needsNumberFormat)) {
    range.numberFormat = run.items.map((item) => [needsNumberFormat(item) ? 'General' : item.numberFormat]);
  }
  range.values = run.items.map(({ to, numberFormat }) => [
    typeof to === 'string' ? asTypedText(to, numberFormat) : to,
  ]);
}

function needsNumberFormat({ to, numberFormat }: CorrectionLook): boolean {
  return typeof to === 'number' && numberFormat === TEXT_FORMAT;
}

/** An apostrophe in front keeps a text that Excel would take for a formula, a number or a date; ids need none. */
function asTypedText(text: string, numberFormat: string): string {
  const isSafe = numberFormat === TEXT_FORMAT ? !/^[=+\-@']/.test(text) : /^[a-z]+_[\w-]*$/i.test(text);
  return isSafe ? text : `'${text}`;
}

function rangeOf(sheet: Excel.Worksheet, { extent }: CellRun<unknown>): Excel.Range {
  return sheet.getRangeByIndexes(extent.rowIndex, extent.columnIndex, extent.rowCount, extent.columnCount);
}
