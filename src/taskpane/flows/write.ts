import {
  findResultColumns,
  followColumns,
  planRefreshWriteBack,
  planWriteBack,
  toSerial,
  type SheetTable,
  type TableReference,
  type UnplacedResult,
  type WriteBackPlan,
} from '../../domain/index.ts';
import { SheetChangedError } from '../../excel/index.ts';
import { defaultSettings, type Desk } from '../desk.ts';
import type { Written } from '../rules.ts';
import type { HeldIds, RefreshNews, Results } from '../state.ts';

/** How often the sheet may change between the look and the write, or while it is read back, before the user is asked. */
const tries = 5;

/** Writes ids, statuses and messages beside their rows, wherever the rows stand now, and reads them back. */
export function writeResults(desk: Desk, results: Results): Promise<Written> {
  return writeStill(desk, results.reference, (table) => planResults(table, results));
}

function planResults(table: SheetTable, results: Results): WriteBackPlan {
  return planWriteBack(
    table,
    followColumns(results.mapping, results.header, table.header, table),
    results.outcomes,
    { serial: toSerial(results.knownAt, table.date1904) },
    results.defaultCurrency ?? defaultSettings.defaultCurrency,
  );
}

/** Looks which ids of these results the sheet bears now. Writes nothing. */
export async function lookForIds(
  desk: Desk,
  results: Results,
): Promise<HeldIds & { unplaced: UnplacedResult[] }> {
  const table = await desk.excel.rereadTable(results.reference);
  const { cells, unplaced } = planResults(table, results);
  const columns = findResultColumns(table);
  // Other cells with ids are to be emptied.
  const bearers = new Set(
    cells.flatMap(({ column, value, rowOffset }) =>
      column === 'distributionId' && value !== '' ? [rowOffset] : [],
    ),
  );
  const placed = new Map<number, boolean>();
  for (const { rowOffset, column, value } of cells) {
    if (!bearers.has(rowOffset) || (column !== 'distributionId' && column !== 'paymentId')) continue;
    const offset = columns[column];
    const now = offset === null ? '' : String(table.values[rowOffset]?.[offset] ?? '').trim();
    placed.set(rowOffset, placed.get(rowOffset) !== false && now === value);
  }
  return { held: [...placed.values()].filter(Boolean).length, placed: placed.size, unplaced };
}

/** Writes Nova's news beside the rows that bear the ids. */
export function writeNews(desk: Desk, news: RefreshNews): Promise<Written> {
  return writeStill(desk, news.reference, (table) => {
    const mapping = followColumns(news.mapping, news.header, table.header, table);
    const checkedAt = { serial: toSerial(news.response.checkedAt, table.date1904) };
    return planRefreshWriteBack(table, mapping, news.response, checkedAt, news).plan;
  });
}

/**
 * Looks, plans and writes. When the sheet changed in between, nothing is left written, and all three happen again; also
 * when cells do not hold what was written, since somebody may have sorted before they were read back.
 */
export async function writeStill<Unplaced>(
  desk: Desk,
  reference: TableReference,
  planFor: (table: SheetTable) => WriteBackPlan<Unplaced>,
  triesLeft = tries,
): Promise<Written<Unplaced>> {
  const plan = planFor(await desk.excel.rereadTable(reference));
  const report = await desk.excel.applyWriteBack(plan).catch((error: unknown) => {
    if (error instanceof SheetChangedError && triesLeft > 1) return null;
    throw error;
  });
  const isSettled = report === null || report.mismatches.length === 0;
  if (report === null || (!isSettled && triesLeft > 1))
    return writeStill(desk, reference, planFor, triesLeft - 1);
  return { report, unplaced: plan.unplaced };
}
