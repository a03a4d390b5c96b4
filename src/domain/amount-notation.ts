import { parseTextAmount, provenNotation, type Notation } from './text-amount.ts';
import type { CellValue } from './sheet-table.ts';

/**
 * The notation that the text amounts of one column share, from those that prove it: `1,234.56` proves the point and
 * `12,5` the comma. Null when nothing proves one, or when the column holds proof of both.
 */
export function columnNotation(values: Iterable<CellValue | undefined>): Notation | null {
  let found: Notation | null = null;
  const seen = new Set<string>();
  for (const value of values) {
    if (typeof value !== 'string' || value === '' || seen.has(value)) continue;
    seen.add(value);
    const amount = parseTextAmount(value);
    const proven = amount === null ? null : provenNotation(amount);
    if (proven === null) continue;
    if (found !== null && found !== proven) return null;
    found = proven;
  }
  return found;
}
