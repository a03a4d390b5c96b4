import type { Session } from '../contract/index.ts';
import { ExcelError, type WorkbookNova } from '../excel/index.ts';
import { settle } from './boundary.ts';
import type { Desk } from './desk.ts';
import { oversight } from '../words/index.ts';
import type { PaneState } from './state.ts';

/** The workbook holds ids of another organization or mode than the one that this pane works on. */
export class OtherNovaError extends ExcelError {
  constructor(has: WorkbookNova, now: WorkbookNova) {
    const name = ({ mode, organizationId }: WorkbookNova) => oversight.bound.name(mode, organizationId);
    super('other-nova', oversight.bound.text(name(has), name(now)));
  }
}

/**
 * Throws an `OtherNovaError` when the workbook belongs to another organization or mode: sandbox ids beside live payments
 * would be taken for the real thing. A server that does not name its organization is held to the mode alone.
 */
export async function assertSameNova(desk: Desk, { session }: Pick<PaneState, 'session'>): Promise<void> {
  if (session === null) return;
  const has = await desk.excel.loadWorkbookNova();
  const now = novaOf(session);
  if (has !== null && !isSame(has, now)) throw new OtherNovaError(has, now);
}

/**
 * Remembers before the first sending where the ids will be from. A workbook that cannot be written to keeps no such
 * memory, which must not keep anybody from staging: the ids cannot be written there either.
 */
export async function rememberNova(desk: Desk, { session }: Pick<PaneState, 'session'>): Promise<void> {
  if (session === null || (await desk.excel.loadWorkbookNova()) !== null) return;
  await settle(() => desk.excel.saveWorkbookNova(novaOf(session)));
}

function novaOf({ mode, organizationId }: Session): WorkbookNova {
  return { mode, organizationId };
}

function isSame(has: WorkbookNova, now: WorkbookNova): boolean {
  if (has.mode !== now.mode) return false;
  return (
    has.organizationId === null || now.organizationId === null || has.organizationId === now.organizationId
  );
}
