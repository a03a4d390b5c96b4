import type { Extent } from './extent.ts';

/** The sheet that a table stands on, loaded. */
export interface SheetPlace {
  id: string;
  name: string;
  workbookName: string;
  date1904: boolean;
  protected: boolean;
  worksheet: Excel.Worksheet;
  /** Everything on the sheet that has content or format. */
  used: Excel.Range;
}

/** Where a table stands, found but not read. */
export interface TablePlace {
  sheet: SheetPlace;
  foundBy: 'table' | 'region' | 'selection';
  /** Loaded (`id`, `name`, `showHeaders`, `showTotals`), or null for a plain region. */
  excelTable: Excel.Table | null;
  /** Header and data, and for a region what else touches them. */
  range: Excel.Range;
  /** Exact for a region; for an Excel table, what it cannot exceed. */
  sizeAtMost: Pick<Extent, 'rowCount' | 'columnCount'>;
  /** How many columns surely exist right of the table before the sheet ends. */
  columnsToEdge: number;
  /** The header's row within `range`, when it is known by its texts. */
  headerOffset: number | null;
}
