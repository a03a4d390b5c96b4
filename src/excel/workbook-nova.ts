import { withExcel, type ExcelOptions } from './with-excel.ts';

/** The workbook's setting that says on which Nova its ids are. */
const SETTING = 'distribution-desk.nova';

/** On which Nova the ids of a workbook are. */
export interface WorkbookNova {
  mode: 'sandbox' | 'live';
  /** Null where the server does not name its organization. */
  organizationId: string | null;
}

/** Null while nothing was staged from this workbook, or when what is stored cannot be read. */
export function loadWorkbookNova(options: ExcelOptions = {}): Promise<WorkbookNova | null> {
  return withExcel(async (session) => {
    const setting = session.context.workbook.settings.getItemOrNullObject(SETTING);
    setting.load('value');
    await session.sync();
    return setting.isNullObject ? null : parseWorkbookNova(setting.value);
  }, options);
}

/** Remembers it in the workbook, for everyone who opens it; null forgets it. */
export function saveWorkbookNova(nova: WorkbookNova | null, options: ExcelOptions = {}): Promise<void> {
  return withExcel(async (session) => {
    const { settings } = session.context.workbook;
    if (nova === null) settings.getItemOrNullObject(SETTING).delete();
    else settings.add(SETTING, { mode: nova.mode, organizationId: nova.organizationId });
    await session.sync();
  }, options);
}

/** Settings are open to everyone and have been lost, so anything else counts as none. */
function parseWorkbookNova(value: unknown): WorkbookNova | null {
  if (typeof value !== 'object' || value === null) return null;
  const { mode, organizationId } = value as Record<string, unknown>;
  if (mode !== 'sandbox' && mode !== 'live') return null;
  if (organizationId !== null && typeof organizationId !== 'string') return null;
  return { mode, organizationId };
}
