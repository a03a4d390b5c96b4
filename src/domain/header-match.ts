import { resultColumnNames, resultColumns, type ResultColumn } from './fields.ts';
import { normalizeHeader } from './header-synonyms.ts';
import type { CellValue, SheetTable } from './sheet-table.ts';

const resultHeaders: ReadonlyMap<string, ResultColumn> = new Map(
  resultColumnNames.map((column) => [normalizeHeader(resultColumns[column]), column]),
);

/** Which result column a header names, if any; another spelling counts too, and `readTable` complains about it. */
export function resultColumnOf(header: CellValue): ResultColumn | null {
  return resultHeaders.get(normalizeHeader(header)) ?? null;
}

/** Where each result column stands, as an index into `SheetTable.header`; null when it is not there yet. */
export function findResultColumns(table: Pick<SheetTable, 'header'>): Record<ResultColumn, number | null> {
  const found = Object.fromEntries(resultColumnNames.map((column) => [column, null])) as Record<
    ResultColumn,
    number | null
  >;
  table.header.forEach((text, index) => {
    const column = resultColumnOf(text);
    if (column !== null) found[column] ??= index;
  });
  return found;
}
