import type { SheetTable } from '../domain/index.ts';
import { locateSelection } from './locate-selection.ts';
import { readPlace, type ReadOptions } from './read-place.ts';
import { withFittingResponses } from './response-size.ts';
import { withExcel } from './with-excel.ts';

/**
 * The table at the selection, read for payouts or what `options.form` says: the Excel table that it touches, else the named range that it lies in, else the
 * table around the active cell, else the selected cells themselves. When it might have been another one, `ambiguity` says
 * so and `listCandidates` has the others. Two requests; more only when the table exceeds what Excel answers at once.
 *
 * Throws `SelectionError`, and what `withExcel` throws.
 */
export function readSelectedTable(options: ReadOptions = {}): Promise<SheetTable> {
  return withFittingResponses((responseBytes) =>
    withExcel(async (session) => {
      const { place, areas } = await locateSelection(session);
      return (await readPlace(session, place, areas, responseBytes, options.form ?? 'payout')).table;
    }, options),
  );
}
