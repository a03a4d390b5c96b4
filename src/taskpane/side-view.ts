import type { StagedDistribution } from './receipt.ts';
import type {
  ApprovalList,
  HistoryFilter,
  HistoryLine,
  SealedEntry,
  SealedRegistration,
  WaitingEntry,
  WaitingRegistration,
} from '../contract/index.ts';

/**
 * A place beside the payouts. It covers the screen of the current phase and leaves the phase as it is, so that whoever
 * looks something up comes back to where they were.
 */
export type SideView = ApprovalsView | SealedView | SealedRegistrationView | HistoryView | ReceiptView;

/** What a view asked the server for; what it held before stays in sight meanwhile. */
export type Loading = 'loading' | 'there' | 'failed';

export interface ApprovalsView {
  view: 'approvals';
  loading: Loading;
  waiting: WaitingEntry[];
  /** Bank details that wait as well. */
  registrations: WaitingRegistration[];
  /** True when more wait than the list shows. */
  more: boolean;
}

export interface SealedView {
  view: 'sealed';
  entry: SealedEntry;
  /** Where "Back" leads. */
  list: ApprovalsView;
}

export interface SealedRegistrationView {
  view: 'sealed-registration';
  entry: SealedRegistration;
  /** Where "Back" leads. */
  list: ApprovalsView;
}

/** What this workbook did, or everybody with all of them. */
export type HistoryScope = 'workbook' | 'all';

/** A distribution of the history, to be kept on paper or as a file. */
export interface ReceiptView {
  view: 'receipt';
  staged: StagedDistribution;
  /** Where "Back" leads. */
  list: HistoryView;
}

export interface HistoryView {
  view: 'history';
  loading: Loading;
  scope: HistoryScope;
  /** The names by which the ledger may know this workbook, the present one first; none where Excel did not say. */
  workbooks: string[];
  /** What was asked for beside the scope. */
  filter: HistoryFilter;
  lines: HistoryLine[];
  /** What the next page is asked with; null on the last. */
  nextBefore: number | null;
}

/** How many of those that wait this user may decide on. */
export function forMeToApprove({ waiting, registrations = [] }: ApprovalList): number {
  return [...waiting, ...registrations].filter(({ mayApprove }) => mayApprove).length;
}
