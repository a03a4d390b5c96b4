import type { Outcome, Session } from '../contract/index.ts';
import type { CheckSettings, TableCandidate, WriteBackReport } from '../domain/index.ts';
import type { WorkbookNova } from '../excel/index.ts';
import type { CheckProgress } from './check-progress.ts';
import type {
  Background,
  HeldIds,
  Job,
  Notice,
  PayoutJob,
  Phase,
  Reading,
  RefreshNews,
  Repeat,
} from './phase.ts';
import type { ServerVersion } from './pane-version.ts';
import type { Nearby } from './nearby.ts';
import type { RefreshSummary } from './refresh-summary.ts';
import type { Unwritten } from './registrations/kept.ts';
import type { RegistrationEvent, RegistrationJob } from './registrations/phase.ts';
import type { SideView } from './side-view.ts';

/** Whether the proxy can be reached: `offline` where the computer itself says that it has no network. */
export type Connection = 'there' | 'offline' | 'silent';

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
  /** Something beside the tables is being looked up, or decided on. */
  | 'looking'
  | 'deciding';

/** True while leaving would interrupt what goes to Nova or into the sheet. */
export function isSending(busy: Busy): boolean {
  return busy === 'staging' || busy === 'writing';
}

/** The two things that are done with tables; each keeps where it is while the other one is shown. */
export type PlaceName = 'payouts' | 'registrations';

/** Where the user is in one place. */
export interface PlaceState<J extends Job = PayoutJob> {
  phase: Phase<J>;
  notice: Notice | null;
  /** The check runs again by itself; what it found before stays in sight until then. */
  rechecking: boolean;
}

/** The payouts' own place, and what all places share. */
export interface PaneState extends PlaceState {
  /** Null while nobody is signed in; the phases stay as they were, so that signing in resumes them. */
  session: Session | null;
  /** How people sign in at this proxy; null until it has said so. */
  signInWay: 'code' | 'account' | null;
  /** Which place is shown. */
  place: PlaceName;
  registrations: PlaceState<RegistrationJob>;
  busy: Busy | null;
  /** How far a check of a large table is that a person waits for; null otherwise. */
  progress: CheckProgress | null;
  /** The user wants the cells of the problems marked in the sheet while the check is shown. */
  marking: boolean;
  /** News that came by itself and that nobody has looked at; null when there is none. */
  background: Background | null;
  /** A table in which ids are missing that the ledger knows, found when the pane opened. */
  offer: Reading | null;
  /** What an earlier life of the pane registered and did not write; null when there is nothing. */
  unwritten: Unwritten | null;
  /** The settings being changed; null while the dialog is closed. */
  settings: CheckSettings | null;
  /** On which Nova the workbook's ids are, as the settings show it. */
  workbookNova: WorkbookNova | null;
  /** Whether Excel opens the pane by itself with this workbook, as far as the settings were opened. */
  opensWithWorkbook: boolean;
  /** A view that covers the screen of the place; null while that is shown. */
  side: SideView | null;
  /** What the first screen knows of the workbook; null while it knows nothing. */
  nearby: Nearby | null;
  /** How many entries wait for this user's approval, as far as was last heard. */
  waitingCount: number;
  /** Whether the server answers, as far as was last heard. */
  connection: Connection;
  /** How the version of the server stands to the pane's, as far as was last heard. */
  serverVersion: ServerVersion;
}

/** What changes where the user is in a place. */
export type PhaseEvent<J extends Job = PayoutJob> =
  | { type: 'read'; reading: J['reading'] }
  | { type: 'remapped'; reading: J['reading'] }
  | { type: 'candidates'; candidates: TableCandidate[] }
  | { type: 'choice-left' }
  | { type: 'warnings-seen'; seen: boolean }
  | { type: 'go'; to: 'source' | 'checked' | 'preview' | 'confirm' }
  | { type: 'control-total-typed'; currency: string; text: string }
  | { type: 'ticked'; ticked: boolean }
  | { type: 'run-started'; total: number }
  | { type: 'sending'; done: number; name: string }
  | { type: 'cancel-requested' }
  | { type: 'run-abandoned'; notice: Notice }
  | { type: 'run-ended'; results: J['results'] }
  | { type: 'writing'; waiting?: boolean }
  | { type: 'written'; report: WriteBackReport; unplaced: J['unplaced'][] }
  | { type: 'write-failed'; notice: Notice; held?: HeldIds }
  | { type: 'ids-lost'; held: HeldIds };

/** What can happen in any place. */
export type PlaceEvent<J extends Job = PayoutJob> =
  | PhaseEvent<J>
  | { type: 'notice'; notice: Notice | null }
  | { type: 'rechecking'; rechecking: boolean }
  /** The same table once more: where the user is stays as it is unless the way on is blocked now. */
  | { type: 'rechecked'; reading: J['reading']; notice: Notice | null }
  | { type: 'sheet-changed'; reading: J['reading']; notice: Notice };

/** What can happen to payouts alone. */
export type PayoutEvent =
  | { type: 'repeat'; key: string; repeat: Repeat | null }
  /** Whether this is another distribution than the one that was staged on the same occasion. */
  | { type: 'other'; key: string; entryId: string | null }
  | { type: 'resolved'; key: string; outcome: Outcome }
  | { type: 'refreshed'; summary: RefreshSummary; news: RefreshNews };

export type PaneEvent =
  | PlaceEvent
  | PayoutEvent
  | { type: 'registrations'; event: PlaceEvent<RegistrationJob> | RegistrationEvent }
  | { type: 'place'; place: PlaceName }
  | { type: 'signed-in'; session: Session }
  /** The same sign-in, with what it may do now. */
  | { type: 'session'; session: Session }
  | { type: 'sign-in-way'; way: 'code' | 'account' }
  | { type: 'signed-out'; notice: Notice | null }
  | { type: 'busy'; busy: Busy | null }
  /** The end of a job and what came of it in one step, so that no frame shows the new screen with dead buttons. */
  | { type: 'job-ended'; event: PaneEvent | null }
  | { type: 'check-progress'; progress: CheckProgress }
  | { type: 'workbook-nova'; nova: WorkbookNova | null }
  | { type: 'opens-with-workbook'; opens: boolean }
  | { type: 'side'; side: SideView | null }
  | { type: 'waiting'; count: number }
  | { type: 'server-version'; server: ServerVersion }
  | { type: 'nearby'; nearby: Nearby | null }
  | { type: 'connection'; connection: Connection }
  | { type: 'marking'; marking: boolean }
  | { type: 'background'; background: Background | null }
  | { type: 'background-opened' }
  | { type: 'offer'; offer: Reading | null }
  | { type: 'unwritten'; unwritten: Unwritten | null }
  | { type: 'settings'; settings: CheckSettings | null };
