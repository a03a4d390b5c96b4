import type { HistoryFilter, SealedEntry, SealedRegistration } from '../contract/index.ts';
import { amountsOf } from './strings.ts';
import type { Guard } from './controller.ts';
import { approvedRegistration, registering } from './registration-strings.ts';
import type { Desk } from './desk.ts';
import { oversight } from './oversight-strings.ts';
import { forMeToApprove, type ApprovalsView, type HistoryView } from './side-view.ts';
import type { Notice, PaneEvent } from './state.ts';
import type { Store } from './store.ts';

/** What people do beside payouts: approving what others prepared, looking into the history, and ending a mode lock. */
export interface OversightActions {
  openApprovals: () => Promise<void>;
  openSealed: (entryId: string) => Promise<void>;
  approve: (entry: SealedEntry) => Promise<void>;
  /** Payment instructions: they are sent when their rows are submitted again. */
  approveRegistration: (entry: SealedRegistration) => Promise<void>;
  returnEntry: (entry: SealedEntry | SealedRegistration, reason: string) => Promise<void>;
  openHistory: (filter: HistoryFilter) => Promise<void>;
  moreHistory: () => Promise<void>;
  /** Hands all lines that fit the filter to `save`, as CSV. */
  exportHistory: (save: (csv: string) => void) => Promise<void>;
  /** Back to the payouts, or from one entry to the list. */
  leaveSide: () => void;
  releaseModeLock: (reason: string) => Promise<void>;
}

export function oversightActions(desk: Desk, store: Store, guard: Guard): OversightActions {
  const { dispatch, get } = store;
  const { proxy } = desk;

  const listed = async (): Promise<ApprovalsView> => {
    const list = await proxy.approvals();
    dispatch({ type: 'waiting', count: forMeToApprove(list) });
    return {
      view: 'approvals',
      waiting: list.waiting,
      registrations: list.registrations ?? [],
      more: list.more,
    };
  };
  const decided = async (notice: Notice): Promise<PaneEvent> => {
    dispatch({ type: 'side', side: await listed() });
    return { type: 'notice', notice };
  };
  const history = (): HistoryView => {
    const { side } = get();
    if (side?.view !== 'history') throw new Error('The history is not open.');
    return side;
  };
  return {
    openApprovals: () => guard('looking', async () => ({ type: 'side', side: await listed() })),
    openSealed: (entryId) =>
      guard('looking', async () => {
        const { side } = get();
        const list = side?.view === 'approvals' ? side : await listed();
        const entry = await proxy.sealed(entryId);
        return 'kind' in entry
          ? { type: 'side', side: { view: 'sealed-registration', entry, list } }
          : { type: 'side', side: { view: 'sealed', entry, list } };
      }),
    approve: ({ entryId, contentHash, name, totals }) =>
      guard('deciding', async () => {
        const outcome = await proxy.approve(entryId, contentHash);
        return decided(oversight.approved(outcome, name, amountsOf(totals)));
      }),
    approveRegistration: ({ entryId, contentHash, preparedBy }) =>
      guard('deciding', async () => {
        const outcome = await proxy.approveRegistration(entryId, contentHash);
        return decided(approvedRegistration(outcome, preparedBy));
      }),
    returnEntry: (entry, reason) =>
      guard('deciding', async () => {
        await proxy.returnEntry(entry.entryId, reason);
        return decided(oversight.returned(nameOfSealed(entry)));
      }),
    openHistory: (filter) =>
      guard('looking', async () => {
        const { lines, nextBefore } = await proxy.history(filter, null);
        return { type: 'side', side: { view: 'history', filter, lines, nextBefore } };
      }),
    moreHistory: () =>
      guard('looking', async () => {
        const { filter, lines, nextBefore } = history();
        const page = await proxy.history(filter, nextBefore);
        return {
          type: 'side',
          side: { view: 'history', filter, lines: [...lines, ...page.lines], nextBefore: page.nextBefore },
        };
      }),
    exportHistory: (save) =>
      guard('looking', async () => {
        save(await proxy.historyCsv(history().filter));
        return null;
      }),
    leaveSide() {
      const { side, busy } = get();
      if (busy !== null) return;
      dispatch({ type: 'side', side: side !== null && 'list' in side ? side.list : null });
    },
    releaseModeLock: (reason) =>
      guard('deciding', async () => {
        const lock = get().session?.modeLock;
        if (lock === null || lock === undefined) return null;
        await proxy.releaseModeLock(lock.since, reason);
        return { type: 'signed-in', session: await proxy.session() };
      }),
  };
}

/** What a sealed entry is called. */
function nameOfSealed(entry: SealedEntry | SealedRegistration): string {
  return 'kind' in entry ? registering.approvals.card(entry.entityName ?? entry.entity) : entry.name;
}
