import type { TableReference } from '../domain/index.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

/** The workbook's setting that holds from which table something was sent last. */
const SETTING = 'distribution-desk.last-tables';

/** An Excel table, by the id that it keeps when it is moved or renamed, under what it was used for. */
type LastTables = Record<string, string>;

/** The Excel table that something was sent from last; null when there is none, or it was no Excel table. */
export function loadLastTable(use: string, options: ExcelOptions = {}): Promise<string | null> {
  return withExcel(async (session) => {
    const setting = session.context.workbook.settings.getItemOrNullObject(SETTING);
    setting.load('value');
    await session.sync();
    return setting.isNullObject ? null : (parse(setting.value)[use] ?? null);
  }, options);
}

/** Remembers it in the workbook. Writes nothing where it is remembered already, or is no Excel table. */
export function saveLastTable(
  use: string,
  { tableId }: Pick<TableReference, 'tableId'>,
  options: ExcelOptions = {},
): Promise<void> {
  return withExcel(async (session) => {
    if (tableId === null) return;
    const { settings } = session.context.workbook;
    const setting = settings.getItemOrNullObject(SETTING);
    setting.load('value');
    await session.sync();
    const last = setting.isNullObject ? {} : parse(setting.value);
    if (last[use] === tableId) return;
    settings.add(SETTING, { ...last, [use]: tableId });
    await session.sync();
  }, options);
}

/** Settings are open to everyone and have been lost, so anything else counts as none. */
function parse(value: unknown): LastTables {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
