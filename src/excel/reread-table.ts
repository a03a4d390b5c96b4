import type { SheetTable, TableReference } from '../domain/index.ts';
import { locateTable } from './locate-table.ts';
import { readPlace } from './read-place.ts';
import { withFittingResponses } from './response-size.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

/**
 * Reads a table again that was read before, wherever rows, columns or a new sheet name have moved it. The selection does not
 * matter, so `selectedRows` is null. Throws `TableGoneError` when it is not there any more.
 */
export function rereadTable(reference: TableReference, options: ExcelOptions = {}): Promise<SheetTable> {
  return withFittingResponses((responseBytes) =>
    withExcel(async (session) => {
      const place = await locateTable(session, reference, responseBytes);
      return (await readPlace(session, place, [], responseBytes)).table;
    }, options),
  );
}
