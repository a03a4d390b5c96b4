/**
 * Addresses as people and Office.js write them (`'My Sheet'!A2:C9`, `A:C`, `3:5`, `$B$4`, `B2:B4,D2:D4`), to and from
 * areas that count from 0.
 */
import { BookError, type Area } from './book.ts';

/** The size of a sheet, which is IronCalc's as well as Excel's. */
export const GRID_ROWS = 1_048_576;
export const GRID_COLUMNS = 16_384;

export interface ParsedAddress {
  /** Absent when the address names no sheet: the caller then means its own or the active one. */
  sheetId?: string;
  /** In the order written, at least one. */
  areas: Area[];
}

/** `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** 0 for `A`, in either case. */
export function columnIndex(name: string): number {
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Throws `InvalidArgument` unless the area is not empty and lies inside the grid. */
export function assertInGrid(area: Area): void {
  const { row, column, rows, columns } = area;
  const whole = [row, column, rows, columns].every(Number.isInteger);
  const inside = row >= 0 && column >= 0 && row + rows <= GRID_ROWS && column + columns <= GRID_COLUMNS;
  if (!whole || rows < 1 || columns < 1 || !inside) {
    throw new BookError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
  }
}

export function isWholeColumns(area: Area): boolean {
  return area.row === 0 && area.rows === GRID_ROWS;
}

export function isWholeRows(area: Area): boolean {
  return area.column === 0 && area.columns === GRID_COLUMNS;
}

export function intersect(first: Area, second: Area): Area | null {
  const row = Math.max(first.row, second.row);
  const column = Math.max(first.column, second.column);
  const rows = Math.min(first.row + first.rows, second.row + second.rows) - row;
  const columns = Math.min(first.column + first.columns, second.column + second.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function contains(outer: Area, inner: Area): boolean {
  const common = intersect(outer, inner);
  return common !== null && common.rows === inner.rows && common.columns === inner.columns;
}

/** The smallest area that holds both. */
export function union(first: Area, second: Area): Area {
  const row = Math.min(first.row, second.row);
  const column = Math.min(first.column, second.column);
  return {
    row,
    column,
    rows: Math.max(first.row + first.rows, second.row + second.rows) - row,
    columns: Math.max(first.column + first.columns, second.column + second.columns) - column,
  };
}

export function sameArea(first: Area, second: Area): boolean {
  return (
    first.row === second.row &&
    first.column === second.column &&
    first.rows === second.rows &&
    first.columns === second.columns
  );
}

/**
 * Reads an address. `sheets` are the sheets that it may name, in any case. Throws `ItemNotFound` for an unknown sheet
 * and `InvalidArgument` for anything that is not an address inside the grid.
 */
export function parseAddress(
  text: string,
  sheets: readonly { id: string; name: string }[] = [],
): ParsedAddress {
  let sheetId: string | undefined;
  const areas = splitAtCommas(text).map((part) => {
    const [sheetName, reference] = splitSheet(part.trim());
    if (sheetName !== null) {
      const wanted = sheetName.toLowerCase();
      const sheet = sheets.find((candidate) => candidate.name.toLowerCase() === wanted);
      if (!sheet)
        throw new BookError('ItemNotFound', `The requested resource doesn't exist. Sheet: ${sheetName}`);
      if (sheetId !== undefined && sheetId !== sheet.id) throw invalidAddress(text);
      sheetId = sheet.id;
    }
    const area = parseReference(reference);
    if (!area) throw invalidAddress(text);
    return area;
  });
  return sheetId === undefined ? { areas } : { sheetId, areas };
}

/** The area of one reference without a sheet (`A1`, `a1:C4`, `A:C`, `3:5`), or null when it is none. */
export function parseReference(reference: string): Area | null {
  const match = /^\$?([a-z]{1,3})?\$?(\d{1,7})?(?::\$?([a-z]{1,3})?\$?(\d{1,7})?)?$/i.exec(reference.trim());
  if (!match) return null;
  const [, letters, digits, endLetters, endDigits] = match;
  const ranged = reference.includes(':');
  const hasColumns = letters !== undefined;
  const hasRows = digits !== undefined;
  if (!hasColumns && !hasRows) return null;
  if (ranged && (hasColumns !== (endLetters !== undefined) || hasRows !== (endDigits !== undefined)))
    return null;
  if (!ranged && !(hasColumns && hasRows)) return null;
  const [firstColumn, lastColumn] = hasColumns
    ? inOrder(columnIndex(letters), columnIndex(endLetters ?? letters))
    : [0, GRID_COLUMNS - 1];
  const [firstRow, lastRow] = hasRows
    ? inOrder(Number(digits) - 1, Number(endDigits ?? digits) - 1)
    : [0, GRID_ROWS - 1];
  if (firstRow < 0 || lastRow >= GRID_ROWS || lastColumn >= GRID_COLUMNS) return null;
  return {
    row: firstRow,
    column: firstColumn,
    rows: lastRow - firstRow + 1,
    columns: lastColumn - firstColumn + 1,
  };
}

/** As Excel answers `address`: `Sheet1!A1:B2`, `'My Sheet'!A:C`, `3:5`; without a sheet name when none is given. */
export function formatAddress(area: Area, sheetName?: string): string {
  const prefix = sheetName === undefined ? '' : `${quoteSheetName(sheetName)}!`;
  return prefix + formatReference(area);
}

/** A sheet name as a formula needs it: in apostrophes when it is more than letters, digits and underscores. */
export function quoteSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^([a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

function formatReference(area: Area): string {
  const lastColumn = columnName(area.column + area.columns - 1);
  const lastRow = area.row + area.rows;
  if (isWholeColumns(area)) return `${columnName(area.column)}:${lastColumn}`;
  if (isWholeRows(area)) return `${area.row + 1}:${lastRow}`;
  const first = `${columnName(area.column)}${area.row + 1}`;
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${lastColumn}${lastRow}`;
}

function splitAtCommas(text: string): string[] {
  return text.match(/(?:'(?:[^']|'')*'|[^,])+/g) ?? [''];
}

function splitSheet(part: string): [string | null, string] {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/.exec(part);
  if (quoted) return [(quoted[1] ?? '').replaceAll("''", "'"), quoted[2] ?? ''];
  const bang = part.lastIndexOf('!');
  return bang < 0 ? [null, part] : [part.slice(0, bang), part.slice(bang + 1)];
}

function inOrder(first: number, second: number): [number, number] {
  return first <= second ? [first, second] : [second, first];
}

function invalidAddress(text: string): BookError {
  return new BookError(
    'InvalidArgument',
    `The argument is invalid or missing or has an incorrect format. Address: ${text}`,
  );
}
