import { columnIndex, columnName, GRID_COLUMNS, GRID_ROWS, parseReference } from './a1.ts';
import type { Engine } from './engine.ts';
import { shiftArea, type Shift } from './shift.ts';

const LOST = '#REF!';

/**
 * The formula as it reads after its cell moved by so many rows and columns: relative parts of a reference move along,
 * absolute ones (`A$1`) stay. What would leave the grid becomes `#REF!`. A reference that names a sheet stays as well,
 * which is how Excel sorts, unless `namedToo`.
 */
export function moveRelative(
  engine: Engine,
  formula: string,
  by: { rows: number; columns: number },
  namedToo = false,
): string {
  return rewriteReferences(engine, formula, (reference, sheetName) =>
    sheetName === null || namedToo ? moveReference(reference, by) : reference,
  );
}

/**
 * The formula after rows or columns of a sheet were inserted or deleted: its references to that sheet, absolute ones
 * too, follow their cells. `own` says whether a reference without a sheet's name means that sheet.
 */
export function shiftReferences(
  engine: Engine,
  formula: string,
  shift: Shift,
  { shiftedSheet, own }: { shiftedSheet: string; own: boolean },
): string {
  return rewriteReferences(engine, formula, (reference, sheetName) => {
    const meant = sheetName === null ? own : sheetName.toLowerCase() === shiftedSheet.toLowerCase();
    return meant ? shiftReference(reference, shift) : reference;
  });
}

/** The formula with the sheet's name before every reference that names none: it means the same on another sheet. */
export function namingSheet(engine: Engine, formula: string, sheetName: string): string {
  const prefix = `${engine.quoteName(sheetName)}!`;
  return rewriteReferences(engine, formula, (reference, named) =>
    named === null ? reference.replace(/^\s*/, (space) => space + prefix) : reference,
  );
}

/** `rewrite` gets each reference without its sheet, and the name of the sheet or null. */
function rewriteReferences(
  engine: Engine,
  formula: string,
  rewrite: (reference: string, sheetName: string | null) => string,
): string {
  // IronCalc counts characters, not the halves of surrogate pairs.
  const body = [...formula.slice(1)];
  let written = '';
  let end = 0;
  for (const { token, start, end: tokenEnd } of engine.tokens(body.join(''))) {
    if (typeof token !== 'object' || !('Reference' in token || 'Range' in token)) continue;
    const sheetName = ('Reference' in token ? token.Reference.sheet : token.Range.sheet) ?? null;
    const text = body.slice(start, tokenEnd).join('');
    const bang = sheetName === null ? -1 : text.lastIndexOf('!');
    const reference = rewrite(text.slice(bang + 1), sheetName);
    written += body.slice(end, start).join('') + text.slice(0, bang + 1) + reference;
    end = tokenEnd;
  }
  return `=${written}${body.slice(end).join('')}`;
}

/** One end of a reference, with its dollar signs: `$B2`, `B`, `$3`. */
interface End {
  before: string;
  columnDollar: string;
  column: string;
  rowDollar: string;
  row: string;
  after: string;
}

function readEnd(text: string): End | null {
  const match = /^(\s*)(\$?)([A-Za-z]{0,3})(\$?)(\d*)(\s*)$/.exec(text);
  if (!match) return null;
  const [, before = '', first = '', column = '', second = '', row = '', after = ''] = match;
  // In `$3` the only dollar sign is the row's.
  const [columnDollar, rowDollar] = column === '' ? ['', first || second] : [first, second];
  return { before, columnDollar, column, rowDollar, row, after };
}

function writeEnd({ before, columnDollar, column, rowDollar, row, after }: End): string {
  return before + columnDollar + column + rowDollar + row + after;
}

function moveReference(reference: string, by: { rows: number; columns: number }): string {
  const parts = reference.split(':').map((part) => {
    const end = readEnd(part);
    if (!end) return part;
    const row = end.row === '' || end.rowDollar ? null : Number(end.row) + by.rows;
    const column = end.column === '' || end.columnDollar ? null : columnIndex(end.column) + by.columns;
    if (row !== null && (row < 1 || row > GRID_ROWS)) return null;
    if (column !== null && (column < 0 || column >= GRID_COLUMNS)) return null;
    return writeEnd({
      ...end,
      row: row === null ? end.row : String(row),
      column: column === null || by.columns === 0 ? end.column : columnName(column),
    });
  });
  return parts.includes(null) ? LOST : parts.join(':');
}

function shiftReference(reference: string, shift: Shift): string {
  const area = parseReference(reference.replaceAll(/[\s$]/g, ''));
  const ends = reference.split(':').map(readEnd);
  const [first, last = first] = ends;
  if (!area || !first || !last) return reference;
  const shifted = shiftArea(area, shift);
  if (!shifted) return LOST;
  const placed = (end: End, row: number, column: number): string =>
    writeEnd({
      ...end,
      row: end.row === '' ? '' : String(row + 1),
      column: end.column === '' ? '' : columnName(column),
    });
  const from = placed(first, shifted.row, shifted.column);
  if (ends.length === 1) return from;
  return `${from}:${placed(last, shifted.row + shifted.rows - 1, shifted.column + shifted.columns - 1)}`;
}
