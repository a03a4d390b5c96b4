/** Finds the rows of a plan again on a sheet that people have sorted, filled and cut in the meantime. */

/** How the rows of a form are known. `Seeker` is a row of the plan that looks for its line. */
export interface PlacingRules<Row, Seeker extends { row: Row }> {
  /** The id that stands beside a row by itself. */
  idOf: (row: Row) => string | null;
  /** The id that shall stand beside it. */
  idWanted: (seeker: Seeker) => string | null;
  /** Every id that belongs to a seeker, those of what its row is a part of included. */
  idsOf: (seeker: Seeker) => readonly (string | null)[];
  /** Texts that are equal for equal content: of all that tells rows apart for a reader, then of what Nova knows of it. */
  contentKeys: readonly [all: (row: Row) => string, sent: (row: Row) => string];
  /** Whether the seeker may have a row of its content: one without ids, or with ids that its own replace. */
  isFree: (row: Row, seeker: Seeker) => boolean;
}

/**
 * The fresh row of each seeker, or null when it is not there any more. Passes over all seekers, the surest first: the
 * id that was written before beside the content that it belongs to; the whole content; the content that Nova
 * knows; then rows of that content which bear another of these ids, whose own content stands elsewhere or nowhere, since
 * somebody sorted while ids were written; at last the id alone, beside a content that was edited since. Rows that are
 * equal are taken in sheet order. A row that bears the id of something that is no seeker is never taken.
 */
export function placeRows<Row, Seeker extends { row: Row }>(
  seekers: readonly Seeker[],
  freshRows: readonly Row[],
  rules: PlacingRules<Row, Seeker>,
): (Row | null)[] {
  const { idOf, idWanted, contentKeys } = rules;
  const [, sentKey] = contentKeys;
  const placed: (Row | null)[] = seekers.map(() => null);
  const taken = new Set<Row>();
  const pass = (
    rowKey: (row: Row) => string | null,
    seekerKey: (seeker: Seeker) => string | null,
    fits: (row: Row, seeker: Seeker) => boolean,
  ) => {
    if (taken.size === seekers.length) return;
    const waiting = queues(freshRows, rowKey, taken);
    seekers.forEach((seeker, index) => {
      const key = placed[index] === null ? seekerKey(seeker) : null;
      const row =
        key === null ? undefined : takeFirst(waiting.get(key), (candidate) => fits(candidate, seeker));
      if (row === undefined) return;
      placed[index] = row;
      taken.add(row);
    });
  };
  pass(idOf, idWanted, (row, seeker) => sentKey(row) === sentKey(seeker.row));
  const byContent = (fits: (row: Row, seeker: Seeker) => boolean) => {
    for (const keyOf of contentKeys) pass(keyOf, (seeker) => keyOf(seeker.row), fits);
  };
  byContent(rules.isFree);
  // What bears an id of ours now and was not taken by its own seeker bears it beside another content.
  const ours = new Set(seekers.flatMap((seeker) => rules.idsOf(seeker)));
  byContent((row) => ours.has(idOf(row) ?? ''));
  pass(idOf, idWanted, () => true);
  return placed;
}

function queues<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
  taken: ReadonlySet<Row>,
): Map<string, Row[]> {
  const waiting = new Map<string, Row[]>();
  // Backwards, so that the first of equals is the last of its list and is taken in constant time.
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    const key = row === undefined || taken.has(row) ? null : keyOf(row);
    if (row === undefined || key === null) continue;
    const list = waiting.get(key);
    if (list === undefined) waiting.set(key, [row]);
    else list.push(row);
  }
  return waiting;
}

function takeFirst<Row>(list: Row[] | undefined, fits: (row: Row) => boolean): Row | undefined {
  if (list === undefined) return undefined;
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const row = list[index];
    if (row !== undefined && fits(row)) {
      list.splice(index, 1);
      return row;
    }
  }
  return undefined;
}
