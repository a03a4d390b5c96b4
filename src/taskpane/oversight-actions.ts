import type { HistoryFilter, SealedEntry } from '../contract/index.ts';
import { amountsOf } from './strings.ts';
import type { Guard } from './controller.ts';
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
  returnEntry: (entry: SealedEntry, reason: string) => Promise<void>;
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
    const { waiting, more } = await proxy.approvals();
    dispatch({ type: 'waiting', count: forMeToApprove(waiting) });
    return { view: 'approvals', waiting, more };
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
        return { type: 'side', side: { view: 'sealed', entry: await proxy.sealed(entryId), list } };
      }),
    approve: ({ entryId, contentHash, name, totals }) =>
      guard('deciding', async () => {
        const outcome = await proxy.approve(entryId, contentHash);
        return decided(oversight.approved(outcome, name, amountsOf(totals)));
      }),
    returnEntry: ({ entryId, name }, reason) =>
      guard('deciding', async () => {
        await proxy.returnEntry(entryId, reason);
        return decided(oversight.returned(name));
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
      dispatch({ type: 'side', side: side?.view === 'sealed' ? side.list : null });
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
