import { sheetSays } from '../words/index.ts';
import { SelectionError } from './errors.ts';
import { boundingExtent, contains, intersection, SHEET_COLUMNS, SHEET_ROWS, type Extent } from './extent.ts';

/** What one look at the selection tells. */
export interface SelectionFacts {
  /** The selected areas, at least one. */
  areas: readonly Extent[];
  /** The block of non-empty cells around the active cell. */
  region: Extent;
  /** The cells of the sheet that hold something; null on an empty sheet. */
  used: Extent | null;
}

export interface SelectedExtent {
  foundBy: 'region' | 'selection';
  extent: Extent;
}

/**
 * The region around the active cell when the selection lies within it, so that reading again finds the same table;
 * a selection that spans blank rows or columns is itself the table. Whole columns, rows and sheets are cut to what is used.
 */
export function selectedExtent({ areas, region, used }: SelectionFacts): SelectedExtent {
  if (used === null) throw noTable();
  const cut = areas.flatMap((area) => intersection(area, used) ?? []);
  const [first, ...others] = cut;
  const isNarrow = areas.every((area) => area.rowCount === 1);
  if (first === undefined || isNarrow || cut.every((area) => contains(region, area))) {
    if (region.rowCount * region.columnCount < 2) throw noTable();
    return { foundBy: 'region', extent: region };
  }
  return { foundBy: 'selection', extent: boundingExtent([first, ...others]) };
}

/** Whether the selection means the table as a whole: one cell, or all rows of the sheet. */
export function selectsWholeTable(areas: readonly Extent[]): boolean {
  const [only] = areas;
  const isSingleCell = areas.length === 1 && only?.rowCount === 1 && only.columnCount === 1;
  return isSingleCell || areas.some((area) => area.rowCount === SHEET_ROWS);
}

/**
 * The data rows that the areas touch, counted from `firstDataRowIndex`; null when they touch all of them or none, which
 * does not narrow the table.
 */
export function touchedRows(
  areas: readonly Extent[],
  firstDataRowIndex: number,
  dataRowCount: number,
): number[] | null {
  if (selectsWholeTable(areas) || dataRowCount === 0) return null;
  const data = {
    rowIndex: firstDataRowIndex,
    columnIndex: 0,
    rowCount: dataRowCount,
    columnCount: SHEET_COLUMNS,
  };
  const touched = new Set<number>();
  for (const area of areas) {
    const common = intersection(area, data);
    if (common === null) continue;
    for (let row = 0; row < common.rowCount; row++) touched.add(common.rowIndex - firstDataRowIndex + row);
  }
  if (touched.size === 0 || touched.size === dataRowCount) return null;
  return [...touched].sort((one, other) => one - other);
}

export function noTable(): SelectionError {
  return new SelectionError('no-table', sheetSays.noTable);
}
