import type {
  AlikeDistribution,
  EntityId,
  Outcome,
  RefreshResponse,
  StagedContent,
  StageRequest,
} from '../contract/index.ts';
import type {
  CheckResult,
  CheckSettings,
  ColumnMapping,
  DistributionOutcome,
  MappingEvidence,
  PayeeKnowledge,
  SheetTable,
  TableCandidate,
  TableField,
  TableReference,
  UnplacedResult,
  WriteBackReport,
} from '../domain/index.ts';
import type { RefreshSummary } from './refresh-summary.ts';

/** Something to say above the screen: what happened, and what to do. */
export interface Notice {
  intent: 'error' | 'warning' | 'success' | 'info';
  title: string;
  text: string;
  /** By which whoever runs the proxy finds the request in its log; absent where nothing was asked of it. */
  reference?: string;
  /** Whoever did it knows what to do, and needs nobody's help. */
  isOwnMistake?: true;
  /** It goes by itself once the server answers again. */
  isAboutConnection?: true;
}

/** Which column holds which field, whatever the table is for. */
export type AnyMapping = Readonly<Partial<Record<string, number | null>>>;

/** A table as it was last read and checked, whatever it is for. */
export interface CheckedTable<M extends AnyMapping = AnyMapping> {
  table: SheetTable;
  mapping: M;
  /** Why each column was matched, with its first values. */
  evidence: MappingEvidence<TableField>[];
  /** `plan` is null while problems block. */
  check: Pick<CheckResult, 'problems' | 'rowCount' | 'leftOut'> & { plan: object | null };
  /** The settings under which it was checked; they are kept in the workbook. */
  settings: CheckSettings;
  /** The cell that the user's own total stands in; null when none was pointed at. */
  tieOut: TieOut | null;
}

/** A payout table as it was last read, with everything that was found out about it. */
export interface Reading extends CheckedTable<ColumnMapping> {
  check: CheckResult;
  /** What Nova knows of the payees, as far as it was asked. */
  payees: PayeeKnowledge;
  /** What the ledger knows of each planned distribution, in the plan's order; empty while problems block. */
  earlier: (Outcome | null)[];
  /** What the ledger holds of the distributions whose ids stand in the table. */
  staged: StagedContent[];
  /** Rows that may have ids back which the ledger knows and the sheet does not show. */
  recall: DistributionOutcome[];
  /** Distributions that were staged before and are to be staged once more on purpose, by the key of the plan. */
  repeats: Readonly<Record<string, Repeat>>;
  /** For each planned distribution, in the plan's order, what was staged on the same occasion with other payments. */
  alike: (AlikeDistribution | null)[];
  /** Which of them are to be staged beside that, by the key of the plan: the entry that somebody looked at. */
  others: Readonly<Record<string, string>>;
  /**
   * The entities among the planned payments to which nothing was staged before; null where the ledger was not asked, or
   * could not tell.
   */
  newPayees: EntityId[] | null;
}

export interface TieOut {
  /** In A1 form, sheet name included. */
  address: string;
  currency: string;
  /** Null when the cell no longer holds an amount: then nothing ties out, and the way on is blocked. */
  amountCents: number | null;
}

/** A decision to stage rows once more: which accepted entry it repeats, or which cancelled ones it replaces, and why. */
export type Repeat = NonNullable<StageRequest['repeat']> | NonNullable<StageRequest['replaces']>;

/** Why a run ended before its last distribution. */
export type Stop =
  | { reason: 'cancelled' | 'unknown' }
  /** `inDoubtKey`: the distribution whose request got no readable answer; whether it was staged is not known. */
  | { reason: 'failed'; inDoubtKey: string | null; signInRequired: boolean; notice: Notice };

/** Enough to find a table again, and its columns when they moved. */
export interface KnownTable<M extends AnyMapping = ColumnMapping> {
  reference: TableReference;
  mapping: M;
  /** The header that the mapping was made for. */
  header: SheetTable['header'];
}

/** A finished run, whatever was sent. */
export interface Finished<M extends AnyMapping = AnyMapping> extends KnownTable<M> {
  /** RFC 3339: when the last outcome was known. */
  knownAt: string;
  stop: Stop | null;
}

/** A finished staging. Kept until it stands in the sheet, across a reload of the pane. */
export interface Results extends Finished<ColumnMapping> {
  outcomes: DistributionOutcome[];
  /** Under which the rows were read; results that an earlier version kept have none. */
  defaultCurrency?: string;
  /** Nothing was sent: ids that the ledger knew came back. */
  restored?: true;
}

/** Nova's news of what was staged, on its way into the sheet. */
export interface RefreshNews extends KnownTable {
  response: RefreshResponse;
  /** What the ledger holds of all distributions on the sheet, and the currency to read the rows under. */
  staged: StagedContent[];
  defaultCurrency: string;
  /** Nobody asked for it: rows without news are left alone. */
  onlyNews: boolean;
}

/** What refreshes that nobody asked for have brought, until somebody looks. */
export interface Background {
  summary: RefreshSummary;
  news: RefreshNews;
  writing: Writing;
}

/** The way of results into the sheet. `written` says nothing about success: the report does. */
export type Writing<Unplaced = UnplacedResult> =
  /** `waiting`: a cell is being edited, and Excel takes no calls until that ends. */
  | { status: 'writing'; waiting?: boolean }
  | { status: 'written'; report: WriteBackReport; unplaced: Unplaced[] }
  /** `held`: what the sheet bore all the same when it was looked at afterwards; missing where it could not be read. */
  | { status: 'failed'; notice: Notice; held?: HeldIds }
  /** The ids were in the sheet and are not any more: somebody undid the writing, or deleted them. */
  | { status: 'lost'; held: HeldIds };

/** How many rows that should bear ids of these results do, of how many that are on the sheet. */
export interface HeldIds {
  held: number;
  placed: number;
}

export interface Run {
  /** How many requests this run makes. */
  total: number;
  /** How many of them have an outcome. */
  done: number;
  /** The distribution that is being sent; null before the first and after the last. */
  currentName: string | null;
  stage: 'rereading' | 'sending';
  cancelRequested: boolean;
}

/** What the phases of a place hold: payouts here, registrations in `registrations/phase.ts`. */
export interface Job {
  mapping: AnyMapping;
  reading: CheckedTable;
  /** What one request sends, and what became of it; null where nothing was sent. */
  entry: { outcome: object | null };
  results: Finished & { outcomes: Job['entry'][] };
  /** A result whose row is not on the sheet any more. */
  unplaced: object;
}

export interface PayoutJob extends Job {
  mapping: ColumnMapping;
  reading: Reading;
  entry: DistributionOutcome;
  unplaced: UnplacedResult;
  results: Results;
}

interface Looking<J extends Job> {
  reading: J['reading'];
  warningsSeen: boolean;
}

export interface CheckedPhase<J extends Job = PayoutJob> extends Looking<J> {
  step: 'checked';
}

export interface PreviewPhase<J extends Job = PayoutJob> extends Looking<J> {
  step: 'preview';
}

export interface ConfirmPhase<J extends Job = PayoutJob> extends Looking<J> {
  step: 'confirm';
  /** Control totals by currency, as they were typed. */
  typed: Readonly<Record<string, string>>;
  /** Whether the person has said that what the screen asks for was done. */
  ticked: boolean;
}

export type RunOrigin<J extends Job = PayoutJob> = PreviewPhase<J> | ConfirmPhase<J>;

export type ChoiceOrigin<J extends Job = PayoutJob> = { step: 'source' } | CheckedPhase<J> | PreviewPhase<J>;

/** Which table is meant. `origin` is where it was asked, and where "Back" leads. */
export interface ChoosePhase<J extends Job = PayoutJob> {
  step: 'choose';
  candidates: TableCandidate[];
  origin: ChoiceOrigin<J>;
}

/** `origin` is where the run was started, and where it ends when nothing came of it. */
export interface ProgressPhase<J extends Job = PayoutJob> {
  step: 'progress';
  reading: J['reading'];
  run: Run;
  origin: RunOrigin<J>;
}

export interface ResultPhase<J extends Job = PayoutJob> {
  step: 'result';
  results: J['results'];
  writing: Writing<J['unplaced']>;
}

/** What was just learnt about payments that were staged before. Registrations have no statuses that change. */
export interface RefreshedPhase<J extends Job = PayoutJob> {
  step: 'refreshed';
  summary: RefreshSummary;
  news: RefreshNews & KnownTable<J['mapping']>;
  writing: Writing<J['unplaced']>;
}

export type Phase<J extends Job = PayoutJob> =
  ChoiceOrigin<J> | ChoosePhase<J> | ConfirmPhase<J> | ProgressPhase<J> | ResultPhase<J> | RefreshedPhase<J>;

/** The table that the pane is at; null before one was read. */
export function knownTable<J extends Job>(phase: Phase<J>): KnownTable<J['mapping']> | null {
  switch (phase.step) {
    case 'source':
      return null;
    case 'choose':
      return knownTable(phase.origin);
    case 'result':
      return phase.results;
    case 'refreshed':
      return phase.news;
    case 'checked':
    case 'preview':
    case 'confirm':
    case 'progress': {
      const { table, mapping } = phase.reading;
      return { reference: table.reference, mapping, header: table.header };
    }
  }
}

/** Whether "Continue" may be pressed: no problem blocks, every warning was looked at, and a tie-out cell can be read. */
export function canPreview({ check, tieOut }: CheckedTable, warningsSeen: boolean): boolean {
  if (check.plan === null || tieOut?.amountCents === null) return false;
  return warningsSeen || check.problems.every((problem) => problem.severity !== 'warning');
}
