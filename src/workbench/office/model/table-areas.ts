import type { Area, TableInfo } from '../../book/book.ts';

/** The rows between header and totals; null for a table without any. */
export function bodyArea(table: TableInfo): Area | null {
  const { row, rows, ...columns } = table.area;
  const header = table.showHeaders ? 1 : 0;
  const count = rows - header - (table.showTotals ? 1 : 0);
  return count > 0 ? { ...columns, row: row + header, rows: count } : null;
}

/** Header and body: what a filter works on. */
export function filterArea(table: TableInfo): Area {
  return { ...table.area, rows: table.area.rows - (table.showTotals ? 1 : 0) };
}

export function headerArea(table: TableInfo): Area | null {
  return table.showHeaders ? { ...table.area, rows: 1 } : null;
}

export function totalsArea(table: TableInfo): Area | null {
  const { row, rows, ...columns } = table.area;
  return table.showTotals ? { ...columns, row: row + rows - 1, rows: 1 } : null;
}

/** One column of an area. */
export function columnOf(area: Area, index: number): Area {
  return { ...area, column: area.column + index, columns: 1 };
}
