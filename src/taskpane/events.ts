import type { Outcome, Session } from '../contract/index.ts';
import type { CheckSettings, TableCandidate, UnplacedResult, WriteBackReport } from '../domain/index.ts';
import type { WorkbookNova } from '../excel/index.ts';
import type { CheckProgress } from './check-progress.ts';
import type { Background, HeldIds, Notice, Phase, Reading, RefreshNews, Repeat, Results } from './phase.ts';
import type { RefreshSummary } from './refresh-summary.ts';
import type { SideView } from './side-view.ts';

export type Busy =
  | 'starting'
  | 'signing-in'
  | 'listing'
  | 'checking'
  | 'fixing'
  | 'refreshing'
  | 'resolving'
  | 'writing'
  | 'staging'
  /** Something beside the payouts is being looked up, or decided on. */
  | 'looking'
  | 'deciding';

export interface PaneState {
  /** Null while nobody is signed in; the phase stays as it was, so that signing in resumes it. */
  session: Session | null;
  /** How people sign in at this proxy; null until it has said so. */
  signInWay: 'code' | 'account' | null;
  phase: Phase;
  busy: Busy | null;
  notice: Notice | null;
  /** The check runs again by itself; what it found before stays in sight until then. */
  rechecking: boolean;
  /** How far a check of a large table is that a person waits for; null otherwise. */
  progress: CheckProgress | null;
  /** The user wants the cells of the problems marked in the sheet while the check is shown. */
  marking: boolean;
  /** News that came by itself and that nobody has looked at; null when there is none. */
  background: Background | null;
  /** A table in which ids are missing that the ledger knows, found when the pane opened. */
  offer: Reading | null;
  /** The settings being changed; null while the dialog is closed. */
  settings: CheckSettings | null;
  /** On which Nova the workbook's ids are, as the settings show it. */
  workbookNova: WorkbookNova | null;
  /** A place beside the payouts that covers the phase's screen; null while the payouts are shown. */
  side: SideView | null;
  /** How many entries wait for this user's approval, as far as was last heard. */
  waitingCount: number;
}

export type PaneEvent =
  | { type: 'signed-in'; session: Session }
  | { type: 'sign-in-way'; way: 'code' | 'account' }
  | { type: 'signed-out'; notice: Notice | null }
  | { type: 'busy'; busy: Busy | null }
  /** The end of a job and what came of it in one step, so that no frame shows the new screen with dead buttons. */
  | { type: 'job-ended'; event: PaneEvent | null }
  | { type: 'notice'; notice: Notice | null }
  | { type: 'check-progress'; progress: CheckProgress }
  | { type: 'workbook-nova'; nova: WorkbookNova | null }
  | { type: 'side'; side: SideView | null }
  | { type: 'waiting'; count: number }
  | { type: 'read'; reading: Reading }
  | { type: 'remapped'; reading: Reading }
  | { type: 'rechecking'; rechecking: boolean }
  /** The same table once more: where the user is stays as it is unless the way on is blocked now. */
  | { type: 'rechecked'; reading: Reading; notice: Notice | null }
  | { type: 'candidates'; candidates: TableCandidate[] }
  | { type: 'choice-left' }
  | { type: 'marking'; marking: boolean }
  | { type: 'background'; background: Background | null }
  | { type: 'background-opened' }
  | { type: 'offer'; offer: Reading | null }
  | { type: 'settings'; settings: CheckSettings | null }
  | { type: 'repeat'; key: string; repeat: Repeat | null }
  /** Whether this is another distribution than the one that was staged on the same occasion. */
  | { type: 'other'; key: string; entryId: string | null }
  | { type: 'resolved'; key: string; outcome: Outcome }
  | { type: 'warnings-seen'; seen: boolean }
  | { type: 'go'; to: 'source' | 'checked' | 'preview' | 'confirm' }
  | { type: 'control-total-typed'; currency: string; text: string }
  | { type: 'run-started'; total: number }
  | { type: 'sending'; done: number; name: string }
  | { type: 'cancel-requested' }
  | { type: 'sheet-changed'; reading: Reading; notice: Notice }
  | { type: 'run-abandoned'; notice: Notice }
  | { type: 'run-ended'; results: Results }
  | { type: 'writing'; waiting?: boolean }
  | { type: 'written'; report: WriteBackReport; unplaced: UnplacedResult[] }
  | { type: 'write-failed'; notice: Notice; held?: HeldIds }
  | { type: 'ids-lost'; held: HeldIds }
  | { type: 'refreshed'; summary: RefreshSummary; news: RefreshNews };

/** What changes where the user is; the rest lies around it. */
export type PhaseEvent = Exclude<
  PaneEvent,
  {
    type:
      | 'signed-in'
      | 'signed-out'
      | 'sign-in-way'
      | 'busy'
      | 'job-ended'
      | 'notice'
      | 'check-progress'
      | 'side'
      | 'workbook-nova'
      | 'waiting'
      | 'rechecking'
      | 'rechecked'
      | 'marking'
      | 'settings'
      | 'background'
      | 'background-opened'
      | 'offer'
      | 'sheet-changed';
  }
>;
