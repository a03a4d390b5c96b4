import {
  forEachPaced,
  paceOf,
  type Pace,
  type SheetTable,
  type SliceOptions,
  type Steps,
} from '../domain/index.ts';
import type { AnyMapping } from './phase.ts';

/**
 * The fresh table narrowed to the rows that the user had selected when it was first read: reading a table again does not
 * look at the selection, which has moved since, to the cell of a problem for example. Rows are known by the content of
 * their mapped cells, the n-th of equal ones by its place among them. When one of them was mended, the row numbers
 * decide, provided that no row was added or taken away. Pauses as a check does.
 */
export function* carrySelection(
  previous: SheetTable,
  previousMapping: AnyMapping,
  fresh: SheetTable,
  freshMapping: AnyMapping,
  slices: SliceOptions,
): Steps<SheetTable> {
  const selected = previous.selectedRows;
  if (selected === null) return fresh;
  const pace = paceOf(slices);
  const previousKeys = yield* rowKeys(previous, previousMapping, pace);
  const freshIndexes = new Map<string, number>();
  yield* forEachPaced(yield* rowKeys(fresh, freshMapping, pace), pace, (key, index) => {
    freshIndexes.set(key, index);
  });
  const found = selected.map((index) => freshIndexes.get(previousKeys[index] ?? ''));
  const isComplete = found.every((index) => index !== undefined);
  const isSameLength = previous.values.length === fresh.values.length;
  const selectedRows = !isComplete && isSameLength ? selected : found.filter((index) => index !== undefined);
  return { ...fresh, selectedRows: selectedRows.toSorted((a, b) => a - b) };
}

function* rowKeys(table: SheetTable, mapping: AnyMapping, pace: Pace): Steps<string[]> {
  const seen = new Map<string, number>();
  const keys: string[] = [];
  const columns = Object.keys(mapping)
    .toSorted()
    .map((field) => mapping[field] ?? null);
  yield* forEachPaced(table.values, pace, (row) => {
    const content = JSON.stringify(columns.map((column) => (column === null ? null : row[column])));
    const nth = seen.get(content) ?? 0;
    seen.set(content, nth + 1);
    keys.push(`${nth} ${content}`);
  });
  return keys;
}
