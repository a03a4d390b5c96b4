import type { CheckSettings } from '../domain/index.ts';
import { withExcel, type ExcelOptions } from './with-excel.ts';

/** The workbook's setting that holds how its tables are checked. */
const SETTING = 'distribution-desk.check-settings';

/** How the tables of this workbook are to be checked; null when nobody has chosen anything, or what is stored cannot be read. */
export function loadCheckSettings(options: ExcelOptions = {}): Promise<CheckSettings | null> {
  return withExcel(async (session) => {
    const setting = session.context.workbook.settings.getItemOrNullObject(SETTING);
    setting.load('value');
    await session.sync();
    return setting.isNullObject ? null : parseCheckSettings(setting.value);
  }, options);
}

/** Keeps the choices in the workbook, for everyone who opens it. */
export function saveCheckSettings(settings: CheckSettings, options: ExcelOptions = {}): Promise<void> {
  return withExcel(async (session) => {
    const { defaultCurrency, escalated } = settings;
    session.context.workbook.settings.add(SETTING, { defaultCurrency, escalated: [...escalated] });
    await session.sync();
  }, options);
}

/** Settings are open to everyone and have been lost, so anything else counts as none. */
function parseCheckSettings(value: unknown): CheckSettings | null {
  if (typeof value !== 'object' || value === null) return null;
  const { defaultCurrency, escalated } = value as Record<string, unknown>;
  if (typeof defaultCurrency !== 'string' || !/^[A-Z]{3}$/.test(defaultCurrency)) return null;
  if (!Array.isArray(escalated) || !escalated.every((code) => typeof code === 'string')) return null;
  return { defaultCurrency, escalated };
}
