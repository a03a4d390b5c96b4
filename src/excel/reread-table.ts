import { formKindOf, type SheetTable, type TableReference } from '../domain/index.ts';
import { locateTable } from './locate-table.ts';
import { readPlace, type FormChoice, type ReadOptions } from './read-place.ts';
import { withFittingResponses } from './response-size.ts';
import { withExcel } from './with-excel.ts';

/**
 * Reads a table again that was read before, wherever rows, columns or a new sheet name have moved it. The selection does not
 * matter, so `selectedRows` is null. With `options.form` it is read for something else than before. Throws `TableGoneError` when it is not there any more.
 */
export function rereadTable(reference: TableReference, options: ReadOptions = {}): Promise<SheetTable> {
  const form = options.form ?? formKindOf(reference);
  return withFittingResponses((responseBytes) =>
    withExcel(async (session) => {
      const place = await locateTable(session, referenceFor(reference, form), responseBytes);
      return (await readPlace(session, place, [], responseBytes, form)).table;
    }, options),
  );
}

function referenceFor(reference: TableReference, form: FormChoice): TableReference {
  return form === 'recognise' ? reference : { ...reference, form };
}
