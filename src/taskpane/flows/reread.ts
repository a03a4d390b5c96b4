import {
  followFor,
  type CheckSettings,
  type FieldMapping,
  type SheetTable,
  type TableField,
  type TableForm,
} from '../../domain/index.ts';
import { carrySelection } from '../carry-selection.ts';
import { defaultSettings, type Desk, type ReadOptions } from '../desk.ts';
import type { CheckWatch } from '../rules.ts';
import { runInSlices, slices } from '../slices.ts';

export function readOptions({ onProgress }: CheckWatch): ReadOptions {
  if (onProgress === undefined) return {};
  return { onRowsRead: (done, total) => onProgress({ stage: 'reading', done, total }) };
}

export async function settingsOf(desk: Desk): Promise<CheckSettings> {
  return (await desk.excel.loadCheckSettings()) ?? defaultSettings;
}

/**
 * The table once more, narrowed to the rows that the first reading was narrowed to, with the mapping at today's columns.
 * A field whose column is gone has none, which the check reports. The settings are read again too.
 */
export async function rereadAs<F extends TableField>(
  desk: Desk,
  form: TableForm<F>,
  before: { table: SheetTable; mapping: FieldMapping<F> },
  watch: CheckWatch = {},
): Promise<{ table: SheetTable; mapping: FieldMapping<F>; settings: CheckSettings }> {
  const fresh = await desk.excel.rereadTable(before.table.reference, readOptions(watch));
  const settings = await settingsOf(desk);
  const mapping = followFor(form, before.mapping, before.table.header, fresh.header, fresh);
  const carried = carrySelection(before.table, before.mapping, fresh, mapping, slices);
  return { table: await runInSlices(carried, watch.isCurrent), mapping, settings };
}
