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

/** Until when (an instant as text) a second person may approve, and from which amount on one has to; null: always. */
export interface ApprovalTerms {
  endsAt: string;
  fromCents: number | null;
}

/** What stands between a submission and its sending. */
export interface Terms {
  approval: ApprovalTerms | null;
  /** The room that a day has in the submission's currency, in cents; null where nothing limits it. */
  dayLimitCents: number | null;
}

/** How a try that brought no answer is recorded. */
export interface Setback {
  code: string;
  reason: string;
  tries: number;
}
