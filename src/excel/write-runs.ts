import {
  asReadBack,
  formKindOf,
  resultColumnNames,
  resultsOf,
  type ResultCell,
  type ResultColumn,
  type SheetTable,
} from '../domain/index.ts';

/** A rectangle of result cells to write at once; `null` leaves a cell as it is. Rows and columns count from the first data cell. */
export interface WriteRun {
  rowOffset: number;
  columnOffset: number;
  values: (string | number | null)[][];
}

/** Which column of the table holds which result: an offset from its first column; -1 for one that it does not have. */
export type ResultOffsets = Record<ResultColumn, number>;

/** What of the plan the sheet does not hold yet. */
export function cellsToWrite(cells: readonly ResultCell[], table: SheetTable): ResultCell[] {
  const offsets = knownOffsets(table);
  return cells.filter(({ rowOffset, column, value }) => {
    if (value === null) return false;
    const held = table.values[rowOffset]?.[offsets[column]];
    return held !== (typeof value === 'string' ? asReadBack(value) : value);
  });
}

/** The result columns that the header already has. */
export function knownOffsets(table: Pick<SheetTable, 'header' | 'reference'>): ResultOffsets {
  const results = resultsOf(formKindOf(table.reference));
  const texts = table.header.map((text) => String(text).trim());
  const columnOf = (text: string | undefined) => (text === undefined ? -1 : texts.indexOf(text));
  const entries = resultColumnNames.map((column) => [column, columnOf(results[column])]);
  return Object.fromEntries(entries) as ResultOffsets;
}

/** The offsets of the columns that the table has. */
export function offsetsThere(offsets: ResultOffsets): number[] {
  return Object.values(offsets).filter((offset) => offset >= 0);
}

/**
 * Gathers cells into runs of neighbouring columns and rows. A run never mixes hidden and visible rows: blocks written across
 * a filter have landed in the wrong rows (OfficeDev/office-js #224).
 */
export function writeRuns(
  cells: readonly ResultCell[],
  offsets: ResultOffsets,
  hidden: readonly boolean[],
): WriteRun[] {
  const byRow = new Map<number, Map<number, string | number>>();
  for (const { rowOffset, column, value } of cells) {
    if (value === null) continue;
    const row = byRow.get(rowOffset) ?? new Map<number, string | number>();
    byRow.set(rowOffset, row.set(offsets[column], value));
  }
  const rows = [...byRow.keys()].sort((one, other) => one - other);
  return columnGroups(offsetsThere(offsets)).flatMap((columns) => {
    const runs: WriteRun[] = [];
    for (const rowOffset of rows) {
      const values = columns.map((column) => byRow.get(rowOffset)?.get(column) ?? null);
      if (values.every((value) => value === null)) continue;
      const last = runs.at(-1);
      const isNext = last !== undefined && last.rowOffset + last.values.length === rowOffset;
      if (isNext && hidden[rowOffset] === hidden[last.rowOffset]) last.values.push(values);
      else runs.push({ rowOffset, columnOffset: columns[0] ?? 0, values: [values] });
    }
    return runs;
  });
}

/** Neighbouring columns together, from left to right. */
function columnGroups(offsets: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (const offset of [...offsets].sort((one, other) => one - other)) {
    const last = groups.at(-1);
    if (last?.at(-1) === offset - 1) last.push(offset);
    else groups.push([offset]);
  }
  return groups;
}
