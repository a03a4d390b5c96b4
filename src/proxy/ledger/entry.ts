import type { Selectable, Updateable } from 'kysely';
import type { LedgerEntryTable } from './schema.ts';

export type LedgerEntry = Selectable<LedgerEntryTable>;
/** What a change may set. */
export type EntryChange = Updateable<LedgerEntryTable>;

/** Who asks, from which workbook and sheet. */
export interface Submitter {
  userName: string;
  workbook: string;
  sheet: string;
}

/** How a try that brought no answer is recorded. */
export interface Setback {
  code: string;
  reason: string;
  tries: number;
}
