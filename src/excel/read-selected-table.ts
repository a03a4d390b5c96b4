import type { SheetTable } from '../domain/index.ts';
import { locateSelection } from './locate-selection.ts';
import { readPlace } from './read-place.ts';
import { withFittingResponses } from './response-size.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

/**
 * The payout table at the selection: the Excel table that it touches, else the named range that it lies in, else the
 * table around the active cell, else the selected cells themselves. When it might have been another one, `ambiguity` says
 * so and `listCandidates` has the others. Two requests; more only when the table exceeds what Excel answers at once.
 *
 * Throws `SelectionError`, and what `withExcel` throws.
 */
export function readSelectedTable(options: ExcelOptions = {}): Promise<SheetTable> {
  return withFittingResponses((responseBytes) =>
    withExcel(async (session) => {
      const { place, areas } = await locateSelection(session);
      return (await readPlace(session, place, areas, responseBytes)).table;
    }, options),
  );
}
