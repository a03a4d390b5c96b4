import {
  requiredFields,
  stagedDistributionIds,
  type ColumnMapping,
  type SheetTable,
} from '../../domain/index.ts';
import { settle } from '../boundary.ts';
import type { Desk } from '../desk.ts';
import type { Reading } from '../state.ts';
import { checkTableNow, mappingFor } from './check.ts';

/** More tables than these are not looked through when nobody asked. */
const mostTables = 4;

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
  const done = await settle(() => checkTableNow(desk, { ...table, selectedRows: null }));
  return done.ok ? { reading: done.value, bearsIds: stagedDistributionIds(table).length > 0 } : 'failed';
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
  return requiredFields.every((field) => mapping[field] !== null);
}
