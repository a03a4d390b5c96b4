import { distributionIdSchema, type RefreshResponse } from '../../contract/index.ts';
import { followColumns, planRefresh, type ColumnMapping, type SheetTable } from '../../domain/index.ts';
import type { Desk } from '../desk.ts';
import { summarizeRefresh, type RefreshSummary } from '../refresh-summary.ts';
import type { KnownTable, RefreshNews } from '../state.ts';
import { mappingFor, stagedOn } from './check.ts';
import { settingsOf } from './reread.ts';

/**
 * Asks Nova for the statuses of all that can still change, and the ledger for what was staged under every id. Null when
 * no row waits for news and none was changed since; then Nova was not asked. Without a known table, the one at the
 * selection is meant.
 */
export async function refreshStatuses(
  desk: Desk,
  known: KnownTable | null,
  onlyNews = false,
): Promise<{ summary: RefreshSummary; news: RefreshNews } | null> {
  const { table, mapping } = await tableOf(desk, known);
  const { distributionIds } = planRefresh(table);
  const response = await askFor(desk, distributionIds);
  const staged = await stagedOn(desk, table);
  const { defaultCurrency } = await settingsOf(desk);
  const { reference, header } = table;
  const news = { reference, mapping, header, response, staged, defaultCurrency, onlyNews };
  const summary = summarizeRefresh(table, news);
  return distributionIds.length === 0 && summary.drift.length === 0 ? null : { summary, news };
}

function askFor(desk: Desk, distributionIds: readonly string[]): Promise<RefreshResponse> | RefreshResponse {
  if (distributionIds.length > 0) {
    return desk.proxy.refresh(distributionIds.map((id) => distributionIdSchema.parse(id)));
  }
  return { checkedAt: desk.clock.now().toISOString(), distributions: [] };
}

async function tableOf(
  desk: Desk,
  known: KnownTable | null,
): Promise<{ table: SheetTable; mapping: ColumnMapping }> {
  if (known === null) {
    const table = await desk.excel.readSelectedTable();
    return { table, mapping: await mappingFor(desk, table) };
  }
  const table = await desk.excel.rereadTable(known.reference);
  return { table, mapping: followColumns(known.mapping, known.header, table.header, table) };
}
