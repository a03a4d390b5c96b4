import type { TableCandidate } from '../domain/index.ts';
import type { SelectionPeek } from '../excel/index.ts';
import { settle } from './boundary.ts';
import type { Desk } from './desk.ts';
import { shownPhase } from './place.ts';
import type { PaneState, PlaceName } from './state.ts';
import type { Store } from './store.ts';

/** What the first screen of a place knows of the workbook before anything is read. */
export interface Nearby {
  /** What "Check" would take. */
  selection: SelectionPeek;
  /** The table to check where the selection leads to none. */
  offer: Offer | null;
  /** How many tables there are; null where nobody had to look. */
  tableCount: number | null;
}

/** `isAgain`: something was sent from it before; otherwise it is the only one of the workbook. */
export interface Offer {
  candidate: TableCandidate;
  isAgain: boolean;
}

/** The keys of somebody who walks through the sheet come faster than anybody reads. */
const quietMs = 250;

/**
 * Follows the selection while the first screen of a place is shown, so that its button says what it will do. Reads no
 * cells unless the sheet is blank; what Excel refuses, in a cell that is being edited for one, leaves the answer open.
 */
export function followSelection(desk: Desk, { dispatch, get, subscribe }: Store): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: Promise<(() => Promise<void>) | null> | null = null;
  let shown: PlaceName | null = null;
  let newest = 0;
  let last: Promise<TableCandidate | null> | null = null;

  const look = async (): Promise<void> => {
    const place = shown;
    if (place === null || get().busy !== null) return;
    newest += 1;
    const mine = newest;
    // Looked for once each time that the screen is shown: it means looking over every sheet.
    const done = await settle(() => nearbyOf(desk, () => (last ??= lastTableOf(desk, place))));
    if (!done.ok) last = null;
    if (mine === newest && shown === place) {
      dispatch({ type: 'nearby', nearby: done.ok ? done.value : null });
    }
  };
  const lookSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), quietMs);
  };
  const watch = async (): Promise<(() => Promise<void>) | null> => {
    const watching = await settle(() => desk.excel.watchSelection(lookSoon));
    return watching.ok ? watching.value : null;
  };
  // A table can come to stand on the sheet without anything else being selected.
  desk.page.onEntered(() => {
    if (shown !== null) lookSoon();
  });
  let wasBusy = false;
  subscribe(() => {
    const state = get();
    const now = placeAtStart(state);
    const isFree = wasBusy && state.busy === null;
    wasBusy = state.busy !== null;
    if (now === shown) {
      if (now !== null && isFree) lookSoon();
      return;
    }
    shown = now;
    last = null;
    newest += 1;
    if (state.nearby !== null) dispatch({ type: 'nearby', nearby: null });
    if (now === null) {
      clearTimeout(timer);
      const stopping = stop;
      stop = null;
      void settle(async () => (await stopping)?.());
      return;
    }
    stop ??= watch();
    lookSoon();
  });
}

function placeAtStart(state: PaneState): PlaceName | null {
  const isSeen = state.session !== null && state.side === null;
  return isSeen && shownPhase(state).step === 'source' ? state.place : null;
}

async function nearbyOf({ excel }: Desk, lastTable: () => Promise<TableCandidate | null>): Promise<Nearby> {
  const selection = await excel.peekSelection();
  const last = await lastTable();
  const isThere = selection.at === 'table' && selection.tableId === last?.reference.tableId;
  if (last !== null) {
    return { selection, offer: isThere ? null : { candidate: last, isAgain: true }, tableCount: null };
  }
  if (selection.at !== 'blank') return { selection, offer: null, tableCount: null };
  const tables = await visibleTables(excel);
  const only = tables.length === 1 ? tables[0] : undefined;
  const offer = only === undefined ? null : { candidate: only, isAgain: false };
  return { selection, offer, tableCount: tables.length };
}

/** From which something was sent last in this place; null where there is none any more. */
async function lastTableOf({ excel }: Desk, place: PlaceName): Promise<TableCandidate | null> {
  const last = await excel.loadLastTable(place);
  if (last === null) return null;
  return (await visibleTables(excel)).find(({ reference }) => reference.tableId === last) ?? null;
}

async function visibleTables(excel: Desk['excel']): Promise<TableCandidate[]> {
  return (await excel.listCandidates()).filter(({ hiddenSheet }) => !hiddenSheet);
}
