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
  /** In how many requests they were written: each of them is an undo step of its own. */
  undoSteps: number;
}

const TEXT_FORMAT = '@';

/** What a run of cells costs in a request at most, its cells' texts aside: a range, its formats and its values. */
const RUN_BYTES = 1_700;
/** Excel on the web takes requests of at most 5 MB (Office Add-ins documentation, resource limits). */
const REQUEST_BYTES = 3_500_000;
const RUNS_PER_REQUEST = Math.floor(REQUEST_BYTES / RUN_BYTES);

/**
 * Writes the corrections after a look at what the cells hold now, in one request, which one undo takes back. Only where
 * thousands of them stand among hidden rows does it take several. Texts stay texts. A number becomes one even in a cell
 * formatted as text, whose format becomes General.
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
    if (applied.length === 0) return { applied: 0, skipped, undoSteps: 0 };
    if (applied.some(({ isLocked }) => isLocked)) throw new SheetProtectedError();
    const runs = cellRuns(applied).flatMap(partedByFilter);
    const writes = runs.length <= RUNS_PER_REQUEST ? runs : await joinedByColumn(session, sheet, runs);
    const undoSteps = await writeAll(session, sheet, writes);
    return { applied: applied.length, skipped, undoSteps };
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
  const looks: CorrectionLook[] = [];
  const runs = cellRuns(corrections);
  for (let start = 0; start < runs.length; start += RUNS_PER_REQUEST) {
    const part = runs.slice(start, start + RUNS_PER_REQUEST);
    for (const look of await lookAtRuns(session, sheet, part, sheetName)) looks.push(look);
  }
  return looks;
}

async function lookAtRuns(
  session: ExcelSession,
  sheet: Excel.Worksheet,
  runs: readonly CellRun<CellCorrection>[],
  sheetName: string,
): Promise<CorrectionLook[]> {
  const queued = runs.map((run) => {
    const range = rangeOf(sheet, run);
    range.load(['values', 'formulas', 'numberFormat', 'rowHidden']);
    range.format.protection.load('locked');
    return { run, range };
  });
  await session.sync();
  if (sheet.isNullObject) throw new TableGoneError(sheetName);
  return queued.flatMap(({ run, range }) =>
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

/**
 * One run for each column in which no row is hidden, so that thousands of cells fit into one request: `null` leaves the
 * cells between as they are. The runs of the other columns stay.
 */
async function joinedByColumn(
  session: ExcelSession,
  sheet: Excel.Worksheet,
  runs: readonly CellRun<CorrectionLook>[],
): Promise<CellRun<CorrectionLook>[]> {
  const columns = [...Map.groupBy(runs, ({ extent }) => extent.columnIndex).values()].map((ofColumn) => {
    const items = ofColumn.flatMap((run) => run.items);
    const rows = items.map(({ cell }) => cell.rowIndex);
    const [top = 0, bottom = top] = [rows[0], rows.at(-1)];
    const extent = {
      ...(ofColumn[0] as CellRun<CorrectionLook>).extent,
      rowIndex: top,
      rowCount: bottom - top + 1,
    };
    const joined = { extent, items };
    const range = rangeOf(sheet, joined);
    range.load('rowHidden');
    return { ofColumn, joined, range };
  });
  await session.sync();
  return columns.flatMap(({ ofColumn, joined, range }) => (range.rowHidden === false ? [joined] : ofColumn));
}

/** The number of requests that it took. */
async function writeAll(
  session: ExcelSession,
  sheet: Excel.Worksheet,
  runs: readonly CellRun<CorrectionLook>[],
): Promise<number> {
  let [requests, bytes] = [0, 0];
  const send = async () => {
    await session.sync();
    requests += 1;
    bytes = 0;
  };
  for (const run of runs) {
    const runBytes = RUN_BYTES + bytesOf(run);
    if (bytes > 0 && bytes + runBytes > REQUEST_BYTES) await send();
    if (bytes === 0) session.context.application.suspendScreenUpdatingUntilNextSync();
    writeRun(sheet, run);
    bytes += runBytes;
  }
  await send();
  return requests;
}

/** `[null],` for each cell, in values and in formats, and what is written. */
function bytesOf({ extent, items }: CellRun<CorrectionLook>): number {
  const texts = items.reduce((sum, { to }) => sum + 3 * String(to).length + 10, 0);
  return 14 * extent.rowCount + texts;
}

function writeRun(sheet: Excel.Worksheet, { extent, items }: CellRun<CorrectionLook>): void {
  const range = rangeOf(sheet, { extent });
  const column = (of: (item: CorrectionLook) => CellValue | null): unknown[][] => {
    const cells = Array.from({ length: extent.rowCount }, (): (CellValue | null)[] => [null]);
    for (const item of items) cells[item.cell.rowIndex - extent.rowIndex] = [of(item)];
    return cells;
  };
  if (items.some(needsNumberFormat)) {
    range.numberFormat = column((item) => (needsNumberFormat(item) ? 'General' : null));
  }
  range.values = column(({ to, numberFormat }) =>
    typeof to === 'string' ? asTypedText(to, numberFormat) : to,
  );
}

function needsNumberFormat({ to, numberFormat }: CorrectionLook): boolean {
  return typeof to === 'number' && numberFormat === TEXT_FORMAT;
}

/** An apostrophe in front keeps a text that Excel would take for a formula, a number or a date; ids need none. */
function asTypedText(text: string, numberFormat: string): string {
  const isSafe = numberFormat === TEXT_FORMAT ? !/^[=+\-@']/.test(text) : /^[a-z]+_[\w-]*$/i.test(text);
  return isSafe ? text : `'${text}`;
}

function rangeOf(sheet: Excel.Worksheet, { extent }: Pick<CellRun<unknown>, 'extent'>): Excel.Range {
  return sheet.getRangeByIndexes(extent.rowIndex, extent.columnIndex, extent.rowCount, extent.columnCount);
}
