import type { Outcome } from '../../contract/index.ts';
import {
  checkTable,
  followColumns,
  suggestMapping,
  type ColumnMapping,
  type SheetTable,
} from '../../domain/index.ts';
import { carrySelection } from '../carry-selection.ts';
import { localToday } from '../clock.ts';
import { defaultCurrency, type Desk } from '../desk.ts';
import type { KnownTable, Reading } from '../state.ts';

/** Reads the table at the selection and checks it. Sends nothing to Nova. */
export async function checkSelection(desk: Desk): Promise<Reading> {
  const table = await desk.excel.readSelectedTable();
  return checkRead(desk, table, await mappingFor(desk, table));
}

/** Reads the same table again, wherever it lies now, and checks the same rows. */
export async function checkAgain(desk: Desk, before: Reading): Promise<Reading> {
  const { table, mapping } = await rereadSame(desk, before);
  return checkRead(desk, table, mapping);
}

/** Checks a table that is known by its place alone, all of it. */
export async function checkKnown(desk: Desk, known: KnownTable): Promise<Reading> {
  const table = await desk.excel.rereadTable(known.reference);
  return checkRead(desk, table, followColumns(known.mapping, known.header, table.header));
}

/** Checks the table as it was read under another mapping, which the workbook keeps from now on. */
export async function checkRemapped(desk: Desk, before: Reading, mapping: ColumnMapping): Promise<Reading> {
  await desk.excel.saveMapping(before.table.reference, mapping);
  return checkRead(desk, before.table, mapping);
}

/**
 * The table once more, narrowed to the rows that the first reading was narrowed to, with the mapping at today's columns.
 * A field whose column is gone has none, which the check reports.
 */
export async function rereadSame(
  desk: Desk,
  before: Pick<Reading, 'table' | 'mapping'>,
): Promise<{ table: SheetTable; mapping: ColumnMapping }> {
  const fresh = await desk.excel.rereadTable(before.table.reference);
  const mapping = followColumns(before.mapping, before.table.header, fresh.header);
  return { table: carrySelection(before.table, before.mapping, fresh, mapping), mapping };
}

/** The user's choice for this table if there is one, else what the header names suggest. */
export async function mappingFor(desk: Desk, table: SheetTable): Promise<ColumnMapping> {
  return (await desk.excel.loadMapping(table.reference, table.header)) ?? suggestMapping(table.header);
}

async function checkRead(desk: Desk, table: SheetTable, mapping: ColumnMapping): Promise<Reading> {
  const check = checkTable(table, mapping, { defaultCurrency, today: localToday(desk.clock) });
  let earlier: (Outcome | null)[] = [];
  if (check.plan !== null && check.plan.distributions.length > 0) {
    earlier = (await desk.proxy.lookup(check.plan.distributions.map(({ request }) => request))).outcomes;
  }
  return { table, mapping, check, earlier };
}
