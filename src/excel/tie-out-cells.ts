import type { TableReference } from '../domain/index.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

/** The workbook's setting that holds the cell with the user's own total for each table. */
const SETTING = 'distribution-desk.tie-outs';

/** More tables than a workbook has; the oldest go first, because settings are kept in the file. */
const CELLS_AT_MOST = 40;

type Table = Pick<TableReference, 'sheetId' | 'tableId'>;

/** The address of the cell, in A1 form with its sheet, that this table was tied out to; null when there is none. */
export function loadTieOutCell(table: Table, options: ExcelOptions = {}): Promise<string | null> {
  return withExcel(async (session) => {
    const setting = session.context.workbook.settings.getItemOrNullObject(SETTING);
    setting.load('value');
    await session.sync();
    if (setting.isNullObject) return null;
    return parse(setting.value).find(([key]) => key === keyOf(table))?.[1] ?? null;
  }, options);
}

/** Keeps it in the workbook, for everyone who opens it; null forgets it. */
export function saveTieOutCell(
  table: Table,
  address: string | null,
  options: ExcelOptions = {},
): Promise<void> {
  return withExcel(async (session) => {
    const { settings } = session.context.workbook;
    const setting = settings.getItemOrNullObject(SETTING);
    setting.load('value');
    await session.sync();
    const kept = setting.isNullObject ? [] : parse(setting.value);
    const others = kept.filter(([key]) => key !== keyOf(table));
    const all = address === null ? others : [...others, [keyOf(table), address]];
    settings.add(SETTING, all.slice(-CELLS_AT_MOST));
    await session.sync();
  }, options);
}

/** Of plain cells the sheet has to do, which mostly holds one table. */
function keyOf({ sheetId, tableId }: Table): string {
  return tableId ?? sheetId;
}

/** Settings are open to everyone and have been lost, so anything else is left out. */
function parse(value: unknown): [key: string, address: string][] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (pair): pair is [string, string] =>
      Array.isArray(pair) && pair.length === 2 && pair.every((text) => typeof text === 'string'),
  );
}
