import { formKindOf, type CellValue, type SheetTable } from '../domain/index.ts';
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

/**
 * Rows (offsets) that hold another row's content than planned. A column that was only calculated anew or edited is not a sign of
 * that: sorting, inserting and deleting keep a column's values or change their number.
 */
export function displacedRows(planned: SheetTable, fresh: SheetTable): Set<number> {
  const displaced = new Set<number>();
  for (const column of contentColumns(planned)) {
    const before = planned.values.map((row) => row[column] ?? '');
    const after = fresh.values.map((row) => row[column] ?? '');
    const differing = [...before.keys()].filter((row) => before[row] !== after[row]);
    if (differing.length === 0) continue;
    if (before.length === after.length && !isReordered(before, after)) continue;
    for (const row of differing) displaced.add(row);
  }
  return displaced;
}

function isReordered(before: readonly CellValue[], after: readonly CellValue[]): boolean {
  const sorted = (values: readonly CellValue[]) => values.map((value) => `${typeof value} ${value}`).sort();
  const other = sorted(after);
  return sorted(before).every((value, index) => value === other[index]);
}
