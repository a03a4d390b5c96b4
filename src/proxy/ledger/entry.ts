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
  /**
   * For payment instructions that need no approval: what they wait by all the same where the ledger has some of another
   * request for the same entity by the time that they are written down.
   */
  unlessAlone: ApprovalTerms | null;
  /** What Nova showed of the entity of payment instructions, as JSON; null for other kinds. */
  seen: string | null;
}

/** How a try that brought no answer is recorded. */
export interface Setback {
  code: string;
  reason: string;
  tries: number;
}
