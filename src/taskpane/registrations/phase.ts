import type { CheckedEntity, RegistrationKind, RegistrationOutcome } from '../../contract/index.ts';
import type {
  RegistrationCheck,
  RegistrationMapping,
  RegistrationResult,
  UnplacedRegistration,
} from '../../domain/index.ts';
import type { CheckedTable, Finished, Job } from '../phase.ts';

/**
 * A table of bank details, entities or contacts as it was last read. It holds account numbers, which no screen shows and
 * nothing keeps: it goes with the next step.
 */
export interface RegistrationReading extends CheckedTable<RegistrationMapping> {
  kind: RegistrationKind;
  /** False where the headers did not tell what the table is for. */
  isRecognised: boolean;
  check: RegistrationCheck;
  /** What the ledger knows of each planned item, in the plan's order; empty while problems block. */
  earlier: (RegistrationOutcome | null)[][];
  /** What Nova knows of the entities that bank details are planned for, by id. */
  entities: Readonly<Record<string, CheckedEntity>>;
}

export interface RegistrationResults extends Finished<RegistrationMapping> {
  kind: RegistrationKind;
  outcomes: RegistrationResult[];
  /** The account numbers were taken out, once everything stood in the sheet: rows are no longer found by their content. */
  withoutAccounts?: true;
  /** What became of the account numbers in the sheet. */
  masking?: Masking;
}

/** `offered` until somebody decides; `done` says how many cells show the end alone. */
export type Masking = { status: 'left' } | { status: 'done'; masked: number; leftAlone: number };

export interface RegistrationJob extends Job {
  mapping: RegistrationMapping;
  reading: RegistrationReading;
  entry: RegistrationResult;
  results: RegistrationResults;
  unplaced: UnplacedRegistration;
}

export type RegistrationEvent =
  /** What a person found out about one item. */
  | { type: 'registration-resolved'; key: string; index: number; outcome: RegistrationOutcome }
  | { type: 'masking'; masking: Masking };
