import { CellEditModeError, type CellMark } from '../excel/index.ts';
import { settle, type Boundary } from './boundary.ts';
import type { Desk } from './desk.ts';
import { shownPhase } from './place.ts';
import type { CheckedTable, PaneState } from './state.ts';
import type { Store } from './store.ts';

export interface Marker {
  /** Brings the sheet to what the pane shows; the first call takes away what a former pane has left. */
  follow: () => void;
  /** Resolves when the marks are as they should be, or have to wait until nobody types in a cell. */
  settled: () => Promise<void>;
}

/**
 * Keeps the marks in the sheet in step with the pane: marks while "Show in sheet" is on and the check is shown, none
 * otherwise. One call to Excel at a time; what was wanted in between is skipped.
 */
export function createMarker(desk: Desk, store: Store, boundary: Boundary, retryMs: number): Marker {
  /** What the sheet shows; undefined when nobody knows. */
  let shown: CheckedTable | null | undefined = undefined;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const bring = async (): Promise<void> => {
    for (let wanted = markedReading(store.get()); wanted !== shown; wanted = markedReading(store.get())) {
      const target = wanted;
      const done = await settle(() => show(desk, target));
      if (!done.ok && done.error instanceof CellEditModeError) {
        clearTimeout(timer);
        timer = setTimeout(follow, retryMs);
        return;
      }
      shown = target;
      if (done.ok) continue;
      boundary.report(done.error);
      if (target !== null) store.dispatch({ type: 'marking', marking: false });
    }
  };
  const follow = (): void => {
    running ??= bring().finally(() => (running = null));
  };
  store.subscribe(follow);
  return { follow, settled: () => running ?? Promise.resolve() };
}

function markedReading(state: PaneState): CheckedTable | null {
  const phase = shownPhase(state);
  return state.session !== null && state.marking && phase.step === 'checked' ? phase.reading : null;
}

async function show(desk: Desk, reading: CheckedTable | null): Promise<void> {
  if (reading === null) await desk.excel.clearMarks();
  else await desk.excel.markCells(reading.table.reference, marksOf(reading));
}

/** One mark per cell; where a cell has both, what blocks wins. */
function marksOf({ check }: CheckedTable): CellMark[] {
  const marks = new Map<string, CellMark>();
  for (const { cell, severity } of check.problems) {
    if (cell === null) continue;
    const key = `${cell.rowIndex} ${cell.columnIndex}`;
    if (severity === 'problem' || !marks.has(key)) marks.set(key, { cell, severity });
  }
  return [...marks.values()];
}
