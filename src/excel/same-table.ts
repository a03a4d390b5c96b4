import { formKindOf, type SheetTable } from '../domain/index.ts';
import { ownHeaders } from './own-headers.ts';

/**
 * Whether the sheet still is what the write-back was planned for: same header, same rows in the same order, the same content
 * in the columns by which the plan knows its rows. A column that it does not use may change, as a clock does at every look.
 */
export function isSameTable(
  planned: SheetTable,
  fresh: SheetTable,
  columns: readonly number[] = contentColumns(planned),
): boolean {
  if (planned.values.length !== fresh.values.length || planned.header.length !== fresh.header.length) {
    return false;
  }
  if (planned.header.some((text, column) => text !== fresh.header[column])) return false;
  return planned.values.every((row, rowOffset) =>
    columns.every((column) => row[column] === fresh.values[rowOffset]?.[column]),
  );
}

/** The columns whose content is the user's own. */
export function contentColumns(table: SheetTable): number[] {
  const ours = ownHeaders(formKindOf(table.reference));
  return [...table.header.keys()].filter((column) => !ours.has(String(table.header[column]).trim()));
}
