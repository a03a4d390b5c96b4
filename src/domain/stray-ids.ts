/** What takes the ids of these results away from rows that are not theirs. */
export interface StrayIds<Row extends { index: number }> {
  /** The row of the plan that each id was placed for. */
  owners: ReadonlyMap<string, Row>;
  /** Rows that bear a result of their own. */
  keeping: ReadonlySet<Row>;
  freshRows: readonly Row[];
  /** How many lines the table has, and the id beside each. */
  rowCount: number;
  idAt: (index: number) => string;
  sentKey: (row: Row) => string;
}

/**
 * The lines (indexes into the table's values) that bear an id of these results though they say something else, while its
 * own row is there and bears it: a write beside other rows that was taken back comes back when somebody presses Ctrl+Z.
 * A copy of the row keeps it; the check asks what it is for.
 */
export function linesWithStrayIds<Row extends { index: number }>(stray: StrayIds<Row>): number[] {
  const byIndex = new Map(stray.freshRows.map((row) => [row.index, row]));
  const lines: number[] = [];
  for (let index = 0; index < stray.rowCount; index += 1) {
    const owner = stray.owners.get(stray.idAt(index));
    // A row that cannot be read as it stands, because something is missing in it, has no content to compare.
    const row = byIndex.get(index);
    if (owner === undefined || (row !== undefined && stray.keeping.has(row))) continue;
    if (row === undefined || stray.sentKey(owner) !== stray.sentKey(row)) lines.push(index);
  }
  return lines;
}
