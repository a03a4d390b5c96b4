import {
  distributionIdSchema,
  type HistoryFilter,
  type SealedEntry,
  type SealedRegistration,
} from '../contract/index.ts';
import { amountsOf, registering } from '../words/index.ts';
import { settle } from './boundary.ts';
import type { Guard } from './controller.ts';
import { approvedRegistration } from './registrations/outcome-badge.ts';
import type { Desk } from './desk.ts';
import { approvedNotice, returnedNotice } from './oversight-notices.ts';
import { payeeNames } from './payee-names.ts';
import { stagedBefore } from './receipt.ts';
import { forMeToApprove, type ApprovalsView, type HistoryScope, type HistoryView } from './side-view.ts';
import { noReceiptNotice } from './notices.ts';
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
  openHistory: (filter: HistoryFilter, scope: HistoryScope) => Promise<void>;
  moreHistory: () => Promise<void>;
  /** Hands all lines that fit the filter to `save`, as CSV. */
  exportHistory: (save: (csv: string) => void) => Promise<void>;
  /** The receipt of a distribution that the history tells of. */
  openReceipt: (distributionId: string) => Promise<void>;
  /** Back to the payouts, or from one entry to the list. */
  leaveSide: () => void;
  releaseModeLock: (reason: string) => Promise<void>;
}

const noneWaiting = { waiting: [], registrations: [], more: false };

export function oversightActions(desk: Desk, store: Store, guard: Guard): OversightActions {
  const { dispatch, get } = store;
  const { proxy } = desk;

  const listed = async (): Promise<ApprovalsView> => {
    const list = await proxy.approvals();
    dispatch({ type: 'waiting', count: forMeToApprove(list) });
    return {
      view: 'approvals',
      loading: 'there',
      waiting: list.waiting,
      registrations: list.registrations ?? [],
      more: list.more,
    };
  };
  /** Shows the view at once, and what it holds once the server has answered. */
  const asked = async <V extends ApprovalsView | HistoryView>(
    shown: Omit<V, 'loading'>,
    ask: () => Promise<V>,
  ): Promise<PaneEvent> => {
    dispatch({ type: 'side', side: { ...shown, loading: 'loading' } as V });
    const done = await settle(ask);
    if (done.ok) return { type: 'side', side: done.value };
    dispatch({ type: 'side', side: { ...shown, loading: 'failed' } as V });
    throw done.error;
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
    openApprovals: () =>
      guard('looking', async () => {
        const { side } = get();
        const shown =
          side?.view === 'approvals'
            ? side
            : ({ view: 'approvals', ...noneWaiting } satisfies Omit<ApprovalsView, 'loading'>);
        return asked(shown, listed);
      }),
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
        return decided(approvedNotice(outcome, name, amountsOf(totals)));
      }),
    approveRegistration: ({ entryId, contentHash, preparedBy }) =>
      guard('deciding', async () => {
        const outcome = await proxy.approveRegistration(entryId, contentHash);
        return decided(approvedRegistration(outcome, preparedBy));
      }),
    returnEntry: (entry, reason) =>
      guard('deciding', async () => {
        await proxy.returnEntry(entry.entryId, reason);
        return decided(returnedNotice(nameOfSealed(entry)));
      }),
    openHistory: (filter, scope) =>
      guard('looking', async () => {
        const { side } = get();
        const open = side?.view === 'history' ? side : null;
        const shown = {
          lines: [],
          nextBefore: null,
          workbooks: [],
          ...open,
          view: 'history' as const,
          filter,
        };
        return asked<HistoryView>({ ...shown, scope }, async () => {
          const workbooks = await workbookNames(desk);
          const { lines, nextBefore } = await proxy.history(asAsked({ filter, scope, workbooks }), null);
          return { view: 'history', loading: 'there', scope, workbooks, filter, lines, nextBefore };
        });
      }),
    moreHistory: () =>
      guard('looking', async () => {
        const view = history();
        const { lines, nextBefore } = await proxy.history(asAsked(view), view.nextBefore);
        return { type: 'side', side: { ...view, lines: [...view.lines, ...lines], nextBefore } };
      }),
    exportHistory: (save) =>
      guard('looking', async () => {
        save(await proxy.historyCsv(asAsked(history())));
        return null;
      }),
    openReceipt: (id) =>
      guard('looking', async () => {
        const list = history();
        const [content] = await proxy.staged([distributionIdSchema.parse(id)]);
        if (content === undefined) return { type: 'notice', notice: noReceiptNotice() };
        const nameOf = await payeeNames(desk, content);
        return { type: 'side', side: { view: 'receipt', staged: stagedBefore(content, nameOf), list } };
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

/** None where Excel does not say, while a cell is being edited for one: then the history of all is shown. */
async function workbookNames({ excel }: Desk): Promise<string[]> {
  const done = await settle(() => excel.loadWorkbookNames());
  return done.ok ? done.value : [];
}

function asAsked({
  filter,
  scope,
  workbooks,
}: Pick<HistoryView, 'filter' | 'scope' | 'workbooks'>): HistoryFilter {
  return scope === 'all' || workbooks.length === 0 ? filter : { ...filter, workbooks };
}
