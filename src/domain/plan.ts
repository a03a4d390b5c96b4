import type { Cents, DistributionRequest, Outcome } from '../contract/index.ts';
import type { PayoutRow } from './payout-row.ts';
import type { Problem } from './problem.ts';
import type { SubmissionSource } from './source.ts';

export interface CurrencyTotal {
  currency: string;
  amountCents: Cents;
  count: number;
}

/** The rows of one (vehicle, distribution date, name, external reference), in sheet order. */
export interface DistributionGroup {
  /** Text that is equal for the same four values. */
  key: string;
  rows: PayoutRow[];
  totals: CurrencyTotal[];
  hiddenTotals: CurrencyTotal[];
  /** How many of its rows lie outside the user's selection; 0 without a narrower selection. */
  rowsOutsideSelection: number;
}

/** One distribution that will be sent, exactly as it will be sent. */
export interface PlannedDistribution {
  key: string;
  request: DistributionRequest;
  /** The row of each payment, in the request's order. */
  rows: PayoutRow[];
  totals: CurrencyTotal[];
  hiddenTotals: CurrencyTotal[];
  rowsOutsideSelection: number;
}

/** Plain data from which the preview is drawn and which runs unchanged. */
export interface SubmissionPlan {
  source: SubmissionSource;
  distributions: PlannedDistribution[];
  /** Groups whose rows all bear ids already: nothing of them is sent. */
  alreadyStaged: DistributionGroup[];
  /** Over `distributions` alone: what the user's control total must equal. */
  totals: CurrencyTotal[];
  /** Equal for equal plans: the rows are read again and planned again before sending, and a different text goes back to the check. */
  fingerprint: string;
}

/** What became of one planned distribution; the order of plans and outcomes is the same. */
export interface DistributionOutcome {
  distribution: PlannedDistribution;
  /** Null when it was not sent, because the user cancelled or an earlier failure stopped the run. */
  outcome: Outcome | null;
}

export interface CheckResult {
  problems: Problem[];
  /** Null while problems block. */
  plan: SubmissionPlan | null;
  groups: DistributionGroup[];
  /** Data rows that are payouts, left-out rows not counted. */
  rowCount: number;
  leftOut: LeftOutRow[];
}

/** A row that is no payout; the pane says which and why. */
export interface LeftOutRow {
  rowIndex: number;
  reason: 'blank' | 'totals-row';
}
