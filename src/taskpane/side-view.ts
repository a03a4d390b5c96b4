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
export type SideView = ApprovalsView | SealedView | SealedRegistrationView | HistoryView;

export interface ApprovalsView {
  view: 'approvals';
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

export interface HistoryView {
  view: 'history';
  filter: HistoryFilter;
  lines: HistoryLine[];
  /** What the next page is asked with; null on the last. */
  nextBefore: number | null;
}

/** How many of those that wait this user may decide on. */
export function forMeToApprove({ waiting, registrations = [] }: ApprovalList): number {
  return [...waiting, ...registrations].filter(({ mayApprove }) => mayApprove).length;
}
