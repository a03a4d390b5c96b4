import type { FormKind } from '../domain/index.ts';
import type { CellGrid } from './cell-grid.ts';
import type { Extent } from './extent.ts';
import type { TableShape } from './table-shape.ts';

/** The sheet that a table stands on, loaded. */
export interface SheetPlace {
  id: string;
  name: string;
  workbookName: string;
  date1904: boolean;
  protected: boolean;
  worksheet: Excel.Worksheet;
  /** Merged areas anywhere on the sheet. */
  merged: readonly Extent[];
  /** Loaded as `tableProperties` says. */
  excelTables: readonly Excel.Table[];
}

/** What to load of an Excel table. */
export const tableProperties = ['id', 'name', 'showHeaders', 'showTotals'];

/** Where a table stands, found but not read. */
export interface TablePlace {
  sheet: SheetPlace;
  foundBy: 'table' | 'name' | 'region' | 'selection';
  /** Loaded as `tableProperties` says, or null for a plain region. */
  excelTable: Excel.Table | null;
  definedName: string | null;
  /** Cells to read: an Excel table's own; else all that the table may go on in. */
  range: Excel.Range;
  /** Exact for a region; for an Excel table, what it cannot exceed. */
  sizeAtMost: Pick<Extent, 'rowCount' | 'columnCount'>;
  /** How many columns surely exist right of `range` before the sheet ends. */
  columnsToEdge: number;
  /** Rows that surely are the table's, to ask what is locked beside them; null for those of `range`. */
  rows: Pick<Extent, 'rowIndex' | 'rowCount'> | null;
  /** The table in the cells of `range`, once they were read, for what it is read; null when they hold none. */
  shape: (grid: CellGrid, form: FormKind) => TableShape | null;
}
