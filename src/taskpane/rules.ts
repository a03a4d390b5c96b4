import type { TableCandidate, UnplacedResult, WriteBackReport } from '../domain/index.ts';
import type { CheckProgress } from './check-progress.ts';
import type { Desk } from './desk.ts';
import type { CheckedTable, HeldIds, Job, KnownTable, Phase, RefreshedPhase, ResultPhase } from './phase.ts';
import type { PaneStorage } from './storage.ts';

/** What a check that takes long asks and tells meanwhile. */
export interface CheckWatch {
  /** False once a newer check has made this one pointless. */
  isCurrent?: () => boolean;
  onProgress?: ((progress: CheckProgress) => void) | undefined;
  /**
   * Whom Nova is asked about: with `all`, which is meant when it is left out, also those anew who had a finding; with
   * `new` only those who were not asked about; with `nothing` nobody, because the check only looks for ids.
   */
  asks?: 'all' | 'new' | 'nothing';
}

/** How a place reads a table and judges it. None of these sends anything to Nova. */
export interface Checks<J extends Job> {
  /** The table at the selection. */
  selection: (desk: Desk, watch?: CheckWatch) => Promise<J['reading']>;
  /** A table that the user chose from the list. */
  candidate: (desk: Desk, candidate: TableCandidate, watch?: CheckWatch) => Promise<J['reading']>;
  /** The same table again, wherever it lies now, and the same rows. */
  again: (desk: Desk, before: J['reading'], watch?: CheckWatch) => Promise<J['reading']>;
  /** A table that is known by its place alone, all of it. */
  known: (desk: Desk, known: KnownTable<J['mapping']>, watch?: CheckWatch) => Promise<J['reading']>;
  /** The table as it was read under another mapping, which the workbook keeps from now on. */
  remapped: (
    desk: Desk,
    before: J['reading'],
    mapping: J['mapping'],
    watch?: CheckWatch,
  ) => Promise<J['reading']>;
  /** The table as it was read under other settings or against another tie-out cell. */
  under: (
    desk: Desk,
    before: J['reading'],
    change: Partial<Pick<CheckedTable, 'settings' | 'tieOut'>>,
    watch?: CheckWatch,
  ) => Promise<J['reading']>;
}

/** One request to the proxy. */
export interface Sending<E> {
  /** Which of the shipment's entries it is. */
  index: number;
  key: string;
  /** What the pane calls it while it is on its way. */
  name: string;
  send: () => Promise<E>;
}

/** What pressing the main button does: what is known already, and the requests that are still to be made. */
export interface Shipment<J extends Job> {
  reading: J['reading'];
  /** In the order of the plan, with what is certain before anything is sent. */
  entries: J['entry'][];
  requests: Sending<J['entry']>[];
}

export interface Written<Unplaced = UnplacedResult> {
  report: WriteBackReport;
  unplaced: Unplaced[];
}

/** What differs between the places, so that the flows do not. */
export interface Rules<J extends Job> {
  checks: Checks<J>;
  /** What was confirmed. Throws when the way here was not open: that is a bug, and nothing is sent. */
  confirmed: (desk: Desk, phase: Phase<J>) => Shipment<J>;
  /** The rows as they are now; null when they still make the very plan that was confirmed. */
  changedSince: (desk: Desk, reading: J['reading']) => Promise<J['reading'] | null>;
  /** What the ledger knows of it now. Sends nothing. */
  lookUp: (desk: Desk, entry: J['entry']) => Promise<J['entry']>;
  /** Nobody knows what became of it, so that every further request could end the same way. */
  isUnknown: (entry: J['entry']) => boolean;
  /** A second person has to approve it. */
  isWaiting: (entry: J['entry']) => boolean;
  resultsOf: (
    reading: J['reading'],
    run: Pick<J['results'], 'knownAt' | 'stop'> & { outcomes: J['entry'][] },
  ) => J['results'];
  /** Writes what the screen shows into the sheet. */
  write: (desk: Desk, phase: ResultPhase<J> | RefreshedPhase<J>) => Promise<Written<J['unplaced']>>;
  /** Which ids of these results the sheet bears now. */
  lookForIds: (desk: Desk, results: J['results']) => Promise<HeldIds>;
  /** Keeps results across a reload of the pane until they stand in the sheet. */
  keep: (storage: PaneStorage, results: J['results']) => void;
  forget: (storage: PaneStorage) => void;
  keepWaiting: (storage: PaneStorage, results: J['results']) => void;
  /** As a sheet of their own: lines of text, header first. */
  linesOf: (results: J['results']) => string[][];
  unplacedLines: (unplaced: readonly J['unplaced'][]) => string[][];
}
