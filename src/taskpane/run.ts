import { CellEditModeError, ExcelTimeoutError } from '../excel/index.ts';
import { ProxyError } from './api.ts';
import { defaultPauses } from './auto-check.ts';
import { settle, type Boundary, type Settled } from './boundary.ts';
import type { Desk } from './desk.ts';
import { sendAll } from './flows/stage.ts';
import { nothingSentNotice, noticeOf, sheetChangedNotice, signedOutNotice } from './notices.ts';
import type { Place } from './place.ts';
import type { Rules, Shipment, Written } from './rules.ts';
import type { HeldIds, Job, PlaceEvent, Stop } from './state.ts';
import { assertSameNova, rememberNova } from './workbook-nova.ts';

/**
 * The one job that sends: looks at the sheet once more, sends, and writes what became of it. Throws only before the
 * first request; from then on every failure is kept beside the outcomes.
 */
export async function runShipment<J extends Job>(
  desk: Desk,
  place: Place<J>,
  rules: Rules<J>,
  boundary: Boundary,
  retryMs: number,
): Promise<PlaceEvent<J> | null> {
  const shipment = rules.confirmed(desk, place.get().phase);
  place.dispatch({ type: 'run-started', total: shipment.requests.length });
  await assertSameNova(desk, place.pane());
  const changed = await rules.changedSince(desk, shipment.reading);
  if (changed !== null) {
    return { type: 'sheet-changed', reading: changed, notice: sheetChangedNotice() };
  }
  if (shipment.requests.length > 0) {
    await rememberNova(desk, place.pane());
    // A workbook that cannot be written to is known by its present name alone, and offers nothing by itself.
    await settle(() => desk.excel.rememberWorkbookName());
    await settle(() => desk.excel.saveLastTable(place.name, shipment.reading.table.reference));
  }
  const results = await send(desk, place, rules, shipment, boundary);
  const end = await endOf(desk, place, rules, results, retryMs);
  const { stop } = results;
  if (stop?.reason !== 'failed' || !stop.signInRequired) return end;
  place.dispatch(end);
  boundary.endSession();
  return null;
}

async function endOf<J extends Job>(
  desk: Desk,
  place: Place<J>,
  rules: Rules<J>,
  results: J['results'],
  retryMs: number,
): Promise<PlaceEvent<J>> {
  const { stop } = results;
  if (stop?.reason === 'failed' && nothingCame(results)) {
    rules.forget(desk.storage);
    return { type: 'run-abandoned', notice: nothingSentNotice(stop.notice) };
  }
  if (results.outcomes.some(rules.isWaiting)) rules.keepWaiting(desk.storage, results);
  place.dispatch({ type: 'run-ended', results });
  return writeCurrent(desk, place, rules, retryMs);
}

/** The very first request was refused, for certain: there is no result to show, and the user is where they were. */
function nothingCame({ outcomes, stop }: Job['results']): boolean {
  const isInDoubt = stop?.reason === 'failed' && stop.inDoubtKey !== null;
  return !isInDoubt && outcomes.every(({ outcome }) => outcome === null);
}

async function send<J extends Job>(
  desk: Desk,
  place: Place<J>,
  rules: Rules<J>,
  shipment: Shipment<J>,
  { heard }: Pick<Boundary, 'heard'>,
): Promise<J['results']> {
  let run: { outcomes: J['entry'][]; stop: Stop | null } = { outcomes: [], stop: null };
  const onItsWay: { index: number; key: string | null } = { index: -1, key: null };
  const keep = (change: Partial<typeof run>): J['results'] => {
    run = { ...run, ...change };
    const results = rules.resultsOf(shipment.reading, { ...run, knownAt: desk.clock.now().toISOString() });
    rules.keep(desk.storage, results);
    return results;
  };
  const sent = await settle(() =>
    sendAll(shipment, rules.isUnknown, {
      onSending(done, { index, key, name }) {
        Object.assign(onItsWay, { index, key });
        place.dispatch({ type: 'sending', done, name });
      },
      onOutcomes: (outcomes) => keep({ outcomes }),
      isCancelled() {
        const { phase } = place.get();
        return phase.step === 'progress' && phase.run.cancelRequested;
      },
    }),
  );
  if (sent.ok) return keep({ stop: sent.value });
  heard(sent.error);
  const stopped = keep({ stop: stopOf(sent.error, onItsWay.key) });
  const known = await knownDespite(desk, rules, sent.error, run.outcomes[onItsWay.index]);
  if (known === null) return stopped;
  return keep({ outcomes: run.outcomes.with(onItsWay.index, known), stop: stopOf(sent.error, null) });
}

/**
 * An answer of the other mode is refused, and so is whatever comes after it: which of the two it was, the ledger knows, and
 * in the former case under which id Nova has it. Null where the error is another, or the ledger cannot be asked.
 */
async function knownDespite<J extends Job>(
  desk: Desk,
  rules: Rules<J>,
  error: unknown,
  entry: J['entry'] | undefined,
): Promise<J['entry'] | null> {
  if (!(error instanceof ProxyError) || error.code !== 'mode-mismatch' || entry === undefined) return null;
  const looked = await settle(() => rules.lookUp(desk, entry));
  return looked.ok ? looked.value : null;
}

function stopOf(error: unknown, sendingKey: string | null): Stop {
  const isFromProxy = error instanceof ProxyError;
  return {
    reason: 'failed',
    // What is no answer of the proxy says nothing about the request, so the worst is assumed.
    inDoubtKey: isFromProxy && !error.inDoubt ? null : sendingKey,
    signInRequired: isFromProxy && error.signInRequired,
    notice: isFromProxy && error.signInRequired ? signedOutNotice() : noticeOf(error),
  };
}

/** Writes what the screen shows into the sheet, and answers with how that went; a failure stays beside the results. */
export async function writeCurrent<J extends Job>(
  desk: Desk,
  place: Pick<Place<J>, 'get' | 'dispatch'>,
  rules: Rules<J>,
  retryMs: number = defaultPauses.retryMs,
): Promise<PlaceEvent<J>> {
  const { phase } = place.get();
  if (phase.step !== 'result' && phase.step !== 'refreshed')
    throw new Error(`Nothing to write in ${phase.step}.`);
  place.dispatch({ type: 'writing' });
  const write = () => rules.write(desk, phase);
  let done = await settle(write);
  for (let tries = 1; isEditing(done) && tries < EDIT_TRIES; tries++) {
    place.dispatch({ type: 'writing', waiting: true });
    await new Promise((resolve) => setTimeout(resolve, retryMs));
    done = await settle(write);
  }
  if (!done.ok) {
    const held = phase.step === 'result' ? await heldDespite(desk, rules, phase.results, done.error) : null;
    return { type: 'write-failed', notice: noticeOf(done.error), ...(held === null ? {} : { held }) };
  }
  if (phase.step === 'result' && isAllWritten(done.value)) rules.forget(desk.storage);
  return { type: 'written', ...done.value };
}

/**
 * What was written before the failure stays, and is true: how much that is. Null when Excel does not answer at all, so
 * that nobody waits for it twice, or cannot be read.
 */
async function heldDespite<J extends Job>(
  desk: Desk,
  rules: Rules<J>,
  results: J['results'],
  error: unknown,
): Promise<HeldIds | null> {
  if (error instanceof ExcelTimeoutError || error instanceof CellEditModeError) return null;
  const looked = await settle(() => rules.lookForIds(desk, results));
  return looked.ok ? { held: looked.value.held, placed: looked.value.placed } : null;
}

/** So often is writing tried while somebody edits a cell: ten minutes at one try per second. Then a person decides. */
const EDIT_TRIES = 600;

function isEditing(done: Settled<Written<unknown>>): boolean {
  return !done.ok && done.error instanceof CellEditModeError;
}

function isAllWritten({ report, unplaced }: Written<unknown>): boolean {
  return report.verified === report.expected && report.mismatches.length === 0 && unplaced.length === 0;
}
