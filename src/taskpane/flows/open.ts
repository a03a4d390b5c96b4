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

/**
 * What the pane finds when it opens: the payout table at the selection, else the first one of the workbook, checked
 * against the ledger. Null when there is none, or when Excel cannot be read just now: nobody asked, so nothing is said.
 */
export async function lookAround(desk: Desk): Promise<{ reading: Reading; bearsIds: boolean } | null> {
  const selected = await settle(() => desk.excel.readSelectedTable());
  const table =
    (selected.ok ? await payoutTable(desk, selected.value) : null) ?? (await firstPayoutTable(desk));
  if (table === null) return null;
  const done = await settle(() => checkTableNow(desk, { ...table, selectedRows: null }));
  return done.ok ? { reading: done.value, bearsIds: stagedDistributionIds(table).length > 0 } : null;
}

async function firstPayoutTable(desk: Desk): Promise<SheetTable | null> {
  const listed = await settle(() => desk.excel.listCandidates());
  const visible = listed.ok ? listed.value.filter(({ hiddenSheet }) => !hiddenSheet) : [];
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
