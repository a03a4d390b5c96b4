import type { SheetTable, TableCandidate } from '../domain/index.ts';
import { rereadTable } from './reread-table.ts';
import type { ReadOptions } from './read-place.ts';

/** Reads a table that the user chose from the list. Throws `TableGoneError` when it is not there any more. */
export function readCandidate(candidate: TableCandidate, options: ReadOptions = {}): Promise<SheetTable> {
  return rereadTable(candidate.reference, options);
}
