import { normalizeHeader } from './header-text.ts';
import { payoutForm } from './payout-form.ts';
import type { CellValue, SheetTable } from './sheet-table.ts';
import { resultColumnNames, resultColumnsOf, type FormResults, type ResultColumn } from './table-form.ts';

const known = new WeakMap<FormResults, ReadonlyMap<string, ResultColumn>>();

function columnsByHeader(results: FormResults): ReadonlyMap<string, ResultColumn> {
  let columns = known.get(results);
  if (columns === undefined) {
    columns = new Map(
      resultColumnsOf(results).map((column) => [normalizeHeader(results[column] ?? ''), column]),
    );
    known.set(results, columns);
  }
  return columns;
}

/** Which result column of the form a header names, if any; another spelling counts too, and `readTable` complains about it. */
export function resultColumnOf(header: CellValue, results: FormResults): ResultColumn | null {
  return columnsByHeader(results).get(normalizeHeader(header)) ?? null;
}

/** Where each result column stands, as an index into `SheetTable.header`. */
export type ResultPlaces = Record<ResultColumn, number | null>;

/** Where the result columns stand; null for those that are not there yet, or that the form does not have. */
export function findResultColumns(
  table: Pick<SheetTable, 'header'>,
  results: FormResults = payoutForm.results,
): ResultPlaces {
  const found = noResultColumns();
  table.header.forEach((text, index) => {
    const column = resultColumnOf(text, results);
    if (column !== null) found[column] ??= index;
  });
  return found;
}

export function noResultColumns(): ResultPlaces {
  return Object.fromEntries(resultColumnNames.map((column) => [column, null])) as ResultPlaces;
}
