import { extentFrom } from './cell-grid.ts';
import { SHEET_COLUMNS, SHEET_ROWS, type Extent } from './extent.ts';

/** A defined name that stands for one range of cells. */
export interface NamedExtent {
  name: string;
  sheetName: string;
  extent: Extent;
}

/** Names that Excel makes itself. */
const ownNames = /^(_xlnm\b|_|print_area$|print_titles$|criteria$|extract$)/i;

const areaPattern = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/i;

export const nameProperties = ['name', 'type', 'value'];

/** The names of a loaded collection that stand for several rows and columns of cells. */
export function namedExtents(items: readonly Excel.NamedItem[]): NamedExtent[] {
  return items.flatMap((item) => {
    const found = parseNamedExtent(item.name, item.value as unknown);
    return found === null || ownNames.test(item.name) ? [] : [found];
  });
}

/** What a name stands for: null for constants, formulas, several areas, whole columns, and for less than two rows of two cells. */
export function parseNamedExtent(name: string, value: unknown): NamedExtent | null {
  const match = typeof value === 'string' ? areaPattern.exec(value) : null;
  if (match === null) return null;
  const [, quoted, plain, firstColumn = '', firstRow = '', lastColumn = '', lastRow = ''] = match;
  const sheetName = quoted?.replaceAll("''", "'") ?? plain ?? '';
  const extent = extentFrom(
    Number(firstRow) - 1,
    columnIndex(firstColumn),
    Number(lastRow),
    columnIndex(lastColumn) + 1,
  );
  const isTableLike = extent.rowCount >= 2 && extent.columnCount >= 2;
  const isWhole = extent.rowCount >= SHEET_ROWS || extent.columnCount >= SHEET_COLUMNS;
  return isTableLike && !isWhole ? { name, sheetName, extent } : null;
}

function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
