/** A rectangle of cells on one sheet, rows and columns counted from 0. */
export interface Extent {
  rowIndex: number;
  columnIndex: number;
  rowCount: number;
  columnCount: number;
}

/** The size of an Excel sheet since 2007. */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** What to load from a range to know its extent. */
export const extentProperties = ['rowIndex', 'columnIndex', 'rowCount', 'columnCount'];

/** A plain copy of a loaded range's extent. */
export function extentOf(range: Extent): Extent {
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  return { rowIndex, columnIndex, rowCount, columnCount };
}

export function intersection(first: Extent, second: Extent): Extent | null {
  const rowIndex = Math.max(first.rowIndex, second.rowIndex);
  const columnIndex = Math.max(first.columnIndex, second.columnIndex);
  const rowCount = Math.min(first.rowIndex + first.rowCount, second.rowIndex + second.rowCount) - rowIndex;
  const columnCount =
    Math.min(first.columnIndex + first.columnCount, second.columnIndex + second.columnCount) - columnIndex;
  return rowCount > 0 && columnCount > 0 ? { rowIndex, columnIndex, rowCount, columnCount } : null;
}

/** The smallest extent that holds all of them; at least one is needed. */
export function boundingExtent(extents: readonly [Extent, ...Extent[]]): Extent {
  const rowIndex = Math.min(...extents.map((extent) => extent.rowIndex));
  const columnIndex = Math.min(...extents.map((extent) => extent.columnIndex));
  return {
    rowIndex,
    columnIndex,
    rowCount: Math.max(...extents.map((extent) => extent.rowIndex + extent.rowCount)) - rowIndex,
    columnCount: Math.max(...extents.map((extent) => extent.columnIndex + extent.columnCount)) - columnIndex,
  };
}

export function contains(outer: Extent, inner: Extent): boolean {
  const common = intersection(outer, inner);
  return common !== null && common.rowCount === inner.rowCount && common.columnCount === inner.columnCount;
}

/** `A` for 0, `AA` for 26. */
export function columnName(columnIndex: number): string {
  let name = '';
  for (let rest = columnIndex + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `Sheet1!B2:D9`, or `'Q3 payouts'!B2` for one cell: as Excel writes it. */
export function addressOf(sheetName: string, extent: Extent): string {
  const isPlainName = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheetName) && !/^[a-z]{1,3}\d+$/i.test(sheetName);
  const sheet = isPlainName ? sheetName : `'${sheetName.replaceAll("'", "''")}'`;
  const first = `${columnName(extent.columnIndex)}${extent.rowIndex + 1}`;
  if (extent.rowCount === 1 && extent.columnCount === 1) return `${sheet}!${first}`;
  const lastColumn = columnName(extent.columnIndex + extent.columnCount - 1);
  return `${sheet}!${first}:${lastColumn}${extent.rowIndex + extent.rowCount}`;
}
