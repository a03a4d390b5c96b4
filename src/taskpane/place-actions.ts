import type { CellPosition, Problem, TableCandidate } from '../domain/index.ts';
import { ExcelError } from '../excel/index.ts';
import { settle, type Boundary } from './boundary.ts';
import { progressOf } from './check-progress.ts';
import type { Desk } from './desk.ts';
import { fixProblems } from './flows/fix.ts';
import { writeSheetOf } from './flows/write-sheet.ts';
import type { Marker } from './marker.ts';
import type { Place } from './place.ts';
import type { CheckWatch, Rules } from './rules.ts';
import { runShipment, writeCurrent } from './run.ts';
import { knownTable, type Job, type Phase } from './state.ts';
import type { Store } from './store.ts';
import { assertSameNova } from './workbook-nova.ts';

/** What a person does in any place: reading a table, mending it, sending what it says, and writing what became of it. */
export interface PlaceActions {
  check: () => Promise<void>;
  checkAgain: () => Promise<void>;
  /** When the table at the selection is not the one that is meant. */
  listTables: () => Promise<void>;
  chooseTable: (candidate: TableCandidate) => Promise<void>;
  leaveChoice: () => void;
  mapField: (field: string, column: number | null) => Promise<void>;
  jumpTo: (cell: CellPosition) => Promise<void>;
  /** Applies the suggested corrections of these problems as one undo step. */
  fix: (problems: readonly Problem[]) => Promise<void>;
  seeWarnings: (seen: boolean) => void;
  go: (to: 'source' | 'checked' | 'preview' | 'confirm') => void;
  send: () => Promise<void>;
  cancel: () => void;
  write: () => Promise<void>;
  /** Writes what has no place beside the rows, else all results, to a new sheet. */
  writeSheet: () => Promise<void>;
}

/** What these actions stand on, the same for each place. */
export interface Ground {
  desk: Desk;
  store: Store;
  boundary: Boundary;
  marker: Marker;
  retryMs: number;
}

export function placeActions<J extends Job>(
  { desk, store, boundary, marker, retryMs }: Ground,
  place: Place<J>,
  rules: Rules<J>,
): PlaceActions {
  const { get, dispatch, guard } = place;
  return {
    ...tableActions({ desk, store }, place, rules),
    jumpTo: (cell) =>
      guard(null, async () => {
        const known = knownTable(get().phase);
        if (known === null) throw new Error('No table was read.');
        await desk.excel.selectCell(known.reference.sheetId, cell);
        return null;
      }),
    seeWarnings: (seen) => dispatch({ type: 'warnings-seen', seen }),
    go(to) {
      if (place.pane().busy !== null) return;
      if (get().phase.step === 'result') rules.forget(desk.storage);
      dispatch({ type: 'go', to });
    },
    send: () =>
      guard('staging', async () => {
        await marker.settled();
        return runShipment(desk, place, rules, boundary, retryMs);
      }),
    cancel: () => dispatch({ type: 'cancel-requested' }),
    writeSheet: () => guard('writing', () => writeSheetOf(desk, rules, get().phase)),
    write: () => guard('writing', () => writeCurrent(desk, place, rules, retryMs)),
  };
}

type TableActions = Pick<
  PlaceActions,
  'check' | 'checkAgain' | 'listTables' | 'chooseTable' | 'leaveChoice' | 'mapField' | 'fix'
>;

function tableActions<J extends Job>(
  { desk, store }: Pick<Ground, 'desk' | 'store'>,
  place: Place<J>,
  { checks, forget }: Rules<J>,
): TableActions {
  const { get, dispatch, guard } = place;
  return {
    check: () =>
      guard('checking', async () => {
        await assertSameNova(desk, place.pane());
        return { type: 'read', reading: await selectionOrOffer(desk, place, checks, watched(store)) };
      }),
    checkAgain: () =>
      guard('checking', async () => {
        const { phase } = get();
        // Kept results stay in storage until the new check stands: it finds them in the ledger as sent before.
        const known = knownTable(phase);
        const reading =
          'reading' in phase
            ? await checks.again(desk, phase.reading, watched(store))
            : known === null
              ? await checks.selection(desk, watched(store))
              : await checks.known(desk, known, watched(store));
        if (phase.step === 'result') forget(desk.storage);
        return { type: 'read', reading };
      }),
    listTables: () =>
      guard('listing', async () => ({ type: 'candidates', candidates: await desk.excel.listCandidates() })),
    chooseTable: (candidate) =>
      guard('checking', async () => {
        await assertSameNova(desk, place.pane());
        return { type: 'read', reading: await checks.candidate(desk, candidate, watched(store)) };
      }),
    leaveChoice() {
      if (place.pane().busy === null) dispatch({ type: 'choice-left' });
    },
    mapField: (field, column) =>
      guard('checking', async () => {
        const reading = readingOf(get().phase);
        const mapping: J['mapping'] = { ...reading.mapping, [field]: column };
        return { type: 'remapped', reading: await checks.remapped(desk, reading, mapping, watched(store)) };
      }),
    fix: (problems) =>
      guard('fixing', async () => {
        const reading = readingOf(get().phase);
        const notice = await fixProblems(desk, reading, problems);
        return { type: 'rechecked', reading: await checks.again(desk, reading, watched(store)), notice };
      }),
  };
}

/** The table at the selection; where that leads to none, the one that the button named. */
async function selectionOrOffer<J extends Job>(
  desk: Desk,
  place: Place<J>,
  checks: Rules<J>['checks'],
  watch: CheckWatch,
): Promise<J['reading']> {
  const offer = place.pane().nearby?.offer ?? null;
  const done = await settle(() => checks.selection(desk, watch));
  if (done.ok) return done.value;
  const isBlank = done.error instanceof ExcelError && done.error.code === 'no-table';
  if (!isBlank || offer === null) throw done.error;
  return checks.candidate(desk, offer.candidate, watch);
}

/** Shows how far the check is that a person has just asked for. */
export function watched(store: Store): CheckWatch {
  return { onProgress: progressOf(store) };
}

export function readingOf<J extends Job>(phase: Phase<J>): J['reading'] {
  if (!('reading' in phase)) throw new Error(`No table was read at ${phase.step}.`);
  return phase.reading;
}
