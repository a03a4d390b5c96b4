import type { RegistrationKind, RegistrationOutcome } from '../../contract/index.ts';
import type { AnyMapping, CheckedTable, Finished, Job } from '../phase.ts';

/** What one request registers, as it is planned, and the row of each item in the same order. */
export interface PlannedRegistration {
  key: string;
  title: string;
}

export interface RegistrationReading extends CheckedTable {
  kind: RegistrationKind;
  /** What the ledger knows of each planned item, in the plan's order; empty while problems block. */
  earlier: (RegistrationOutcome | null)[][];
}

export interface RegistrationEntry {
  registration: PlannedRegistration;
  outcome: (RegistrationOutcome | null)[] | null;
}

export interface RegistrationResults extends Finished {
  kind: RegistrationKind;
  outcomes: RegistrationEntry[];
}

export interface RegistrationJob extends Job {
  mapping: AnyMapping;
  reading: RegistrationReading;
  entry: RegistrationEntry;
  results: RegistrationResults;
}

export type RegistrationEvent = { type: 'registration-resolved'; key: string };
