import { SelectionError } from './errors.ts';
import { extentOf, extentProperties } from './extent.ts';
import { locateSelection } from './locate-selection.ts';
import { touchedRows } from './selection-extent.ts';
import { withExcel, type ExcelOptions, type ExcelSession } from './with-excel.ts';

/**
 * What a check at the selection would take, as far as that is known without reading cells: an Excel table with the number of
 * its rows, or of those that are selected in it; `blocked` with the reason where it would fail; `blank` where nothing stands
 * on the sheet; `cells` for whatever has to be read first.
 */
export type SelectionPeek =
  | { at: 'table'; tableId: string; name: string; rowCount: number; isSelection: boolean }
  | { at: 'blocked'; why: string }
  | { at: 'blank' | 'cells' };

/** Two requests at most. */
export function peekSelection(options: ExcelOptions = {}): Promise<SelectionPeek> {
  return withExcel(async (session) => {
    const found = await locateSelection(session).catch((error: unknown) => {
      if (error instanceof SelectionError) return error;
      throw error;
    });
    if (found instanceof SelectionError) {
      return found.code === 'no-table' ? { at: 'blank' } : { at: 'blocked', why: found.message };
    }
    const { place, areas } = found;
    if (place.excelTable === null) return { at: 'cells' };
    const { name, rowIndex, rowCount } = await rowsOf(session, place.excelTable);
    const selected = touchedRows(areas, rowIndex, rowCount);
    return {
      at: 'table',
      tableId: place.excelTable.id,
      name,
      rowCount: selected?.length ?? rowCount,
      isSelection: selected !== null,
    };
  }, options);
}

/** Its rows between header and totals. */
async function rowsOf(session: ExcelSession, table: Excel.Table) {
  const range = table.getRange();
  range.load(extentProperties);
  await session.sync();
  const { rowIndex, rowCount } = extentOf(range);
  const around = (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0);
  return {
    name: table.name,
    rowIndex: rowIndex + (table.showHeaders ? 1 : 0),
    rowCount: rowCount - around,
  };
}
