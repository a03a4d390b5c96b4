import type { Registration, RegistrationKind, RegistrationOutcome } from '../../contract/index.ts';
import type { LeftOutRow } from '../plan.ts';
import type { Problem } from '../problem.ts';
import type { SubmissionSource } from '../source.ts';
import type { RegistrationRow } from './registration-row.ts';

/** What one request to the proxy registers, exactly as it will be sent. */
export interface PlannedRegistration {
  /** Tells it from the others of its plan. */
  key: string;
  /** What the pane calls it. Holds nothing of an account. */
  title: string;
  registration: Registration;
  /** The row of each item, in the request's order. */
  rows: RegistrationRow[];
}

/** Plain data from which the preview is drawn and which runs unchanged. It holds account numbers: keep it no longer than needed. */
export interface RegistrationPlan {
  kind: RegistrationKind;
  source: SubmissionSource;
  groups: PlannedRegistration[];
}

export interface RegistrationCheck {
  kind: RegistrationKind;
  /** In sheet order, those of the table as a whole first. None of them holds anything of an account but its ending. */
  problems: Problem[];
  /** Null while problems block. Rows that bear an id are not in it. */
  plan: RegistrationPlan | null;
  /** Rows that bear an id already, in sheet order: nothing of them is sent. */
  registered: { rowIndex: number; id: string }[];
  /** Rows that are meant to be registered or are, left-out rows not counted. */
  rowCount: number;
  leftOut: LeftOutRow[];
}

export interface RegistrationSettings {
  /** Codes of warnings that block as problems do; codes that nobody knows do nothing. */
  escalated?: readonly string[];
}

/** What became of one planned registration. */
export interface RegistrationResult {
  registration: PlannedRegistration;
  /** In the order of its items; null for what was not asked or not answered, and for all where nothing was sent. */
  outcome: readonly (RegistrationOutcome | null)[] | null;
}

/** An id whose row is not on the sheet any more: shown, never guessed. */
export interface UnplacedRegistration {
  id: string;
  title: string;
  entity: string | null;
  /** The end of the account number; null where there is none. */
  accountEnding: string | null;
  reason: string;
}
