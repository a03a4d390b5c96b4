import type { TableReference } from '../domain/index.ts';
import { CellEditModeError } from '../excel/index.ts';
import { settle, type Boundary } from './boundary.ts';
import type { Desk } from './desk.ts';

export interface SheetWatch {
  /** From now on the sheet of this table is watched, and no other; null watches none. */
  follow: (reference: TableReference | null) => void;
}

/** Hears of what people change on the sheet of a table, one sheet at a time. */
export function createSheetWatch(
  desk: Desk,
  boundary: Boundary,
  retryMs: number,
  onChange: () => void,
): SheetWatch {
  let wantedSheet: string | null = null;
  let steps: Promise<void> = Promise.resolve();
  let stop: (() => Promise<void>) | null = null;

  const change = async (reference: TableReference | null): Promise<void> => {
    if ((reference?.sheetId ?? null) !== wantedSheet) return;
    const done = await settle(async () => {
      await stop?.();
      stop = null;
      if (reference !== null) stop = await desk.excel.watchTable(reference, onChange);
    });
    if (done.ok) return;
    if (done.error instanceof CellEditModeError) {
      setTimeout(() => (steps = steps.then(() => change(reference))), retryMs);
    } else boundary.report(done.error);
  };

  return {
    follow(reference) {
      const sheetId = reference?.sheetId ?? null;
      if (sheetId === wantedSheet) return;
      wantedSheet = sheetId;
      steps = steps.then(() => change(reference));
    },
  };
}
