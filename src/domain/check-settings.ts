import type { IsoDate, StagedContent } from '../contract/index.ts';

/** What the user decided once about the checks of a workbook; kept in the workbook. */
export interface CheckSettings {
  /** Used where the currency column is absent or its cell blank. */
  defaultCurrency: string;
  /** Codes of warnings that the user turned into problems. */
  escalated: string[];
}

/** A cell outside the table with the total that somebody approved. */
export interface TieOut {
  amountCents: number;
  currency: string;
  /** Where it stands, as the user reads it: `Approval!C7`. */
  address: string;
}

export interface CheckOptions {
  /** Used where the currency column is absent or its cell blank. */
  defaultCurrency: string;
  /** The user's calendar day: the domain has no clock. */
  today: IsoDate;
  /** Codes of warnings that block as problems do; codes that nobody knows do nothing. */
  escalated?: readonly string[];
  /** The total that the table must add up to, rows that are staged already included. */
  tieOut?: TieOut | null | undefined;
  /** What the ledger holds of the distributions whose ids stand in the table: frees the rows of the cancelled ones. */
  staged?: readonly StagedContent[];
}

/** When a check that runs in slices pauses; the domain has no clock of its own. */
export interface SliceOptions {
  /** How long a slice may take before the check yields, in milliseconds. */
  sliceMs: number;
  /** A clock that never goes back, in milliseconds, such as `performance.now`. */
  now: () => number;
  /** Called at pauses while the rows are judged one by one: how many were, of those that hold a payout. */
  onRows?: ((done: number) => void) | undefined;
}
