import { parseTextAmount, provenNotation, type Notation } from './text-amount.ts';
import type { RawRow } from './read-result.ts';
import { forEachPaced, type Pace, type Steps } from './steps.ts';

/**
 * The notation that the text amounts of one column share, from those that prove it: `1,234.56` proves the point and
 * `12,5` the comma. Null when nothing proves one, or when the column holds proof of both.
 */
export function* columnNotation(rows: readonly RawRow[], column: number, pace: Pace): Steps<Notation | null> {
  const seen = new Set<string>();
  const proven = new Set<Notation>();
  yield* forEachPaced(rows, pace, ({ cells }) => {
    const value = cells[column];
    if (typeof value !== 'string' || value === '' || seen.has(value) || proven.size > 1) return;
    seen.add(value);
    const amount = parseTextAmount(value);
    const notation = amount === null ? null : provenNotation(amount);
    if (notation !== null) proven.add(notation);
  });
  const [found = null, ...others] = proven;
  return others.length > 0 ? null : found;
}
