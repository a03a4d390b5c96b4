import type { Cents, DistributionRequest, Outcome } from '../contract/index.ts';
import type { PayeeRow, PayoutRow } from './payout-row.ts';
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
}

/** What became of one planned distribution; the order of plans and outcomes is the same. */
export interface DistributionOutcome {
  distribution: PlannedDistribution;
  /** Null when it was not sent, because the user cancelled or an earlier failure stopped the run. */
  outcome: Outcome | null;
}

/** What a distribution adds up to, and to whom, for the preview and for whoever reconciles it. */
export interface GroupFacts {
  /** `DistributionGroup.key`; a distribution all of whose rows carry problems has facts but no group. */
  key: string;
  /** What the amount cells add up to, in major units, as an exact decimal; fractions of a cent included. */
  rawTotal: string;
  /** What the cells add up to when each is rounded to whole cents. */
  totalCents: Cents;
  /** `0.01 more in the cells` or `0.01 less in the cells`; null when both agree to the cent. */
  differenceText: string | null;
  /** Payees with more than one payment, in sheet order. */
  payees: { entity: string; amountCents: Cents; count: number }[];
}

export interface CheckResult {
  problems: Problem[];
  /** Null while problems block. */
  plan: SubmissionPlan | null;
  groups: DistributionGroup[];
  groupFacts: GroupFacts[];
  /** Whom the rows name that were never staged, those with problems of their own included. */
  payees: PayeeRow[];
  /** Data rows that are payouts, left-out rows not counted. */
  rowCount: number;
  leftOut: LeftOutRow[];
}

/** A row that is no payout; the pane says which and why. */
export interface LeftOutRow {
  rowIndex: number;
  reason: 'blank' | 'totals-row';
}
