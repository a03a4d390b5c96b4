import { withExcel, type ExcelOptions } from './with-excel.ts';

/** The workbook's setting that holds the names under which something was sent from it. */
const SETTING = 'distribution-desk.names';

/** More than a file is renamed in its life; the oldest go first. */
const NAMES_AT_MOST = 9;

/**
 * The names by which the ledger may know this workbook, the present one first: a file that was renamed, and a copy of one,
 * keep those under which something was sent before. Two files of one name cannot be told apart.
 */
export function loadWorkbookNames(options: ExcelOptions = {}): Promise<string[]> {
  return withExcel(async (session) => {
    const { workbook } = session.context;
    const setting = workbook.settings.getItemOrNullObject(SETTING);
    setting.load('value');
    workbook.load('name');
    await session.sync();
    return unique([workbook.name, ...(setting.isNullObject ? [] : parseNames(setting.value))]);
  }, options);
}

/** Keeps the present name in the workbook, before something is sent under it. Writes nothing where it is kept already. */
export function rememberWorkbookName(options: ExcelOptions = {}): Promise<void> {
  return withExcel(async (session) => {
    const { workbook } = session.context;
    const setting = workbook.settings.getItemOrNullObject(SETTING);
    setting.load('value');
    workbook.load('name');
    await session.sync();
    const names = setting.isNullObject ? [] : parseNames(setting.value);
    if (names.includes(workbook.name)) return;
    workbook.settings.add(SETTING, unique([workbook.name, ...names]).slice(0, NAMES_AT_MOST));
    await session.sync();
  }, options);
}

/** Settings are open to everyone and have been lost, so anything else counts as none. */
function parseNames(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((name): name is string => typeof name === 'string' && name !== '').slice(0, NAMES_AT_MOST)
    : [];
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
