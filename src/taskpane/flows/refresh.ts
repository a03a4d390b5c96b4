import { distributionIdSchema } from '../../contract/index.ts';
import { followColumns, planRefresh, type ColumnMapping, type SheetTable } from '../../domain/index.ts';
import type { Desk } from '../desk.ts';
import { summarizeRefresh, type RefreshSummary } from '../refresh-summary.ts';
import { knownTable, type Phase, type RefreshNews } from '../state.ts';
import { mappingFor } from './check.ts';

/** Asks Nova for the statuses of all that can still change. Null when no row waits for news; then nothing was asked. */
export async function refreshStatuses(
  desk: Desk,
  phase: Phase,
): Promise<{ summary: RefreshSummary; news: RefreshNews } | null> {
  const { table, mapping } = await tableOf(desk, phase);
  const { distributionIds } = planRefresh(table);
  if (distributionIds.length === 0) return null;
  const response = await desk.proxy.refresh(distributionIds.map((id) => distributionIdSchema.parse(id)));
  return {
    summary: summarizeRefresh(table, mapping, response),
    news: { reference: table.reference, mapping, header: table.header, response },
  };
}

/** The table that the pane is at, read again; at the start, the table at the selection. */
async function tableOf(desk: Desk, phase: Phase): Promise<{ table: SheetTable; mapping: ColumnMapping }> {
  const known = knownTable(phase);
  if (known === null) {
    const table = await desk.excel.readSelectedTable();
    return { table, mapping: await mappingFor(desk, table) };
  }
  const table = await desk.excel.rereadTable(known.reference);
  return { table, mapping: followColumns(known.mapping, known.header, table.header, table) };
}
