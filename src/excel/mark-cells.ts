import type { CellPosition, TableReference } from '../domain/index.ts';
import { cellRuns } from './cell-runs.ts';
import { SheetProtectedError, TableGoneError } from './errors.ts';
import { addressOf } from './extent.ts';
import { withExcel, type ExcelOptions, type ExcelSession } from './with-excel.ts';

export interface CellMark {
  cell: CellPosition;
  severity: 'problem' | 'warning';
}

/**
 * The rule of every mark: always true, and by its text nobody else's. Excel does not promise that the id of a conditional
 * format outlives the session, and workbook settings have been lost (OfficeDev/office-js #6091), so the mark itself says whose it is.
 */
const MARK_RULE = '=ISTEXT("Distribution Desk")';

/** Told apart by weight and slant, too, so that colours are not needed. */
const LOOKS = {
  problem: { fill: '#FBD9DC', font: '#7A0916', bold: true, italic: false },
  warning: { fill: '#FFF0B3', font: '#5C4400', bold: false, italic: true },
} as const;

/** Excel takes addresses of several areas up to 8,192 characters. */
const ADDRESS_LENGTH_AT_MOST = 8_000;

/**
 * Shows in the sheet which cells have problems, and takes away all marks of before in the same step. Marks are conditional formats,
 * so the user's own formats stay untouched under them. A cell with both gets the mark of a problem.
 *
 * Throws `SheetProtectedError` before anything changes, and `TableGoneError` when the sheet was deleted.
 */
export function markCells(
  reference: TableReference,
  marks: readonly CellMark[],
  options: ExcelOptions = {},
): Promise<void> {
  return withExcel(async (session) => {
    const sheet = session.context.workbook.worksheets.getItemOrNullObject(reference.sheetId);
    sheet.protection.load('protected');
    const old = await findMarks(session);
    if (sheet.isNullObject) throw new TableGoneError(reference.sheetName);
    if (sheet.protection.protected && marks.length > 0) throw new SheetProtectedError();
    session.context.application.suspendScreenUpdatingUntilNextSync();
    deleteMarks(old);
    const problems = marks.filter(({ severity }) => severity === 'problem');
    const known = new Set(problems.map(({ cell }) => cellKey(cell)));
    const warnings = marks.filter(
      ({ severity, cell }) => severity === 'warning' && !known.has(cellKey(cell)),
    );
    addMarks(sheet, problems, 'problem');
    addMarks(sheet, warnings, 'warning');
    await session.sync();
  }, options);
}

/**
 * Takes away all marks of ours in the workbook, also those that a pane closed meanwhile has left. Throws
 * `SheetProtectedError` when some are on a protected sheet; the others are gone then.
 */
export function clearMarks(options: ExcelOptions = {}): Promise<void> {
  return withExcel(async (session) => {
    const marks = await findMarks(session);
    const locked = marks.filter(({ isProtected }) => isProtected);
    deleteMarks(marks);
    if (marks.length > locked.length) await session.sync();
    if (locked.length > 0) throw new SheetProtectedError();
  }, options);
}

interface FoundMark {
  format: Excel.ConditionalFormat;
  isProtected: boolean;
}

/** Every mark of ours on any sheet, in at most three requests. */
async function findMarks(session: ExcelSession): Promise<FoundMark[]> {
  const { worksheets } = session.context.workbook;
  worksheets.load('id');
  await session.sync();
  const sheets = worksheets.items.map((sheet) => {
    sheet.protection.load('protected');
    const formats = sheet.getRange().conditionalFormats;
    formats.load(['id', 'type']);
    return { sheet, formats };
  });
  await session.sync();
  const custom = sheets.flatMap(({ sheet, formats }) =>
    formats.items
      .filter(({ type }) => type === 'Custom')
      .map((format) => ({ format, isProtected: sheet.protection.protected })),
  );
  if (custom.length === 0) return [];
  for (const { format } of custom) format.custom.rule.load('formula');
  await session.sync();
  return custom.filter(({ format }) => format.custom.rule.formula === MARK_RULE);
}

function deleteMarks(marks: readonly FoundMark[]): void {
  for (const { format, isProtected } of marks) if (!isProtected) format.delete();
}

function addMarks(sheet: Excel.Worksheet, marks: readonly CellMark[], severity: CellMark['severity']): void {
  const look = LOOKS[severity];
  for (const address of addressesOf(marks)) {
    const { custom } = sheet.getRanges(address).conditionalFormats.add('Custom');
    custom.rule.formula = MARK_RULE;
    custom.format.fill.color = look.fill;
    custom.format.font.color = look.font;
    custom.format.font.bold = look.bold;
    custom.format.font.italic = look.italic;
  }
}

/** Addresses of many areas each, as few as Excel takes. */
function addressesOf(marks: readonly CellMark[]): string[] {
  const addresses: string[] = [];
  for (const { extent } of cellRuns(marks)) {
    const area = addressOf('S', extent).slice(2);
    const last = addresses.at(-1);
    if (last !== undefined && last.length + area.length < ADDRESS_LENGTH_AT_MOST) {
      addresses[addresses.length - 1] = `${last},${area}`;
    } else addresses.push(area);
  }
  return addresses;
}

function cellKey({ rowIndex, columnIndex }: CellPosition): string {
  return `${rowIndex}:${columnIndex}`;
}
