import {
  payoutForm,
  stagedDistributionIds,
  type ColumnMapping,
  type SheetTable,
} from '../../domain/index.ts';
import { settle } from '../boundary.ts';
import type { Desk } from '../desk.ts';
import type { CheckWatch } from '../rules.ts';
import { knownTable, type Reading } from '../state.ts';
import type { Store } from '../store.ts';
import { checkKnown, checkSelection, checkTableNow, mappingFor } from './check.ts';

/** More tables than these are not looked through when nobody asked. */
const mostTables = 4;

/** Nobody asked for the check, and what it finds is ids: Nova need not be asked about the payees. */
const lookingOnly: CheckWatch = { asks: 'nothing' };

export interface Found {
  reading: Reading;
  /** Whether ids of Nova's stand in it already. */
  bearsIds: boolean;
}

/**
 * What the pane finds when it opens: the payout table at the selection, else the first one of the workbook, checked
 * against the ledger. `failed` when Excel or the proxy cannot be asked just now: nobody asked, so nothing is said, but
 * looking again may help.
 */
export async function lookAround(desk: Desk): Promise<Found | 'nothing' | 'failed'> {
  const selected = await settle(() => desk.excel.readSelectedTable());
  const table =
    (selected.ok ? await payoutTable(desk, selected.value) : null) ?? (await firstPayoutTable(desk));
  if (table === 'failed') return 'failed';
  if (table === null) return 'nothing';
  const done = await settle(() => checkTableNow(desk, { ...table, selectedRows: null }, lookingOnly));
  return done.ok ? { reading: done.value, bearsIds: stagedDistributionIds(table).length > 0 } : 'failed';
}

/**
 * Looks after a refresh for ids that the ledger knows and the sheet does not show, since a refresh sees only rows that
 * bear some, and offers them where the person still is. Nobody asked, so that a failure is not told.
 */
export async function offerLost(desk: Desk, { get, dispatch }: Store): Promise<void> {
  const { phase } = get();
  const isFree = () => get().session !== null && get().busy === null && get().phase === phase;
  if (!isFree() || (phase.step !== 'refreshed' && phase.step !== 'source')) return;
  const known = knownTable(phase);
  const done = await settle(() =>
    known === null ? checkSelection(desk, lookingOnly) : checkKnown(desk, known, lookingOnly),
  );
  if (!done.ok || done.value.recall.length === 0 || !isFree()) return;
  dispatch({ type: 'offer', offer: done.value });
}

async function firstPayoutTable(desk: Desk): Promise<SheetTable | null | 'failed'> {
  const listed = await settle(() => desk.excel.listCandidates());
  if (!listed.ok) return 'failed';
  const visible = listed.value.filter(({ hiddenSheet }) => !hiddenSheet);
  for (const candidate of visible.slice(0, mostTables)) {
    const read = await settle(() => desk.excel.readCandidate(candidate));
    const table = read.ok ? await payoutTable(desk, read.value) : null;
    if (table !== null) return table;
  }
  return null;
}

async function payoutTable(desk: Desk, table: SheetTable): Promise<SheetTable | null> {
  const mapping = await settle(() => mappingFor(desk, table));
  return mapping.ok && isComplete(mapping.value) ? table : null;
}

function isComplete(mapping: ColumnMapping): boolean {
  return payoutForm.required.every((field) => mapping[field] !== null);
}
